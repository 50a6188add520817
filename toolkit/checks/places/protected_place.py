"""No camera sees a restroom, a changing room, a prayer room, a care room or a rest room, whatever the purpose.

Turn the camera away, or take it down; nobody can accept this. Each camera also says under `protected_places:` why the
restrooms are out of its view, and on which day somebody stood there and looked (guidance for Custom Vision, Microsoft
2021; research insights for spatial analysis, Microsoft 2022). The other kinds of places are our own choice. That
nobody has checked it is an error in pilots and in force.

Pass:

    place:
      cameras:
        - id: desk-camera
          place: On an arm above the desk.
          view_degrees: 30
          view_metres: 1
          sees: [{what: The mat on the desk, kind: desk}]
          protected_places: [{kind: restroom, outside_because: It lies behind the camera., checked_on: 2026-10-01}]

Fail:

    place:
      cameras:
        - id: hall-camera
          place: Above the door.
          view_degrees: 70
          view_metres: 9
          sees: [{what: The door of the restroom, kind: restroom}]
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toolkit.checks.places.statuses import ALWAYS, BINDING
from toolkit.checks.problem import Problem
from toolkit.i18n import listing
from toolkit.model.place import PROTECTED, Camera
from toolkit.source import Path_

if TYPE_CHECKING:
    from toolkit.view.place import PlaceView

ID = "protected-place"
ERROR_IN = ALWAYS


def check(view: PlaceView) -> Iterator[Problem]:
    """What a camera may never see, then what nobody has checked."""
    for index, camera in enumerate(view.deployment.place.cameras):
        path = ("place", "cameras", index)
        for number, area in enumerate(camera.sees):
            if area.kind in PROTECTED:
                message = f"the camera `{camera.id}` looks into a {area.kind.replace('_', ' ')}"
                advice = "turn it away or take it down; no purpose makes this right"
                yield Problem((*path, "sees", number, "kind"), message, advice)
        yield from _unchecked(camera, path)


def _unchecked(camera: Camera, path: Path_) -> Iterator[Problem]:
    if not any(place.kind == "restroom" for place in camera.protected_places):
        message = f"nothing says why the camera `{camera.id}` does not see a restroom"
        advice = "add `kind: restroom` with `outside_because:` to its `protected_places:`"
        yield Problem(path, message, advice, error_in=BINDING)
    left = [f"a {place.kind.replace('_', ' ')}" for place in camera.protected_places if place.checked_on is None]
    if left:
        message = f"nobody has checked that the camera `{camera.id}` does not see {listing(left, 'or')}"
        advice = "stand there and look, then add `checked_on:` with the day to each"
        yield Problem((*path, "protected_places"), message, advice, at_key=True, error_in=BINDING, waits=True)
