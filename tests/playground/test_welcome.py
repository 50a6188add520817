"""The first page: three sentences, a picture of what is meant, three ways in."""

from __future__ import annotations

from pathlib import Path

import pytest
from projects import small
from streamlit.testing.v1 import AppTest

from playground import facts

ROOT = Path(__file__).parents[2]


@pytest.fixture
def page(monkeypatch):
    """Runs the playground's first page in a project."""

    def run(root: Path, **query: str) -> AppTest:
        monkeypatch.setenv("DISCLOSE_PROJECT", str(root))
        facts.content.clear()
        facts.failures.clear()
        app = AppTest.from_file(str(ROOT / "playground/app.py"), default_timeout=60)
        for name, value in query.items():
            app.query_params[name] = value
        app.run()
        assert not app.exception
        return app

    yield run
    facts.content.clear()
    facts.failures.clear()


def html(app: AppTest) -> str:
    return "\n".join(element.proto.body for element in app.get("html"))


def links(app: AppTest) -> dict[str, str]:
    return {link.label: link.proto.query_string for link in app.get("page_link")}


def test_three_sentences_and_three_ways_in(page):
    app = page(ROOT)
    lead = next(part for part in html(app).split("<p") if "names what is in pictures" in part)

    assert lead.partition("</p>")[0].count(".") == 3
    assert [header.value for header in app.header] == ["Just try", "A service", "A place"]
    assert links(app)["Tesseract OCR"] == "service=tesseract-ocr"
    assert links(app)["Front desk of Example City Library"] == "place=library-desk"


def test_the_picture_is_a_text_that_came_out_wrong(page):
    app = page(ROOT)

    assert "A machine read: LOST PROPERTY REPORT" in html(app)
    assert "The same, out of focus. It read: Mond this sheet" in html(app)


def test_a_project_without_places_and_measurements_says_so(page, tmp_path):
    app = page(small(tmp_path, "reader").root)

    assert [text.value for text in app.markdown][1:] == [
        "No service of this project has a demonstration yet.",
        "This project describes no place yet.",
    ]


def test_the_language_travels_along_every_way(page):
    app = page(ROOT, lang="fr")

    assert {"lang=fr" in query for query in links(app).values()} == {True}


def test_the_languages_are_links_that_keep_what_the_address_asks_for(page):
    app = page(ROOT, place="library-desk")

    assert (
        '<a href="?place=library-desk&amp;lang=hi" target="_self" lang="hi" hreflang="hi" dir="ltr">हिन्दी</a>'
        in html(app)
    )


def test_a_link_of_a_note_shows_its_demonstration_at_once(page):
    app = page(ROOT, demo="tesseract-ocr/out-of-focus")

    assert app.title[0].value == "Watch it fail"
    assert "<h2>The picture is out of focus.</h2>" in html(app)
