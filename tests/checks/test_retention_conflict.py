"""Statements about retention that contradict each other."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import DAY, data, item

from toolkit.view.durations import Length, length, lengths_in, same


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("after 24 hours", [(Length(hours=24), "24 hours")]),
        ("a 30-day limit, or one year", [(Length(hours=720), "30-day"), (Length(months=12), "one year")]),
        ("half an hour, 1.5 months", [(Length(months=1.5), "1.5 months")]),
        ("We look once a day and every 30 days.", []),
        ("24 forms, 7 daylight hours, 3 yearly checks", []),
    ],
)
def test_lengths(text, found):
    """Lengths of time are read from numbers and number words; how often something happens is none."""
    assert lengths_in(text) == found


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        ((24, "hours"), (1, "day"), True),
        ((60, "minutes"), (1, "hours"), True),
        ((30, "days"), (1, "months"), True),
        ((28, "days"), (1, "months"), True),
        ((32, "days"), (1, "months"), False),
        ((12, "months"), (1, "year"), True),
        ((13, "months"), (1, "year"), False),
        ((365, "days"), (1, "year"), True),
        ((366, "days"), (12, "months"), True),
        ((360, "days"), (1, "year"), False),
        ((48, "hours"), (24, "hours"), False),
    ],
)
def test_same(one, other, equal):
    """Lengths are compared across units; months and years have the days that calendars give them."""
    assert same(length(*one), length(*other)) is equal
    assert same(length(*other), length(*one)) is equal


@given(st.integers(1, 1000), st.sampled_from(["minutes", "hours", "days", "weeks", "months", "years"]))
def test_same_as_itself(count, unit):
    """What is written as data is found again in a sentence."""
    ((found, _),) = lengths_in(f"It is kept for {count} {unit} here.")
    assert same(found, length(count, unit))


def told(text):
    return f"disclosure: {{items: {{retention: {json.dumps(text)}}}}}\n"


@pytest.mark.parametrize(
    ("items", "text", "wrong"),
    [
        ([item(DAY)], "Deleted after a day.", None),
        ([item(DAY)], "Deleted at once.", None),
        ([item(DAY)], "Deleted after 48 hours.", "48 hours"),
        ([item("kind: none")], "Deleted after 24 hours.", "24 hours"),
        ([item("kind: customer_controlled")], "Deleted after 24 hours.", None),
        ([item("kind: configurable, default: {value: 30, unit: days}")], "Kept one month.", None),
        ([item("kind: until_event, event: 30 days after the project ends")], "Kept 30 days longer.", None),
        (
            [item(DAY), item("kind: duration, value: 2, unit: years", id="text", name="Text")],
            "The scan is deleted within 24 hours, the text after two years.",
            None,
        ),
        ([item(DAY, ", controls: [{action: delete, how: Ask., latency: within 3 days}]")], "Or ask: 3 days.", None),
    ],
)
def test_text_about_retention(items, text, wrong, said):
    """A time in the text for affected people is one that some data item has."""
    message = f"the text says {wrong!r}, but no data item is kept that long"
    assert said("retention-conflict", data(*items) + told(text)) == ([message] if wrong else [])


def test_statement_for_end_users(said):
    """Of the statement, only sentences about keeping are compared."""
    fragment = f"""\
data:
  items: [{item(DAY)}]
  end_user_statement: {{text_template: We answer within 3 days. We keep the scan for 2 days.}}
"""
    assert said("retention-conflict", fragment) == ["the text says '2 days', but no data item is kept that long"]


def test_same_item_twice(said):
    """The same name with another time is a conflict; another unit for the same time is none."""
    twice = data(item(DAY), item("kind: duration, value: 1, unit: days", id="b", name="scan"))
    assert said("retention-conflict", twice) == []
    twice = data(item(DAY), item("kind: none", id="b", name="scan"))
    assert said("retention-conflict", twice) == ["'scan' stands here twice, with different times"]


@pytest.mark.parametrize(
    ("place", "conflict"),
    [("Nowhere.", False), ("In memory only.", False), ("Not stored.", False), ("A disk in the cellar.", True)],
)
def test_stored_though_not_kept(place, conflict, said):
    """What is not kept has no place, unless the place says so."""
    fragment = data(item("kind: none", f", stored_at: {place}"))
    message = "'Scan' is not kept, yet it has a place where it is stored"
    assert said("retention-conflict", fragment) == ([message] if conflict else [])
