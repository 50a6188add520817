"""Who was asked."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(("status", "found"), [("in_force", 1), ("pilot", 0), ("draft", 0), ("example", 0)])
def test_nobody_was_asked(status, found, place_of, run_place):
    """That nobody affected was asked is a warning once it is in force."""
    problems = run_place("consultation", place_of("consultations: []\n", status))
    assert problems == [("1:1", "warning", "nobody affected was asked")] * found
