"""People accept cameras least at their own desk, in meeting rooms and in corridors.

There they feel watched, not served (research insights for spatial analysis, Microsoft 2022). Ask them first, and look
for a way without a camera. It stays a warning, since a good reason can exist: give it under `allow:`.

Pass:

    place:
      cameras:
        - {id: desk-camera, place: Above the desk., view_degrees: 30, view_metres: 1,
           sees: [{what: The mat on the desk, kind: desk}]}

Fail:

    place:
      cameras:
        - {id: passage-camera, place: At the lift., view_degrees: 70, view_metres: 9,
           sees: [{what: The passage to the lift, kind: corridor}]}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toolkit.checks.places.statuses import NEVER
from toolkit.checks.problem import Problem

if TYPE_CHECKING:
    from toolkit.view.place import PlaceView

ID = "unwelcome-place"
ERROR_IN = NEVER
UNWELCOME = {"own_desk": "somebody's own desk", "meeting_room": "a meeting room", "corridor": "a corridor"}


def check(view: PlaceView) -> Iterator[Problem]:
    """One problem for each part of the view."""
    for index, camera in enumerate(view.deployment.place.cameras):
        for number, area in enumerate(camera.sees):
            if area.kind in UNWELCOME:
                message = f"the camera `{camera.id}` sees {UNWELCOME[area.kind]}, where people accept it least"
                advice = "ask the people there, or find a way without a camera"
                yield Problem(("place", "cameras", index, "sees", number, "kind"), message, advice)
