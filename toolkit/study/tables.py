"""Two by two tables: two groups of people, or the same people twice; and the same people more than twice.

Groups are compared by Fisher's exact test and by the unconditional tests of Barnard and Boschloo (scipy). The same
people are compared by McNemar's test, mid-p first: the exact one is too cautious and the corrected one too rough
(Fagerland, Lydersen and Laake, BMC Medical Research Methodology 2013;13:91). Who was asked more than twice is compared
by Cochran's Q (Biometrika 1950;37:256).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Literal, NamedTuple

#: Rows are groups, columns are right and not right; for McNemar rows are the first time, columns the second.
Table = tuple[tuple[int, int], tuple[int, int]]
Side = Literal["two-sided", "less", "greater"]


class Paired(NamedTuple):
    """McNemar's test of the people who changed. `statistic` and `corrected` are chi squares with one degree of freedom,
    0 where nobody changed.
    """

    mid_p: float
    exact: float
    statistic: float
    statistic_p: float
    corrected: float
    corrected_p: float


def fisher(table: Table, side: Side = "two-sided") -> float:
    """The p value of Fisher's exact test."""
    from scipy.stats import fisher_exact

    return float(fisher_exact(table, alternative=side)[1])


def barnard(table: Table, side: Side = "two-sided") -> float:
    """The p value of Barnard's test, over the pooled difference. Groups are columns, as in scipy."""
    from scipy.stats import barnard_exact

    return float(barnard_exact(table, alternative=side).pvalue)


def boschloo(table: Table, side: Side = "two-sided") -> float:
    """The p value of Boschloo's test, never larger than Fisher's. Groups are columns, as in scipy."""
    from scipy.stats import boschloo_exact

    return float(boschloo_exact(table, alternative=side).pvalue)


def mcnemar(table: Table) -> Paired:
    """The same people twice; only those who changed count: right then wrong, and wrong then right."""
    (_, lost), (won, _) = table
    changed = lost + won
    if not changed:
        return Paired(1.0, 1.0, 0.0, 1.0, 0.0, 1.0)
    fewer = min(lost, won)
    at = [math.comb(changed, count) / 2**changed for count in range(fewer + 1)]
    exact = min(1.0, 2 * sum(at))
    mid_p = min(1.0, 2 * sum(at) - at[-1])
    statistic = (lost - won) ** 2 / changed
    corrected = max(0, abs(lost - won) - 1) ** 2 / changed
    return Paired(mid_p, exact, statistic, _chi_square(statistic), corrected, _chi_square(corrected))


class Often(NamedTuple):
    """Cochran's Q of the same people on several occasions, its degrees of freedom, and the p value."""

    q: float
    freedom: int
    p: float


def cochran_q(people: Sequence[Sequence[int]]) -> Often:
    """A row for each person, with 1 for right and 0 for not right on each occasion. Raises ValueError unless there are
    at least two occasions, the same for all. Nobody who changed gives 0 and 1.
    """
    from scipy.stats import chi2

    times = {len(row) for row in people}
    if len(times) != 1 or min(times) < 2:
        raise ValueError("everybody has to be asked on the same occasions, at least two")
    occasions = times.pop()
    right, each = [sum(column) for column in zip(*people, strict=True)], [sum(row) for row in people]
    below = occasions * sum(each) - sum(count * count for count in each)
    if not below:
        return Often(0.0, occasions - 1, 1.0)
    above = (occasions - 1) * (occasions * sum(count * count for count in right) - sum(right) ** 2)
    q = above / below
    return Often(q, occasions - 1, float(chi2.sf(q, occasions - 1)))


def _chi_square(value: float) -> float:
    """How often a chi square with one degree of freedom is larger."""
    return math.erfc(math.sqrt(value / 2))
