"""Whoever withdraws is deleted with everything that hangs on them; only a hash and the day stay, to count them."""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import NamedTuple

from sqlalchemy import Connection, delete, select

from toolkit.store.engine import add
from toolkit.store.study.audit import note
from toolkit.store.study.tables import study_participant, study_withdrawn


class Withdrawn(NamedTuple):
    """What stays: the hash of the code (of the audit key, where there was no code), the study, the day."""

    mark: bytes
    deployment: str
    day: dt.date


def withdraw(connection: Connection, id: str, day: dt.date) -> bool:
    """Delete the participant *id* with sessions, answers and codes; False where there is none. The caller scrubs the
    store afterwards.
    """
    person = study_participant.c
    row = connection.execute(select(study_participant).where(person.id == id)).mappings().first()
    if row is None:
        return False
    left = Withdrawn(mark_of(row["code_hash"], row["audit_key"]), row["deployment"], day)
    add(connection, study_withdrawn, left._asdict())
    note(connection, day, row["deployment"], "withdrawn")
    connection.execute(delete(study_participant).where(person.id == id))
    return True


def mark_of(code_hash: bytes | None, audit_key: bytes) -> bytes:
    """By which hash a participant can be known again in a backup."""
    return code_hash or hashlib.sha256(audit_key).digest()


def withdrawn(connection: Connection, deployment: str | None = None) -> list[Withdrawn]:
    """Everybody who withdrew."""
    wanted = select(study_withdrawn).order_by(study_withdrawn.c.day, study_withdrawn.c.mark)
    if deployment:
        wanted = wanted.where(study_withdrawn.c.deployment == deployment)
    return [Withdrawn(**row) for row in connection.execute(wanted).mappings()]
