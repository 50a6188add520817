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
from typing import NamedTuple

from toolkit.checks.problem import ALWAYS, Problem
from toolkit.model.data import DataItem, Retention
from toolkit.source import Path_
from toolkit.view import View

ID = "retention-conflict"
ERROR_IN = ALWAYS
HOURS = {"minute": 1 / 60, "hour": 1, "day": 24, "week": 168}
MONTHS = {"month": 1, "year": 12}
WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
COUNTS = {**{word: number for number, word in enumerate(WORDS)}, "a": 1, "an": 1}
#: A number and a unit; not how often something happens, as in `once a day` and `every 30 days`, and no half of it.
LENGTH = re.compile(
    r"(?<!once )(?<!twice )(?<!times )(?<!every )(?<!half )"
    rf"\b(\d+(?:\.\d+)?|{'|'.join(COUNTS)})[\s\N{{NO-BREAK SPACE}}-]+({'|'.join([*HOURS, *MONTHS])})s?\b",
    re.IGNORECASE,
)
ABOUT_KEEPING = re.compile(
    r"\b(?:delete|deleting|deletion|erase|held|hold|keep|kept|remov|retain|retention|saved?\b|saves\b|stor)",
    re.IGNORECASE,
)
NOT_STORED = re.compile(r"\b(?:no|not|never|none|nowhere|nothing|memory)\b", re.IGNORECASE)


class Length(NamedTuple):
    """A length of time, in hours or in months: a month has no fixed number of hours."""

    hours: float = 0
    months: float = 0


def check(view: View) -> Iterator[Problem]:
    """Items that contradict each other, themselves, or the texts about them."""
    yield from _twice(view)
    yield from _stored_though_not_kept(view)
    yield from _texts(view)


def lengths_in(text: str) -> list[tuple[Length, str]]:
    """The lengths of time that *text* names, each with the words that name it."""
    found = []
    for match in LENGTH.finditer(text):
        count = COUNTS.get(match[1].lower())
        found.append((length(float(match[1]) if count is None else count, match[2].lower()), match[0]))
    return found


def length(count: float, unit: str) -> Length:
    """*count* units, such as 2 and `weeks`."""
    unit = unit.removesuffix("s")
    return Length(months=count * MONTHS[unit]) if unit in MONTHS else Length(hours=count * HOURS[unit])


def same(one: Length, other: Length) -> bool:
    """Whether two lengths can be the same; a month has 28 to 31 days, a year 365 or 366."""
    if bool(one.months) == bool(other.months):
        return abs(one.hours - other.hours) < 0.01 and abs(one.months - other.months) < 0.01
    years, months = divmod(one.months or other.months, 12)
    days = (one.hours or other.hours) / 24
    return 365 * years + 28 * months <= days <= 366 * years + 31 * months


def _twice(view: View) -> Iterator[Problem]:
    first: dict[tuple[str, str | None], DataItem] = {}
    for index, item in enumerate(view.service.data.items):
        other = first.setdefault((item.name.casefold(), item.feature), item)
        if item.retention and other.retention and _differ(item.retention, other.retention):
            message = f"{item.name!r} stands here twice, with different times"
            advice = "keep one of the two, or name what sets them apart"
            yield Problem(("data", "items", index, "retention"), message, advice)


def _differ(one: Retention, other: Retention) -> bool:
    if (one.kind, one.event) != (other.kind, other.event):
        return True
    return not all(same(a, b) for a, b in zip(_stated(one), _stated(other), strict=False))


def _stated(kept: Retention) -> list[Length]:
    """The time that an item is kept, and the default of a setting."""
    pairs = [(kept.value, kept.unit)] + ([(kept.default.value, kept.default.unit)] if kept.default else [])
    return [length(value, unit) for value, unit in pairs if value is not None and unit]


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
    known = [span for item in items for span in _known(item)]
    nothing_kept = bool(items) and all(item.retention and item.retention.kind == "none" for item in items)
    if not known and not nothing_kept:
        return
    for path, text in _statements(view):
        for span, shown in lengths_in(text):
            if not any(same(span, other) for other in known):
                advice = "make the text and `retention:` of the data items say the same"
                yield Problem(path, f"the text says {shown!r}, but no data item is kept that long", advice)


def _known(item: DataItem) -> list[Length]:
    """The times that hold for an item, stated as data or in its own texts."""
    kept = item.retention
    texts = [control.latency for control in item.controls]
    texts += [kept.starts, kept.event, kept.condition] if kept else []
    spans = [span for text in texts if text for span, _ in lengths_in(text)]
    return (_stated(kept) if kept else []) + spans


def _statements(view: View) -> Iterator[tuple[Path_, str]]:
    told = view.service.disclosure.items
    if told and told.retention:
        yield ("disclosure", "items", "retention"), told.retention
    statement = view.service.data.end_user_statement
    for sentence in re.split(r"(?<=[.!?])\s+", statement.text_template) if statement else ():
        if ABOUT_KEEPING.search(sentence):
            yield ("data", "end_user_statement", "text_template"), sentence
