"""How long data is kept at a place."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("more", "where", "message"),
    [
        ("", "2:5", "nobody says how long 'Scan' is kept"),
        (", retention: {kind: duration}", "2:81", "a length of time is missing in the retention of 'Scan'"),
        (
            ", retention: {kind: none, value: 1, unit: days}",
            "2:81",
            "`kind: none` and a length of time contradict each other in the retention of 'Scan'",
        ),
    ],
)
def test_retention(more, where, message, weighed):
    """A retention that is missing or says too little is an error in force."""
    top = f"kept:\n  - {{id: scan, name: Scan, category: personal, purpose: To read it.{more}}}\n"
    assert weighed("retention-here", top) == [(where, "warning", "error", message)]


def test_not_kept(weighed):
    """What is not kept says so."""
    top = "kept:\n  - {id: scan, name: Scan, category: personal, purpose: To read it., retention: {kind: none}}\n"
    assert weighed("retention-here", top) == []
