"""What is said to have happened has happened: no review, test, attestation or consultation lies in the future.

A day that was typed in advance turns a plan into a claim. Write it when it is done; until then a plan has `by:` in
`adoption:`, and a review has `review_due:`.

Pass:

    legal_reviews: [{by: Legal office of the town, on: 2026-10-01}]

Fail:

    legal_reviews: [{by: Legal office of the town, on: 2030-01-01}]
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toolkit.checks.places.statuses import ALWAYS
from toolkit.checks.places.texts import walk
from toolkit.checks.problem import Problem
from toolkit.i18n import day
from toolkit.model.deployment import Adoption, Attestation, Consultation, Deployment, LegalReview
from toolkit.model.people import Audit
from toolkit.model.place import FeedbackChannel, ProtectedPlace

if TYPE_CHECKING:
    from toolkit.view.place import PlaceView

ID = "happened"
ERROR_IN = ALWAYS
#: By kind of record: the field that says when it happened.
DAYS: dict[type, str] = {
    Adoption: "on",
    Attestation: "on",
    Audit: "last",
    Consultation: "on",
    Deployment: "reviewed_on",
    FeedbackChannel: "last_tested",
    LegalReview: "on",
    ProtectedPlace: "checked_on",
}


def check(view: PlaceView) -> Iterator[Problem]:
    """One problem for each day that is still to come."""
    for path, record in walk(view).records:
        field = DAYS.get(type(record))
        on = getattr(record, field) if field else None
        if field and on is not None and on > view.house.today:
            message = f"`{field}` is {day(on)}, which is still to come"
            yield Problem((*path, field), message, "write the day on which it happened, once it has")
