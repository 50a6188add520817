"""Ids of the catalogue, and definitions that are given twice."""

from __future__ import annotations

import pytest


def said(problems, fragment):
    return [(finding.message, finding.help) for finding in problems("catalogue", fragment)]


@pytest.mark.parametrize(
    ("fragment", "what", "near"),
    [
        ("metrics: [{id: recalls}]", "metric called `recalls`", "recall"),
        ("outcomes: [{id: deletions}]", "outcome called `deletions`", "deletion"),
        ("guidelines: [{ref: human-in-the-loop}]", "guideline called `human-in-the-loop`", "human-in-loop"),
        ("harms: [{id: a, catalogue_ref: exposures, description: B.}]", "harm called `exposures`", "exposure"),
        (
            "disclosure: {notices: [{id: a, kind: upfront, channel: sign, audience: [], moment: B., patterns: bylines}]}",
            "pattern called `bylines`",
            "byline",
        ),
    ],
)
def test_unknown(fragment, what, near, problems):
    """An id that the catalogue does not have is named, with the nearest that it has."""
    assert said(problems, fragment) == [(f"the catalogue has no {what}", f"did you mean `{near}`?")]


def test_harm_of_its_own(problems):
    """A harm need not stand in the catalogue."""
    assert said(problems, "harms: [{id: paper-cut, description: It hurts.}]") == []


def test_definition_of_another(problems):
    """A definition of another entry is found whatever its case, punctuation and the words around it."""
    fragment = """\
metrics:
  - id: precision
    use: "For us: of ALL that is really there - the share that the system found!"
guidelines:
  - {ref: security, wording: Let a person confirm before the application acts on a prediction.}
"""
    assert [message for message, _ in said(problems, fragment)] == [
        "`use` of `precision` repeats what the catalogue says of `recall`",
        "`wording` of `security` repeats what the catalogue says of `confirm-action`",
    ]


def test_own_definition(problems):
    """An entry may repeat its own definition."""
    fragment = "metrics: [{id: recall, use: 'Of all that is really there, the share that the system found.'}]"
    assert said(problems, fragment) == []
