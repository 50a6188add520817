"""`/feedback/delete`: with the code of a report its sender sees it and deletes it for good."""

from __future__ import annotations

import base64
import logging

from starlette.responses import Response

from playground.server.asked import Asked
from playground.server.feedback_pages import Reader, lines, page
from playground.server.kept import store
from playground.server.pace import PACE
from toolkit.store.codes import read_code
from toolkit.store.engine import StoreError
from toolkit.store.feedback import Sent, delete_by_code, look_up
from toolkit.words import words

log = logging.getLogger(__name__)


def show_code(asked: Asked) -> Response:
    """The form that asks for a code."""
    return _code(asked)


def take_code(asked: Asked) -> Response:
    """The report behind a code, or the word that it is gone."""
    fields = asked.fields or {}
    if asked.foreign:
        return _code(asked, "feedback.error.foreign", 403)
    if not PACE.allows(asked.sender):
        return _code(asked, "feedback.code-busy", 429)
    code = read_code(fields.get("code", ""))
    try:
        kept = store(asked.reader.project)
        if code and fields.get("act") == "delete" and delete_by_code(kept, code):
            told = [asked.reader.say("feedback.deleted")]
            return page(asked.reader, "told", "feedback.deleted-title", lines=told)
        sent = look_up(kept, code) if code and fields.get("act") != "delete" else None
    except StoreError as error:
        log.error("a report cannot be read: %s", error)  # noqa: TRY400 - it holds no words of people
        return _code(asked, "feedback.code-closed", 503)
    if sent is None:
        return _code(asked, "feedback.code-unknown", 404)
    return _code(asked, sent=_shown(asked.reader, sent), code=str(code))


def _code(asked: Asked, wrong: str = "", status: int = 200, *, sent: object = None, code: str = "") -> Response:
    reasons = [("code", asked.reader.say(wrong))] if wrong else []
    action = asked.reader.to("/feedback/delete")
    told = {"action": action, "sent": sent, "code": code, "reasons": reasons}
    return page(asked.reader, "code", "feedback.code-title", status, wrong=wrong and "feedback.code-title", **told)


def _shown(reader: Reader, sent: Sent) -> dict[str, object]:
    """A report as its sender sees it."""
    told, day = words(reader.language), words(reader.language).day
    mine, ours = sent.message.language, None
    texts = [
        ("feedback.kind", reader.say(f"feedback.kind.{sent.message.kind}"), None),
        ("feedback.sent-about", lines(sent.message.about), None),
        ("feedback.sent-text", lines(sent.message.text), mine),
        ("feedback.sent-reply", lines(sent.reply), ours),
    ]
    until = [reader.say("feedback.sent-until", day=day(sent.keep_until))] if sent.keep_until else []
    return {
        "state": reader.say(f"feedback.state.{sent.status}"),
        "texts": [row for row in texts if row[1]],
        "crop": f"data:image/png;base64,{base64.b64encode(sent.crop).decode()}" if sent.crop else "",
        "lines": [reader.say("feedback.sent-on", day=told.day(sent.day)), *until],
    }
