"""The machine part of PDF/UA-1, on real signs and on signs that somebody spoiled."""

from __future__ import annotations

import io
import subprocess

import pikepdf
import pytest
from pikepdf import Name
from seats import seat

from toolkit.inspect import pdf
from toolkit.render import sign


@pytest.fixture(scope="module")
def good(tmp_path_factory) -> bytes:
    """The PDF of a sign."""
    view, setter = seat(tmp_path_factory.mktemp("pdf"))
    return next(sign.write(view, view.deployment.signs[0], ("en",), setter)).data


def spoiled(data: bytes, change) -> bytes:
    """The same file after *change*."""
    with pikepdf.open(io.BytesIO(data)) as file:
        change(file)
        out = io.BytesIO()
        file.save(out)
    return out.getvalue()


def first(file, kind):
    return next(element for element in pdf.elements(file.Root.StructTreeRoot) if kind == element.S)


def test_a_sign_has_no_problem(good):
    assert pdf.problems(good, "en") == []


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda f: f.Root.__delitem__("/MarkInfo"), "it is not tagged (MarkInfo)"),
        (lambda f: f.Root.__delitem__("/Lang"), "its language is not said, not en (Lang)"),
        (
            lambda f: f.Root.__delitem__("/ViewerPreferences"),
            "readers would show its file name for its title (DisplayDocTitle)",
        ),
        (lambda f: f.Root.__delitem__("/StructTreeRoot"), "it has no reading order (StructTreeRoot)"),
        (lambda f: f.Root.__delitem__("/Metadata"), "it does not say that it is PDF/UA-1 (pdfuaid:part)"),
        (lambda f: first(f, "/Figure").__delitem__("/Alt"), "a picture has no words for those who cannot see it (Alt)"),
        (lambda f: first(f, "/H1").__setitem__("/S", Name.P), "it has no heading of the first level"),
    ],
)
def test_what_is_missing_is_said(good, change, sentence):
    assert sentence in pdf.problems(spoiled(good, change), "en")


def test_another_language_than_promised_is_said(good):
    assert pdf.problems(good, "ar") == ["its language is en, not ar (Lang)"]


def test_letters_that_cannot_be_read_out_are_said(good):
    def change(file):
        for font in file.pages[0].Resources.Font.values():
            del font["/ToUnicode"]

    assert [each.split(" of ")[0] for each in pdf.problems(spoiled(good, change), "en")] == ["the letters"] * 2


def test_poppler_agrees(good, tmp_path):
    """A program that shares nothing with what made the file: tagged, one page, all letters inside, text in order."""
    (tmp_path / "sign.pdf").write_bytes(good)

    def run(*command):
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True).stdout

    facts = dict(line.split(":", 1) for line in run("pdfinfo", "sign.pdf").splitlines() if ":" in line)
    assert {name: facts[name].strip() for name in ("Tagged", "Pages", "JavaScript", "Title")} == {
        "Tagged": "yes",
        "Pages": "1",
        "JavaScript": "no",
        "Title": "AI reads your form - City of Example",
    }
    rows = run("pdffonts", "sign.pdf").splitlines()[2:]
    assert [row.split()[-5:-2] for row in rows] == [["yes", "yes", "yes"]] * 2  # inside, as a part, with Unicode
    text = run("pdftotext", "-raw", "sign.pdf", "-")
    order = [
        "AI reads your form",
        "It saves you",
        "Not recorded",
        "Kept 24 hours",
        "City of Example is",
        "city.example/n/k7m2",
    ]
    places = [" ".join(text.split()).index(words) for words in order]
    assert places == sorted(places)
