"""The project's own pictures with something written on them, and what is known of each."""

from __future__ import annotations

import streamlit as st
from babel import Locale, UnknownLocaleError

from playground.facts import project
from playground.say import language
from toolkit.errors import DiscloseError
from toolkit.evaluate.corpus import Corpus, Item, load_corpus


@st.cache_resource(show_spinner=False)
def corpora() -> tuple[Corpus, ...]:
    """Every corpus of the project that can be used, photographs before what a program drew. What is wrong with the
    others is what `disclose evaluate` says.
    """
    found = []
    for file in sorted(project().root.glob("corpora/*/corpus.yml")):
        try:
            found.append(load_corpus(file.parent))
        except DiscloseError:
            continue
    return tuple(sorted(found, key=lambda corpus: corpus.synthetic is not False))


def with_text() -> tuple[Item, ...]:
    """Pictures of which it is known what is written on them."""
    return tuple(item for corpus in corpora() for item in corpus.items if item.truth and item.truth.text)


def of(item: Item) -> Corpus | None:
    """The corpus that *item* comes from."""
    return next((corpus for corpus in corpora() if item in corpus.items), None)


def name_of(tag: str) -> str:
    """The language *tag* (BCP 47) in the words of the chosen language; the tag itself where nobody knows it."""
    try:
        return Locale.parse(tag, sep="-").get_display_name(Locale.parse(language(), sep="-")) or tag
    except (UnknownLocaleError, ValueError):
        return tag
