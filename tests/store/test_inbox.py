"""What whoever answers for a place does with what was sent."""

from __future__ import annotations

import csv
import datetime as dt
import io

import pytest

from toolkit.errors import UsageError
from toolkit.store import inbox
from toolkit.store.codes import new_code
from toolkit.store.feedback import PNG, Crop, Message, Term, put_in_box, send_report
from toolkit.store.rights import Request, ask, requests

NOTE = Message("desk", "other", "Hello.", "en")


def sent(store, today, **changes):
    """The id of a note that was put into the box."""
    before = {entry.id for entry in inbox.inbox(store)}
    put_in_box(store, NOTE._replace(**changes), today, "key")
    [id] = {entry.id for entry in inbox.inbox(store)} - before
    return id


def test_inbox(store, today):
    """The oldest first; of one place; in one state."""
    second = sent(store, today + dt.timedelta(days=1))
    first = sent(store, today, text="Earlier.")
    third = sent(store, today + dt.timedelta(days=2), deployment="door")
    inbox.mark(store, second, "read", Term(today, 30))
    assert [entry.id for entry in inbox.inbox(store)] == [first, second, third]
    assert [entry.id for entry in inbox.inbox(store, "door")] == [third]
    assert [entry.id for entry in inbox.inbox(store, status="new")] == [first, third]
    assert [entry.id for entry in inbox.inbox(store, "desk", "read")] == [second]


def test_a_note_that_is_taken_up_again_stays(store, today):
    """What is answered goes after 30 days, unless it is opened again."""
    id = sent(store, today)
    inbox.mark(store, id, "answered", Term(today, 30))
    assert inbox.entry(store, id).keep_until == dt.date(2026, 12, 20)
    inbox.mark(store, id, "read", Term(today, 30))
    assert inbox.entry(store, id).keep_until is None


def test_the_promise_to_a_sender_is_never_moved(store, today):
    """However late a report is answered, it goes on the day that its sender was told."""
    code = new_code()
    send_report(store, NOTE, Term(today, 30), code)
    for status in ("done", "new"):
        inbox.mark(store, code.id, status, Term(today + dt.timedelta(days=25), 30))
        assert inbox.entry(store, code.id).keep_until == dt.date(2026, 12, 20)


def test_crop(store, today):
    """The part of a picture comes as it was sent."""
    code = new_code()
    send_report(store, NOTE, Term(today, 30), code, Crop(PNG + b"1", "Yes."))
    assert inbox.entry(store, code.id).has_crop
    assert inbox.crop(store, code.id) == PNG + b"1"
    with pytest.raises(UsageError, match="holds no part of a picture"):
        inbox.crop(store, sent(store, today))


@pytest.mark.parametrize(
    "act",
    [
        lambda store, _: inbox.entry(store, "none"),
        lambda store, day: inbox.mark(store, "none", "read", Term(day, 30)),
        lambda store, day: inbox.reply(store, "none", "Yes.", Term(day, 30)),
        lambda store, day: inbox.publish(store, "none", "a", "b", Term(day, 30)),
        lambda store, _: inbox.remove(store, "none"),
    ],
)
def test_what_is_not_there(store, today, act):
    """An unknown id is told, with where to find those that are there."""
    with pytest.raises(UsageError, match="there is no message 'none'") as told:
        act(store, today)
    assert told.value.help == "`disclose feedback list` names those that are there"


def test_unknown_status(store, today):
    """A word that is no status is refused, with those that are."""
    with pytest.raises(UsageError) as told:
        inbox.mark(store, sent(store, today), "lost", Term(today, 30))
    assert told.value.help == "choose one of new, read, answered, done"


def test_requests_for_rights_are_marked_too(store, today):
    """A request has the same states."""
    ask(store, Request("desk", "access", "today", "at the desk", "", "en"), today)
    [asked] = requests(store)
    inbox.mark(store, asked.id, "done", Term(today, 30))
    assert requests(store)[0].status == "done"


def test_remove(file_store, on_disk, today):
    """What should not be there goes at once and for good."""
    id = sent(file_store, today, text="SECRETTEXT")
    inbox.remove(file_store, id)
    assert inbox.inbox(file_store) == []
    assert b"SECRETTEXT" not in on_disk()


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ('=HYPERLINK("https://evil.example")', '\'=HYPERLINK("https://evil.example")'),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@x", "'@x"),
        ("＝1+1", "'＝1+1"),
        ('a "b", c\nd', 'a "b", c\nd'),
        ("1=1", "1=1"),
    ],
)
def test_no_cell_of_the_table_is_a_formula(store, today, text, cell):
    """What a spreadsheet would run gets an apostrophe before it; nothing breaks out of its cell."""
    sent(store, today, text=text)
    head, row = csv.reader(io.StringIO(inbox.as_csv(inbox.inbox(store)), newline=""))
    assert dict(zip(head, row, strict=True))["text"] == cell
