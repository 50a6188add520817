"""Whichever way people come in, they pass a sign that tells them before it starts.

The way with the step, the side door and the lift count as well. Name each under `place.entrances`, and under
`entrances:` of a sign whose notice is `kind: upfront`.

Pass:

    place: {entrances: [{id: hall, name: The way from the hall}]}

Fail:

    place: {entrances: [{id: hall, name: The way from the hall}, {id: lift, name: The step-free way}]}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toolkit.checks.places.signs import upfront
from toolkit.checks.places.statuses import BINDING
from toolkit.checks.problem import Problem

if TYPE_CHECKING:
    from toolkit.view.place import PlaceView

ID = "sign-per-entrance"
ERROR_IN = BINDING


def check(view: PlaceView) -> Iterator[Problem]:
    """One problem for each entrance without a sign."""
    signed = {id for _, sign in upfront(view) for id in sign.entrances}
    for index, entrance in enumerate(view.deployment.place.entrances):
        if entrance.id not in signed:
            advice = f"add `{entrance.id}` to `entrances:` of a sign whose notice is `kind: upfront`"
            message = f"who comes in by `{entrance.id}` passes no sign that tells them first"
            yield Problem(("place", "entrances", index), message, advice)
