"""Whether a target was met, and whether it was demonstrated."""

from __future__ import annotations

import pytest

from toolkit.study.verdict import can_demonstrate, target, verdict


@pytest.mark.parametrize(
    ("right", "people", "threshold", "meets", "demonstrated"),
    [
        (16, 20, 0.8, True, False),  # the leaflet rule: met, and no proof
        (15, 20, 0.8, False, False),
        (20, 20, 0.8, True, True),
        (18, 20, 0.67, True, True),
        (17, 20, 0.67, True, False),
        (20, 20, 0.85, True, False),  # 85 % can never be demonstrated with 20 people
        (23, 23, 0.85, True, True),
        (680, 710, 0.85, True, True),  # CONFER, three end points
        (697, 710, 0.85, True, True),
        (641, 710, 0.90, True, False),
        (576, 710, 0.85, False, False),
    ],
)
def test_verdicts(right, people, threshold, meets, demonstrated):
    """The rule is a count, the proof a bound."""
    found = verdict(right, people, threshold)
    assert (found.meets_target, found.demonstrated) == (meets, demonstrated)


@pytest.mark.parametrize(("people", "needed"), [(20, 16), (10, 8), (15, 12), (12, 10), (5, 4)])
def test_scaled_target(people, needed):
    """16 of 20 for other numbers, rounded up and never by a slip of the last digit."""
    assert target(people, 0.8) == needed


@pytest.mark.parametrize(("threshold", "fewest"), [(0.8, 17), (0.85, 23), (0.9, 36)])
def test_how_many_people_it_takes(threshold, fewest):
    """With everybody right: 17 for 80 %, 23 for 85 %, 36 for 90 %."""
    assert not can_demonstrate(fewest - 1, threshold)
    assert can_demonstrate(fewest, threshold)
