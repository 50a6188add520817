"""Answers go on their day: after reminders and notice, after an export or a waiver, and never while people answer."""

from __future__ import annotations

import datetime as dt

import pytest
from enquiries import ALL, NOW, replanned

from toolkit.store.study.retention import Due, exported, held, months_before, retain, stage
from toolkit.study.enquiry import Enquiry

UNTIL = dt.date(2027, 6, 30)


def days(count):
    return UNTIL + dt.timedelta(days=count)


@pytest.fixture
def closed(enquiry, place):
    """The plan of a closed study with one answer."""
    seat = enquiry.seat(enquiry.begin("en", "html", ALL, "form", NOW).token)
    enquiry.save(seat, "own-words", "Kaninchen im Garten", "1", NOW)
    return replanned(place, status="closed").study


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        (dt.date(2027, 6, 30), 1, dt.date(2027, 5, 30)),
        (dt.date(2027, 6, 30), 6, dt.date(2026, 12, 30)),
        (dt.date(2027, 3, 31), 1, dt.date(2027, 2, 28)),
        (dt.date(2027, 1, 15), 2, dt.date(2026, 11, 15)),
    ],
)
def test_months_before(day, months, before):
    """A month is a month of the calendar."""
    assert months_before(day, months) == before


@pytest.mark.parametrize(
    ("today", "reached"),
    [
        (dt.date(2026, 12, 29), (0, "")),
        (dt.date(2026, 12, 30), (1, "in 6 months")),
        (dt.date(2027, 4, 30), (2, "in 2 months")),
        (dt.date(2027, 5, 30), (3, "in 1 month")),
        (dt.date(2027, 6, 23), (4, "in a week")),
        (dt.date(2027, 6, 29), (5, "tomorrow")),
    ],
)
def test_stage(today, reached):
    """Five reminders, each from its day on."""
    assert stage(UNTIL, today) == reached


def test_each_reminder_once(store, closed):
    """Run every day, each reminder is told on its day; a day that was missed is made up for."""
    told = [(count, retain(store, closed, days(count))) for count in range(-200, 0)]
    assert [(count, due.what, due.when) for count, due in told if due.what != "nothing"] == [
        (-182, "reminder", "in 6 months"),
        (-61, "reminder", "in 2 months"),
        (-31, "reminder", "in 1 month"),
        (-7, "reminder", "in a week"),
        (-1, "reminder", "tomorrow"),
    ]


def test_deleted_after_an_export(store, closed):
    """Reminded long ago and exported: deleted on the day, and nothing is left to tell."""
    retain(store, closed, days(-20))
    assert retain(store, closed, days(0)) == Due("export", 1, "")
    assert held(store) == {"desk": 1}
    exported(store, "desk", days(0))
    assert retain(store, closed, days(0)) == Due("deleted", 1, "")
    assert held(store) == {}
    assert retain(store, closed, days(1)) == Due("nothing", 0)


def test_deleted_after_a_waiver(store, closed):
    """Whoever needs no export says so."""
    retain(store, closed, days(-20))
    assert retain(store, closed, days(0), waive=True).what == "deleted"


def test_never_without_notice(store, closed):
    """Where nobody was reminded, fourteen days pass first, waived or not."""
    assert retain(store, closed, days(0), waive=True) == Due("notice", 1, "2027-07-14")
    assert retain(store, closed, days(13), waive=True) == Due("wait", 1, "2027-07-14")
    assert held(store) == {"desk": 1}
    assert retain(store, closed, days(14), waive=True) == Due("deleted", 1)


def test_never_from_an_open_study(store, closed, place):
    """However late it is."""
    retain(store, closed, days(-20))
    assert retain(store, place.study, days(400), waive=True) == Due("open", 1)
    assert held(store) == {"desk": 1}


def test_no_byte_is_left(file_store, place, on_disk):
    """Deleted answers are overwritten."""
    enquiry = Enquiry(file_store, place)
    seat = enquiry.seat(enquiry.begin("en", "html", ALL, "form", NOW).token)
    enquiry.save(seat, "own-words", "Kaninchen im Garten", "1", NOW)
    plan = replanned(place, status="closed").study
    retain(file_store, plan, days(-20))
    assert b"Kaninchen" in on_disk()
    retain(file_store, plan, days(0), waive=True)
    assert b"Kaninchen" not in on_disk()
