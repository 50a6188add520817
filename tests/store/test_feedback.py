"""Notes and reports: kept once, seen and deleted by code, gone when their time is over."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import select

from toolkit.store import inbox
from toolkit.store.codes import Code, new_code
from toolkit.store.feedback import (
    PNG,
    Answer,
    Crop,
    Message,
    Term,
    answers,
    consent_version,
    delete_by_code,
    look_up,
    put_in_box,
    retain,
    send_report,
)
from toolkit.store.tables import feedback, feedback_crop
from toolkit.store.words import Refused

NOTE = Message("desk", "unfair", "The machine reads my name wrong.", "en")
REPORT = Message("desk", "inaccurate", "That is a cat.", "en", "opencv-tags", "dog 0.83")
CROP = Crop(PNG + b"pixels" * 1000, "I agree that this part is kept for 30 days.")


def texts(store):
    return sorted(entry.text for entry in inbox.inbox(store))


def test_a_note_has_a_day_and_nothing_else_of_its_sender(store, today):
    """No time, no address, no code, and no day by which it goes before anybody has answered."""
    assert put_in_box(store, NOTE, today, "key")
    with store.read() as connection:
        row = dict(connection.execute(select(feedback)).mappings().one())
    assert len(row.pop("id")) == 8
    assert row == {
        "deployment": "desk",
        "service": None,
        "kind": "unfair",
        "about": "",
        "text": "The machine reads my name wrong.",
        "language": "en",
        "day": dt.date(2026, 11, 20),
        "status": "new",
        "reply": "",
        "public_what_you_said": "",
        "public_what_we_did": "",
        "keep_until": None,
        "code_salt": None,
        "code_hash": None,
    }


def test_sent_twice_kept_once(store, today):
    """A double click stores one note; a note that was changed, and one of another form, are others."""
    assert put_in_box(store, NOTE, today, "key")
    assert not put_in_box(store, NOTE, today, "key")
    assert put_in_box(store, NOTE._replace(text="I forgot something."), today, "key")
    assert put_in_box(store, NOTE, today, "another key")
    assert len(texts(store)) == 3


def test_the_order_of_rows_says_nothing(file_store, today):
    """Rows lie in the order of their ids, which say nothing of when they came."""
    for number in range(30):
        put_in_box(file_store, NOTE._replace(text=f"{number:02}"), today, "key")
    with file_store.read() as connection:
        found = connection.exec_driver_sql("SELECT id, text FROM feedback").all()
    assert [id for id, _ in found] == sorted(id for id, _ in found)
    assert [text for _, text in found] != sorted(text for _, text in found)


@pytest.mark.parametrize(
    ("change", "reason"),
    [({"text": " \n\u200b "}, "empty"), ({"text": "x" * 2001}, "too-long"), ({"kind": "rude"}, "kind")],
)
def test_notes_that_are_refused(store, today, change, reason):
    """Empty, too long, of no known kind: refused, and nothing is kept."""
    with pytest.raises(Refused) as told:
        put_in_box(store, NOTE._replace(**change), today, "key")
    assert told.value.reason == reason
    assert texts(store) == []


def test_a_report_is_seen_with_its_code(store, today):
    """Whoever has the code sees the report, its part of a picture, how long it stays, and the reply."""
    code = new_code()
    assert send_report(store, REPORT, Term(today, 30), code, CROP)
    assert not send_report(store, REPORT, Term(today, 30), code, CROP)
    inbox.reply(store, code.id, "We looked at it.", Term(today, 30))
    sent = look_up(store, code)
    assert sent == (REPORT, today, "answered", "We looked at it.", dt.date(2026, 12, 20), CROP.png)


def test_a_wrong_code_shows_nothing(store, today):
    """Half a code, a wrong one, and that of a note that has none, open nothing."""
    code = new_code()
    send_report(store, REPORT, Term(today, 30), code)
    put_in_box(store, NOTE, today, "key")
    note = next(entry for entry in inbox.inbox(store) if not entry.has_code)
    for wrong in (Code(code.id, "a" * 12), Code("a" * 8, code.secret), Code(note.id, "a" * 12)):
        assert look_up(store, wrong) is None
        assert not delete_by_code(store, wrong)
    assert len(texts(store)) == 2


def test_of_a_code_only_a_scrambled_form_is_kept(file_store, on_disk, today):
    """Who reads the files cannot delete or read a report as its sender."""
    code = new_code()
    send_report(file_store, REPORT, Term(today, 30), code)
    assert code.secret.encode() not in on_disk()
    assert str(code).encode() not in on_disk()


def test_a_crop_is_kept_with_the_words_that_were_agreed_to(store, today):
    """The hash of the words is kept, and another wording has another one."""
    send_report(store, REPORT, Term(today, 30), new_code(), CROP)
    with store.read() as connection:
        version = connection.execute(select(feedback_crop.c.consent_version)).scalar()
    assert version == consent_version("I agree that this part is kept for 30 days.")
    assert version != consent_version("I agree that this part is kept for 31 days.")


@pytest.mark.parametrize(
    ("crop", "reason"),
    [
        (Crop(b"GIF89a", "Yes."), "no-png"),
        (Crop(PNG + bytes(2_000_000), "Yes."), "crop-too-large"),
        (Crop(PNG, ""), "no-consent"),
    ],
)
def test_crops_that_are_refused(store, today, crop, reason):
    """Something else than a PNG, too large a one, or one without consent: nothing at all is kept."""
    with pytest.raises(Refused) as told:
        send_report(store, REPORT, Term(today, 30), new_code(), crop)
    assert told.value.reason == reason
    assert texts(store) == []


def test_deleted_means_no_byte_is_left(file_store, folder, on_disk, today):
    """After deleting by code neither text nor part of a picture is in any file; what others sent stays."""
    for number in range(20):
        send_report(file_store, REPORT._replace(text=f"other {number} " * 90), Term(today, 30), new_code(), CROP)
    code = new_code()
    secret = Crop(PNG + b"SECRETPIXELS" * 3000, "Yes.")
    send_report(
        file_store, REPORT._replace(text="SECRETTEXT " * 150, about="SECRETFINDING"), Term(today, 30), code, secret
    )
    assert b"SECRETTEXT" in on_disk()
    assert b"SECRETPIXELS" in on_disk()

    assert delete_by_code(file_store, code)

    assert sorted(path.name for path in folder.iterdir()) == ["store.db", "store.db-shm", "store.db-wal"]
    for secret in (b"SECRETTEXT", b"SECRETPIXELS", b"SECRETFINDING", code.id.encode()):
        assert secret not in on_disk()
    assert len(texts(file_store)) == 20
    assert look_up(file_store, code) is None
    assert not delete_by_code(file_store, code)


def test_reports_go_on_their_day(file_store, on_disk, today):
    """A report is there for less than 30 days, with its part of a picture, whatever became of it."""
    code = new_code()
    send_report(file_store, REPORT._replace(text="SECRETTEXT"), Term(today, 30), code, CROP)
    inbox.mark(file_store, code.id, "done", Term(today + dt.timedelta(days=20), 30))
    assert retain(file_store, today + dt.timedelta(days=29)) == 0
    assert look_up(file_store, code) is not None
    assert retain(file_store, today + dt.timedelta(days=30)) == 2
    assert look_up(file_store, code) is None
    assert b"SECRETTEXT" not in on_disk()
    assert b"pixels" not in on_disk()


def test_notes_go_after_they_were_answered(store, today):
    """A note waits for whoever reads it; 30 days after it was answered it goes."""
    put_in_box(store, NOTE, today, "key")
    assert retain(store, today + dt.timedelta(days=1000)) == 0
    [note] = inbox.inbox(store)
    inbox.mark(store, note.id, "done", Term(today, 30))
    assert retain(store, today + dt.timedelta(days=29)) == 0
    assert retain(store, today + dt.timedelta(days=30)) == 1
    assert texts(store) == []


def test_what_was_published_outlives_the_report(file_store, on_disk, today):
    """The public words stay; what the person wrote, what it was about and the code go."""
    code = new_code()
    send_report(file_store, REPORT._replace(text="SECRETTEXT"), Term(today, 30), code, CROP)
    inbox.publish(file_store, code.id, "Cats become dogs.", "We withhold the tag dog.", Term(today, 30))
    assert retain(file_store, today + dt.timedelta(days=30)) == 2
    assert answers(file_store, "desk") == [Answer("Cats become dogs.", "We withhold the tag dog.")]
    [left] = inbox.inbox(file_store)
    assert (left.text, left.about, left.service, left.has_code, left.has_crop) == ("", "", None, False, False)
    assert b"SECRETTEXT" not in on_disk()
    assert retain(file_store, today + dt.timedelta(days=1000)) == 0


def test_answers_of_one_place(store, today):
    """Only what has both halves is public, the latest first, and that of no other place."""
    for number, (place, did) in enumerate([("desk", "Fixed."), ("desk", ""), ("door", "Moved."), ("desk", "Asked.")]):
        put_in_box(store, NOTE._replace(deployment=place, text=str(number)), today + dt.timedelta(number), "key")
        note = next(entry for entry in inbox.inbox(store) if entry.text == str(number))
        inbox.publish(store, note.id, f"Said {number}.", did, Term(today, 30))
    assert answers(store, "desk") == [Answer("Said 3.", "Asked."), Answer("Said 0.", "Fixed.")]
    assert answers(store, "nowhere") == []
