"""Where there is a camera, or sound is recorded, the notice and each sign of a camera say what is *not* recorded.

People assume that everything about them is recorded unless they are told otherwise (research insights for spatial
analysis, Microsoft 2022). List it under `not_collected:`, and put a statement with `item: not_collected` on each sign
that names a camera.

Pass:

    law: {personal_data: true, basis: public_task, sound: true}
    not_collected: [No picture of you.]

Fail:

    law: {personal_data: true, basis: public_task, sound: true}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toolkit.checks.places.signs import told
from toolkit.checks.places.statuses import BINDING
from toolkit.checks.problem import Problem

if TYPE_CHECKING:
    from toolkit.view.place import PlaceView

ID = "not-collected-here"
ERROR_IN = BINDING


def check(view: PlaceView) -> Iterator[Problem]:
    """The list, then the signs."""
    deployment = view.deployment
    sound = deployment.law is not None and deployment.law.sound
    if (deployment.place.cameras or sound) and not deployment.not_collected:
        path = ("place", "cameras") if deployment.place.cameras else ("law", "sound")
        what = "there is a camera" if deployment.place.cameras else "sound is recorded"
        advice = "add `not_collected:`, one plain sentence each, such as `Your face. The camera sees only the mat.`"
        yield Problem(path, f"{what}, but nothing says what is not recorded", advice, at_key=True)
    for index, sign in enumerate(deployment.signs):
        if sign.cameras and "not_collected" not in told(view, sign):
            message = f"the sign `{sign.id}` speaks of a camera, but not of what is not recorded"
            advice = "add a statement with `item: not_collected` to its `statements:`"
            yield Problem(("signs", index, "statements"), message, advice, at_key=True)
