"""Each way to report a problem was tried in the last twelve months.

A box that nobody empties and an address that bounces look like an open ear. Send something through each way, see that
it arrives and is answered in time, and write the day in `last_tested:`.

Pass:

    feedback:
      - {id: box, kind: anonymous_box, how: Put a note into the box., owner: Head of the desk, response_days: 7,
         last_tested: 2026-10-01, anonymous: true}

Fail:

    feedback:
      - {id: box, kind: anonymous_box, how: Put a note into the box., owner: Head of the desk, response_days: 7,
         anonymous: true}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toolkit.checks.places.statuses import BINDING
from toolkit.checks.problem import Problem
from toolkit.i18n import day

if TYPE_CHECKING:
    from toolkit.view.place import PlaceView

ID = "feedback-tested"
ERROR_IN = BINDING


def check(view: PlaceView) -> Iterator[Problem]:
    """One problem for each way that was not tried, or too long ago."""
    today = view.house.today
    for index, channel in enumerate(view.deployment.feedback):
        path = ("feedback", index)
        tested = channel.last_tested
        if tested is None:
            message = f"nobody has tried whether `{channel.id}` works"
            advice = "send something through it, then add `last_tested:` with the day"
            yield Problem(path, message, advice, waits=True)
        elif (tested.year + 1, tested.month, tested.day) < (today.year, today.month, today.day):
            message = f"nobody has tried `{channel.id}` since {day(tested)}"
            yield Problem((*path, "last_tested"), message, "send something through it, then write the new day")
