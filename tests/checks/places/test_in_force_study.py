"""The study beside a place."""

from __future__ import annotations


def test_no_study(weighed):
    """Without a study, a place in force is an error, at its status."""
    message = "nobody plans to ask whether people understand this notice"
    assert weighed("in-force-study", "status: in_force\n") == [("1:9", "warning", "error", message)]
