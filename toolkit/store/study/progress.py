"""How far a study has come: counts of people, never who they are."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection, func, select

from toolkit.store.study.tables import study_participant, study_refusal, study_withdrawn


class Group(NamedTuple):
    """So many people who have all of this in common."""

    state: str
    arm: str
    channel: str
    language: str
    people: int


class Left(NamedTuple):
    """How many withdrew, and how many did not want to take part."""

    withdrawn: int
    refused: int


def groups(connection: Connection, deployment: str, use: str, round: int, *, anonymous: bool) -> list[Group]:
    """Everybody of one round who is not left out. Where people have no codes, only those who are counted: one alone
    could be watched.
    """
    person = study_participant.c
    sides = (person.state, person.arm, person.channel, person.language)
    here = (person.deployment == deployment, person.use == use, person.round == round, person.excluded == "")
    wanted = select(*sides, func.count()).where(*here).group_by(*sides).order_by(*sides)
    if anonymous:
        wanted = wanted.where(person.counted)
    return [Group(*row) for row in connection.execute(wanted)]


def excluded(connection: Connection, deployment: str, use: str, round: int) -> list[tuple[str, str]]:
    """Who is left out, and why."""
    person = study_participant.c
    here = (person.deployment == deployment, person.use == use, person.round == round, person.excluded != "")
    wanted = select(person.id, person.excluded).where(*here).order_by(person.id)
    return [(id, reason) for id, reason in connection.execute(wanted)]


def left(connection: Connection, deployment: str) -> Left:
    """Who is gone, over all rounds."""
    withdrawn = select(func.count()).select_from(study_withdrawn).where(study_withdrawn.c.deployment == deployment)
    refused = select(func.sum(study_refusal.c.count)).where(study_refusal.c.deployment == deployment)
    return Left(connection.execute(withdrawn).scalar_one(), connection.execute(refused).scalar() or 0)
