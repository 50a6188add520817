"""People read the sign before the camera sees them, and each camera has a sign that speaks of it.

Who reads it inside the view had no choice. Measure from where one stands to read the sign to where the view of the
first camera begins, and write the metres in `metres_before_view:`; hang the sign further out where that is nothing or
less. A camera is named under `cameras:` of the sign that speaks of it; that none does is an error in
pilots and in force.

Pass:

    place:
      cameras:
        - {id: desk-camera, place: Above the desk., view_degrees: 30, view_metres: 1,
           sees: [{what: The mat on the desk, kind: desk}]}
    signs:
      - {id: desk-sign, notice: before, place: On the desk., pictogram: file-eye-outline, headline: AI reads here,
         lead: It types for you., cameras: [desk-camera], metres_before_view: 1.2}

Fail:

    place:
      cameras:
        - {id: desk-camera, place: Above the desk., view_degrees: 30, view_metres: 1,
           sees: [{what: The mat on the desk, kind: desk}]}
    signs:
      - {id: desk-sign, notice: before, place: On the desk., pictogram: file-eye-outline, headline: AI reads here,
         lead: It types for you., cameras: [desk-camera], metres_before_view: -1}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toolkit.checks.places.signs import upfront
from toolkit.checks.places.statuses import BINDING, BUT_DRAFT
from toolkit.checks.problem import Problem

if TYPE_CHECKING:
    from toolkit.view.place import PlaceView

ID = "sign-before-view"
ERROR_IN = BUT_DRAFT


def check(view: PlaceView) -> Iterator[Problem]:
    """Signs that come too late, then cameras without one."""
    for index, sign in upfront(view):
        metres = sign.metres_before_view
        if sign.cameras and metres is None:
            message = f"nothing says how far before the view of a camera the sign `{sign.id}` is read"
            yield Problem(("signs", index), message, "measure it, and add `metres_before_view:`")
        elif sign.cameras and metres is not None and metres <= 0:
            message = f"who reads the sign `{sign.id}` is in view of a camera already"
            advice = "hang it where the camera does not see people yet, and measure again"
            yield Problem(("signs", index, "metres_before_view"), message, advice)
    named = {id for sign in view.deployment.signs for id in sign.cameras}
    for index, camera in enumerate(view.deployment.place.cameras):
        if camera.id not in named:
            advice = f"add `{camera.id}` to `cameras:` of the sign that people read first"
            message = f"no sign speaks of the camera `{camera.id}`"
            yield Problem(("place", "cameras", index), message, advice, error_in=BINDING)
