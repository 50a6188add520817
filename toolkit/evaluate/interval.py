"""Intervals that say how far a figure can be trusted: over whole photographs, never over crops or letters.

Pages of one photograph share its light and its paper, so they are drawn together. The bootstrap is Efron's percentile
interval (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13). Where no photograph shows an error
the bootstrap would say 0 to 0, which nobody should believe; there a bound stands instead: with n photographs and none
in error, at most 1 - 0.05^(1/n) of photographs are in error, at 95 % (the exact binomial bound; Hanley and
Lippman-Hand, JAMA 1983;249:1743). Fewer than five photographs say nothing of others, and get no interval.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

DRAWS = 2000
LEVEL = 0.95
FEWEST = 5
#: Sums of photographs (photographs, or draws by photographs, first) in, figures out.
Figure = Callable[[npt.NDArray[np.float64]], npt.NDArray[np.float64]]


class Share(NamedTuple):
    """A part of a whole, such as errors of characters."""

    part: float
    whole: float


class Estimate(NamedTuple):
    """A figure with its interval at 95 %; `low` and `high` are None where too few photographs say nothing of others."""

    value: float
    low: float | None
    high: float | None
    method: str
    photographs: int


def rate(shares: Mapping[Hashable, Sequence[Share]], seed: int = 0) -> Estimate | None:
    """Summed parts over summed wholes, of the shares of each photograph. None where there is nothing to measure.

    The same shares and *seed* give the same interval, whatever the order of the photographs.
    """
    sums = [(float(sum(s.part for s in each)), float(sum(s.whole for s in each))) for each in shares.values()]
    sums = [(part, whole) for part, whole in sums if whole > 0]
    count = len(sums)
    if not count:
        return None
    value = sum(part for part, _ in sums) / sum(whole for _, whole in sums)
    if count >= FEWEST:
        bound: float = (1 - LEVEL) ** (1 / count)
        if all(part == 0 for part, _ in sums):
            return Estimate(value, 0.0, 1 - bound, "exact bound on photographs with an error", count)
        if all(part == whole for part, whole in sums):
            return Estimate(value, bound, 1.0, "exact bound on photographs without a miss", count)
    return figure([np.array(each) for each in sums], lambda drawn: drawn[..., 0] / drawn[..., 1], seed)


def figure(sums: Sequence[npt.NDArray[np.float64]], of: Figure, seed: int = 0) -> Estimate | None:
    """Any figure *of* sums over photographs, with its bootstrap interval; None where there is no photograph."""
    if not sums:
        return None
    ordered = np.array(sorted(each.tolist() for each in sums))
    count = len(ordered)
    value = float(of(ordered.sum(axis=0)))
    if count < FEWEST:
        return Estimate(value, None, None, "too few pictures for an interval", count)
    draws = np.random.Generator(np.random.PCG64(seed)).multinomial(count, np.full(count, 1 / count), size=DRAWS)
    with np.errstate(invalid="ignore", divide="ignore"):
        figures = of(np.tensordot(draws, ordered, axes=(1, 0)))
    low, high = np.nanquantile(figures, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return Estimate(value, float(min(low, value)), float(max(high, value)), "bootstrap over photographs", count)
