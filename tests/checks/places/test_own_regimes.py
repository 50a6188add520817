"""What a project asks for by itself, in `services/regimes/`."""

from __future__ import annotations

from desk import desk
from projects import write
from seats import TODAY

from toolkit.examine import examine

OWN = """\
schema_version: "1.0"
id: house-rules
name: Rules of the house
jurisdiction: here
url: https://house.example/rules
kind: guidance
rules:
  - id: house-website
    layer: [notice]
    kind: mandatory
    requires: [feedback]
    says: There is a way to tell us what is wrong.
    source: {instrument: Rules of the house, locator: rule 1, url: "https://house.example/rules"}
    status: seen
    checked_on: 2026-11-20
"""


def found(root, *edits):
    """Findings of the rule of the house at the small place, and of what is wrong with it."""
    project = desk(root, *edits)
    write(root, "services/regimes/house-rules.yml", OWN)
    return [
        (finding.rule, finding.severity, finding.message)
        for finding in examine(project, TODAY)
        if "house" in finding.rule or "regime" in finding.rule
    ]


def test_a_place_that_names_it_is_held_to_it(tmp_path):
    named = (
        "services: [example]",
        "services: [example]\nregimes: [house-rules]\nlaw: {personal_data: true, basis: consent}",
    )
    assert found(tmp_path, named) == [
        ("house-website", "warning", "`feedback` is missing (Rules of the house, rule 1)")
    ]


def test_a_place_that_does_not_name_it_is_not(tmp_path):
    assert found(tmp_path) == []


def test_an_attestation_can_speak_of_it(tmp_path):
    """The path of a rule is known; a rule that nobody wrote is not."""
    attested = "attestations: [{id: a, of: 'regimes.house-website', by: A, role: B, on: 2026-11-01, how: C.}]"
    project = desk(tmp_path, ("services: [example]", f"services: [example]\n{attested}"))
    write(tmp_path, "services/regimes/house-rules.yml", OWN)
    assert [finding for finding in examine(project, TODAY) if "readers are told nothing" in finding.message] == []
