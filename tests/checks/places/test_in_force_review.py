"""The review of a notice."""

from __future__ import annotations

import datetime as dt

import pytest


@pytest.mark.parametrize(
    ("top", "where", "message"),
    [
        ("reviewed_by: none\n", "1:14", "nobody has reviewed this notice"),
        ("reviewed_by: Office\nreviewed_on:\n", "1:14", "Office reviewed this notice, but no day is given"),
        ("reviewed_by: Office\nreview_due:\n", "2:12", "nothing says when this notice is looked at again"),
        ("review_due: 2026-11-19\n", "1:13", "a review was due on 19 November 2026"),
    ],
)
def test_review(top, where, message, weighed):
    """Each part of a review that is missing or old is an error in force."""
    assert weighed("in-force-review", top) == [(where, "warning", "error", message)]


def test_on_the_day(weighed):
    """On the day itself the review is not overdue."""
    assert weighed("in-force-review", "review_due: 2026-11-20\n", today=dt.date(2026, 11, 20)) == []
