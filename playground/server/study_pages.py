"""How the pages of a study look: large, one thing at a time, in the languages of the study, without any script."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from playground.say import LANGUAGES, said, translations
from playground.server.feedback_pages import Reader
from playground.server.places import organisation
from toolkit.model.organisation import Look
from toolkit.paths import Project
from toolkit.render import html
from toolkit.render.environment import Templates
from toolkit.translations import Said
from toolkit.view.place import PlaceView
from toolkit.words import SOURCE, words

PICTOGRAM = "comment-text-outline"
#: As on the pages of feedback; the picture of a sign comes from this server.
POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'self'"
)
HEADERS = {"cache-control": "no-store", "content-security-policy": POLICY, "referrer-policy": "same-origin"}
#: The status of a page by what is wrong; 422 where that is in what was entered.
STATUS = {"form": 400, "foreign": 403, "busy": 429, "closed": 503}


def languages_of(view: PlaceView | None) -> tuple[str, ...]:
    """The languages in which somebody can take part: those of the place in which the study is asked."""
    if view is None or view.study is None:
        return LANGUAGES
    return tuple(tag for tag in view.languages if tag in view.study.languages) or view.languages[:1]


def reader_of(request: Request, project: Project, view: PlaceView | None, language: str = "") -> Reader:
    """The reader who sent *request*: in *language*, else in that of `?lang=` where the study has it, else in its first
    one.
    """
    known = languages_of(view)
    asked = language or request.query_params.get("lang", "")
    root = str(request.scope.get("root_path", ""))
    path = str(request.scope["path"]).removeprefix(root)
    return Reader(project, view, asked if asked in known else known[0], root, path)


def page(reader: Reader, template: str, title: str, status: int = 200, **more: Any) -> HTMLResponse:
    """The page *template* under the heading *title*, a key of the phrases.

    *more* fills the template; `wrong` holds what is wrong, each with the id of its field; with `choose` the languages
    are offered.
    """
    empty = {
        "wrong": (),
        "alarm": "study.not-kept",
        "links": (),
        "ways": (),
        "trial": False,
        "languages": (),
        "heading": "",
    }
    shown = {**_context(reader), **empty, **more, "title": title}
    shown["heading"] = shown["heading"] or said(reader.language, title)
    if more.get("choose"):
        shown["languages"] = [_language(reader, tag) for tag in languages_of(reader.view)]
    data = _templates(reader.project).render(f"study/{template}.html.j2", **shown)
    answer = HTMLResponse(data, status, HEADERS)
    if status == 429:
        answer.headers["retry-after"] = "60"
    return answer


def told(reader: Reader, title: str, lines: Iterable[Markup], status: int = 200, **more: Any) -> HTMLResponse:
    """A page that says *lines*, with a list, a button and ways on where *more* has them."""
    empty = {
        "points": (),
        "next": (),
        "then": (),
        "places": (),
        "groups": (),
        "button": "",
        "stay": None,
        "action": "",
        "fields": (),
        "code": "",
    }
    return page(reader, "told", title, status, **{**empty, "lines": list(lines), **more})


def see(reader: Reader, path: str) -> Response:
    """The answer to a form: another page, which can be loaded again without sending anything."""
    return RedirectResponse(reader.to(path), 303, {"cache-control": "no-store"})


def phrase(reader: Reader, key: str, **values: object) -> Said:
    """A phrase to stand where sentences of the study stand, with the language that it is in."""
    same = reader.language == SOURCE or key in translations(reader.language)
    return Said(said(reader.language, key, **values), reader.language if same else SOURCE, "source")


def paragraphs(text: Said) -> list[Said]:
    """*text* with an empty line between its paragraphs, taken apart."""
    return [text._replace(text=part.strip()) for part in text.text.split("\n\n") if part.strip()]


def _context(reader: Reader) -> dict[str, Any]:
    shown = html.context(reader.view.wording(reader.language), "") if reader.view else _of_nowhere(reader)
    plain = lambda key, **values: said(reader.language, key, **values)  # noqa: E731
    return {**shown, "t": reader.say, "plain": plain, "pictogram": PICTOGRAM}


def _of_nowhere(reader: Reader) -> dict[str, Any]:
    """What a page places that is about no single place."""
    publisher = organisation(reader.project)
    look = publisher.look if publisher else Look()
    name = Said(publisher.name, publisher.language, "source") if publisher else Said("disclose", SOURCE, "source")
    known = words(reader.language)
    return {
        "language": reader.language,
        "direction": known.direction,
        "say": known.say,
        "said": html.said(reader.language),
        "icon": html.icon,
        "name": name,
        **html.colours(look.accent),
    }


def _language(reader: Reader, tag: str) -> html.Language:
    known = words(tag)
    return html.Language(tag, known.own_name, known.direction, reader._replace(language=tag).to(reader.path))


@lru_cache(maxsize=2)
def _templates(project: Project) -> Templates:
    return Templates(project)
