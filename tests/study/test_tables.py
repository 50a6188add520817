"""Tests of two by two tables, against R and published examples."""

from __future__ import annotations

from fractions import Fraction
from math import comb

import pytest

from toolkit.study.tables import barnard, boschloo, cochran_q, fisher, mcnemar


@pytest.mark.parametrize(
    ("table", "p"),
    [
        (((4, 0), (0, 4)), 0.0285714286),
        (((3, 1), (1, 3)), 0.4857142857),
        (((2, 7), (8, 2)), 0.02301413756522116),
        (((5, 1), (10, 10)), 0.1973244147157191),
        (((5, 15), (20, 20)), 0.09580440012477633),
        (((5, 0), (1, 4)), 0.04761904761904762),
        (((0, 1), (3, 2)), 1.0),
    ],
)
def test_fisher(table, p):
    """Two-sided, as R 3.6.2 gives it."""
    assert fisher(table) == pytest.approx(p, abs=5e-9)


def test_lady_tasting_tea():
    """One-sided by counting: 1, 16, 36, 16 and 1 of 70 ways."""
    ways = [comb(4, right) ** 2 for right in range(5)]
    assert ways == [1, 16, 36, 16, 1]
    assert fisher(((4, 0), (0, 4)), "greater") == pytest.approx(float(Fraction(1, 70)))
    assert fisher(((3, 1), (1, 3)), "greater") == pytest.approx(float(Fraction(17, 70)))


@pytest.mark.parametrize(
    ("table", "p"),
    [
        (((2, 7), (8, 2)), 0.019210815430),
        (((5, 1), (10, 10)), 0.156277546306),
        (((5, 0), (1, 4)), 0.013671875),
    ],
)
def test_barnard(table, p):
    """Two-sided, as R's package Barnard gives it."""
    assert barnard(table) == pytest.approx(p, abs=5e-5)


def test_vaccine():
    """Chan 1998, Mehta and Senchaudhuri 2003: one-sided, three tests of one table."""
    table = ((7, 12), (8, 3))
    assert barnard(table, "less") == pytest.approx(0.03407, abs=5e-5)
    assert fisher(table, "less") == pytest.approx(0.0640, abs=1e-4)
    assert boschloo(table, "less") == pytest.approx(0.03410916, abs=5e-5)


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            ((1, 1), (7, 12)),
            {"exact": 0.0703125, "mid_p": 0.0390625, "statistic_p": 0.0338949, "corrected_p": 0.0770999},
        ),
        (((101, 70), (59, 33)), {"exact": 0.378688, "statistic": 0.9379845, "statistic_p": 0.3327967}),
        (((101, 70), (59, 33)), {"corrected": 0.7751938, "corrected_p": 0.3786151}),
        (((101, 10), (30, 33)), {"exact": 0.002221}),
        (((101, 10), (10, 33)), {"exact": 1.0, "mid_p": 1.0}),
        (((101, 121), (59, 33)), {"exact": 0.000004}),
        (((48, 28), (35, 53)), {"exact": 0.45, "statistic": 0.7778, "statistic_p": 0.3778, "corrected": 0.5714}),
        (((48, 28), (35, 53)), {"corrected_p": 0.4497}),
        (((794, 150), (86, 570)), {"corrected": 16.8178, "statistic": 17.35593, "exact": 0.000037159}),
        (((10, 0), (0, 5)), {"exact": 1.0, "mid_p": 1.0, "statistic": 0.0}),
    ],
)
def test_mcnemar(table, expected):
    """Published examples, to the digits that stand here; nobody who changed gives 1 and not nothing."""
    found = mcnemar(table)._asdict()
    assert {name: round(found[name], _digits(value)) for name, value in expected.items()} == expected


def _digits(value):
    """How many decimals a figure is written with."""
    return len(f"{value:.12f}".rstrip("0").partition(".")[2])


@pytest.mark.parametrize(("changed", "p", "which"), [(6, 0.03125, "exact"), (5, 0.03125, "mid_p")])
def test_how_many_must_change(changed, p, which):
    """All in one direction: six people for the exact test, five for mid-p."""
    assert getattr(mcnemar(((9, 0), (changed, 1))), which) == p


NINE = (
    (1, 0, 1, 1),
    (0, 1, 1, 1),
    (1, 1, 1, 0),
    (0, 1, 0, 0),
    (0, 1, 0, 0),
    (1, 0, 1, 0),
    (0, 1, 0, 0),
    (1, 1, 1, 1),
    (0, 1, 0, 0),
)


def test_cochran_q():
    """Nine people asked four times, as R gives it: Q = 4.2 with three degrees of freedom."""
    found = cochran_q(NINE)
    assert (found.q, found.freedom) == (pytest.approx(4.2), 3)


def test_cochran_q_of_nobody_who_changed():
    """Everybody stays with their answer, and nobody can be asked once."""
    assert cochran_q(((1, 1), (0, 0))) == (0.0, 1, 1.0)
    with pytest.raises(ValueError, match="at least two"):
        cochran_q(((1,), (0,)))
