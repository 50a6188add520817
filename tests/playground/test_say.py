"""The words of the playground: every key that the pages ask for, every language, every name and figure in it."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from playground.extract import extract
from playground.phrases import phrases
from playground.say import LANGUAGES, LOCALES, lacking, said, translations
from toolkit.po import parse
from toolkit.words import NAME

PLAYGROUND = Path(__file__).parents[2] / "playground"
#: A key in the code, with `{...}` where it is made of parts.
ASKED = re.compile(r"""(?<![.\w])(?:say|quoting)\(\s*f?"([^"]+)\"""")
OTHERS = [language for language in LANGUAGES if language != "en"]
FIGURE = re.compile(r"\d+")


def asked() -> set[str]:
    return {key for path in PLAYGROUND.rglob("*.py") for key in ASKED.findall(path.read_text("utf-8"))}


def test_every_key_that_the_code_asks_for_exists() -> None:
    """Keys that are made of parts exist for some parts at least."""
    keys = asked()
    patterns = {key: re.compile(re.sub(r"\\\{.*?\\\}", ".+", re.escape(key))) for key in keys}

    assert "welcome.title" in keys
    assert [key for key, pattern in patterns.items() if not any(map(pattern.fullmatch, phrases()))] == []


def test_keys_start_with_the_name_of_a_page_or_a_part() -> None:
    assert [key for key in phrases() if not re.fullmatch(r"[a-z]+\.[\w.-]+", key)] == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_has_every_phrase(language: str) -> None:
    assert lacking(language) == ()


@pytest.mark.parametrize("language", OTHERS)
def test_names_and_figures_are_those_of_the_english(language: str) -> None:
    found = {key: entry.texts[0] for key, entry in translations(language).items()}
    names = [key for key, text in found.items() if {*NAME.findall(text)} != {*NAME.findall(phrases()[key])}]
    figures = [
        key for key, text in found.items() if Counter(FIGURE.findall(text)) != Counter(FIGURE.findall(phrases()[key]))
    ]

    assert names == []
    assert figures == []


@pytest.mark.parametrize("language", OTHERS)
def test_the_files_are_in_step_with_the_phrases(language: str) -> None:
    """`python -m playground.extract` changes nothing, and says that nobody has reviewed them."""
    data = (LOCALES / f"{language}.po").read_bytes()

    assert extract(language, data) == data
    assert b"No speaker of this language has reviewed these translations yet." in data


def test_extracting_keeps_what_was_written_and_marks_what_changed() -> None:
    known = b'msgctxt "app.title"\nmsgid "Playing field"\nmsgstr "Spielfeld"\n'

    entries, findings = parse(extract("de", known), "de.po")
    title = next(entry for entry in entries if entry.context == "app.title")

    assert findings == []
    assert (title.id, title.texts, title.fuzzy) == ("Playground", ("Spielfeld",), True)


def test_a_phrase_is_said_with_its_values() -> None:
    assert said("es", "fail.more", name="Tesseract OCR") == "Todos los límites de Tesseract OCR"


def test_a_value_keeps_its_direction_inside_a_line_from_right_to_left() -> None:
    assert said("ar", "fail.more", name="OCR") == "كل حدود \u2068OCR\u2069"


def test_what_has_no_translation_is_english_and_keeps_its_direction() -> None:
    """Hebrew is written from right to left, and nothing is translated into it."""
    assert said("it", "app.title") == "Playground"
    assert said("he", "app.title") == "\u2068Playground\u2069"


def test_a_key_that_is_not_there_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        said("de", "app.nowhere")


def first_page(**query: str) -> AppTest:
    app = AppTest.from_file(str(PLAYGROUND / "app.py"), default_timeout=60)
    for name, value in query.items():
        app.query_params[name] = value
    return app.run()


def test_the_language_of_the_address_is_kept_for_the_session() -> None:
    app = first_page(lang="fr")
    title = app.title[0].value
    del app.query_params["lang"]

    assert title == "Voyez vous-même où l’IA se trompe"
    assert app.run().title[0].value == title


def test_a_language_that_is_none_of_ours_is_english() -> None:
    assert first_page(lang="tlh").title[0].value == "See for yourself what AI gets wrong"


def quoted() -> None:
    """A page with a text of the metadata in a phrase."""
    import streamlit as st

    from playground.say import quoting

    st.html(quoting("read.demo", what="It is <dark>."))


@pytest.mark.parametrize(
    ("language", "html"),
    [
        ("en", "Watch for this: It is &lt;dark&gt;."),
        ("de", 'Achten Sie auf: <span lang="en" dir="ltr">It is &lt;dark&gt;.</span>'),
    ],
)
def test_text_of_the_metadata_in_a_phrase_says_its_language(language: str, html: str) -> None:
    page = AppTest.from_function(quoted)
    page.query_params["lang"] = language

    assert page.run().get("html")[0].proto.body == html
