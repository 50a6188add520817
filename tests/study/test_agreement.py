"""Agreement of coders, against SAS and Krippendorff's own examples."""

from __future__ import annotations

import pytest

from toolkit.study.agreement import alpha, fleiss, kappa


def rows(*lines):
    """Codings of several coders; a star stands where one gave no code."""
    return [[None if code == "*" else float(code) for code in line.split()] for line in lines]


ENCYCLOPAEDIA = rows("* * * * * 3 4 1 2 1 1 3 3 * 3", "1 * 2 1 3 3 4 3 * * * * * * *", "* * 2 1 3 4 4 * 2 1 1 3 3 * 4")
PAPER = rows("1 2 3 3 2 1 4 1 2 * * *", "1 2 3 3 2 2 4 1 2 5 * 3", "* 3 3 3 2 3 4 2 2 5 1 *", "1 2 3 3 2 4 4 1 2 5 1 *")


def test_kappa_of_three_categories():
    """SAS: 0.4842, standard error 0.1380, from 0.2137 to 0.7547."""
    found = kappa(((0, 4, 1), (0, 8, 0), (0, 1, 5)))
    assert found is not None
    assert found == pytest.approx((0.4842, 0.1380, 0.2137, 0.7547), abs=5e-5)


def test_kappa_of_two_categories():
    """0.4 by hand: 35 of 50 agree, and chance explains a half."""
    found = kappa(((20, 5), (10, 15)))
    assert found is not None
    assert found.value == pytest.approx(0.4)


def test_no_kappa():
    """Two coders who use one category, and nobody at all, have none."""
    assert kappa(((9, 0), (0, 0))) is None
    assert kappa(((0, 0), (0, 0))) is None


FOURTEEN = (
    (0, 0, 0, 0, 14),
    (0, 2, 6, 4, 2),
    (0, 0, 3, 5, 6),
    (0, 3, 9, 2, 0),
    (2, 2, 8, 1, 1),
    (7, 7, 0, 0, 0),
    (3, 2, 6, 3, 0),
    (2, 5, 3, 2, 2),
    (6, 5, 2, 1, 0),
    (0, 2, 2, 3, 7),
)


def test_fleiss():
    """Ten answers, fourteen coders, five categories: 0.210."""
    assert fleiss(FOURTEEN) == pytest.approx(0.210, abs=5e-4)


def test_no_fleiss():
    """One category, one coder or nothing has none; a coder who left one out cannot be counted so."""
    assert fleiss(((3, 0), (3, 0))) is None
    assert fleiss(((1, 0), (0, 1))) is None
    assert fleiss(()) is None
    with pytest.raises(ValueError, match="the same number of coders"):
        fleiss(((2, 0), (1, 0)))


@pytest.mark.parametrize(
    ("scale", "value"), [("nominal", 0.691358), ("ordinal", 0.806721), ("interval", 0.810845), ("ratio", 0.808944)]
)
def test_alpha_with_gaps(scale, value):
    """Three coders, fifteen answers, many gaps."""
    assert alpha(ENCYCLOPAEDIA, scale) == pytest.approx(value, abs=5e-7)


@pytest.mark.parametrize(
    ("scale", "value"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849), ("ratio", 0.797)]
)
def test_alpha_of_four_coders(scale, value):
    """Krippendorff 2011, four coders and twelve answers."""
    assert alpha(PAPER, scale) == pytest.approx(value, abs=5e-4)


def test_alpha_of_two_values():
    """The same paper, two coders and two values."""
    assert alpha(rows("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0")) == pytest.approx(0.095238, abs=5e-7)


def test_no_alpha():
    """Nothing coded twice, or one code only."""
    assert alpha(rows("1 * 2", "* 3 *")) is None
    assert alpha(rows("1 1 1", "1 1 1")) is None
    assert alpha([]) is None
