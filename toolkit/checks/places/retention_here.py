"""Everything kept at a place says how long, in a way that it can be held against.

A length of time needs a value and a unit; a setting needs the default that holds if nobody touches it; an event needs
its name. `{kind: none}` says that it is not kept.

Pass:

    kept:
      - {id: scan, form: original, name: The picture, category: personal, purpose: To read it.,
         retention: {kind: duration, value: 1, unit: days}}

Fail:

    kept:
      - {id: scan, form: original, name: The picture, category: personal, purpose: To read it.}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toolkit.checks.places.statuses import BINDING
from toolkit.checks.problem import Problem
from toolkit.checks.retention import gaps

if TYPE_CHECKING:
    from toolkit.view.place import PlaceView

ID = "retention-here"
ERROR_IN = BINDING


def check(view: PlaceView) -> Iterator[Problem]:
    """Entries without a retention, and retentions that do not say enough."""
    for index, item in enumerate(view.deployment.kept):
        path = ("kept", index)
        if item.retention is None:
            advice = "add `retention:`; `{kind: none}` where it is not kept"
            yield Problem(path, f"nobody says how long {item.name!r} is kept", advice)
            continue
        for message, advice in gaps(item.retention):
            yield Problem((*path, "retention"), f"{message} in the retention of {item.name!r}", advice)
