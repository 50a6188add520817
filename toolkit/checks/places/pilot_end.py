"""A pilot has a day on which it ends, and that day has not passed.

A trial without an end is no trial. Readers of the sign see the day. Write it in `status_until:`; when it has passed,
stop, or put the place in force.

Pass:

    status: pilot
    status_until: 2030-01-01

Fail:

    status: pilot
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toolkit.checks.places.statuses import PILOT
from toolkit.checks.problem import Problem
from toolkit.i18n import day

if TYPE_CHECKING:
    from toolkit.view.place import PlaceView

ID = "pilot-end"
ERROR_IN = PILOT


def check(view: PlaceView) -> Iterator[Problem]:
    """One problem where the end is missing or has passed."""
    deployment = view.deployment
    if deployment.status != "pilot":
        return
    end = deployment.status_until
    if end is None:
        yield Problem(("status",), "nothing says when the pilot ends", "add `status_until:` with the last day")
    elif end < view.house.today:
        advice = "stop and write `status: retired`, or do what `status: in_force` asks for"
        yield Problem(("status_until",), f"the pilot ended on {day(end)}", advice)
