"""Ways from page to page and out to the site. The language and the state of a shared screen travel along."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st
from streamlit.errors import StreamlitPageNotFoundError

from playground import config
from playground.say import language
from toolkit.words import SOURCE


def kept() -> dict[str, str]:
    """What every address of this visit carries."""
    tongue = language()
    known = {} if tongue == SOURCE else {"lang": tongue}
    return known | ({"kiosk": "1"} if st.query_params.get("kiosk") == "1" else {})


def way(page: str, label: str, icon: str | None = None, **query: str) -> None:
    """A link to a *page* of the playground; nothing where there is no such page."""
    try:
        st.page_link(f"pages/{page}.py", label=label, icon=icon, query_params={**query, **kept()})
    except StreamlitPageNotFoundError:
        return


def here(**query: str) -> str:
    """The address of this page with *query*."""
    return f"?{urlencode(query)}"


def reset() -> str:
    """The address that leaves nothing of this visit behind; it works without a script too."""
    tongue = kept().get("lang")
    return f"{config.read().base_path}/reset{here(lang=tongue) if tongue else ''}"


def on_site(path: str) -> str:
    """Where the page *path* of `docs/` is served, such as `notes/desk/data.md#section`."""
    page, mark, anchor = path.partition("#")
    served = f"{page.removesuffix('.md')}/" if page.endswith(".md") else page.removesuffix("index.html")
    return f"{config.read().base_path}/site/{served}{mark}{anchor}"
