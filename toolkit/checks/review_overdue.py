"""The day of the next review has not passed.

A note that nobody looks at any more goes wrong in silence, so readers are shown that it is overdue, and a published
one is refused until somebody has looked. Read the text against the service, mend it, and set the next day.

Pass:

    identity: {review_due: 2030-01-01}

Fail:

    identity: {review_due: 2020-01-01}
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.checks.problem import PUBLISHED, Problem
from toolkit.i18n import day
from toolkit.view import View

ID = "review-overdue"
ERROR_IN = PUBLISHED


def check(view: View) -> Iterator[Problem]:
    """One problem where the day has passed."""
    due = view.service.identity.review_due
    if due and due < view.house.today:
        advice = "check the text against the service, then set the next day"
        yield Problem(("identity", "review_due"), f"a review was due on {day(due)}", advice)
