"""A request for one's rights, sent from the form behind a notice: time and place, and an answer within a month."""

from __future__ import annotations

import logging

from starlette.responses import Response

from playground.server.asked import Asked
from playground.server.feedback_pages import links, page, see
from playground.server.kept import day, store
from playground.server.pace import PACE
from toolkit.store.engine import StoreError
from toolkit.store.rights import Request, a_month_after, ask
from toolkit.store.words import Refused
from toolkit.words import words

log = logging.getLogger(__name__)


def take_request(asked: Asked) -> Response:
    """Keep a request for one's rights, then say by when it is answered."""
    fields, reader = asked.fields or {}, asked.reader
    rights = reader.view.deployment.law.rights if reader.view and reader.view.deployment.law else ()
    if asked.foreign:
        return _request_wrong(asked, "foreign", 403)
    if fields.get("right") not in rights:
        return _request_wrong(asked, "empty", 422)
    if not PACE.allows(asked.sender):
        return _request_wrong(asked, "busy", 429)
    right, time, place, answer_to = (fields.get(name, "") for name in ("right", "time", "place", "answer"))
    request = Request(asked.place, right, time, place, answer_to, reader.language)
    try:
        ask(store(reader.project), request, day())
    except Refused:
        return _request_wrong(asked, "empty", 422)
    except StoreError as error:
        log.error("a request was not kept: %s", error)  # noqa: TRY400 - it holds no words of people
        return _request_wrong(asked, "closed", 503)
    return see(reader, f"/feedback/{asked.place}/received")


def received(asked: Asked) -> Response:
    """The request arrived; by when it is answered."""
    reader = asked.reader
    due = words(reader.language).day(a_month_after(day()))
    told = [reader.say("feedback.request-due", day=due), reader.say("feedback.request-alone")]
    return page(reader, "told", "feedback.request-title", lines=told, links=links(reader, "notice"))


def _request_wrong(asked: Asked, reason: str, status: int) -> Response:
    told = [asked.reader.say(f"feedback.request-{reason}")]
    return page(asked.reader, "told", "feedback.request-wrong", status, lines=told, links=links(asked.reader, "notice"))
