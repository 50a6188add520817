"""Small groups cannot be worked out."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from toolkit.study.suppression import THRESHOLD, shown


def test_the_example():
    """7, 3 and 12, total 22 published: 3 is small, 7 is held back with it, 12 is shown."""
    assert shown({"A": 7, "B": 3, "C": 12}) == {"A": None, "B": None, "C": 12}


def test_nothing_small():
    """Where no group is small, all are shown, also those of nobody."""
    assert shown({"A": 7, "B": 0, "C": 12}) == {"A": 7, "B": 0, "C": 12}


def test_two_small_groups_hide_each_other():
    """3 and 4 are 7 together, and nobody can tell them apart; 1 and 2 are 3, so a third is held back."""
    assert shown({"A": 3, "B": 4, "C": 12}) == {"A": None, "B": None, "C": 12}
    assert shown({"A": 1, "B": 2, "C": 12, "D": 20}) == {"A": None, "B": None, "C": None, "D": 20}


def test_a_group_of_nobody_hides_nothing():
    """3 and 0 are 3: another one is held back too."""
    assert shown({"A": 3, "B": 0, "C": 12}) == {"A": None, "B": None, "C": None}


@given(st.lists(st.integers(0, 12), min_size=2, max_size=4).filter(lambda counts: sum(counts) >= 10))
def test_linear_attack(counts):
    """By brute force over every table with the same total that shows the same: no small group has one value only."""
    table = {str(index): count for index, count in enumerate(counts)}
    public = shown(table)
    hidden = [name for name in table if public[name] is None]
    rest = sum(counts) - sum(count for count in public.values() if count is not None)
    possible = [each for each in product(range(rest + 1), repeat=len(hidden)) if sum(each) == rest]
    for place, name in enumerate(hidden):
        if 0 < table[name] < THRESHOLD:
            assert len({each[place] for each in possible}) > 1
