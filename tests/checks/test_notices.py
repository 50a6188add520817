"""Notices where disclosure is required."""

from __future__ import annotations


def test_notices(said):
    """Where disclosure is required, the missing kinds of notices are named; where not, nothing is asked."""
    assert said("notices", "disclosure: {required: true}") == [
        "nothing tells people before it starts",
        "people cannot look it up at any time",
    ]
    assert said("notices", "disclosure: {required: false}") == []
