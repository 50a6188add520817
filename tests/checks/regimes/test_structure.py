"""Checks that need more than one path."""

from __future__ import annotations

from typing import get_args

import pytest

from toolkit.checks.regimes.signs import PARTS
from toolkit.checks.regimes.structure import STRUCTURE
from toolkit.checks.regimes.texts import TEXTS
from toolkit.model.regime import CheckName, SignElement


def gaps(view, check):
    return [(gap.path, gap.message) for gap in STRUCTURE[check](view)]


@pytest.mark.parametrize(
    "retention",
    [
        "{kind: none}",
        "{kind: duration, value: 3, unit: years}",
        "{kind: duration, value: 36, unit: months}",
        "{kind: duration, value: 1095, unit: days}",
        "{kind: duration, value: 156, unit: weeks}",
        "{kind: configurable, default: {value: 30, unit: days}}",
    ],
)
def test_gone_within_three_years(place_of, retention):
    """Three years, in whatever unit, and settings by their default."""
    view = place_of(("retention: {kind: duration, value: 1, unit: days}", f"retention: {retention}"))
    assert gaps(view, "biometric_within_three_years") == []


@pytest.mark.parametrize(
    "retention",
    [
        "{kind: duration, value: 3.01, unit: years}",
        "{kind: duration, value: 37, unit: months}",
        "{kind: duration, value: 1097, unit: days}",
        "{kind: until_event, event: you leave}",
        "{kind: customer_controlled}",
        "{kind: configurable, default: {value: 4, unit: years}}",
        "{kind: configurable}",
    ],
)
def test_kept_too_long(place_of, retention):
    """More than three years, or nobody knows how long."""
    view = place_of(("retention: {kind: duration, value: 1, unit: days}", f"retention: {retention}"))
    message = "'Age group' is biometric, and nothing says that it is gone after three years at most"
    assert gaps(view, "biometric_within_three_years") == [(("kept", 0, "retention"), message)]


def test_other_data_may_stay(place_of):
    """The three years are for biometric data only."""
    view = place_of(
        ("category: biometric", "category: personal"), ("unit: days}", "unit: years}"), ("value: 1,", "value: 9,")
    )
    assert gaps(view, "biometric_within_three_years") == []


def test_no_entrance_listed(place_of):
    """Where no entrance is listed, nobody can tell whether each has a sign."""
    listed = "  entrances:\n    - {id: north, name: North door}\n    - {id: south, name: South door}\n"
    message = "no entrance is listed, so nobody can tell whether each has a sign"
    assert gaps(place_of((listed, "")), "sign_per_entrance") == [(("place",), message)]


def test_each_entrance_is_named(place_of):
    """Every entrance without a sign is found; signs of any kind count."""
    view = place_of(("    entrances: [north, south]\n", ""))
    assert [path for path, _ in gaps(view, "sign_per_entrance")] == [
        ("place", "entrances", 0),
        ("place", "entrances", 1),
    ]
    view = place_of(
        ("[north, south]", "[north]"), ("place: In the lift.", "place: In the lift.\n    entrances: [south]")
    )
    assert gaps(view, "sign_per_entrance") == []


def test_no_sign_at_all(place_of, block):
    """Without any sign the finding points at the cameras."""
    view = place_of((block("signs"), ""))
    assert gaps(view, "first_layer_sign") == [(("place", "cameras"), "no sign tells people before a camera sees them")]


@pytest.mark.parametrize("contact", ["privacy@hall.example", "555 0102", "Desk 3, room 12"])
def test_an_officer_can_be_reached(place_of, contact):
    """An address or a number is enough."""
    view = place_of(("The privacy officer, privacy@hall.example", contact))
    assert gaps(view, "officer_reachable") == []


def test_the_tables_are_closed():
    """The schema of a regime knows exactly these checks and parts, and each check says what holds."""
    assert set(STRUCTURE) | set(TEXTS) == set(get_args(CheckName))
    assert set(STRUCTURE) & set(TEXTS) == set()
    assert set(PARTS) == set(get_args(SignElement))
    assert all((check.__doc__ or "").partition("\n")[0].endswith(".") for check in STRUCTURE.values())
