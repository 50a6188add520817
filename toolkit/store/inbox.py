"""What whoever answers for a place does with what people sent: read, mark, reply, publish, take out as a table."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterable
from typing import Any, NamedTuple

from sqlalchemy import Select, Table, case, delete, select, update

from toolkit.errors import UsageError
from toolkit.store.engine import Store
from toolkit.store.feedback import Term
from toolkit.store.tables import STATES, feedback, feedback_crop, rights_request
from toolkit.store.words import kept_text

#: Signs by which a spreadsheet takes a cell for a formula, half and full width (OWASP, "CSV Injection").
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
COLUMNS = (
    feedback.c.id,
    feedback.c.deployment,
    feedback.c.service,
    feedback.c.kind,
    feedback.c.about,
    feedback.c.text,
    feedback.c.language,
    feedback.c.day,
    feedback.c.status,
    feedback.c.reply,
    feedback.c.public_what_you_said.label("you_said"),
    feedback.c.public_what_we_did.label("we_did"),
    feedback.c.keep_until,
    feedback.c.code_hash.is_not(None).label("has_code"),
    feedback_crop.c.feedback_id.is_not(None).label("has_crop"),
)


class Entry(NamedTuple):
    """A message in the inbox."""

    id: str
    deployment: str
    service: str | None
    kind: str
    about: str
    text: str
    language: str
    day: dt.date
    status: str
    reply: str
    you_said: str
    we_did: str
    keep_until: dt.date | None
    has_code: bool
    has_crop: bool


def inbox(store: Store, deployment: str | None = None, status: str | None = None) -> list[Entry]:
    """The messages, the oldest first; of one place, or in one state."""
    wanted = _entries().order_by(feedback.c.day, feedback.c.id)
    if deployment:
        wanted = wanted.where(feedback.c.deployment == deployment)
    if status:
        wanted = wanted.where(feedback.c.status == _state(status))
    with store.read() as connection:
        return [Entry(**row) for row in connection.execute(wanted).mappings()]


def entry(store: Store, id: str) -> Entry:
    """The message *id*. Raises UsageError where there is none."""
    with store.read() as connection:
        row = connection.execute(_entries().where(feedback.c.id == id)).mappings().first()
    if row is None:
        raise _unknown(id)
    return Entry(**row)


def crop(store: Store, id: str) -> bytes:
    """The part of a picture in the message *id*, as PNG. Raises UsageError where there is none."""
    with store.read() as connection:
        wanted = select(feedback_crop.c.png).where(feedback_crop.c.feedback_id == id)
        png: bytes | None = connection.execute(wanted).scalar()
    if png is None:
        raise UsageError(f"{id} holds no part of a picture", "`disclose feedback list` says which do")
    return png


def deployment_of(store: Store, id: str) -> str:
    """The place that the message or the request for rights *id* is about. Raises UsageError where there is none."""
    with store.read() as connection:
        for table in (feedback, rights_request):
            found: str | None = connection.execute(select(table.c.deployment).where(table.c.id == id)).scalar()
            if found is not None:
                return found
    raise _unknown(id)


def mark(store: Store, id: str, status: str, term: Term) -> None:
    """Note how far a message or a request for rights has come; what is answered or done is kept for *term*.
    Raises UsageError for an unknown id or status.
    """
    if not _changed(store, feedback, id, _progress(status, term)):
        _must(id, done=_changed(store, rights_request, id, _progress(status, term)))


def reply(store: Store, id: str, text: str, term: Term) -> None:
    """Answer whoever holds the code of the message *id*. Raises UsageError, Refused."""
    words = {"reply": kept_text(text)}
    _must(id, done=_changed(store, feedback, id, {**words, **_progress("answered", term)}))


def publish(store: Store, id: str, you_said: str, we_did: str, term: Term) -> None:
    """Put "you said, we did" on the public page of the place; empty words take it off. Raises UsageError, Refused."""
    words = {"public_what_you_said": kept_text(you_said), "public_what_we_did": kept_text(we_did)}
    _must(id, done=_changed(store, feedback, id, {**words, **_progress("answered", term)}))


def remove(store: Store, id: str) -> None:
    """Delete a message or a request for rights at once and for good. Raises UsageError."""
    with store.write() as connection:
        gone = connection.execute(delete(feedback).where(feedback.c.id == id)).rowcount
        gone += connection.execute(delete(rights_request).where(rights_request.c.id == id)).rowcount
    _must(id, done=bool(gone))
    store.scrub()


def as_csv(entries: Iterable[Entry]) -> str:
    """A table for a spreadsheet, in which no cell is a formula."""
    out = io.StringIO()
    table = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    table.writerow(Entry._fields)
    table.writerows([_harmless(value) for value in each] for each in entries)
    return out.getvalue()


def _harmless(value: object) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text


def _entries() -> Select[Any]:
    joined = feedback.outerjoin(feedback_crop, feedback_crop.c.feedback_id == feedback.c.id)
    return select(*COLUMNS).select_from(joined)


def _progress(status: str, term: Term) -> dict[str, Any]:
    """What *status* means for a record: what is answered or done is kept for a while more, the rest until it is."""
    over = _state(status) in {"answered", "done"}
    return {"status": status, "keep_until": term.end if over else None}


def _changed(store: Store, table: Table, id: str, values: dict[str, Any]) -> bool:
    """Whether *table* holds the record *id*, which then has *values*."""
    if "code_hash" in table.c:  # the day that the sender of a report was told is never moved
        until = case((table.c.code_hash.is_not(None), table.c.keep_until), else_=values["keep_until"])
        values = {**values, "keep_until": until}
    with store.write() as connection:
        return bool(connection.execute(update(table).where(table.c.id == id).values(values)).rowcount)


def _must(id: str, *, done: bool) -> None:
    if not done:
        raise _unknown(id)


def _state(status: str) -> str:
    if status not in STATES:
        raise UsageError(f"{status!r} is no status", f"choose one of {', '.join(STATES)}")
    return status


def _unknown(id: str) -> UsageError:
    return UsageError(f"there is no message {id!r}", "`disclose feedback list` names those that are there")
