"""Rules of decision in sentences."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("fragment", "message"),
    [
        (
            "confidence: {exists: true}\noversight: {level: in_the_loop, triggers: [A word below 0.8 in a form]}",
            "a rule of decision stands only in a sentence: 'below 0.8'",
        ),
        (
            "confidence: {exists: true}\ntradeoffs: [{id: a, scenario: B., fallback: Doubtful words are routed away.}]",
            "a rule of decision stands only in a sentence: 'routed'",
        ),
        ("confidence: {exists: false}\noversight: {level: in_the_loop, statement: Words below 0.8 are read.}", None),
        ("confidence: {exists: true}\noversight: {level: in_the_loop, statement: A clerk reads doubtful words.}", None),
        ("oversight: {level: in_the_loop, statement: Words below 0.8 are read.}", None),
    ],
)
def test_decision_rules(fragment, message, said):
    """A threshold in a sentence asks for a rule as data, where there is a confidence at all."""
    assert said("decision-rules", fragment) == ([message] if message else [])
