"""Intervals of shares, to the digits that were published or computed by others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.study.proportion import at_most, clopper_pearson, difference, wilson, wilson_corrected


@pytest.mark.parametrize(
    ("count", "of", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),  # Newcombe 1998, table I
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
        (18, 20, 0.6989663547715128, 0.972133518786232),  # R binom.confint
        (4, 20, 0.0806576625797981, 0.4160174322518935),
        (19, 38, 0.348499283643951, 0.651500716356049),
        (3, 10, 0.1077913, 0.6032219),  # R prop.test
        (0, 10, 0.0, 0.2775328),
        (10, 10, 0.7224672, 1.0),
        (8, 10, 0.490, 0.943),
        (16, 20, 0.584, 0.919),
        (19, 20, 0.764, 0.991),
    ],
)
def test_wilson(count, of, low, high):
    """The score interval."""
    digits = max(len(f"{bound}".partition(".")[2]) for bound in (low, high))
    tolerance = 5e-5 if digits >= 4 else 5e-4
    assert wilson(count, of) == pytest.approx((low, high), abs=tolerance)


@pytest.mark.parametrize(
    ("count", "of", "low", "high"),
    [(3, 10, 0.08094782, 0.64632928), (0, 10, 0.0, 0.3445372), (10, 10, 0.6554628, 1.0)],
)
def test_wilson_corrected(count, of, low, high):
    """The score interval with correction, as R's prop.test gives it."""
    assert wilson_corrected(count, of) == pytest.approx((low, high), abs=5e-8)


@pytest.mark.parametrize(
    ("count", "of", "low", "high"),
    [
        (18, 20, 0.6830172859809176, 0.9876514728297052),  # R binom.confint, exact
        (4, 20, 0.05733399705003284, 0.436614002996668),
        (0, 10, 0.0, 0.3084971),  # R binom.test
        (10, 10, 0.6915029, 1.0),
        (7, 50, 0.05819170033997342, 0.26739600249700846),
    ],
)
def test_clopper_pearson(count, of, low, high):
    """The exact interval."""
    assert clopper_pearson(count, of) == pytest.approx((low, high), abs=5e-8)


@pytest.mark.parametrize(("count", "low", "high"), [(680, 94.0, 97.1), (697, 96.9, 99.0), (641, 87.9, 92.4)])
def test_published_trial(count, low, high):
    """The three end points of CONFER, 710 people, as published in percent."""
    found = clopper_pearson(count, 710)
    assert (round(100 * found.low, 1), round(100 * found.high, 1)) == (low, high)


@pytest.mark.parametrize(
    ("one", "other", "low", "high"),
    [((7, 34), (1, 34), 0.018921, 0.340369), ((56, 70), (48, 80), 0.052431, 0.333873)],
)
def test_newcombe(one, other, low, high):
    """The difference of two shares: Fagerland 2015, and Newcombe 1998."""
    assert difference(one, other) == pytest.approx((low, high), abs=5e-7)


@pytest.mark.parametrize(("of", "most"), [(20, 0.139), (10, 0.259)])
def test_nobody(of, most):
    """A confusion that nobody of twenty showed may still be that of 13.9 %."""
    assert round(at_most(of), 3) == most


@pytest.mark.parametrize(("count", "of"), [(1, 0), (-1, 5), (6, 5)])
def test_no_share(count, of):
    """More people than there were, or none at all."""
    with pytest.raises(ValueError, match="is no share of people"):
        wilson(count, of)


@given(st.integers(1, 300).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_every_interval_holds_its_share(pair):
    """Both intervals hold the share, lie between 0 and 1, and mirror when right and wrong are swapped."""
    count, of = pair
    for interval in (wilson, wilson_corrected, clopper_pearson):
        low, high = interval(count, of)
        assert 0 <= low <= count / of + 1e-12
        assert count / of - 1e-12 <= high <= 1
        assert interval(of - count, of) == pytest.approx((1 - high, 1 - low), abs=1e-9)
