"""What coders said of open answers, each by themselves, and what somebody settled on; the one never replaces the other.

An answer that its author changes loses its codes (`answers.keep`), and so does one that is withdrawn.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, and_, delete, insert, select, update

from toolkit.store.engine import Store
from toolkit.store.study.audit import note
from toolkit.store.study.given import read
from toolkit.store.study.protocols import wait
from toolkit.store.study.tables import study_answer, study_coding

#: Categories after ISO 9186 (Brugger): of the first two we say that somebody understood.
FRAME = ("certain", "likely", "marginal", "opposite", "wrong", "dont-know", "no-answer")


class Spot(NamedTuple):
    """Which answer it is."""

    participant: str
    wave: str
    item: str


class Said(NamedTuple):
    """What somebody said of an answer: of which study, where and in which words it stood, who, and which code."""

    deployment: str
    spot: Spot
    text: str
    by: str
    code: str


def code(store: Store, said: Said, today: dt.date) -> bool:
    """Keep what one coder said, in the place of what they said before. False where the answer has other words by now,
    or is gone. ValueError for what is no code.
    """
    with _same(store, said) as connection:
        if connection is not None:
            _put(connection, said, adjudicated=False)
            note(connection, today, said.deployment, "coded", data=f"{said.by} {said.spot.item}")
        return connection is not None


def adjudicate(store: Store, said: Said, today: dt.date) -> bool:
    """Keep what was settled on, beside what coders said. False and ValueError as `code`."""
    with _same(store, said) as connection:
        if connection is not None:
            others = and_(_here(said.spot), study_coding.c.adjudicated, study_coding.c.coder != said.by)
            connection.execute(delete(study_coding).where(others))
            _put(connection, said, adjudicated=True)
            note(connection, today, said.deployment, "adjudicated", data=f"{said.by} {said.spot.item}")
        return connection is not None


@contextmanager
def _same(store: Store, said: Said) -> Iterator[Connection | None]:
    """A connection that writes, while the answer still has the words that were read; else None."""
    if said.code not in FRAME:
        raise ValueError(f"there is no code {said.code!r}")
    with store.write() as connection:
        wait(connection)
        here = and_(*(study_answer.c[name] == value for name, value in said.spot._asdict().items()))
        kept = connection.execute(select(study_answer.c.value).where(here)).scalar()
        yield connection if kept is not None and read(kept) == said.text else None


def _put(connection: Connection, said: Said, *, adjudicated: bool) -> None:
    own = and_(study_coding.c.coder == said.by, study_coding.c.adjudicated == adjudicated)
    mine = and_(_here(said.spot), own)
    if not connection.execute(update(study_coding).where(mine).values(code=said.code)).rowcount:
        row = {**said.spot._asdict(), "coder": said.by, "adjudicated": adjudicated, "code": said.code}
        connection.execute(insert(study_coding).values(row))


def _here(spot: Spot) -> ColumnElement[bool]:
    return and_(*(study_coding.c[name] == value for name, value in spot._asdict().items()))
