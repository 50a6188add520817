"""Thresholds, and the curve of what slips through above them."""

from __future__ import annotations

import json

import pytest

FACT = {
    "schema_version": "1.0",
    "id": "slips",
    "metric": "slipped-through",
    "value": 0.02,
    "unit": "ratio",
    "n": {"count": 40, "of": "pages"},
    "condition": "threshold 0.8",
    "date": "2026-05-01",
    "method": "trial",
    "curve": [{"level": 0.3, "value": 0.09}, {"level": 0.6, "value": 0.1}, {"level": 0.8, "value": 0.02}],
}


def fragment(confidence, **more):
    """The curve, and what the service says of its confidence."""
    return (
        f"# services/example/evidence/slips.json\n{json.dumps({**FACT, **more})}\n"
        f"# services/example/service.yml\nconfidence: {{exists: true, {confidence}}}\n"
    )


@pytest.mark.parametrize(
    ("confidence", "message"),
    [
        ("default_threshold: 0.8", None),
        ("default_threshold: 0.3", None),
        ("default_threshold: 0.7", "nobody measured what slips through at 0.7"),
        ("default_threshold: 0.6", "at 0.6 as much slips through (10.0%) as at 0.3 (9.0%)"),
        ("routing: [{when: below, value: 0.7, to: person}]", "nobody measured what slips through at 0.7"),
        ("routing: [{when: below, value: 0.8, to: person}]", None),
    ],
)
def test_thresholds(confidence, message, said):
    """A threshold stands on the curve, and fewer wrong results pass than at its start."""
    assert said("supported-threshold", fragment(confidence)) == ([message] if message else [])


def test_nothing_measured(said):
    """Without a curve nothing is asked."""
    assert said("supported-threshold", fragment("default_threshold: 0.7", metric="word-error-rate")) == []
    assert said("supported-threshold", fragment("default_threshold: 0.7", simulated=True)) == []
