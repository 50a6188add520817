"""Uses on which much hangs for a person."""

from __future__ import annotations

HIGH = "uses: {intended: [{id: claims, title: A, description: B., decision_effect: high}]}\n"


def test_high_decision_effect(problems, said):
    """Without oversight nobody watches; with it, each missing part is named, from the first draft on."""
    assert said("high-decision-effect", HIGH) == ["much hangs on `claims` for a person, but nothing says who watches"]
    found = problems("high-decision-effect", f"{HIGH}oversight: {{level: on_the_loop, who: The clerk}}\n")
    assert [finding.message for finding in found] == [
        "much hangs on `claims` for a person, but no person decides each time",
        "much hangs on `claims` for a person, but nothing says how a person overrules it",
        "much hangs on `claims` for a person, but nothing says how a wrong result is put right",
    ]
    assert {finding.severity for finding in found} == {"error"}
