"""How large type and codes must be."""

import doctest

import pytest

from toolkit import legibility
from toolkit.legibility import code_width, letter_height, type_size


def test_the_examples_in_the_docstrings_hold():
    assert doctest.testmod(legibility).failed == 0


@pytest.mark.parametrize(
    ("distance", "baseline", "millimetres"),
    [
        (1.8, 1.5, 16.0),  # under 72 inches: 5/8 inch
        (3, 1.5, 28.3),  # the worked example: 16 mm and 3.2 mm for each of 3.84 feet beyond
        (4, 2.0, 51.0),  # 70 to 120 inches above the floor, under 180 inches away: 2 inches
        (6, 2.0, 66.0),
        (6, 3.2, 75.0),  # above 120 inches, under 21 feet away: 3 inches
        (8, 3.2, 91.8),
    ],
)
def test_the_ada_rule_by_height_above_the_floor_and_distance(distance, baseline, millimetres):
    assert round(letter_height("ada-703", distance, baseline), 1) == millimetres


def test_din_divides_the_distance_by_300():
    assert [letter_height("din-4844-1", metres) for metres in (0.3, 1, 3, 6)] == [1, pytest.approx(10 / 3), 10, 20]


def test_a_capital_of_ten_millimetres_in_inter_is_39_points():
    assert round(type_size(10, 0.727), 1) == 39.0


def test_a_code_is_a_tenth_of_its_distance_wide_and_never_too_small():
    assert code_width(3, 29) == 300
    assert code_width(0.5, 29) == 50
    assert code_width(0.1, 29) == 20
    assert code_width(0.1, 100) == 40  # dots of 0.4 mm
