from __future__ import annotations

import datetime as dt

import pytest

from toolkit.clock import today
from toolkit.errors import UsageError


@pytest.fixture(autouse=True)
def _no_epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment of whoever runs the tests says nothing about the day."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


def test_the_day_given_is_today(monkeypatch: pytest.MonkeyPatch):
    """What the command line says comes before everything else."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert today("2026-11-20") == dt.date(2026, 11, 20)


@pytest.mark.parametrize(
    "given", ["2026-02-30", "20.11.2026", "2026-13-01", "today", "2026-11-20T10:00", " 2026-11-20", "-"]
)
def test_what_is_no_day_is_refused(given):
    """Anything but year-month-day stops the run with what to write."""
    with pytest.raises(UsageError) as caught:
        today(given)
    assert str(caught.value) == f"{given!r} is no date"
    assert caught.value.help == "write --today as year-month-day, such as 2026-11-20"
    assert caught.value.exit_code == 2


@pytest.mark.parametrize(
    ("epoch", "day"),
    [
        ("0", dt.date(1970, 1, 1)),
        ("1795132799", dt.date(2026, 11, 19)),
        ("1795132800", dt.date(2026, 11, 20)),
        ("1795219199", dt.date(2026, 11, 20)),
        ("-1", dt.date(1969, 12, 31)),
    ],
)
def test_the_epoch_of_reproducible_builds_is_today(monkeypatch: pytest.MonkeyPatch, epoch, day):
    """Seconds since 1970 give the day in UTC, wherever the computer stands."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    assert today() == day


@pytest.mark.parametrize("epoch", ["now", "1.5", "2026-11-20", "1e9", "99999999999999999999"])
def test_an_epoch_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch, epoch):
    """A variable that cannot be read stops the run; the clock is not taken in its place."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(UsageError) as caught:
        today()
    assert str(caught.value) == f"SOURCE_DATE_EPOCH is {epoch!r}"
    assert caught.value.help == "set it to whole seconds since 1970"


@pytest.mark.parametrize("epoch", [None, ""])
def test_else_the_clock_says_what_day_it_is(monkeypatch: pytest.MonkeyPatch, epoch):
    """Without either, today is the day of the clock in UTC."""
    if epoch is not None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    before = dt.datetime.now(dt.UTC).date()
    day = today()
    assert before <= day <= dt.datetime.now(dt.UTC).date()
