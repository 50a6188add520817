"""How long data is kept is said once, and every other text agrees with it.

People rely on the shortest time they read. The times in `disclosure: items: retention` and in the statement for end
users are compared with those of the data items; the same data may not stand twice with different times; and data that
is not kept has no place where it is stored. Times are compared as lengths: 30 days and 1 month are the same.

Pass:

    data:
      items:
        - {id: scan, name: Scan, category: personal, purpose: To read it.,
           retention: {kind: duration, value: 24, unit: hours}}
    disclosure: {items: {retention: We delete the scan after one day.}}

Fail:

    data:
      items:
        - {id: scan, name: Scan, category: personal, purpose: To read it.,
           retention: {kind: duration, value: 24, unit: hours}}
    disclosure: {items: {retention: We delete the scan after 48 hours.}}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.checks.problem import ALWAYS, Problem
from toolkit.model.data import DataItem, Retention
from toolkit.source import Path_
from toolkit.view import View

ID = "retention-conflict"
ERROR_IN = ALWAYS
HOURS = {"minute": 1 / 60, "hour": 1, "day": 24, "week": 168, "month": 730.5, "year": 8766}
WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
COUNTS = {**{word: number for number, word in enumerate(WORDS)}, "a": 1, "an": 1}
LENGTH = re.compile(
    rf"\b(\d+(?:\.\d+)?|{'|'.join(COUNTS)})[\s\N{{NO-BREAK SPACE}}-]+({'|'.join(HOURS)})s?\b", re.IGNORECASE
)
ABOUT_KEEPING = re.compile(
    r"\b(?:keep|kept|stor|retain|retention|delet|eras|remov|hold|held|sav(?:e|ed|es)\b)", re.IGNORECASE
)
NOT_STORED = re.compile(r"\b(?:no|not|never|none|nowhere|nothing|memory)\b", re.IGNORECASE)


def check(view: View) -> Iterator[Problem]:
    """Items that contradict each other, themselves, or the texts about them."""
    yield from _twice(view)
    yield from _stored_though_not_kept(view)
    yield from _texts(view)


def hours(text: str) -> list[tuple[float, str]]:
    """The lengths of time that *text* names: in hours, and as written."""
    found = []
    for match in LENGTH.finditer(text):
        count = COUNTS.get(match[1].lower())
        found.append(((float(match[1]) if count is None else count) * HOURS[match[2].lower()], match[0]))
    return found


def _twice(view: View) -> Iterator[Problem]:
    first: dict[tuple[str, str | None], DataItem] = {}
    for index, item in enumerate(view.service.data.items):
        other = first.setdefault((item.name.casefold(), item.feature), item)
        if item.retention and other.retention and _essence(item.retention) != _essence(other.retention):
            message = f"{item.name!r} stands here twice, with different times"
            advice = "keep one of the two, or name what sets them apart"
            yield Problem(("data", "items", index, "retention"), message, advice)


def _essence(kept: Retention) -> tuple[object, ...]:
    return (kept.kind, *_lengths(kept)[:1], kept.event)


def _lengths(kept: Retention | None) -> list[float]:
    """The times that hold for an item, in hours: the stated one, the default, and those that its texts name."""
    if kept is None:
        return []
    stated = [(kept.value, kept.unit)] + ([(kept.default.value, kept.default.unit)] if kept.default else [])
    lengths = [value * HOURS[unit.removesuffix("s")] for value, unit in stated if value is not None and unit]
    texts = " / ".join(text for text in (kept.starts, kept.event, kept.condition) if text)
    return lengths + [length for length, _ in hours(texts)]


def _stored_though_not_kept(view: View) -> Iterator[Problem]:
    for index, item in enumerate(view.service.data.items):
        kept = item.retention
        if kept and kept.kind == "none" and item.stored_at and not NOT_STORED.search(item.stored_at):
            message = f"{item.name!r} is not kept, yet it has a place where it is stored"
            advice = "delete `stored_at:`, or say in `retention:` how long it stays there"
            yield Problem(("data", "items", index, "stored_at"), message, advice)


def _texts(view: View) -> Iterator[Problem]:
    """Times in texts for affected people that no data item has."""
    items = view.service.data.items
    known = [length for item in items for length in _lengths(item.retention)]
    known += [length for item in items for control in item.controls for length, _ in hours(control.latency or "")]
    if not any(item.retention for item in items):
        return
    for path, text in _statements(view):
        for length, shown in hours(text):
            if not any(_same(length, other) for other in known):
                advice = "make the text and `retention:` of the data items say the same"
                yield Problem(path, f"the text says {shown!r}, but no data item is kept that long", advice)


def _statements(view: View) -> Iterator[tuple[Path_, str]]:
    told = view.service.disclosure.items
    if told and told.retention:
        yield ("disclosure", "items", "retention"), told.retention
    statement = view.service.data.end_user_statement
    for sentence in re.split(r"(?<=[.!?])\s+", statement.text_template) if statement else ():
        if ABOUT_KEEPING.search(sentence):
            yield ("data", "end_user_statement", "text_template"), sentence


def _same(one: float, other: float) -> bool:
    """Whether two lengths are the same, with room for months of 28 to 31 days."""
    return abs(one - other) <= 0.08 * max(one, other) if min(one, other) >= 28 * 24 else abs(one - other) < 0.01
