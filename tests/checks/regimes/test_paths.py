"""What a path leads to, and where it ends."""

from __future__ import annotations

import pytest

from toolkit.checks.regimes.paths import gaps

KEPT = ("kept:\n", "kept:\n  - {id: name, name: Name, category: personal, purpose: To greet.}\n")


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        ("controller.name", []),
        ("controller.address", [("controller",)]),
        ("law.rights.access", []),
        ("law.rights.portability", [("law", "rights")]),
        ("law.rights.portability|law.rights.access", []),
        ("law.rights.portability|controller.address", [("law", "rights")]),
        ("notices.upfront", []),
        ("notices.continuous", [("notices",)]),
        ("consent.written", []),
        ("consent.verification", [("consent",)]),
        ("choices", [("choices",)]),
        ("choices.*.cost", []),
        ("audit.last", [()]),
    ],
)
def test_gaps(place_of, paths, expected):
    """The deepest place that is there; nothing where a star meets an empty list."""
    assert gaps(place_of().deployment, paths) == expected


def test_each_record_of_a_star(place_of):
    """Each record that lacks it is named."""
    view = place_of(KEPT, ("    retention: {kind: duration, value: 1, unit: days}\n", ""))
    assert gaps(view.deployment, "kept.*.retention") == [("kept", 0), ("kept", 1)]


def test_false_is_not_there(place_of):
    """What is written as false is not there, and the line that says so is shown."""
    view = place_of(("written: true", "written: false"))
    assert gaps(view.deployment, "consent.written") == [("consent", "written")]
