"""Who reviewed, when, and when next."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("identity", "message"),
    [
        ("reviewed_by: Kim, reviewed_on: 2026-11-20", None),
        ("reviewed_by: None", None),
        ("basis: restated", None),
        (
            "basis: restated, reviewed_by: Kim, reviewed_on: 2026-11-20",
            "a text that restates others counts as reviewed only once somebody makes it their own",
        ),
        ("reviewed_by: Kim", "Kim reviewed the text, but no day is given"),
        ("reviewed_on: 2026-01-01", "a day of review is given, but nobody who reviewed"),
        ("reviewed_by: Kim, reviewed_on: 2026-11-21", "the review lies in the future"),
        (
            "reviewed_by: Kim, reviewed_on: 2026-11-01, review_due: 2026-11-01",
            "the next review is not after the last one",
        ),
    ],
)
def test_review(identity, message, problems):
    """Who, when and when next fit together."""
    found = [finding.message for finding in problems("review", f"identity: {{{identity}}}")]
    assert found == ([message] if message else [])
