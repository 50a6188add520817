"""Measurements and what they measure."""

from __future__ import annotations

from samples import EVIDENCE


def test_evidence_of_unknown_things(problems):
    """Measurements of limitations and metrics that do not exist are named, with the nearest."""
    unknown = EVIDENCE.replace('"limitation": "a"', '"limitation": "b"').replace("word-error-rate", "word-errors-rate")
    assert [(finding.message, finding.help) for finding in problems("evidence", unknown)] == [
        ("evidence `ink` measures the limitation `b`, which does not exist", "known here: a"),
        (
            "evidence `ink` uses the metric `word-errors-rate`, which is not in the catalogue",
            "did you mean `word-error-rate`?",
        ),
    ]
