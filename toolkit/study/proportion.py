"""Shares of people, with intervals at 95 % unless another level is asked for.

Wilson's score interval (Wilson, JASA 1927;22:209) is shown beside the exact one of Clopper and Pearson (Biometrika
1934;26:404); the difference of two shares has Newcombe's hybrid score interval (Statistics in Medicine 1998;17:873).
"""

from __future__ import annotations

import math
from statistics import NormalDist
from typing import NamedTuple

LEVEL = 0.95


class Interval(NamedTuple):
    """From `low` to `high`, both shares from 0 to 1; for a difference from -1 to 1."""

    low: float
    high: float


def wilson(count: int, of: int, level: float = LEVEL) -> Interval:
    """The score interval of *count* people *of* all. Raises ValueError unless 0 <= count <= of and of > 0."""
    share = _share(count, of)
    z = NormalDist().inv_cdf((1 + level) / 2)
    middle = share + z * z / (2 * of)
    half = z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    scale = 1 + z * z / of
    low = 0.0 if count == 0 else (middle - half) / scale
    high = 1.0 if count == of else (middle + half) / scale
    return Interval(low, high)


def wilson_corrected(count: int, of: int, level: float = LEVEL) -> Interval:
    """The score interval with Newcombe's correction for continuity, wider than `wilson`. Raises ValueError as it."""
    share = _share(count, of)
    z = NormalDist().inv_cdf((1 + level) / 2)
    middle, scale = 2 * of * share + z * z, 2 * (of + z * z)
    below = z * math.sqrt(z * z - 2 - 1 / of + 4 * share * (of * (1 - share) + 1)) + 1 if count else middle
    above = z * math.sqrt(z * z + 2 - 1 / of + 4 * share * (of * (1 - share) - 1)) + 1 if count < of else scale - middle
    return Interval(max(0.0, (middle - below) / scale), min(1.0, (middle + above) / scale))


def clopper_pearson(count: int, of: int, level: float = LEVEL) -> Interval:
    """The exact interval, by quantiles of the beta distribution. Raises ValueError as `wilson`."""
    from scipy.stats import beta

    _share(count, of)
    tail = (1 - level) / 2
    low = float(beta.ppf(tail, count, of - count + 1)) if count else 0.0
    high = float(beta.ppf(1 - tail, count + 1, of - count)) if count < of else 1.0
    return Interval(low, high)


def at_most(of: int, level: float = LEVEL) -> float:
    """What nobody of *of* people showed is shown by at most this share of all, one-sided: 1 - (1 - level)^(1/n)."""
    _share(0, of)
    return 1 - float((1 - level) ** (1 / of))


def difference(one: tuple[int, int], other: tuple[int, int], level: float = LEVEL) -> Interval:
    """Of the share of *one* less that of *other*, each as (count, of). Raises ValueError as `wilson`."""
    first, second = _share(*one), _share(*other)
    a, b = wilson(*one, level), wilson(*other, level)
    below = math.hypot(first - a.low, b.high - second)
    above = math.hypot(a.high - first, second - b.low)
    return Interval(first - second - below, first - second + above)


def _share(count: int, of: int) -> float:
    if of <= 0 or not 0 <= count <= of:
        raise ValueError(f"{count} of {of} is no share of people")
    return count / of
