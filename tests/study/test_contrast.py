"""Arms, occasions and rounds compared."""

from __future__ import annotations

import pytest
from surveyed import STUDY, answers

from toolkit.study.contrast import arms, rounds, twice
from toolkit.study.count import results
from toolkit.study.table import rows


def of(*given):
    return results(rows(STUDY, [each for each in given for each in each]))


def people(right, wrong, start="p", **other):
    """So many who are right and wrong about how long something is kept."""
    return [
        each._replace(participant=f"{start}{number}")
        for number, each in enumerate(answers("kept", ["day"] * right + ["month"] * wrong, **other))
    ]


def test_arms():
    """Difference with Newcombe's interval, and three tests."""
    [found] = arms(STUDY, of(people(7, 27, "a"), people(1, 33, "b", arm="page")))
    assert (found.one, found.other) == ("sign", "page")
    assert found.difference == pytest.approx(7 / 34 - 1 / 34)
    assert found.interval == pytest.approx((0.018921, 0.340369), abs=5e-7)
    assert found.fisher == pytest.approx(0.0543, abs=5e-4)
    assert found.boschloo < found.fisher


def test_large_arms():
    """Tests that look at every table are left out for many people, and where everybody gave the same answer."""
    [large] = arms(STUDY, of(people(80, 21, "a"), people(50, 51, "b", arm="page")))
    assert (large.barnard, large.boschloo) == (None, None)
    [same] = arms(STUDY, of(people(5, 0, "a"), people(5, 0, "b", arm="page")))
    assert (same.fisher, same.barnard) == (1.0, None)


def test_twice():
    """Only who answered both times is compared; who did not come back is counted."""
    first = people(2, 8)
    later = [each._replace(wave="continued") for each in people(8, 1)]
    [found] = twice(STUDY, of(first, later))
    assert found.table == ((2, 0), (6, 1))
    assert (found.first, found.later, found.both) == (10, 9, 9)
    assert (found.test.mid_p, found.test.exact) == (0.015625, 0.03125)


def test_nobody_changed():
    """No change gives a p of 1."""
    [found] = twice(STUDY, of(people(10, 5), people(10, 5, wave="continued")))
    assert (found.table, found.test.exact) == (((10, 0), (0, 5)), 1.0)


def test_rounds():
    """What changed since an earlier round, at points asked in both."""
    [found] = rounds(STUDY, of(people(5, 5)), of(people(9, 1)))
    assert (found.one, found.other, found.difference) == ("now", "before", pytest.approx(0.4))
