"""How the pages of feedback look: like the notice of the place, in its languages, without any script."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, NamedTuple

import markupsafe
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from playground.say import LANGUAGES, said, translations
from playground.server.places import organisation
from toolkit.model.organisation import Look
from toolkit.paths import Project
from toolkit.render import html
from toolkit.render.environment import Templates
from toolkit.translations import Said
from toolkit.view.place import PlaceView
from toolkit.words import SOURCE, words

PICTOGRAM = "comment-text-outline"
#: Nothing is loaded but the page itself, and its forms go nowhere else.
POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'self'"
)
HEADERS = {"cache-control": "no-store", "content-security-policy": POLICY, "referrer-policy": "same-origin"}
WAYS = ("person", "telephone", "email", "post")


class Reader(NamedTuple):
    """Whom a page is for: the place it is about (None: no single one), the language, where the server's root is."""

    project: Project
    view: PlaceView | None
    language: str
    root: str
    path: str

    def to(self, path: str) -> str:
        """The address of *path* on this server, in the reader's language."""
        return f"{self.root}{path}?lang={self.language}"

    def say(self, key: str, **values: object) -> Markup:
        """A phrase of the playground as HTML, which says so where it is not in the reader's language."""
        same = self.language == SOURCE or key in translations(self.language)
        text = said(self.language, key, **values)
        return html.said(self.language)(Said(text, self.language if same else SOURCE, "source" if same else "missing"))


def reader_of(request: Request, project: Project, view: PlaceView | None) -> Reader:
    """The reader who sent *request*: in the language of `?lang=` where the place has it, else in its first one."""
    known = view.languages if view else LANGUAGES
    asked = request.query_params.get("lang", "")
    root = str(request.scope.get("root_path", ""))
    path = str(request.scope["path"]).removeprefix(root)
    return Reader(project, view, asked if asked in known else known[0], root, path)


def page(reader: Reader, template: str, title: str, status: int = 200, **more: Any) -> HTMLResponse:
    """The page *template* under the heading *title*, a key of the phrases."""
    empty = {"wrong": "", "reasons": (), "links": (), "places": (), "contacts": (), "responsible": ""}
    shown = {**_context(reader), **empty, **_asks(reader, template), **more, "title": title}
    data = _templates(reader.project).render(f"feedback/{template}.html.j2", **shown)
    return HTMLResponse(data, status, HEADERS)


def lines(text: str) -> Markup:
    """Text of a stranger for HTML, with its own line ends."""
    return Markup(markupsafe.escape(text))  # noqa: S704 - escaped in the same breath


def see(reader: Reader, path: str) -> Response:
    """The answer to a form: another page, which can be loaded again without sending anything."""
    return RedirectResponse(reader.to(path), 303, {"cache-control": "no-store"})


def links(reader: Reader, *names: str) -> list[tuple[str, str]]:
    """Ways on from a page of a place: addresses, and keys of what to call them."""
    place = reader.view.id if reader.view else ""
    known = {
        "form": (reader.to(f"/feedback/{place}"), "feedback.title"),
        "answers": (reader.to(f"/feedback/{place}/answers"), "feedback.answers-title"),
        "code": (reader.to("/feedback/delete"), "feedback.to-code"),
        "notice": (f"{reader.root}/site/notices/{place}/{reader.language}/", "feedback.to-notice"),
    }
    return [known[name] for name in names]


def _context(reader: Reader) -> dict[str, Any]:
    told = html.context(reader.view.wording(reader.language), "") if reader.view else _of_nowhere(reader)
    address: Callable[[str], str] = lambda tag: reader._replace(language=tag).to(reader.path)  # noqa: E731
    languages = reader.view.languages if reader.view else LANGUAGES
    rows = [html.Language(tag, words(tag).own_name, words(tag).direction, address(tag)) for tag in languages]
    plain = {"t": reader.say, "plain": lambda key: said(reader.language, key), "fallbacks": "", "pictogram": PICTOGRAM}
    return {**told, **plain, "languages": rows}


def _of_nowhere(reader: Reader) -> dict[str, Any]:
    """What a page places that is about no single place."""
    publisher = organisation(reader.project)
    look = publisher.look if publisher else Look()
    name = Said(publisher.name, publisher.language, "source") if publisher else Said("disclose", SOURCE, "source")
    return {
        "language": reader.language,
        "direction": words(reader.language).direction,
        "say": words(reader.language).say,
        "said": html.said(reader.language),
        "icon": html.icon,
        "name": name,
        "status": "",
        "unreviewed": False,
        **html.colours(look.accent),
    }


def _asks(reader: Reader, template: str) -> dict[str, Any]:
    """Ways to reach somebody, for the pages that name them."""
    if reader.view is None or template not in {"form", "told"}:
        return {}
    wording = reader.view.wording(reader.language)
    return {"contacts": [ask for ask in wording.contacts if ask.kind in WAYS], "responsible": wording.responsible}


@lru_cache(maxsize=2)
def _templates(project: Project) -> Templates:
    return Templates(project)
