"""Reviews whose day has passed."""

from __future__ import annotations

import datetime as dt


def test_review_overdue(problems):
    """The day itself is still in time; afterwards it warns, and once published it is an error."""
    fragment = "identity: {review_due: 2026-11-20}"
    assert problems("review-overdue", fragment) == []
    (found,) = problems("review-overdue", fragment, today=dt.date(2026, 11, 21))
    assert (found.severity, found.message) == ("warning", "a review was due on 20 November 2026")
    published = "identity: {review_due: 2026-11-20, status: published}"
    (found,) = problems("review-overdue", published, today=dt.date(2026, 11, 21))
    assert found.severity == "error"
