"""Lengths of time: those that a text names, those that data is kept, and whether two can be the same."""

from __future__ import annotations

import re
from typing import NamedTuple

from toolkit.model.data import DataItem, Retention

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


class Length(NamedTuple):
    """A length of time, in hours or in months: a month has no fixed number of hours."""

    hours: float = 0
    months: float = 0


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


def stated(kept: Retention) -> list[Length]:
    """The time that an item is kept, and the default of a setting."""
    pairs = [(kept.value, kept.unit)] + ([(kept.default.value, kept.default.unit)] if kept.default else [])
    return [length(value, unit) for value, unit in pairs if value is not None and unit]


def known(item: DataItem) -> list[Length]:
    """The times that hold for an item, stated as data or in its own texts."""
    kept = item.retention
    texts = [control.latency for control in item.controls]
    texts += [kept.starts, kept.event, kept.condition] if kept else []
    spans = [span for text in texts if text for span, _ in lengths_in(text)]
    return (stated(kept) if kept else []) + spans
