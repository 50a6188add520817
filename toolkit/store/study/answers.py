"""Answers are kept one by one, each in a transaction of its own, and each once however often it is sent."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from sqlalchemy import Connection, and_, delete, exists, insert, select, update

from toolkit.store.engine import add
from toolkit.store.study.given import read, written
from toolkit.store.study.participants import mark
from toolkit.store.study.tables import study_answer, study_coding, study_sent
from toolkit.view.study import Answer

answer = study_answer.c


class Under(NamedTuple):
    """How an answer came about: in which language, under which plan, consent and notice, with which version of this."""

    language: str
    protocol: str
    consent: str
    message: str
    version: str


def sent(connection: Connection, participant: str, once: str) -> bool:
    """Whether the answer of the form whose key is *once* is there already."""
    key = and_(study_sent.c.participant == participant, study_sent.c.once == mark(participant, once))
    return bool(connection.execute(select(exists().where(key))).scalar())


def keep(  # noqa: PLR0913, PLR0917 - an answer has that many sides
    connection: Connection, participant: str, wave: str, item: str, given: Answer, once: str, under: Under,
    seconds: float | None,
) -> None:  # fmt: skip
    """Keep an answer, or put it in the place of an earlier one to the same question, whose codes are then void."""
    add(connection, study_sent, {"participant": participant, "once": mark(participant, once)})
    key = {"participant": participant, "wave": wave, "item": item}
    values = {"value": written(given), **under._asdict(), "seconds": seconds}
    here = and_(*(answer[name] == value for name, value in key.items()))
    if not connection.execute(update(study_answer).where(here).values(values)).rowcount:
        connection.execute(insert(study_answer).values(**key, **values))
        return
    void = and_(*(study_coding.c[name] == value for name, value in key.items()))
    connection.execute(delete(study_coding).where(void))


def of(connection: Connection, participant: str, wave: str) -> dict[str, Answer]:
    """The answers of somebody in one wave, by item."""
    wanted = select(answer.item, answer.value).where(answer.participant == participant, answer.wave == wave)
    return {item: read(value) for item, value in connection.execute(wanted)}


def all_of(connection: Connection, participant: str) -> list[tuple[str, str, Answer]]:
    """Every answer of somebody: item, wave, answer."""
    wanted = select(answer.item, answer.wave, answer.value).where(answer.participant == participant)
    rows = connection.execute(wanted.order_by(answer.wave.desc(), answer.item))
    return [(item, wave, read(value)) for item, wave, value in rows]


def any_of(connection: Connection, participant: str) -> bool:
    """Whether somebody answered anything yet."""
    return bool(connection.execute(select(exists().where(answer.participant == participant))).scalar())


def drop(connection: Connection, participant: str, items: Collection[str], wave: str | None = None) -> None:
    """Delete answers of somebody to *items*, in one wave or in all."""
    gone = delete(study_answer).where(answer.participant == participant, answer.item.in_(items))
    connection.execute(gone.where(answer.wave == wave) if wave else gone)
