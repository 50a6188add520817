"""Every data item says how long it is kept, in a way that can be held against it.

A length of time needs a value and a unit; a setting needs the default that holds if nobody touches it; an event needs
its name; and nothing can be kept for a time of none.

Pass:

    data:
      items:
        - id: scan
          name: The scanned form
          category: personal
          purpose: To read it
          retention: {kind: duration, value: 24, unit: hours}

Fail:

    data:
      items:
        - id: scan
          name: The scanned form
          category: personal
          purpose: To read it
          retention: {kind: configurable}
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.checks.problem import ALWAYS, Problem
from toolkit.model.data import Retention
from toolkit.view import View

ID = "retention"
ERROR_IN = ALWAYS


def check(view: View) -> Iterator[Problem]:
    """Items without a retention, and retentions that do not say enough."""
    for index, item in enumerate(view.service.data.items):
        path = ("data", "items", index)
        if item.retention is None:
            advice = "add `retention:`; `{kind: none}` where nothing is kept"
            yield Problem(path, f"nobody says how long {item.name!r} is kept", advice)
            continue
        for message, advice in gaps(item.retention):
            yield Problem((*path, "retention"), f"{message} in the retention of {item.name!r}", advice)


def gaps(kept: Retention) -> Iterator[tuple[str, str]]:
    """What a retention does not say, or says twice, and what to do."""
    timed = kept.value is not None and kept.unit is not None
    if kept.kind == "duration" and not timed:
        yield "a length of time is missing", "add `value:` and `unit:`, such as 24 and hours"
    if kept.kind == "configurable" and kept.default is None:
        yield "the default of a setting is missing", "add `default: {value: 30, unit: days}`"
    if kept.kind == "until_event" and not kept.event:
        yield "the event that ends it is missing", "add `event:`, such as `the project is deleted`"
    if kept.kind in {"none", "customer_controlled"} and kept.value is not None:
        yield f"`kind: {kept.kind}` and a length of time contradict each other", "keep one of the two"
    if kept.value is not None and kept.value <= 0:
        yield "a length of time must be more than nothing", "write `kind: none` where nothing is kept"
