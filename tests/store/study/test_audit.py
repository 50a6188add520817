"""The log is a chain: whoever changes, takes out or adds an entry breaks it, and the place is named."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import delete, insert, select, update

from toolkit.store.study.audit import START, Checked, Whose, note, verify
from toolkit.store.study.tables import study_audit

DAY = dt.date(2026, 11, 20)
ANN = Whose("k7m2pq4r", b"k" * 32)


@pytest.fixture
def log(store):
    """Five entries, and a way to change them."""

    def change(*statements):
        with store.write() as connection:
            for statement in statements:
                connection.execute(statement)
        with store.read() as connection:
            return verify(connection)

    with store.write() as connection:
        for number in range(5):
            note(connection, DAY, "desk", "answered", ANN, f"kept day {number}")
    return change


def test_empty(store):
    """A log without entries is whole."""
    with store.read() as connection:
        assert verify(connection) == Checked(0, START, None)


def test_whole(log, store):
    """Every entry follows from the one before; the last hash stands for all of them."""
    checked = log()
    assert (checked.entries, checked.broken) == (5, None)
    with store.read() as connection:
        assert checked.head == connection.execute(select(study_audit.c.hash).where(study_audit.c.number == 5)).scalar()


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("day", dt.date(2026, 11, 21)),
        ("deployment", "door"),
        ("event", "withdrawn"),
        ("who", "0" * 64),
        ("data", "0" * 64),
        ("hash", "0" * 64),
    ],
)
def test_a_changed_entry(log, column, value):
    """Whatever is changed in the third entry, it is named."""
    assert log(update(study_audit).where(study_audit.c.number == 3).values({column: value})).broken == 3


def test_an_entry_that_was_taken_out(log):
    """Those after it do not follow."""
    assert log(delete(study_audit).where(study_audit.c.number == 2)).broken == 2


def test_an_entry_that_was_put_in(log):
    """Nobody can add one by hand that follows from nothing."""
    entry = {"number": 6, "day": DAY, "deployment": "desk", "event": "x", "who": "", "data": "", "hash": "0" * 64}
    assert log(insert(study_audit).values(entry)).broken == 6


def test_the_end_cut_off(log):
    """The chain alone does not show it, the hash that somebody noted does."""
    before = log()
    after = log(delete(study_audit).where(study_audit.c.number == 5))
    assert (after.entries, after.broken) == (4, None)
    assert after.head != before.head


def test_hashes_are_keyed(store):
    """The same answer of two people looks different, and so do two answers of one."""
    with store.write() as connection:
        for whose, data in ((ANN, "yes"), (ANN, "no"), (ANN._replace(key=b"x" * 32), "yes"), (None, "yes")):
            note(connection, DAY, "desk", "answered", whose, data)
    with store.read() as connection:
        rows = connection.execute(select(study_audit.c.who, study_audit.c.data)).all()
    assert len({data for _, data in rows}) == 4
    assert len({who for who, _ in rows}) == 3
