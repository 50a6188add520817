"""Streamlit's page, in which everything of the playground appears: in the right language from the first byte.

Streamlit writes `<html lang="en">` for everybody. A screen reader takes its voice from there, and lines start where
`dir` says, so the language that the address asks for is written in before the page is sent.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from pathlib import Path

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route
from streamlit import file_util

from playground.say import LANGUAGES, said
from playground.server import kiosk
from playground.server.policy import policy
from toolkit.errors import DiscloseError
from toolkit.words import SOURCE, words

#: Streamlit serves its default page at the root alone.
FIRST = "welcome"
#: What is replaced, each of which stands in Streamlit's page exactly once.
HTML = re.compile(r'<html lang="en">')
TITLE = re.compile(r"<title>Streamlit</title>")
SERVICE = re.compile(r'<link rel="service-desc"[^>]*>')
WITHOUT_SCRIPTS = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)


class ShellError(DiscloseError):
    """Streamlit's page is not the one that is known here."""


def streamlit_page() -> str:
    """Streamlit's own page, as it is installed."""
    return (Path(file_util.get_static_dir()) / "index.html").read_text("utf-8")


def shell(page: str, language: str, head: str = "") -> str:
    """Streamlit's *page* for *language*, with *head* in its head.

    Raises:
        ShellError: the page is another one than we know, so that nobody can say which language it would be in.
    """
    direction = words(language).direction
    bare = (
        f"<noscript><p>{html.escape(said(language, 'server.scripts'))} "
        f'<a href="./site/">{html.escape(said(language, "server.documents"))}</a></p></noscript>'
    )
    title = html.escape(said(language, "app.title"))
    for pattern, text in (
        (HTML, f'<html lang="{language}" dir="{direction}">'),
        (TITLE, f"<title>{title}</title>"),
        (WITHOUT_SCRIPTS, bare),
        (SERVICE, head),
    ):
        page, found = pattern.subn(lambda _, text=text: text, page)  # type: ignore[misc]
        if found != 1:
            raise ShellError(
                f"Streamlit's page holds {pattern.pattern} {found} times, and it should once",
                "install the version of Streamlit that constraints.txt names",
            )
    return page


def routes(pages: Iterable[str], idle: int = 0) -> list[BaseRoute]:
    """The playground's first page at `/`, each of the others at its name, in the language of `?lang=`; for a shared
    screen where *idle* seconds are given, or with `?kiosk=1`. ShellError as in `shell`.
    """
    source = streamlit_page()
    heads = {False: "", True: kiosk.head(idle)}
    made = {(tongue, shared): shell(source, tongue, head) for tongue in LANGUAGES for shared, head in heads.items()}
    allowed = {"content-security-policy": policy(source)}

    async def show(request: Request) -> Response:
        asked = request.query_params.get("lang", SOURCE)
        shared = bool(idle) or request.query_params.get("kiosk") == "1"
        return HTMLResponse(made[asked if asked in LANGUAGES else SOURCE, shared], headers=allowed)

    async def home(request: Request) -> Response:
        query = request.url.query
        return RedirectResponse(f"{request.scope['root_path']}/{'?' if query else ''}{query}")

    return [Route("/", show), *(Route(f"/{page}", home if page == FIRST else show) for page in pages)]
