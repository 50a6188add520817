"""The gallery: what is shown of a limit, what stands in, what is not measured, and what leads on."""

from __future__ import annotations

from pathlib import Path

import pytest
from projects import small
from streamlit.testing.v1 import AppTest

from playground import facts

ROOT = Path(__file__).parents[2]


@pytest.fixture
def page(monkeypatch):
    """Runs the gallery in a project."""

    def run(root: Path, **query: str) -> AppTest:
        monkeypatch.setenv("DISCLOSE_PROJECT", str(root))
        facts.content.clear()
        facts.failures.clear()
        app = AppTest.from_file(str(ROOT / "playground/pages/fail.py"), default_timeout=60)
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


def test_a_limit_shows_before_and_after_a_sentence_and_a_figure_with_what_it_rests_on(page):
    text = html(page(ROOT, demo="tesseract-ocr/out-of-focus"))
    shown = text[text.index("<h2>") : text.index("n is the number")]

    assert "Letters run into one another and can be taken for others." in shown
    assert "Came out: LOST PROPERTY REPORT" in shown
    assert "63\u00a0% of the characters come out wrong." in shown
    assert "n = 48, 95 % interval 53\u00a0% to 70\u00a0%. A program made these pictures." in shown
    assert '<th scope="row">5</th><td>94\u00a0%</td><td>91\u00a0% – 96\u00a0%</td>' in shown
    assert 'href="/site/notes/tesseract-ocr/transparency-note/#limitation-out-of-focus"' in text


def test_an_engine_in_the_place_of_another_says_so_before_anything_else(page):
    text = html(page(ROOT, demo="vision-ocr/poor-scan"))
    first = text.index("This is not Azure AI Vision OCR. Tesseract OCR runs here in its place")

    assert first < text.index("The scan or photo is blurred")
    assert "The figure is that of Tesseract OCR and says nothing certain of Azure AI Vision OCR." in text


def test_what_was_not_measured_says_so(page):
    text = html(page(ROOT, demo="tesseract-ocr/handwriting"))
    shown = text[text.index("<h2>") : text.index("n is the number")]

    assert "<strong>Not measured.</strong>" in shown
    assert "%" not in shown


def test_what_no_engine_here_can_show_says_so(page):
    text = html(page(ROOT, demo="vision-spatial-analysis/hidden-people"))

    assert "No engine that runs here can show this." in text


def test_a_demonstration_that_is_not_there_is_told_and_all_others_are_shown(page):
    app = page(ROOT, demo="<b>no</b>/such")

    assert "There is no such demonstration." in html(app)
    assert "<b>no</b>" not in html(app)
    assert app.selectbox[0].value == "tesseract-ocr"


def test_a_service_of_the_address_comes_first(page):
    assert page(ROOT, service="opencv-tags").selectbox[0].value == "opencv-tags"


def test_another_service_can_be_chosen(page):
    app = page(ROOT)
    app.selectbox[0].select("vision-face").run()

    assert "This is not Azure AI Vision Face." in html(app)


def test_a_project_without_demonstrations_says_what_to_do(page, tmp_path):
    app = page(small(tmp_path, "reader").root)

    assert "No limit of this project has a demonstration yet." in html(app)
    assert "`demo:`" in app.markdown[0].value


def test_figures_and_sentences_are_said_in_the_language_and_metadata_says_that_it_is_english(page):
    text = html(page(ROOT, demo="tesseract-ocr/out-of-focus", lang="de"))

    assert "Wenn mit den Bildern nichts geschieht: 7,4\u00a0%." in text
    assert '<h2><span lang="en" dir="ltr">The picture is out of focus.</span></h2>' in text
