"""Legal review."""

from __future__ import annotations


def test_none(weighed):
    """Without one, a place in force is an error."""
    message = "no lawyer has reviewed this place"
    assert weighed("legal-review", "legal_reviews: []\n") == [("1:1", "warning", "error", message)]


def test_a_pilot_may_wait(place_of, run_place):
    """A pilot only warns."""
    found = run_place("legal-review", place_of("legal_reviews: []\n", "pilot"))
    assert found == [("1:1", "warning", "no lawyer has reviewed this place")]
