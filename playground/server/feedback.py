"""`/feedback/<deployment>`: a box without names, in plain HTML that needs no script; what became of it; one's report.

What people write goes to the store and nowhere else: no log, no address, no error tells of it. Where it cannot be kept
the page says so and still holds their words.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable

from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from playground.server import feedback_code, rights
from playground.server.asked import Asked, Fields, fields_of, foreign
from playground.server.feedback_pages import Reader, lines, links, page, reader_of, see
from playground.server.kept import day, project, store
from playground.server.pace import PACE
from playground.server.places import channel, kept_days, open_places
from toolkit.store.engine import StoreError
from toolkit.store.feedback import Message, answers, put_in_box
from toolkit.store.tables import KINDS
from toolkit.store.words import LONGEST, Refused
from toolkit.words import words

log = logging.getLogger(__name__)
Answer = Callable[[Asked], Response]
#: What a link to a field leads to, where that is not the field itself.
FIRST = {"kind": f"kind-{KINDS[0]}"}


def show_form(asked: Asked) -> Response:
    """The empty form."""
    return _form(asked, {})


def take_note(asked: Asked) -> Response:
    """Keep what was sent, then thank; else the form again, with the words in it and with what to do."""
    fields = asked.fields
    if asked.foreign or fields is None:
        return _form(asked, {}, {"": "foreign" if asked.foreign else "form"}, 403 if asked.foreign else 400)
    kind, text = fields.get("kind", ""), fields.get("text", "")
    faults = {} if kind in KINDS else {"kind": "kind"}
    if not text.strip():
        faults["text"] = "empty"
    if faults:
        return _form(asked, fields, faults, 422)
    if not PACE.allows(asked.sender):
        return _form(asked, fields, {"": "busy"}, 429)
    message = Message(asked.place, kind, text, asked.reader.language)
    try:
        put_in_box(store(asked.reader.project), message, day(), fields.get("once", ""))
    except Refused as refused:
        return _form(asked, fields, {"text": refused.reason}, 422)
    except StoreError as error:
        log.error("a note was not kept: %s", error)  # noqa: TRY400 - it holds no words of people
        return _form(asked, fields, {"": "closed"}, 503)
    return see(asked.reader, f"/feedback/{asked.place}/thanks")


def thank(asked: Asked) -> Response:
    """The note arrived; when somebody reads it."""
    reader = asked.reader
    told = [reader.say("feedback.thanks"), *_promise(reader)]
    more = [(reader.to(f"/feedback/{asked.place}"), "feedback.again"), *links(reader, "answers", "notice")]
    return page(reader, "told", "feedback.thanks-title", lines=told, links=more)


def show_answers(asked: Asked) -> Response:
    """What people said, and what was done."""
    reader = asked.reader
    source = reader.view.house.organisation.language if reader.view else ""
    try:
        known = [map(lines, answer) for answer in answers(store(reader.project), asked.place)]
    except StoreError as error:
        log.error("answers cannot be read: %s", error)  # noqa: TRY400 - it holds no words of people
        known = []
    more = links(reader, "form", "notice")
    return page(reader, "answers", "feedback.answers-title", answers=known, source=source, links=more)


def _form(asked: Asked, fields: Fields, faults: Fields | None = None, status: int = 200) -> Response:
    reader = asked.reader
    said = {field: reader.say(f"feedback.error.{reason}", most=LONGEST) for field, reason in (faults or {}).items()}
    fresh = fields.get("once") or secrets.token_urlsafe(16)
    answer = page(
        reader,
        "form",
        "feedback.title",
        status,
        action=reader.to(f"/feedback/{asked.place}"),
        once=fresh,
        kinds=KINDS,
        kind=fields.get("kind", ""),
        text=lines(fields.get("text", "")),
        most=LONGEST,
        wrong="feedback.not-sent" if said else "",
        reasons=[(FIRST.get(field, field), reason) for field, reason in said.items()],
        faults=said,
        promise=[*_promise(reader), reader.say("feedback.no-reply")],
        links=links(reader, "answers", "code", "notice"),
    )
    if status == 429:
        answer.headers["retry-after"] = "60"
    return answer


def _promise(reader: Reader) -> list[Markup]:
    """Within how many days somebody reads it, and how long it is kept."""
    days = words(reader.language).amount
    way = channel(reader.view, "anonymous_box", "in_app") if reader.view else None
    read = [reader.say("feedback.promise", days=days(way.response_days, "days"))] if way else []
    return [*read, reader.say("feedback.kept", days=days(kept_days(reader.view), "days"))]


def _lost(reader: Reader, places: list[tuple[str, object]]) -> Response:
    told = [reader.say("feedback.lost")]
    return page(reader, "told", "feedback.lost-title", 404, lines=told, places=places)


async def _asked(request: Request, answer: Answer, *, placed: bool) -> Response:
    fields = await fields_of(request) if request.method == "POST" else {}
    return await run_in_threadpool(_answered, request, fields, answer, placed=placed)


def _answered(request: Request, fields: Fields | None, answer: Answer, *, placed: bool) -> Response:
    here = project()
    known = open_places(here) if placed else {}
    view = known.get(str(request.path_params["deployment"])) if placed else None
    reader = reader_of(request, here, view)
    if placed and view is None:
        names = {id: each.wording(each.languages[0]).text("name", each.deployment.name) for id, each in known.items()}
        return _lost(reader, [(reader.to(f"/feedback/{id}"), name) for id, name in names.items()])
    sender = request.client.host if request.client else ""
    return answer(Asked(reader, fields, sender, foreign(request, view.base if view else "")))


def _route(path: str, method: str, answer: Answer) -> Route:
    placed = "{deployment}" in path

    async def endpoint(request: Request) -> Response:
        return await _asked(request, answer, placed=placed)

    return Route(path, endpoint, methods=[method])


#: For a server to mount; the first that fits answers, so no place can be called `delete`.
ROUTES: list[Route] = [
    _route("/feedback/delete", "GET", feedback_code.show_code),
    _route("/feedback/delete", "POST", feedback_code.take_code),
    _route("/feedback/{deployment}", "GET", show_form),
    _route("/feedback/{deployment}", "POST", take_note),
    _route("/feedback/{deployment}/thanks", "GET", thank),
    _route("/feedback/{deployment}/answers", "GET", show_answers),
    _route("/feedback/{deployment}/received", "GET", rights.received),
    _route("/feedback/{deployment}/request", "POST", rights.take_request),
    _route("/rights/{deployment}", "POST", rights.take_request),
]
