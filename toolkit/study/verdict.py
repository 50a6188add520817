"""Two verdicts that must not be mixed up: whether a target was met, and whether it was demonstrated.

"16 of 20" (the user test of EU package leaflets) is a rule for the next round of a text; it is no proof that four
fifths of all people understand, since its interval begins at 58 %. Demonstrated is what the FDA asks of labels: the
lower bound of the exact interval reaches the threshold (CONFER, NEJM 2020;382:2129).
"""

from __future__ import annotations

import math
from typing import NamedTuple

from toolkit.study.proportion import Interval, clopper_pearson, wilson


class Verdict(NamedTuple):
    """Of one comprehension point: how many of whom were right, both intervals, and the two verdicts."""

    right: int
    people: int
    wilson: Interval
    exact: Interval
    needed: int
    """People who have to be right for the target."""
    meets_target: bool
    demonstrated: bool


def verdict(right: int, people: int, threshold: float) -> Verdict:
    """*right* of *people*, against a *threshold* from 0 to 1. Raises ValueError where that is no share of people."""
    exact = clopper_pearson(right, people)
    needed = target(people, threshold)
    return Verdict(right, people, wilson(right, people), exact, needed, right >= needed, exact.low >= threshold)


def target(people: int, threshold: float) -> int:
    """How many of *people* have to be right: 16 of 20 for 0.8, scaled as ceil(threshold * n)."""
    return math.ceil(round(threshold * people, 9))


def can_demonstrate(people: int, threshold: float) -> bool:
    """Whether so few people can demonstrate *threshold* at all, with everybody right."""
    return clopper_pearson(people, people).low >= threshold
