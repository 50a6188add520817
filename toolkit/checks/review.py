"""Who reviewed the text and when are named together, and the day is not in the future.

`reviewed_by: none` is honest and allowed; readers are told. Never name somebody who did not say so. With a name comes
the day, and the next review lies after it. A text that restates public documents (`basis: restated`) was reviewed by
nobody until a team makes it its own.

Pass:

    identity: {reviewed_by: Data protection office, reviewed_on: 2026-03-02, review_due: 2027-03-02}

Fail:

    identity: {reviewed_by: Data protection office}
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.checks.problem import ALWAYS, Problem
from toolkit.view import View

ID = "review"
ERROR_IN = ALWAYS


def check(view: View) -> Iterator[Problem]:
    """What does not fit together in who reviewed, when, and when next."""
    identity = view.service.identity
    by, on, due = identity.reviewed_by, identity.reviewed_on, identity.review_due
    named = by.lower() != "none"
    if named and on is None:
        advice = "add `reviewed_on:`, or write `reviewed_by: none`"
        yield Problem(("identity", "reviewed_by"), f"{by} reviewed the text, but no day is given", advice)
    if named and identity.basis == "restated":
        advice = "write `basis: authored` once your team vouches for it, or `reviewed_by: none`"
        message = "a text that restates others counts as reviewed only once somebody makes it their own"
        yield Problem(("identity", "reviewed_by"), message, advice)
    if on and not named:
        advice = "add `reviewed_by:`, or delete the day"
        yield Problem(("identity", "reviewed_on"), "a day of review is given, but nobody who reviewed", advice)
    if on and on > view.house.today:
        advice = "write the day on which it happened"
        yield Problem(("identity", "reviewed_on"), "the review lies in the future", advice)
    if on and due and due <= on:
        advice = "set the next review after the last one"
        yield Problem(("identity", "review_due"), "the next review is not after the last one", advice)
