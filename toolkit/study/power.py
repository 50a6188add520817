"""What so many people can and cannot show, told before anybody is asked.

Sixteen of twenty is a rule for the next round of a text and no proof, so both verdicts are told apart; the power of two
arms is counted out over every pair of results, with Fisher's exact test.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from toolkit.model.study import Study
from toolkit.study.proportion import at_most, clopper_pearson, difference, wilson
from toolkit.study.tables import fisher, mcnemar
from toolkit.study.verdict import can_demonstrate, target

LEVEL = 0.05
#: Below this a result is told as a trial.
FEWEST = 10
#: Shares of people who know a point in one arm and in the other, of which the power is told.
PAIRS = ((0.9, 0.5), (0.9, 0.7))
#: How many people have a problem that somebody may or may not show.
RARE = (0.1, 0.2)
#: Nobody plans for more people than this; a target that needs more is told as out of reach.
MOST = 1000


def least_demonstrated(people: int, share: float) -> int | None:
    """How many of *people* must be right so that *share* is demonstrated; None where not even all are enough."""
    known = (right for right in range(people + 1) if clopper_pearson(right, people).low >= share)
    return next(known, None)


def people_needed(share: float) -> int | None:
    """The fewest people who can demonstrate *share*, all of them being right; None where nobody asks so many."""
    return next((people for people in range(1, MOST + 1) if can_demonstrate(people, share)), None)


def chance_to_see(share: float, people: int) -> float:
    """How likely at least one of *people* shows what *share* of all people have."""
    return float(1 - (1 - share) ** people)


def power(one: tuple[int, float], other: tuple[int, float], level: float = LEVEL) -> float:
    """How often Fisher's test finds a difference between two arms, each as people and the share who know it."""
    (first, p), (second, q) = one, other
    found = (
        _chance(a, first, p) * _chance(b, second, q)
        for a in range(first + 1)
        for b in range(second + 1)
        if fisher(((a, first - a), (b, second - b))) <= level
    )
    return math.fsum(found)


def changes_needed(*, exact: bool, level: float = LEVEL) -> int:
    """How many people must change, all in one direction, so that two waves differ by McNemar's test."""
    for changed in range(1, MOST):
        found = mcnemar(((0, changed), (0, 0)))
        if (found.exact if exact else found.mid_p) <= level:
            return changed
    raise ValueError("no number of people is enough")  # pragma: no cover - half to the power of 1000


def split(people: int, arms: int) -> list[int]:
    """As even as can be."""
    return [people // arms + (index < people % arms) for index in range(arms)]


def told(study: Study, people: int) -> list[str]:
    """Lines for the person who plans *study* with *people*. Raises ValueError for fewer people than arms, or none."""
    if people < max(1, len(study.arms)):
        raise ValueError(f"{people} people cannot be spread over {len(study.arms)} arms")
    share = study.criterion.share
    lines = [f"{people} people, target {_percent(share)} ({study.criterion.name})"]
    if people < FEWEST:
        lines.append(f"Below {FEWEST} people this is a trial, and not a study result.")
    lines += ["", "One point, all people together (95 % intervals):", *_table(people, share), ""]
    lines += [*_demonstrated(people, share), *_seen(people)]
    if len(study.arms) > 1:
        lines += ["", *_compared(split(people, len(study.arms)), [arm.id for arm in study.arms])]
    if any(wave.id == "continued" for wave in study.waves):
        lines += ["", *_twice()]
    primary = sum(point.primary for point in study.points)
    lines += ["", f"{primary} of {len(study.points)} points are primary. The others are looked at, and decide nothing."]
    return lines


def _table(people: int, share: float) -> Iterator[str]:
    need = target(people, share)
    yield f"  {'right':<10}{'Wilson':<16}{'exact':<16}{'target':<10}demonstrated"
    for right in sorted({people, people - 1, need, need - 1, people // 2} & set(range(people + 1)), reverse=True):
        low, exact = wilson(right, people), clopper_pearson(right, people)
        met = "met" if right >= need else "not met"
        shown = "yes" if exact.low >= share else "no"
        counted = f"{right} of {people}"
        yield f"  {counted:<10}{_range(low.low, low.high):<16}{_range(exact.low, exact.high):<16}{met:<10}{shown}"


def _demonstrated(people: int, share: float) -> Iterator[str]:
    least, needed = least_demonstrated(people, share), people_needed(share)
    if least is not None:
        yield f"{_percent(share)} is demonstrated from {least} of {people} right (the exact interval begins there)."
    elif needed is None:
        yield f"{_percent(share)} cannot be demonstrated with any number of people."
    else:
        yield f"{_percent(share)} cannot be demonstrated with {people} people; it takes {needed}, all of them right."


def _seen(people: int) -> Iterator[str]:
    most = f"{100 * at_most(people):.1f} %"
    yield f"A critical belief that none of {people} holds may still be held by {most} of all people."
    chances = [f"one in {1 / rare:.0f} people has: {_percent(chance_to_see(rare, people))}" for rare in RARE]
    yield f"The chance to meet a problem that {'; that '.join(chances)}."


def _compared(sizes: list[int], names: list[str]) -> Iterator[str]:
    """Of the two smallest arms, which differ least easily."""
    (first, one), (second, other) = sorted(zip(sizes, names, strict=True))[:2]
    yield f"Arms: {', '.join(f'{name} {size}' for name, size in zip(names, sizes, strict=True))}."
    for high, low in PAIRS:
        chance = power((first, high), (second, low))
        sentence = f"If {_percent(high)} know it in {one} and {_percent(low)} in {other}"
        yield f"{sentence}, Fisher's test finds that in {_percent(chance)} of studies."
    right, wrong = round(0.9 * first), round(0.5 * second)
    interval = difference((right, first), (wrong, second))
    points = f"{round(100 * interval.low)} to {round(100 * interval.high)} points"
    yield f"{right} of {first} against {wrong} of {second} is a difference of {points}."
    yield "Tell the interval, and never that there is no difference."


def _twice() -> Iterator[str]:
    mid_p, exact = changes_needed(exact=False), changes_needed(exact=True)
    yield f"Twice the same people: {mid_p} must change, all in one direction, for McNemar's mid-p ({exact}: exact)."
    yield "Plan for those who do not come back."


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"


def _range(low: float, high: float) -> str:
    return f"{100 * low:.1f}-{100 * high:.1f} %"


def _chance(right: int, of: int, share: float) -> float:
    return float(math.comb(of, right) * share**right * (1 - share) ** (of - right))
