"""Two by two tables: two groups of people, or the same people twice.

Groups are compared by Fisher's exact test and by the unconditional tests of Barnard and Boschloo (scipy). The same
people are compared by McNemar's test, mid-p first: the exact one is too cautious and the corrected one too rough
(Fagerland, Lydersen and Laake, BMC Medical Research Methodology 2013;13:91).
"""

from __future__ import annotations

import math
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


def _chi_square(value: float) -> float:
    """How often a chi square with one degree of freedom is larger."""
    return math.erfc(math.sqrt(value / 2))
