"""In a public space hardly anybody can be told in time; think about not using it there at all.

People cross a square without passing a sign, and cannot choose another way. The transparency note on spatial analysis
(Microsoft 2022) says that disclosure there is very hard. Look for a closed place, or for a way without a camera.

Pass:

    place: {kind: building}

Fail:

    place: {kind: public_space}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toolkit.checks.places.statuses import NEVER
from toolkit.checks.problem import Problem

if TYPE_CHECKING:
    from toolkit.view.place import PlaceView

ID = "public-space"
ERROR_IN = NEVER


def check(view: PlaceView) -> Iterator[Problem]:
    """One problem where the place is open to all."""
    if view.deployment.place.kind == "public_space":
        advice = "consider not using it here; else accept this under `allow:`, with the reason"
        yield Problem(("place", "kind"), "in a public space hardly anybody can be told in time", advice)
