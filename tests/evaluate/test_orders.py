"""What somebody wants measured, looked up in the metadata."""

from __future__ import annotations

import datetime as dt

import pytest
from samples import ORGANISATION

from toolkit.errors import ProjectError, UsageError
from toolkit.evaluate.orders import Wish, orders
from toolkit.paths import Project

DAY = dt.date(2026, 11, 20)
SERVICE = """\
schema_version: "1.0"
identity: {id: reader, name: Reader}
summary: {purpose: It reads text.}
evaluation:
  runs:
    - {id: clean, corpus: pictures, engine: tesserocr}
    - {id: other, corpus: pictures, engine: tesseract, degradations: [defocus]}
"""
CORPUS = """\
id: pictures
name: Two pictures
source: Made for this test.
licence: CC0-1.0
synthetic: true
people_shown: false
purposes: testing
pictures: [{from: {package: scikit-image, names: [camera, page]}, languages: en}]
"""


@pytest.fixture
def project(write_tree):
    """A project with a service of two runs on two pictures."""
    files = {"services/organisation.yml": ORGANISATION, "services/reader/service.yml": SERVICE}
    return Project(write_tree({**files, "pictures/corpus.yml": CORPUS}))


def asked(project, **wish):
    """The orders behind a wish: run, engine, corpus, degradations, whether pictures are shown."""
    found = orders(project, DAY, Wish(**wish))
    return [(o.run.id, o.run.engine, o.corpus.id, o.run.degradations, o.shown) for o in found]


def test_a_service(project):
    """Its runs, as they are written."""
    assert asked(project, service="reader") == [
        ("clean", "tesserocr", "pictures", (), True),
        ("other", "tesseract", "pictures", ("defocus",), True),
    ]


def test_one_engine(project):
    """A reader picks its run; one that no run has stands in for them."""
    assert asked(project, service="reader", reader="tesseract") == [
        ("other", "tesseract", "pictures", ("defocus",), True)
    ]
    assert asked(project, service="reader", reader="pytesseract") == [
        ("pytesseract", "pytesseract", "pictures", (), True)
    ]


@pytest.mark.parametrize(("asked_for", "done"), [("none", ()), ("named", ("named",)), ("jpeg,skew", ("jpeg", "skew"))])
def test_degradations(project, asked_for, done):
    """Others than the runs name."""
    assert [each[3] for each in asked(project, service="reader", degradations=asked_for)] == [done, done]


def test_pictures_from_elsewhere(project, tmp_path_factory):
    """A folder outside of the project: one run, called after the folder, of which no picture is shown."""
    folder = tmp_path_factory.mktemp("elsewhere") / "scans"
    folder.mkdir()
    (folder / "a.png").write_bytes(SMALLEST)
    (folder / "a.txt").write_text("A")
    assert asked(project, service="reader", corpus=folder) == [("scans", "tesserocr", "scans", (), False)]


#: A white pixel.
SMALLEST = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010800000000"
    "3a7e9b550000000a49444154789c63f80f000101010018dd8db10000000049454e44ae426082"
)


@pytest.mark.parametrize(
    ("wish", "message", "help"),
    [
        ({}, "name a service, or a place with --deployment", "such as `disclose evaluate tesseract-ocr`"),
        ({"service": "raeder"}, "there is no service `raeder`", "did you mean `reader`?"),
        (
            {"deployment": "desk"},
            "a place is measured with pictures of its own",
            "add --corpus FOLDER: pictures, each with its truth",
        ),
    ],
)
def test_wishes_that_lead_nowhere(project, wish, message, help):
    """They are told with what to write instead."""
    with pytest.raises(UsageError) as caught:
        orders(project, DAY, Wish(**wish))
    assert (str(caught.value), caught.value.help) == (message, help)


def test_a_service_with_errors(project):
    """It is not measured; the command that lists them is named."""
    (project.services / "reader/service.yml").write_text(SERVICE + "colour: red\n")
    with pytest.raises(ProjectError) as caught:
        orders(project, DAY, Wish("reader"))
    assert caught.value.help == "see them with `disclose check --only reader`"


def test_no_run(project):
    """A service without runs says what to write."""
    (project.services / "reader/service.yml").write_text(SERVICE.partition("evaluation:")[0])
    with pytest.raises(UsageError, match="`reader` has no run to repeat") as caught:
        orders(project, DAY, Wish("reader"))
    assert caught.value.help == "write one under `evaluation: runs:`, or give --corpus FOLDER --reader tesserocr"


def test_no_folder(project):
    """A corpus that is not there."""
    (project.root / "pictures/corpus.yml").unlink()
    (project.root / "pictures").rmdir()
    with pytest.raises(UsageError, match="there is no folder"):
        orders(project, DAY, Wish("reader"))
