"""The gallery of limits without a script: an overview, and a page for each service."""

from __future__ import annotations

import pytest
from projects import ROOT

from toolkit.load import load
from toolkit.paths import Project
from toolkit.render import fail
from toolkit.render.environment import Templates
from toolkit.view.failing import failing

SERVICES = ["tesseract-ocr", "vision-ocr"]


@pytest.fixture(scope="module")
def found():
    """What can be watched failing of a reader of the repository and of one that it stands in for."""
    content = load(Project(ROOT), SERVICES, places=False)
    return failing(content.services, content.evidence)


def pages(found, playground=None):
    templates = Templates()
    parts = [fail.part(rows, templates).data for rows in found.values()]
    made = [fail.overview(parts, templates), *(fail.page(rows, playground, templates) for rows in found.values())]
    return {page.path: page.data.decode() for page in made}


def test_an_overview_and_a_page_for_each_service(found):
    assert list(pages(found)) == ["notes/fail.md", "notes/tesseract-ocr/fail.md", "notes/vision-ocr/fail.md"]


def test_the_overview_names_each_limit_with_its_figure_or_with_who_stands_in(found):
    text = pages(found)["notes/fail.md"]

    assert '<li><a href="../tesseract-ocr/fail/#limit-out-of-focus">The picture is out of focus</a>: 63' in text
    assert '#limit-poor-scan">The scan or photo is blurred</a> <span class="quiet">(shown by Tesseract OCR' in text
    assert '#limit-tables">The page holds a table</a> <span class="quiet">(not measured)</span>' in text


def test_a_limit_has_its_pictures_and_its_curve_as_a_table(found):
    text = pages(found)["notes/tesseract-ocr/fail.md"]
    shown = text[text.index('id="limit-out-of-focus"') :].partition("<h2")[0]

    assert '<img src="../measured/pages-in-process/form-en-dejavu-sans-mono-small-defocus.png"' in shown
    assert '<svg class="curve"' in shown
    assert '<td role="cell" data-label="Share">63' in shown
    assert 'href="../../tesseract-ocr/transparency-note/&#35;limitation-out-of-focus"' in shown


def test_who_stands_in_says_so_before_anything_else(found):
    text = pages(found)["notes/vision-ocr/fail.md"]
    shown = text[text.index('id="limit-poor-scan"') :]

    assert shown.index("This is not Azure AI Vision OCR.") < shown.index("Words come out wrong")
    assert '<a href="../../tesseract-ocr/fail/#limit-out-of-focus">watch it there</a>' in shown


def test_there_is_a_way_to_try_it_where_there_is_a_playground(found):
    assert "Try it with your own" not in pages(found)["notes/tesseract-ocr/fail.md"]
    assert (
        '<a href="https://try.example/?demo=tesseract-ocr/out-of-focus">Try it with your own</a>'
        in pages(found, "https://try.example/")["notes/tesseract-ocr/fail.md"]
    )


def test_without_demonstrations_the_overview_says_so():
    assert "No limit has a demonstration yet." in pages({})["notes/fail.md"]
