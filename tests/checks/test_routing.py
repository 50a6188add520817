"""What happens at which confidence."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("routes", "message"),
    [
        ("[{when: below, value: 0.8, to: person}]", None),
        ("[{when: above, value: 0.8, to: automatic}, {when: below, value: 0.8, to: person}]", None),
        (
            "[{when: below, value: 0.5, to: person}, {when: above, value: 0.8, to: automatic}]",
            "results between 0.5 and 0.8 have no rule",
        ),
        (
            "[{when: below, value: 0.8, to: person}, {when: above, value: 0.5, to: automatic}]",
            "results between 0.5 and 0.8 have two rules",
        ),
        (
            "[{when: below, value: 0.8, to: person}, {when: below, value: 0.8, to: reject}]",
            "two rules say what happens below 0.8",
        ),
        ("[{when: below, value: 80, to: person}]", "80 lies outside the range 0 to 1"),
    ],
)
def test_routing(routes, message, said):
    """Each value leads to exactly one thing, and lies in the range."""
    fragment = f"confidence: {{exists: true, range: 0 to 1, routing: {routes}}}"
    assert said("routing", fragment) == ([message] if message else [])


def test_routing_by_feature(said):
    """Features are routed apart from each other."""
    fragment = """\
features: [{id: a, name: A, behaviour: It reads.}, {id: b, name: B, behaviour: It reads.}]
confidence:
  exists: true
  routing: [{when: below, value: 0.8, to: person, feature: a}, {when: above, value: 0.5, to: automatic, feature: b}]
"""
    assert said("routing", fragment) == []


def test_routing_without_confidence(said):
    """Nothing can be sorted by a value that does not exist; a threshold lies in the range as well."""
    fragment = "confidence: {exists: false, routing: [{when: below, value: 0.8, to: person}]}"
    assert said("routing", fragment) == ["results are sorted by a confidence that does not exist"]
    assert said("routing", "confidence: {exists: true, range: 0 to 1, default_threshold: 50}") == [
        "50 lies outside the range 0 to 1"
    ]
