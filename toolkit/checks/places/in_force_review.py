"""Somebody has reviewed the notice against the place, and looks again in time.

`reviewed_by: none` is honest and shown, but no notice on which people rely. Name who reviewed it and the day only if it
happened, and the day of the next review in `review_due:`; once that has passed, look again.

Pass:

    reviewed_by: Data protection office
    reviewed_on: 2026-10-01
    review_due: 2030-01-01

Fail:

    reviewed_by: none
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toolkit.checks.places.statuses import BINDING
from toolkit.checks.problem import Problem
from toolkit.i18n import day

if TYPE_CHECKING:
    from toolkit.view.place import PlaceView

ID = "in-force-review"
ERROR_IN = BINDING


def check(view: PlaceView) -> Iterator[Problem]:
    """What is missing of the last review, then of the next."""
    deployment = view.deployment
    if deployment.reviewed_by.lower() == "none":
        advice = "let somebody compare it with the place, then name them in `reviewed_by:`"
        yield Problem(("reviewed_by",), "nobody has reviewed this notice", advice, waits=True)
    elif deployment.reviewed_on is None:
        message = f"{deployment.reviewed_by} reviewed this notice, but no day is given"
        yield Problem(("reviewed_by",), message, "add `reviewed_on:`, or write `reviewed_by: none`")
    due = deployment.review_due
    if due is None:
        advice = "add `review_due:`, at most a year from now"
        yield Problem(("review_due",), "nothing says when this notice is looked at again", advice)
    elif due < view.house.today:
        message = f"a review was due on {day(due)}"
        yield Problem(("review_due",), message, "compare the notice with the place, then set the next day")
