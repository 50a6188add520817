"""Answers as analysis reads them: one for each person, wave and item, with how it came about."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable
from itertools import groupby
from typing import Any, NamedTuple

from sqlalchemy import Connection, RowMapping, and_, select

from toolkit.store.study.tables import study_answer, study_coding, study_participant
from toolkit.view.study import Answer

#: Without codes, answers are given out from so many people on, and never for fewer new ones at once.
FEWEST = 10
AT_ONCE = 3


class Given(NamedTuple):
    """One answer. `participant` is random and tells no order; `state` is that of its wave; `code` is the adjudicated
    code of an open answer, `codes` pairs of coder and code.
    """

    participant: str
    use: str
    state: str
    excluded: str
    channel: str
    language: str
    arm: str
    wave: str
    quotes: bool
    background: bool
    item: str
    answer: Answer
    seconds: float | None
    code: str
    codes: tuple[tuple[str, str], ...]
    protocol: str
    message: str
    consent: str
    version: str


def written(answer: Answer) -> str:
    """An answer as it is stored."""
    return json.dumps(list(answer) if isinstance(answer, tuple) else answer)


def read(value: str) -> Answer:
    """A stored answer."""
    found: Any = json.loads(value)
    return tuple(found) if isinstance(found, list) else found


def given(connection: Connection, deployment: str, use: str, round: int, *, anonymous: bool) -> list[Given]:
    """The answers of one round, by participant. Where people have no codes, only those of people who are done and
    counted, in an order drawn anew.
    """
    person, answer = study_participant, study_answer
    own = (answer.c.language.label("said_in"), answer.c.protocol.label("under"), answer.c.consent.label("agreed_to"))
    wanted = (
        select(person, answer.c.wave.label("in_wave"), answer.c.item, answer.c.value, answer.c.seconds, *own)
        .add_columns(answer.c.message, answer.c.version)
        .join_from(person, answer, answer.c.participant == person.c.id)
        .where(person.c.deployment == deployment, person.c.use == use, person.c.round == round)
        .order_by(person.c.id, answer.c.wave.desc(), answer.c.item)
    )
    if anonymous:
        wanted = wanted.where(person.c.counted)
    codes = _codes(connection, deployment)
    rows = [_given(row, codes) for row in connection.execute(wanted).mappings()]
    return _shuffled(rows) if anonymous else rows


def _given(row: RowMapping, codes: dict[tuple[str, str, str], list[tuple[str, str, bool]]]) -> Given:
    agreed = json.loads(row["agreed"])
    coded = codes.get((row["id"], row["in_wave"], row["item"]), [])
    settled = [code for _, code, adjudicated in coded if adjudicated]
    return Given(
        participant=row["id"],
        use=row["use"],
        state="complete" if row[f"{row['in_wave']}_done"] else "active",
        excluded=row["excluded"],
        channel=row["channel"],
        language=row["said_in"],
        arm=row["arm"],
        wave=row["in_wave"],
        quotes="quotes" in agreed,
        background="background" in agreed,
        item=row["item"],
        answer=read(row["value"]),
        seconds=row["seconds"],
        code=settled[0] if settled else "",
        codes=tuple((coder, code) for coder, code, adjudicated in coded if not adjudicated),
        protocol=row["under"],
        message=row["message"],
        consent=row["agreed_to"],
        version=row["version"],
    )


def _codes(connection: Connection, deployment: str) -> dict[tuple[str, str, str], list[tuple[str, str, bool]]]:
    """What coders said, by participant, wave and item."""
    here = and_(study_coding.c.participant == study_participant.c.id, study_participant.c.deployment == deployment)
    wanted = select(study_coding).join(study_participant, here).order_by(study_coding.c.coder)
    found: dict[tuple[str, str, str], list[tuple[str, str, bool]]] = {}
    for row in connection.execute(wanted).mappings():
        place = (row["participant"], row["wave"], row["item"])
        found.setdefault(place, []).append((row["coder"], row["code"], bool(row["adjudicated"])))
    return found


def _shuffled(rows: Iterable[Given]) -> list[Given]:
    people = [list(group) for _, group in groupby(rows, key=lambda row: row.participant)]
    secrets.SystemRandom().shuffle(people)
    return [row for rows in people for row in rows]
