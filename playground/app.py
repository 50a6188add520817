"""The pages of the playground, their order, and what stands above each: the languages and the way to the others."""

from __future__ import annotations

import logging
import traceback
from html import escape
from pathlib import Path

import streamlit as st
from markupsafe import Markup

from playground import idle, theme
from playground.say import LANGUAGES, lacking, language, say
from playground.ways import here, way
from toolkit.errors import DiscloseError
from toolkit.paths import pictogram_file
from toolkit.words import SOURCE, words

PAGES = Path(__file__).parent / "pages"
NAMES = ("welcome", "read", "tag", "teach", "fail", "notice", "study")


def main() -> None:
    """Run the page that the address names. A note leads to `/?demo=<service>/<limitation>`: that is shown at once."""
    pages = {
        name: st.Page(PAGES / f"{name}.py", title=say(f"app.{name}"), url_path=name, default=name == NAMES[0])
        for name in NAMES
        if (PAGES / f"{name}.py").is_file()
    }
    chosen = st.navigation(list(pages.values()), position="hidden")
    st.set_page_config(f"{chosen.title} · {say('app.title')}", str(pictogram_file("eye-check-outline")), layout="wide")
    if "demo" in st.query_params and chosen == pages["welcome"]:
        st.switch_page(pages["fail"], query_params=st.query_params.to_dict())
    theme.dress()
    _languages()
    idle.watch()
    with st.container(horizontal=True, gap="small", key="pages"):
        for name in pages:
            way(name, say(f"app.{name}"))
    _unsaid()
    try:
        chosen.run()
    except DiscloseError as error:
        theme.told(str(error), error.help)
    except Exception as error:  # noqa: BLE001 - whatever breaks a page is told in our words
        # Not what the error says: that could quote what somebody brought.
        place = traceback.extract_tb(error.__traceback__)[-1]
        where = (chosen.url_path, type(error).__name__, place.filename, place.lineno)
        logging.getLogger(__name__).error("the page %s broke: %s in %s:%s", *where)  # noqa: TRY400 - see above
        theme.told(say("app.broken"), say("app.broken-help"))


def _languages() -> None:
    """The languages, each in its own name; first for the keyboard."""
    links = "".join(f"<li>{_language(tag)}</li>" for tag in LANGUAGES)
    st.html(f'<nav aria-label="{escape(say("app.languages"))}"><ul class="tongues">{links}</ul></nav>')


def _language(tag: str) -> str:
    """A link to this page in the language *tag*: a full load, so that all of it changes."""
    known = words(tag)
    address = escape(here(**{**st.query_params.to_dict(), "lang": tag}))
    current = ' aria-current="true"' if tag == language() else ""
    marks = f'lang="{tag}" hreflang="{tag}" dir="{known.direction}"{current}'
    return f'<a href="{address}" target="_self" {marks}>{known.own_name}</a>'


def _unsaid() -> None:
    """That nobody has checked this language, and how much of it nobody has written."""
    count = len(lacking(language()))
    english = Markup('<span lang="en" dir="ltr">{} sentences are in English: not translated yet.</span>').format(count)
    if language() != SOURCE:
        theme.said('<p class="quiet">{} {}</p>', say("app.unreviewed"), english if count else "")


main()
