"""There is a lasting way to report a problem, and one of the ways asks for no name.

List the ways under `feedback:`: a button (`in_app`), an `address`, an `anonymous_box`, an `informed_person`; each with
an owner and the days until an answer (guidance for Custom Vision, Microsoft 2021). Who fears for a job or a benefit
speaks only where no name is asked; that every way asks for one is a warning. A box that is called anonymous and asks
for a name is always an error.

Pass:

    feedback:
      - {id: box, kind: anonymous_box, how: Put a note into the box., owner: Head of the desk, response_days: 7,
         anonymous: true}

Fail:

    feedback:
      - {id: letter, kind: address, how: Write to the town hall., owner: Head of the desk, response_days: 7,
         anonymous: false}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toolkit.checks.places.statuses import ALWAYS, BINDING, NEVER
from toolkit.checks.problem import Problem

if TYPE_CHECKING:
    from toolkit.view.place import PlaceView

ID = "feedback-channels"
ERROR_IN = BINDING


def check(view: PlaceView) -> Iterator[Problem]:
    """No way at all, none without a name, and a box that asks for one."""
    channels = view.deployment.feedback
    if not channels:
        message = "there is no way to report a problem"
        yield Problem(("feedback",), message, "add `feedback:` with a way that lasts", at_key=True)
    elif not any(channel.anonymous for channel in channels):
        message = "every way to report a problem asks for a name"
        advice = "add one with `anonymous: true`, such as a box where nobody looks over a shoulder"
        yield Problem(("feedback",), message, advice, at_key=True, error_in=NEVER)
    for index, channel in enumerate(channels):
        if channel.kind == "anonymous_box" and not channel.anonymous:
            message = f"`{channel.id}` is an anonymous box that asks for a name"
            path = ("feedback", index, "anonymous")
            yield Problem(path, message, "write `anonymous: true`, or another kind", error_in=ALWAYS)
