"""Rows of a table in, what each person understood of each point out, and how many did in any group."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from toolkit.study.score import Mark, together
from toolkit.study.table import Row, mark_of


class Result(NamedTuple):
    """What one person showed of one point on one occasion. `passed`: all questions about it were passed over."""

    participant: str
    wave: str
    arm: str
    language: str
    point: str
    mark: Mark
    passed: bool


class Tally(NamedTuple):
    """How many people were asked about a point and told something by it; of them, how many were right, did not know,
    hold a critical belief or passed it over. `waiting` wait to be coded and are among no other number.
    """

    people: int = 0
    right: int = 0
    unsure: int = 0
    critical: int = 0
    passed: int = 0
    waiting: int = 0


def counts(row: Row, use: str = "real") -> bool:
    """Whether a row is counted: answers of this use, of people who were not left out."""
    return row.use == use and not row.excluded


def results(table: Iterable[Row]) -> list[Result]:
    """What each person showed of each point, by person, wave and point; who asked for two languages is counted under
    the one that the last question about the point was read in.
    """
    about: dict[tuple[str, str, str], list[Row]] = {}
    for row in table:
        if row.kind == "understanding" and row.point:
            about.setdefault((row.participant, row.wave, row.point), []).append(row)
    return [_result(rows) for _, rows in sorted(about.items())]


def _result(rows: list[Row]) -> Result:
    last = rows[-1]
    mark = together(map(mark_of, rows))
    return Result(
        last.participant, last.wave, last.arm, last.language, last.point, mark, all(not row.answer for row in rows)
    )


def tally(found: Iterable[Result]) -> Tally:
    """How many there are of each kind."""
    people = right = unsure = critical = passed = waiting = 0
    for each in found:
        if each.mark.right is None:
            waiting += 1
            continue
        people += 1
        right += each.mark.right
        unsure += each.mark.unsure
        critical += each.mark.critical
        passed += each.passed
    return Tally(people, right, unsure, critical, passed, waiting)
