"""A camera that sees a public street or a neighbour's ground blanks it before anything looks at the picture.

Those people never came to you, and no sign of yours reaches them. Say under `mask:` what is blanked and where, or turn
the camera. Nobody can accept this.

Pass:

    place:
      cameras:
        - id: porch-camera
          place: Above the door.
          view_degrees: 60
          view_metres: 8
          sees: [{what: The pavement, kind: public_street}]
          mask: All beyond the fence is blacked out inside the camera.

Fail:

    place:
      cameras:
        - id: porch-camera
          place: Above the door.
          view_degrees: 60
          view_metres: 8
          sees: [{what: The pavement, kind: public_street}]
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toolkit.checks.places.statuses import ALWAYS
from toolkit.checks.problem import Problem

if TYPE_CHECKING:
    from toolkit.view.place import PlaceView

ID = "street-without-mask"
ERROR_IN = ALWAYS
OTHERS = {"public_street": "a public street", "neighbour": "a neighbour's ground"}


def check(view: PlaceView) -> Iterator[Problem]:
    """One problem for each part of the view that belongs to others."""
    for index, camera in enumerate(view.deployment.place.cameras):
        for number, area in enumerate(camera.sees):
            if area.kind in OTHERS and camera.mask is None:
                message = f"the camera `{camera.id}` sees {OTHERS[area.kind]}, and nothing blanks it"
                advice = "say in `mask:` what is blanked before anything looks at it, or turn the camera"
                yield Problem(("place", "cameras", index, "sees", number, "kind"), message, advice)
