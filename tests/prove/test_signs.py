"""Every sign of the shipped places, in every language: whole, readable by machines, and scanned by a phone."""

from __future__ import annotations

import io
import re
import shutil
import subprocess

import phone
import pikepdf
import pytest
from PIL import Image
from projects import ROOT, TODAY
from seats import seats

from toolkit.build import build
from toolkit.inspect.pdf import problems
from toolkit.paths import find_project
from toolkit.render import sign as signs
from toolkit.typeset import Typesetter

#: Dots per inch of the picture that the phone looks at: a tenth of a millimetre each.
FINE = 254
PLACES = ("building-entrance", "library-desk", "museum-archive", "this-toolkit", "workshop-table")
#: Ways to ask that run from left to right inside a line in Arabic.
FIXED = {"telephone", "email", "web"}
#: Marks of direction, which readers of PDF write between the runs of a line.
MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """The services and places of this repository, built."""
    root = tmp_path_factory.mktemp("signs")
    for part in ("services", "deployments", "templates"):
        shutil.copytree(ROOT / part, root / part)
    project = find_project(root)
    assert build(project, TODAY, site=False).refused == []
    return project


@pytest.fixture(scope="module")
def views(project):
    return seats(project)


@pytest.fixture(scope="module")
def setter(project):
    return Typesetter(project, TODAY)


def printed(view):
    """The signs of a place with each of their versions, and the file of each."""
    for each in view.deployment.signs:
        for languages in view.versions(each):
            yield each, languages, f"notices/{view.id}/sign-{each.id}.{'+'.join(languages)}"


def told(*command):
    """What a program prints about a PDF."""
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_every_place_is_looked_at(views):
    """The places below are all that are shipped, and each has a sign in seven languages."""
    assert tuple(sorted(views)) == PLACES
    for view in views.values():
        assert {tag for _, languages, _ in printed(view) for tag in languages} == {
            "en", "es", "fr", "de", "ar", "hi", "zh-Hans",
        }  # fmt: skip


@pytest.mark.parametrize("id", PLACES)
def test_every_sign_is_there_and_nothing_else(project, views, id):
    """The folder of the place holds a PDF and a picture of each version of each sign."""
    expected = {f"{name}.{kind}" for _, _, name in printed(views[id]) for kind in ("pdf", "png")}
    found = {path.relative_to(project.docs).as_posix() for path in project.docs.glob(f"notices/{id}/sign-*")}
    assert found == expected


@pytest.mark.parametrize("id", PLACES)
def test_every_pdf_is_for_everybody(project, views, id):
    """No PDF of the place has a problem, by our own look at it."""
    files = sorted((project.docs / f"notices/{id}").glob("*.pdf"))
    found = {file.name: problems(file.read_bytes(), file.name.split(".")[-2].partition("+")[0]) for file in files}
    assert len(found) > 40
    assert {name: sentences for name, sentences in found.items() if sentences} == {}


@pytest.mark.parametrize("id", PLACES)
def test_another_program_agrees(project, views, id):
    """Poppler sees a tagged file with a title and one page, and every typeface inside with its letters."""
    for each, languages, name in printed(views[id]):
        file = project.docs / f"{name}.pdf"
        facts = dict(line.split(":", 1) for line in told("pdfinfo", file).splitlines())
        assert (facts["Tagged"].strip(), facts["Pages"].strip()) == ("yes", "1"), name
        wording = views[id].wording(languages[0])
        headline = wording.text(f"signs.{each.id}.headline", each.headline).text
        assert facts["Title"].strip().startswith(headline), name
        rows = [line.split() for line in told("pdffonts", file).splitlines()[2:]]
        assert rows, name
        assert {(row[-5], row[-3]) for row in rows} == {("yes", "yes")}, name  # emb, uni
        with pikepdf.open(file) as pdf:
            assert str(pdf.Root.Lang).partition("-")[0] == languages[0].partition("-")[0], name


@pytest.mark.parametrize("id", PLACES)
def test_nothing_stands_out(project, views, setter, id):
    """Everything fits at its least size of type."""
    for each, languages, name in printed(views[id]):
        assert signs.fitted(views[id], each, languages, setter)[1].good, name


@pytest.mark.parametrize("id", PLACES)
def test_a_phone_reads_every_code(views, setter, id):
    """From the distance that the sign is made for, tilted by 30 degrees and out of focus."""
    view = views[id]
    for each in view.deployment.signs:
        fine = signs.picture(view, each, view.versions(each)[0], setter, ppi=FINE)
        photo = phone.photographed(fine, FINE, each.scan_distance, tilt=30, blur=2)
        assert set(phone.read(photo)) == {view.url(each).upper()}, each.id


@pytest.mark.parametrize("id", PLACES)
def test_the_code_is_the_same_in_all_languages(project, views, setter, id):
    """So what a phone reads from one version holds for all."""
    view = views[id]
    for each in view.deployment.signs:
        codes = [signs.sheet(view, each, languages)["code"] for languages in view.versions(each)]
        assert len({(code["svg"], code["width"]) for code in codes}) == 1, each.id


def read_out(file):
    """The text of a PDF as somebody copies it, without marks of direction."""
    return MARKS.sub("", told("pdftotext", "-raw", file, "-")).replace("\N{NO-BREAK SPACE}", " ")


def ways(view):
    """The telephone number, the address of mail and that of pages of a place, by kind."""
    return {each.kind: each.value for each in view.deployment.controller.contacts if each.kind in FIXED}


@pytest.mark.parametrize("id", PLACES)
def test_signs_in_arabic_are_copied_in_order(project, views, id):
    """Number, mail and the address behind the code run from left to right on every sign in Arabic."""
    view = views[id]
    for each, languages, name in printed(view):
        if "ar" in languages:
            address = view.url(each).removeprefix("https://").rstrip("/")
            expected = [ways(view)["telephone"], ways(view)["email"], address]
            if each.accessible_form and each.accessible_form.call:
                expected.append(each.accessible_form.call)
            text = read_out(project.docs / f"{name}.pdf")
            assert [part for part in expected if part not in text] == [], name


@pytest.mark.parametrize("name", ["leaflet", "leaflet-large", "rights-form", "briefing-card"])
@pytest.mark.parametrize("id", PLACES)
def test_handouts_in_arabic_are_copied_in_order(project, views, id, name):
    """The same holds of what people take home, of the form, and of the card at the desk."""
    folder = project.docs / f"notices/{id}"
    [file] = {*folder.glob(f"{name}.ar.pdf"), *folder.glob(f"{name}.en+ar.pdf")}
    text = read_out(file)
    kinds = FIXED if name.startswith("leaflet") else FIXED - {"web"}
    assert [value for kind, value in ways(views[id]).items() if kind in kinds and value not in text] == []


@pytest.mark.parametrize("id", PLACES)
def test_nothing_in_arabic_is_copied_backwards(project, id):
    """No PDF in Arabic holds a number or an address whose parts have changed places."""
    for file in sorted((project.docs / f"notices/{id}").glob("*ar.pdf")):
        assert re.findall(r"\b01\d\d 555\b|\bexample\.\w+@|elpmaxe|\w+/n/\w+\.example", read_out(file)) == [], file.name


@pytest.mark.parametrize("id", PLACES)
def test_every_picture_shows_the_whole_sheet(project, views, id):
    """The picture for the screen has the proportions of the sheet and is no larger than a page needs."""
    for _, _, name in printed(views[id]):
        with (
            Image.open(io.BytesIO((project.docs / f"{name}.png").read_bytes())) as picture,
            pikepdf.open(project.docs / f"{name}.pdf") as pdf,
        ):
            left, bottom, right, top = (float(side) for side in pdf.pages[0].trimbox)  # without what is cut off
            assert abs(picture.width / picture.height - (right - left) / (top - bottom)) < 0.002, name
            assert picture.width < 2200, name
