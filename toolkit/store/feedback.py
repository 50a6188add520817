"""What people send: a report beside a result, a note in the box; seen and deleted by code, or when its time is over."""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import Any, NamedTuple

from sqlalchemy import Connection, RowMapping, and_, delete, insert, or_, select, update

from toolkit.store.codes import Code, Hashed, hashed, id_of, matches
from toolkit.store.engine import Store, add
from toolkit.store.tables import KINDS, feedback, feedback_crop, rights_request
from toolkit.store.words import Refused, kept_text

#: A picture of 640 by 640 pixels needs no more.
MOST_BYTES = 2_000_000
PNG = b"\x89PNG\r\n\x1a\n"


class Term(NamedTuple):
    """A day, and for how many days from it something is kept: `feedback_kept_days` of its deployment."""

    day: dt.date
    days: int

    @property
    def end(self) -> dt.date:
        """The first day on which it is there no more."""
        return self.day + dt.timedelta(self.days)


class Message(NamedTuple):
    """What somebody says about *deployment*: `kind` is one of KINDS, `about` says what the machine answered."""

    deployment: str
    kind: str
    text: str
    language: str
    service: str | None = None
    about: str = ""


class Crop(NamedTuple):
    """A part of a picture as PNG, and the words that its sender agreed to."""

    png: bytes
    consent: str


class Sent(NamedTuple):
    """A report as its sender sees it again."""

    message: Message
    day: dt.date
    status: str
    reply: str
    keep_until: dt.date | None
    crop: bytes | None


class Answer(NamedTuple):
    """What the public reads: what was said, what was done."""

    you_said: str
    we_did: str


def put_in_box(store: Store, message: Message, today: dt.date, once: str) -> bool:
    """Keep a note without a name; False where the same note of the same form, whose key is *once*, is there already.
    Raises Refused for a text that is empty or too long.
    """
    clean = _clean(message)
    if not clean.text:
        raise Refused("empty", "the note is empty", "write what you want to tell")
    with store.write() as connection:
        return add(connection, feedback, {**_row(clean, today), "id": id_of(once, *map(str, clean))})


def send_report(store: Store, message: Message, term: Term, code: Code, crop: Crop | None = None) -> bool:
    """Keep a report for *term*, with a part of a picture only where its sender agreed; False where it is there already.
    Raises Refused for what cannot be kept.
    """
    if crop is not None:
        _check(crop)
    kept = hashed(code.secret)
    row = {**_row(_clean(message), term.day), "id": code.id, "keep_until": term.end}
    with store.write() as connection:
        added = add(connection, feedback, {**row, "code_salt": kept.salt, "code_hash": kept.hash})
        if added and crop is not None:
            version = consent_version(crop.consent)
            picture = {"feedback_id": code.id, "png": crop.png, "consent_version": version, "keep_until": term.end}
            connection.execute(insert(feedback_crop).values(picture))
    return added


def consent_version(words: str) -> str:
    """The hash by which one can tell later which words were agreed to."""
    return hashlib.sha256(words.encode()).hexdigest()


def look_up(store: Store, code: Code) -> Sent | None:
    """The report behind *code*; None where there is none, or none any more."""
    with store.read() as connection:
        row = _behind(connection, code)
        if row is None:
            return None
        wanted = select(feedback_crop.c.png).where(feedback_crop.c.feedback_id == code.id)
        picture = connection.execute(wanted).scalar()
    message = Message(row["deployment"], row["kind"], row["text"], row["language"], row["service"], row["about"])
    return Sent(message, row["day"], row["status"], row["reply"], row["keep_until"], picture)


def delete_by_code(store: Store, code: Code) -> bool:
    """Delete the report behind *code* with its part of a picture, for good; False where there is none."""
    with store.write() as connection:
        if _behind(connection, code) is None:
            return False
        connection.execute(delete(feedback).where(feedback.c.id == code.id))
    store.scrub()
    return True


def retain(store: Store, today: dt.date) -> int:
    """Delete what may be kept until *today* and no longer; gives how many records that were.

    Of a report with a published answer only the published words stay.
    """
    over = and_(feedback.c.keep_until.is_not(None), feedback.c.keep_until <= today)
    published = or_(feedback.c.public_what_you_said != "", feedback.c.public_what_we_did != "")
    empty = {"text": "", "about": "", "reply": "", "status": "done"}
    unset = dict.fromkeys(("service", "keep_until", "code_salt", "code_hash"))
    crop_of = select(feedback.c.id).where(over)
    with store.write() as connection:
        pictures = or_(feedback_crop.c.keep_until <= today, feedback_crop.c.feedback_id.in_(crop_of))
        gone = connection.execute(delete(feedback_crop).where(pictures)).rowcount
        gone += connection.execute(update(feedback).where(over, published).values({**empty, **unset})).rowcount
        gone += connection.execute(delete(feedback).where(over)).rowcount
        gone += connection.execute(delete(rights_request).where(rights_request.c.keep_until <= today)).rowcount
    store.scrub()  # also what an earlier deletion could not overwrite
    return gone


def answers(store: Store, deployment: str) -> list[Answer]:
    """What was published about *deployment*, the latest day first."""
    said, did = feedback.c.public_what_you_said, feedback.c.public_what_we_did
    wanted = select(said, did).where(feedback.c.deployment == deployment, said != "", did != "")
    with store.read() as connection:
        return [Answer(*row) for row in connection.execute(wanted.order_by(feedback.c.day.desc(), feedback.c.id))]


def _behind(connection: Connection, code: Code) -> RowMapping | None:
    row = connection.execute(select(feedback).where(feedback.c.id == code.id)).mappings().first()
    if row is None or row["code_hash"] is None:
        return None
    return row if matches(code.secret, Hashed(row["code_salt"], row["code_hash"])) else None


def _clean(message: Message) -> Message:
    if message.kind not in KINDS:
        raise Refused("kind", f"{message.kind!r} is no kind of problem", f"choose one of {', '.join(KINDS)}")
    return message._replace(text=kept_text(message.text), about=kept_text(message.about))


def _check(crop: Crop) -> None:
    if not crop.png.startswith(PNG):
        raise Refused("no-png", "the part of the picture is no PNG", "send it as PNG")
    if len(crop.png) > MOST_BYTES:
        raise Refused("crop-too-large", "the part of the picture is too large", "make it smaller")
    if not crop.consent:
        raise Refused("no-consent", "nobody agreed to keep a part of the picture", "ask first")


def _row(message: Message, today: dt.date) -> dict[str, Any]:
    empty = dict.fromkeys(("reply", "public_what_you_said", "public_what_we_did"), "")
    return {**message._asdict(), **empty, "day": today, "status": "new"}
