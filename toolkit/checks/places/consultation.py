"""The people affected were asked before the notice is in force, and it says what changed because of them.

Some groups trust cameras and machines less, or act differently before them; they know best what a notice must answer
(research insights for spatial analysis, Microsoft 2022). Name it under `consultations:` once it has happened.

Pass:

    consultations: [{who: Ten people in the queue, on: 2026-09-01, changed: The sign names the choice.}]

Fail:

    status: in_force
    consultations: []
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toolkit.checks.places.statuses import NEVER
from toolkit.checks.problem import Problem

if TYPE_CHECKING:
    from toolkit.view.place import PlaceView

ID = "consultation"
ERROR_IN = NEVER


def check(view: PlaceView) -> Iterator[Problem]:
    """One problem where nobody was asked before it came into force."""
    if view.deployment.status == "in_force" and not view.deployment.consultations:
        advice = "ask them, then add `consultations:` with `who:`, `on:` and what `changed:`"
        yield Problem(("consultations",), "nobody affected was asked", advice, at_key=True, waits=True)
