"""Whether coders agree: Cohen's kappa for two, Fleiss' for a fixed number, Krippendorff's alpha for any, with gaps.

Cohen's standard error is that of Fleiss, Cohen and Everitt (Psychological Bulletin 1969;72:323). Alpha follows
Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), from its coincidence matrix.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import permutations
from typing import Literal, NamedTuple

Z_95 = 1.959963984540054
Scale = Literal["nominal", "ordinal", "interval", "ratio"]


class Kappa(NamedTuple):
    """Agreement beyond chance, its standard error, and the interval at 95 %."""

    value: float
    error: float
    low: float
    high: float

    @property
    def has_interval(self) -> bool:
        """Whether the interval says anything: so few or so equal codes can leave no error at all, which is no proof."""
        return self.error > 0


def kappa(table: Sequence[Sequence[int]]) -> Kappa | None:
    """Of two coders, from a square table: rows are categories of the one, columns of the other. None where both use a
    single category, since chance alone explains that.
    """
    total = sum(map(sum, table))
    shares = [[cell / total for cell in row] for row in table] if total else []
    rows = [sum(row) for row in shares]
    columns = [sum(column) for column in zip(*shares, strict=True)]
    agreed = sum(shares[index][index] for index in range(len(shares)))
    chance = sum(row * column for row, column in zip(rows, columns, strict=True))
    if not total or math.isclose(chance, 1):
        return None
    value = (agreed - chance) / (1 - chance)
    left = 1 - value
    diagonal = sum(shares[i][i] * (1 - (rows[i] + columns[i]) * left) ** 2 for i in range(len(rows)))
    beside = sum(shares[i][j] * (columns[i] + rows[j]) ** 2 for i, j in permutations(range(len(rows)), 2))
    variance = (diagonal + left**2 * beside - (value - chance * left) ** 2) / (total * (1 - chance) ** 2)
    error = math.sqrt(max(0.0, variance))
    return Kappa(value, error, value - Z_95 * error, value + Z_95 * error)


def fleiss(table: Sequence[Sequence[int]]) -> float | None:
    """Of a fixed number of coders, from a row for each answer with how many gave it each category. None where there is
    no answer, fewer than two coders, or one category only. Raises ValueError where rows have different sums.
    """
    sums = {sum(row) for row in table}
    if len(sums) > 1:
        raise ValueError("each answer has to be coded by the same number of coders")
    coders = sums.pop() if sums else 0
    if coders < 2:
        return None
    every = coders * len(table)
    agreed = sum(count * (count - 1) for row in table for count in row) / (every * (coders - 1))
    chance = sum((sum(column) / every) ** 2 for column in zip(*table, strict=True))
    return None if math.isclose(chance, 1) else (agreed - chance) / (1 - chance)


def alpha(codings: Sequence[Sequence[float | None]], scale: Scale = "nominal") -> float | None:
    """Of any number of coders: a row for each, a column for each answer, None where one gave no code. None where no
    answer was coded twice, or all codes are the same.
    """
    units = [[code for code in column if code is not None] for column in zip(*codings, strict=True)]
    pairs: Counter[tuple[float, float]] = Counter()
    for codes in units:
        if len(codes) > 1:
            for one, other in permutations(codes, 2):
                pairs[one, other] += 1 / (len(codes) - 1)  # type: ignore[assignment] # a weight
    counts: Counter[float] = Counter()
    for (one, _), weight in pairs.items():
        counts[one] += weight
    total = sum(counts.values())
    apart = _distances(counts, scale)
    seen = sum(weight * apart(*pair) for pair, weight in pairs.items())
    expected = sum(counts[one] * counts[other] * apart(one, other) for one in counts for other in counts)
    return 1 - (total - 1) * seen / expected if expected else None


def _distances(counts: Mapping[float, float], scale: Scale) -> Callable[[float, float], float]:
    """How far two codes are apart, squared."""

    def ordinal(one: float, other: float) -> float:
        low, high = sorted((one, other))
        between = sum(count for code, count in counts.items() if low <= code <= high)
        return float((between - (counts[one] + counts[other]) / 2) ** 2)

    return {
        "nominal": lambda one, other: float(one != other),
        "ordinal": ordinal,
        "interval": lambda one, other: float((one - other) ** 2),
        "ratio": lambda one, other: ((one - other) / (one + other)) ** 2 if one + other else 0.0,
    }[scale]
