"""A log that only grows: each entry holds the hash of the one before, so that none can be changed or taken out.

It tells that something happened to data and never what the data was: who and what are keyed hashes (HMAC, RFC 2104)
under a key of the participant's own, which is destroyed when they withdraw. From then on nobody can tell whose an entry
was. Without codes there is no keyed hash at all, for the order of entries would tell who came when.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import json
from typing import Any, NamedTuple

from sqlalchemy import Connection, RowMapping, insert, select

from toolkit.store.study.tables import study_audit

START = "0" * 64


class Whose(NamedTuple):
    """The participant that an entry is about, and the key that hides who it is."""

    id: str
    key: bytes


def note(  # noqa: PLR0913, PLR0917 - an entry has that many sides
    connection: Connection, day: dt.date, deployment: str, event: str, whose: Whose | None = None, data: str = ""
) -> None:
    """Add an entry about *event*; *data* goes in as a hash, keyed where it is somebody's."""
    last = _last(connection)
    entry: dict[str, Any] = {
        "number": last["number"] + 1 if last else 1,
        "day": day,
        "deployment": deployment,
        "event": event,
        "who": _keyed(whose, whose.id) if whose else "",
        "data": _keyed(whose, data) if data else "",
    }
    entry["hash"] = _hash(entry, last["hash"] if last else START)
    connection.execute(insert(study_audit).values(entry))


class Checked(NamedTuple):
    """How many entries there are, the hash of the last one, and the first entry that does not fit (None: all do)."""

    entries: int
    head: str
    broken: int | None


def verify(connection: Connection) -> Checked:
    """Whether every entry follows from the one before."""
    before, entries, broken = START, 0, None
    for row in connection.execute(select(study_audit).order_by(study_audit.c.number)).mappings():
        entries += 1
        if broken is None and (row["number"] != entries or row["hash"] != _hash(row, before)):
            broken = entries
        before = row["hash"]
    return Checked(entries, before, broken)


def holds(connection: Connection, hash: str) -> bool:
    """Whether an entry of the log has *hash*."""
    return connection.execute(select(study_audit.c.number).where(study_audit.c.hash == hash)).first() is not None


def _last(connection: Connection) -> RowMapping | None:
    wanted = select(study_audit).order_by(study_audit.c.number.desc()).limit(1)
    return connection.execute(wanted).mappings().first()


def _hash(entry: Any, before: str) -> str:
    parts = [before, *(str(entry[name]) for name in ("number", "day", "deployment", "event", "who", "data"))]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def _keyed(whose: Whose | None, text: str) -> str:
    if whose is None:
        return hashlib.sha256(text.encode()).hexdigest()
    return hmac.new(whose.key, text.encode(), hashlib.sha256).hexdigest()
