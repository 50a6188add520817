"""Requests for one's rights."""

from __future__ import annotations

import datetime as dt

import pytest

from toolkit.store.feedback import Term, retain
from toolkit.store.inbox import mark
from toolkit.store.rights import Asked, Request, a_month_after, ask, requests
from toolkit.store.words import Refused

REQUEST = Request("desk", "access", "Monday, about ten", "The front desk", "555 0111", "es")


@pytest.mark.parametrize(
    ("day", "due"),
    [
        (dt.date(2026, 11, 20), dt.date(2026, 12, 20)),
        (dt.date(2026, 12, 31), dt.date(2027, 1, 31)),
        (dt.date(2027, 1, 31), dt.date(2027, 2, 28)),
        (dt.date(2028, 1, 30), dt.date(2028, 2, 29)),
    ],
)
def test_a_month_after(day, due):
    """The same day of the next month, or its last one."""
    assert a_month_after(day) == due


def test_ask(store, today):
    """A request is kept once however often it is sent on a day, and due in a month."""
    assert ask(store, REQUEST, today) == ask(store, REQUEST, today) == dt.date(2026, 12, 20)
    [asked] = requests(store)
    assert asked == Asked(asked.id, REQUEST, today, dt.date(2026, 12, 20), "new")


def test_the_most_urgent_first(store, today):
    """In the order in which they are due; of one place."""
    for days, place in ((2, "desk"), (0, "door"), (1, "desk")):
        ask(store, REQUEST._replace(deployment=place, time=str(days)), today + dt.timedelta(days=days))
    assert [asked.request.time for asked in requests(store)] == ["0", "1", "2"]
    assert [asked.request.time for asked in requests(store, "desk")] == ["1", "2"]


@pytest.mark.parametrize(("change", "reason"), [({"time": " "}, "empty"), ({"place": "x" * 201}, "too-long")])
def test_refused(store, today, change, reason):
    """Without a time or with too long a place nothing is kept."""
    with pytest.raises(Refused) as told:
        ask(store, REQUEST._replace(**change), today)
    assert told.value.reason == reason
    assert requests(store) == []


def test_what_was_done_goes(file_store, on_disk, today):
    """A request stays until it is done, and 30 days more."""
    ask(file_store, REQUEST, today)
    assert retain(file_store, today + dt.timedelta(days=1000)) == 0
    mark(file_store, requests(file_store)[0].id, "done", Term(today, 30))
    assert retain(file_store, today + dt.timedelta(days=30)) == 1
    assert requests(file_store) == []
    assert b"555 0111" not in on_disk()
