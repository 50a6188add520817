"""Lengths of time in texts and in data."""

from __future__ import annotations

import pytest

from toolkit.model.data import Control, DataItem, Duration, Retention
from toolkit.view.durations import Length, known, length, lengths_in, same, stated


def item(retention, **more):
    return DataItem(id="scan", name="Scan", category="personal", purpose="To read it.", retention=retention, **more)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kept 24 hours.", [(Length(hours=24), "24 hours")]),
        ("one day here, two-week backups", [(Length(hours=24), "one day"), (Length(hours=336), "two-week")]),
        ("for 1.5 years", [(Length(months=18), "1.5 years")]),
        ("once a day, every 30 days, half a year", []),
        ("Room 24, hours as usual", []),
    ],
)
def test_lengths_in_a_text(text, found):
    """A number with a unit is a length; how often something happens is none."""
    assert lengths_in(text) == found


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        ((24, "hours"), (1, "days"), True),
        ((4, "weeks"), (28, "days"), True),
        ((30, "days"), (1, "months"), True),
        ((32, "days"), (1, "months"), False),
        ((366, "days"), (1, "years"), True),
        ((12, "months"), (1, "years"), True),
        ((24, "hours"), (30, "days"), False),
    ],
)
def test_the_same_length(one, other, equal):
    """Lengths are compared across units; a month is 28 to 31 days."""
    assert same(length(*one), length(*other)) == equal
    assert same(length(*other), length(*one)) == equal


def test_how_long_an_item_is_kept():
    """The stated time, the default of a setting, and times that the item's own texts name."""
    setting = Retention(kind="configurable", default=Duration(value=7, unit="days"), condition="Logs go after 2 hours.")
    control = Control(action="delete", how="Ask us.", latency="within 3 days")
    assert stated(setting) == [Length(hours=168)]
    assert known(item(setting, controls=(control,))) == [Length(hours=168), Length(hours=72), Length(hours=2)]
    assert known(item(None)) == []
