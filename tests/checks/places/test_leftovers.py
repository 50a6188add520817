"""Placeholders at a place."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("status", "severity"),
    [("draft", "warning"), ("example", "warning"), ("pilot", "error"), ("in_force", "error"), ("retired", "warning")],
)
def test_left_over(status, severity, place_of, run_place):
    """What was to be filled in is an error once real people stand before it."""
    found = run_place("leftovers", place_of("purpose: Not described yet.\n", status))
    assert found == [("1:10", severity, "a placeholder was left in the text: not described yet")]
