"""The playground's words in the language of whoever looks at it: from `?lang=`, kept for the session, else English.

The translations are those of `playground/locale/<language>.po`, read as the toolkit reads its own.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Literal

import streamlit as st
from markupsafe import Markup, escape

from playground.phrases import phrases
from toolkit.po import Entry, parse
from toolkit.words import NAME, NUMBER, SOURCE, Words, words

LOCALES = Path(__file__).parent / "locale"
#: In the order in which the row of languages names them.
LANGUAGES = ("en", "es", "fr", "de", "ar", "hi", "zh-Hans")
FIRST_STRONG, POP = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"


def language() -> str:
    """The language that was asked for in the address or earlier in this session; English where it is none of ours."""
    asked = st.query_params.get("lang", "")
    if asked in LANGUAGES:
        st.session_state["language"] = asked
    return str(st.session_state.get("language", SOURCE))


def direction() -> Literal["ltr", "rtl"]:
    """Where lines of the chosen language start."""
    return words(language()).direction


def say(key: str, **values: object) -> str:
    """The phrase under *key* with its `{names}` filled in; in English, kept in its own direction, where it has no
    translation. KeyError where there is no such phrase.
    """
    return said(language(), key, **values)


def said(tongue: str, key: str, **values: object) -> str:
    """`say` in the language *tongue*."""
    found = translations(tongue).get(key)
    text = found.texts[0] if found else phrases()[key]
    told = words(tongue)
    filled = NAME.sub(lambda name: _value(told, values[name[1]]), text)
    return filled if found or told.direction == "ltr" else f"{FIRST_STRONG}{filled}{POP}"


def _value(told: Words, value: object) -> str:
    """A number in the digits of a language; a text kept in its own direction inside one from right to left."""
    if isinstance(value, int | float):
        return told.number(value)
    text = str(value)
    alone = told.direction == "rtl" and text and not NUMBER.fullmatch(text)
    return f"{FIRST_STRONG}{text}{POP}" if alone else text


def lacking(tongue: str) -> tuple[str, ...]:
    """Keys without a translation of what the phrase says now; these are said in English."""
    return () if tongue == SOURCE else tuple(key for key in phrases() if key not in translations(tongue))


@lru_cache(maxsize=len(LANGUAGES))
def translations(tongue: str) -> dict[str, Entry]:
    """The translations of what the phrases say now, by key."""
    path = LOCALES / f"{tongue}.po"
    if not path.is_file():
        return {}
    known = {entry.key: entry for entry in parse(path.read_bytes(), path.name)[0] if not entry.obsolete}
    found = {key: known.get((key, text)) for key, text in phrases().items()}
    return {key: entry for key, entry in found.items() if entry and entry.done}


def foreign(text: str, tongue: str = SOURCE) -> Markup:
    """*text* of the metadata, in the language *tongue*, as HTML that says so where another language is chosen."""
    if tongue == language():
        return escape(text)
    return Markup('<span lang="{}" dir="{}">{}</span>').format(tongue, words(tongue).direction, text)


def quoting(key: str, **texts: str) -> Markup:
    """`say` as HTML, with *texts* of the metadata in it, each as `foreign` gives it."""
    whole = escape(say(key, **{name: f"{{{name}}}" for name in texts}))
    for name, text in texts.items():
        whole = whole.replace(f"{{{name}}}", foreign(text))
    return whole
