"""A lawyer has reviewed the place before the notice is in force.

The duty to tell people and to ask them stays with whoever uses a service, whatever its provider promises (responsible
use in AI deployment for spatial analysis, Microsoft 2022). Name the review under `legal_reviews:` once it has happened,
with the restrictions that came of it. Regimes that are looked at here are no legal advice.

Pass:

    legal_reviews: [{by: Legal office of the town, on: 2026-10-01, restrictions: [No use for minors.]}]

Fail:

    legal_reviews: []
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toolkit.checks.places.statuses import IN_FORCE
from toolkit.checks.problem import Problem

if TYPE_CHECKING:
    from toolkit.view.place import PlaceView

ID = "legal-review"
ERROR_IN = IN_FORCE


def check(view: PlaceView) -> Iterator[Problem]:
    """One problem where there was none."""
    if not view.deployment.legal_reviews:
        advice = "have one done, then add `legal_reviews:` with `by:` and `on:`"
        yield Problem(("legal_reviews",), "no lawyer has reviewed this place", advice, at_key=True, waits=True)
