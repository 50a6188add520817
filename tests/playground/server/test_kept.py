"""The store of the server, and the sweep at its start."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
import weakref

import pytest
from projects import small

from playground.server.kept import day, retention, store
from toolkit.store import inbox
from toolkit.store.codes import new_code
from toolkit.store.feedback import Message, Term, send_report

MESSAGE = Message("desk", "other", "Hello.", "en")


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project, and a day."""
    monkeypatch.setenv("DISCLOSE_PROJECT", str(tmp_path))
    monkeypatch.setattr("playground.server.kept.now", lambda: dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC))
    return small(tmp_path, "example")


async def started():
    """A server that starts, runs until its first sweep is over, and stops."""
    async with retention(None):
        await asyncio.sleep(1)


def test_the_start_sweeps(project, monkeypatch):
    """What is past its time goes when the server starts; the rest stays."""
    for days in (0, 5):
        send_report(store(project), MESSAGE, Term(dt.date(2026, 11, 20) + dt.timedelta(days), 30), new_code())
    monkeypatch.setattr("playground.server.kept.now", lambda: dt.datetime(2026, 12, 20, 1, tzinfo=dt.UTC))
    asyncio.run(started())
    assert [entry.day for entry in inbox.inbox(store(project))] == [dt.date(2026, 11, 25)]


def test_the_day_is_that_of_the_clock(monkeypatch):
    """A build may take an earlier day as today; what people were promised goes by the clock."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert day() == dt.datetime.now(dt.UTC).date()


def test_a_store_that_cannot_be_opened_stops_no_server(project, caplog):
    """It is told, and the pages still work."""
    (project.root / ".disclose").write_text("")
    with caplog.at_level(logging.ERROR):
        asyncio.run(started())
    assert "the store cannot be swept: store.db cannot be made: File exists" in caplog.text


class Picture:
    """Something that holds itself, as what pages leave behind does."""

    def __init__(self):
        self.own = self


def test_memory_that_nobody_uses_is_given_back(project, monkeypatch):
    """What only holds itself goes while the server runs."""
    monkeypatch.setattr("playground.server.kept.HALF_A_MINUTE", 0.1)
    left = weakref.ref(Picture())
    asyncio.run(started())
    assert left() is None
