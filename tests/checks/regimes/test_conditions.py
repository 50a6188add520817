"""When each fact of a place holds."""

from __future__ import annotations

from typing import get_args

import pytest

from toolkit.checks.regimes.conditions import CONDITIONS, OF_THE_LAW, OF_THE_PLACE
from toolkit.model.regime import Condition

LEVEL = ("level: on_the_loop", "level: in_the_loop")
NO_LOGIC = ("  logic: A computer counts faces. You wait longer if it is wrong.\n", "")
NOT_SHARED = (
    "    sharing_consent: contract\n    recipients: [{who: Lift company, why: To mend the lifts.}]\n",
    "    sharing_consent: none_shared\n",
)
NO_TRAIT = ("biometric: categorisation", "biometric: none")
#: A condition, what has to change for it to change, and what it is before and after.
CASES = [
    ("personal_data", [("personal_data: true", "personal_data: false")], True, False),
    ("biometric", [NO_TRAIT, ("category: biometric", "category: personal")], True, False),
    ("emotion_or_categorisation", [("biometric: categorisation", "biometric: identification")], True, False),
    ("emotion", [("biometric: categorisation", "biometric: emotion")], False, True),
    ("legitimate_interest", [("basis: legitimate_interest", "basis: consent")], True, False),
    ("consent", [("basis: legitimate_interest", "basis: consent")], False, True),
    ("required_by_law_or_contract", [("basis: legitimate_interest", "basis: legal_obligation")], False, True),
    (
        "transfers",
        [("  transfers: The lift company is in another country. A contract protects the data there.\n", "")],
        True,
        False,
    ),
    ("privacy_officer", [("  privacy_contact: The privacy officer, privacy@hall.example\n", "")], True, False),
    ("recipients", [NOT_SHARED], True, False),
    ("children", [("children: true", "children: false")], True, False),
    ("interacts", [("interacts: true", "interacts: false")], True, False),
    ("synthetic", [("synthetic: true", "synthetic: false")], True, False),
    (
        "article_50",
        [NO_TRAIT, ("interacts: true", "interacts: false"), ("synthetic: true", "synthetic: false")],
        True,
        False,
    ),
    ("automated_decision", [NO_LOGIC, LEVEL], True, False),
    ("high_risk", [("high_risk: true", "high_risk: false")], True, False),
    ("sound", [("sound: true", "sound: false")], True, False),
    ("workers", [("relation: staff", "relation: guardian")], True, False),
    ("cameras_see_people", [("kind: hall}", "kind: desk}")], True, False),
    ("profile_ada", [("    profile: ada-703\n", "")], True, False),
    ("in_use_before_2026_08_02", [("effective: 2026-10-01", "effective: 2026-08-01")], False, True),
    ("in_use_since_2026_08_02", [("effective: 2026-10-01", "effective: 2026-08-01")], True, False),
]


@pytest.mark.parametrize(("name", "edits", "before", "after"), CASES, ids=[case[0] for case in CASES])
def test_condition(place_of, name, edits, before, after):
    """It holds and ceases to hold with the facts of the place."""
    assert CONDITIONS[name](place_of()) is before
    assert CONDITIONS[name](place_of(*edits)) is after


def test_a_high_effect_without_a_person_is_a_machine_deciding(place_of):
    """Where much hangs on a result and nobody is in the loop, a machine decides, whether or not that is written."""
    assert CONDITIONS["automated_decision"](place_of(NO_LOGIC))


def test_a_camera_over_a_table_still_is_one(place_of):
    """A camera that sees no people is a camera all the same."""
    view = place_of(("kind: hall}", "kind: table}"))
    assert CONDITIONS["observation_device"](view)
    assert not CONDITIONS["cameras_see_people"](view)


def test_no_camera_no_entrance_no_sign(place_of, block):
    """Where none is listed, there is none."""
    view = place_of((block("place"), "place: {name: Entrance hall, kind: building}\n"), (block("signs"), ""))
    names = ("observation_device", "cameras_see_people", "entrances", "signs", "profile_din", "profile_ada")
    assert {name for name in names if CONDITIONS[name](view)} == set()
    assert {name for name in names if CONDITIONS[name](place_of())} == set(names)


def test_the_table_is_closed():
    """The schema of a regime knows exactly these conditions, and each says in words when it holds."""
    assert set(CONDITIONS) == set(get_args(Condition))
    assert len(CONDITIONS) == len(OF_THE_PLACE) + len(OF_THE_LAW)
    assert all((condition.__doc__ or "").endswith(".") for condition in CONDITIONS.values())
