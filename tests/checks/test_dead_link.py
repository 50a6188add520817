"""Ids that lead nowhere."""

from __future__ import annotations

import pytest

OTHER = """
# services/other/service.yml
schema_version: "1.0"
identity: {id: other, name: Other}
summary: {purpose: It does something else.}
"""


def said(problems, fragment):
    return [(finding.message, finding.help) for finding in problems("dead-link", fragment)]


CONSIDERATION = "uses: {considerations: [{id: a, stance: avoid, use: This., reason: That., %s: [nobody]}]}"
ITEM = "id: scan, name: Scan, category: personal, purpose: To read it., retention: {kind: none}"


@pytest.mark.parametrize(
    ("fragment", "what"),
    [
        ("identity: {parent: nobody}", "service"),
        ("identity: {lifecycle: {status: retired, retires_on: 2020-01-01, replacement: nobody}}", "service"),
        ("uses: {considerations: [{id: a, stance: avoid, use: A., reason: B., alternative: nobody}]}", "service"),
        (CONSIDERATION % "affects", "group of people"),
        (CONSIDERATION % "harms", "harm"),
        (CONSIDERATION % "safeguards", "practice or guideline"),
        ("features: [{id: print, name: Print, behaviour: It reads., outputs: [nobody]}]", "output"),
        ("terms: [{term: Form, meaning: A sheet., feature: nobody}]", "feature"),
        (
            "limitations: [{id: a, category: language, condition: A., effect: B., mitigations: [nobody]}]",
            "practice or guideline",
        ),
        ("harms: [{id: a, description: B., mitigations: nobody}]", "practice or guideline"),
        ("outcomes: [{id: deletion, borne_by: [nobody]}]", "group of people"),
        (
            "disclosure: {notices: [{id: a, kind: upfront, channel: sign, audience: nobody, moment: Now.}]}",
            "group of people",
        ),
        ("disclosure: {consent: {needed: true, from_people: [nobody]}}", "group of people"),
        ("disclosure: {feedback: [{id: a, channel: B., audience: [nobody]}]}", "group of people"),
        ("research: [{id: a, claim: B., implication: C., applies_to: [nobody]}]", "group of people"),
        ("access: {approved_uses: [nobody]}", "intended use"),
        (f"data: {{items: [{{{ITEM}, derived_from: nobody}}]}}", "data item"),
        ("data: {flows: [{id: a, from: B, to: C, items: [nobody], diagram_text: B sends it to C.}]}", "data item"),
        ("tradeoffs: [{id: a, scenario: B., favour_metric: nobody}]", "metric"),
        ("evaluation: {results: [nobody]}", "metric"),
        ("fairness: {findings: [{group: a, finding: B., metric: nobody}]}", "metric"),
    ],
)
def test_dead(fragment, what, problems):
    """Each kind of link is followed."""
    assert [message for message, _ in said(problems, fragment)] == [f"there is no {what} called `nobody`"]


def test_alive(problems):
    """Services of the project, harms and metrics of the catalogue, and guidelines as safeguards can be named."""
    fragment = f"""\
uses:
  considerations:
    - id: a
      stance: avoid
      use: This.
      reason: That.
      alternative: other
      harms: [wrong-decision, own-harm]
      safeguards: [human-in-loop, own-practice]
harms: [{{id: own-harm, description: It hurts., mitigations: [human-in-loop]}}]
guidelines: [{{ref: human-in-loop}}]
practices: [{{id: own-practice, stage: plan, do: Look twice.}}]
tradeoffs: [{{id: a, scenario: B., favour_metric: recall}}]
{OTHER}"""
    fragment = f"# services/example/service.yml\n{fragment}"
    assert said(problems, fragment) == []


def test_hint(problems):
    """The nearest id is offered; where there is none, what to add."""
    fragment = f"# services/example/service.yml\nidentity: {{parent: othr}}\n{OTHER}"
    assert said(problems, fragment) == [("there is no service called `othr`", "did you mean `other`?")]
    assert said(problems, "access: {approved_uses: [type]}")[0][1] == "did you mean `typing`?"
    assert (
        said(problems, "terms: [{term: A, meaning: B., feature: c}]")[0][1]
        == "add it to `features`, or delete the link"
    )


def test_to_itself(problems):
    """A service cannot follow itself, and data is not read out of itself."""
    assert said(problems, "identity: {parent: example}") == [
        ("the service points to itself", "name another service, or delete the line")
    ]
    fragment = f"data: {{items: [{{{ITEM}, derived_from: scan}}]}}"
    assert [message for message, _ in said(problems, fragment)] == ["the data item `scan` points to itself"]


def test_place(problems, tmp_path):
    """The finding points at the id itself, also in a list."""
    (found,) = problems("dead-link", CONSIDERATION % "affects")
    line = (tmp_path / found.place.file).read_text("utf-8").split("\n")[found.place.line - 1]
    assert line.strip() == '"nobody"'
