"""Comparisons: arms with each other, the same people on two occasions, and one round with an earlier one.

A difference is always given with its interval. With ten people in each arm only very large differences show, so that
nothing here ever says "no difference".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

from toolkit.model.study import Study
from toolkit.study.count import Result, Tally, tally
from toolkit.study.proportion import Interval, difference
from toolkit.study.tables import Paired, Table, barnard, boschloo, fisher, mcnemar

#: The unconditional tests look at every table of two groups, which takes very long for large ones.
LARGEST = 100


class Contrast(NamedTuple):
    """Two groups of people at one point: the share of `one` less that of `other`, and p values for the appendix."""

    point: str
    one: str
    other: str
    counts: tuple[Tally, Tally]
    difference: float
    interval: Interval
    fisher: float
    barnard: float | None
    boschloo: float | None


class Twice(NamedTuple):
    """The same people at one point, first and later; how many were asked first, later, and both times."""

    point: str
    table: Table
    """Rows: right and not right the first time. Columns: the same later."""
    test: Paired
    first: int
    later: int
    both: int


def arms(study: Study, results: Iterable[Result]) -> tuple[Contrast, ...]:
    """Each pair of arms at each point, in the first wave."""
    cells: dict[tuple[str, str], list[Result]] = {}
    for each in results:
        if each.wave == "first":
            cells.setdefault((each.point, each.arm), []).append(each)
    pairs = list(combinations([arm.id for arm in study.arms], 2))
    found = (
        contrast(
            point.id, (one, tally(cells.get((point.id, one), ()))), (other, tally(cells.get((point.id, other), ())))
        )
        for point in study.points
        for one, other in pairs
    )
    return tuple(each for each in found if each)


def contrast(point: str, one: tuple[str, Tally], other: tuple[str, Tally]) -> Contrast | None:
    """Two named groups at one point; None where one of them has nobody."""
    a, b = one[1], other[1]
    if not a.people or not b.people:
        return None
    table: Table = ((a.right, a.people - a.right), (b.right, b.people - b.right))
    columns: Table = ((a.right, b.right), (a.people - a.right, b.people - b.right))
    small = max(a.people, b.people) <= LARGEST and _varies(table)
    return Contrast(
        point,
        one[0],
        other[0],
        (a, b),
        a.right / a.people - b.right / b.people,
        difference((a.right, a.people), (b.right, b.people)),
        fisher(table),
        barnard(columns) if small else None,
        boschloo(columns) if small else None,
    )


def _varies(table: Table) -> bool:
    """Whether some were right and some were not; else there is nothing to test."""
    return all(sum(column) for column in zip(*table, strict=True))


def twice(study: Study, results: Sequence[Result]) -> tuple[Twice, ...]:
    """Each point for those who were asked on both occasions; nobody's missing answer is made up."""
    marks: dict[tuple[str, str], dict[str, bool]] = {}
    for each in results:
        if each.mark.right is not None:
            marks.setdefault((each.point, each.wave), {})[each.participant] = each.mark.right
    return tuple(
        _twice(point.id, marks.get((point.id, "first"), {}), marks[point.id, "continued"])
        for point in study.points
        if (point.id, "continued") in marks
    )


def _twice(point: str, first: dict[str, bool], later: dict[str, bool]) -> Twice:
    both = sorted(first.keys() & later.keys())
    pairs = [(first[who], later[who]) for who in both]
    table: Table = (
        (pairs.count((True, True)), pairs.count((True, False))),
        (pairs.count((False, True)), pairs.count((False, False))),
    )
    return Twice(point, table, mcnemar(table), len(first), len(later), len(both))


def rounds(study: Study, before: Iterable[Result], now: Iterable[Result]) -> tuple[Contrast, ...]:
    """Each point now against an earlier round, over the first wave."""
    then, today = _first(before), _first(now)
    found = (
        contrast(point.id, ("now", tally(today.get(point.id, ()))), ("before", tally(then.get(point.id, ()))))
        for point in study.points
    )
    return tuple(each for each in found if each)


def _first(results: Iterable[Result]) -> dict[str, list[Result]]:
    found: dict[str, list[Result]] = {}
    for each in results:
        if each.wave == "first":
            found.setdefault(each.point, []).append(each)
    return found
