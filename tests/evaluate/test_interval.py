"""Intervals over photographs."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.evaluate.interval import Share, figure, rate


def test_rates_are_summed_errors_over_summed_length():
    """A short page weighs no more than it holds: 1 of 10 and 0 of 90 are 1 of 100, not 5 %."""
    told = rate({"short": [Share(1, 10)], "long": [Share(0, 90)]})
    assert told is not None
    assert told.value == 0.01


def test_pages_of_one_photograph_count_once():
    """Two crops of one photograph are one photograph."""
    told = rate({"one": [Share(1, 10), Share(3, 10)], "two": [Share(0, 20)]})
    assert told is not None
    assert (told.value, told.photographs) == (0.1, 2)


def test_too_few_photographs_have_no_interval():
    """Four photographs say nothing of others."""
    told = rate({index: [Share(1, 10)] for index in range(4)})
    assert told is not None
    assert (told.low, told.high, told.method) == (None, None, "too few pictures for an interval")


def test_nothing_to_measure():
    """Pictures without anything to count give no rate."""
    assert rate({}) is None
    assert rate({"blank": [Share(0, 0)]}) is None


def test_a_bound_instead_of_none():
    """20 photographs without an error: at most 13.9 % of photographs have one (1 - 0.05^(1/20))."""
    told = rate({index: [Share(0, 50)] for index in range(20)})
    assert told is not None
    assert (told.value, told.low) == (0.0, 0.0)
    assert told.high == pytest.approx(0.1391, abs=0.00005)


def test_a_bound_instead_of_all():
    """20 photographs without a miss: at least 86.1 %."""
    told = rate({index: [Share(5, 5)] for index in range(20)})
    assert told is not None
    assert (told.value, told.high) == (1.0, 1.0)
    assert told.low == pytest.approx(0.8609, abs=0.00005)


def test_the_interval_of_equal_pages_agrees_with_the_normal_one():
    """For 200 pages of one word each, 20 of them wrong, the percentile interval is near 0.1 +- 1.96 * 0.0212."""
    told = rate({index: [Share(index < 20, 1)] for index in range(200)})
    assert told is not None
    assert told.value == 0.1
    assert told.low == pytest.approx(0.0584, abs=0.01)
    assert told.high == pytest.approx(0.1416, abs=0.01)


SHARES = st.lists(
    st.integers(0, 9).flatmap(lambda part: st.tuples(st.just(part), st.integers(max(part, 1), 9))), min_size=1
)


@given(SHARES, st.randoms(use_true_random=False))
def test_the_order_does_not_matter(pairs, random):
    """The same photographs in another order give the same interval, and it holds the value."""
    shares = {index: [Share(*pair)] for index, pair in enumerate(pairs)}
    order = list(shares)
    random.shuffle(order)
    told = rate(shares)
    assert told == rate({index: shares[index] for index in order})
    assert told is not None
    if told.low is not None and told.high is not None:
        assert told.low <= told.value <= told.high


def test_another_seed_is_another_draw():
    """The seed decides the draw, and nothing else does."""
    shares = {index: [Share(index % 7, 10)] for index in range(12)}
    assert rate(shares, seed=1) == rate(shares, seed=1)
    assert rate(shares, seed=1) != rate(shares, seed=2)


def test_any_figure():
    """A figure that is no ratio of two sums: the larger of two sums."""
    sums = [np.array([[1.0, index]]) for index in range(6)]
    told = figure(sums, lambda each: each[..., 0, :].max(axis=-1))
    assert told is not None
    assert told.value == 15.0
    assert told.low is not None
    assert told.low < 15.0
