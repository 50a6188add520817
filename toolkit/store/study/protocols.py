"""Which plan a study follows: free to change until the first real answer, then locked until somebody amends it."""

from __future__ import annotations

import datetime as dt
import json
from typing import NamedTuple

from sqlalchemy import Connection, insert, select, text, update

from toolkit.model.study import Study, canonical
from toolkit.store.engine import add
from toolkit.store.study.tables import study_amendment, study_protocol
from toolkit.view.study import consent_hash, protocol_hash

#: Any number that no other program takes: those who write to a study wait for each other on it.
TURN = 7_041_903


class Locked(NamedTuple):
    """The plan that counts, the round it belongs to, and how often it was amended."""

    protocol: str
    round: int
    number: int


class Amendment(NamedTuple):
    """A change of plan after the first answer; answers of one round are pooled."""

    number: int
    protocol: str
    amended_from: str
    round: int
    reason: str
    day: dt.date


def wait(connection: Connection) -> None:
    """Let one write to studies at a time, also where several programs do. SQLite does that by itself."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": TURN})


def record(connection: Connection, study: Study, message: str) -> str:
    """Keep the plan as it is now, once; gives its hash."""
    hash = protocol_hash(study)
    plan = json.dumps(canonical(study), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    row = {"hash": hash, "deployment": study.deployment, "canonical": plan}
    add(connection, study_protocol, {**row, "consent": consent_hash(study), "message": message, "first_day": None})
    return hash


def locked(connection: Connection, deployment: str) -> Locked | None:
    """The plan that counts; None before the first real answer."""
    last = amendments(connection, deployment)[-1:]
    if last:
        return Locked(last[0].protocol, last[0].round, last[0].number)
    own = study_protocol.c.deployment == deployment
    wanted = select(study_protocol.c.hash).where(own, study_protocol.c.first_day.is_not(None))
    hash: str | None = connection.execute(wanted).scalar()
    return Locked(hash, 1, 0) if hash else None


def lock(connection: Connection, hash: str, day: dt.date) -> None:
    """The first real answer came on *day*."""
    free = (study_protocol.c.hash == hash, study_protocol.c.first_day.is_(None))
    connection.execute(update(study_protocol).where(*free).values(first_day=day))


def amend(connection: Connection, deployment: str, amendment: Amendment) -> None:
    """Let another plan count from now on."""
    connection.execute(insert(study_amendment).values(deployment=deployment, **amendment._asdict()))


def amendments(connection: Connection, deployment: str) -> list[Amendment]:
    """Every change of plan, the first one first."""
    columns = [study_amendment.c[name] for name in Amendment._fields]
    wanted = select(*columns).where(study_amendment.c.deployment == deployment).order_by(study_amendment.c.number)
    return [Amendment(*row) for row in connection.execute(wanted)]
