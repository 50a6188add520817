"""After a withdrawal no byte of what somebody gave is left in the files of the database."""

from __future__ import annotations

import datetime as dt

from enquiries import ALL, NOW
from sqlalchemy import insert

from toolkit.store.study.tables import study_coding
from toolkit.store.study.withdrawal import withdrawn

WORDS = "Kaninchen im Garten "


def test_no_byte_is_left(file_enquiry, file_store, on_disk):
    """Neither an answer nor a code, an id, a code of a coder, in the database or in its log; those of others stay."""
    others = [file_enquiry.begin("en", "html", ALL, f"other-{number}", NOW) for number in range(3)]
    for number, other in enumerate(others):
        seat = file_enquiry.seat(other.token)
        file_enquiry.save(seat, "own-words", f"Another answer {number} " * 60, "1", NOW)
    begun = file_enquiry.begin("en", "html", ALL, "form", NOW)
    seat = file_enquiry.seat(begun.token)
    for number in range(20):
        file_enquiry.save(seat, "own-words", f"{WORDS * 50}{number}", str(number), NOW)
    row = {"participant": seat.participant, "wave": "first", "item": "own-words", "coder": "ann", "adjudicated": False}
    with file_store.write() as connection:
        connection.execute(insert(study_coding).values(**row, code="RABBITCODE"))
    secrets = [WORDS.strip().encode(), seat.participant.encode(), b"RABBITCODE"]
    assert [secret in on_disk() for secret in secrets] == [True] * 3
    file_enquiry.withdraw(seat, NOW)
    assert [secret in on_disk() for secret in secrets] == [False] * 3
    assert b"Another answer 2" in on_disk()
    assert len(file_enquiry.given()) == 3


def test_what_stays(enquiry, store):
    """One hash and the day, for counting."""
    seat = enquiry.seat(enquiry.begin("en", "html", ALL, "form", NOW).token)
    enquiry.withdraw(seat, NOW)
    with store.read() as connection:
        [left] = withdrawn(connection, "desk")
        assert withdrawn(connection, "door") == []
        assert withdrawn(connection) == [left]
    assert (len(left.mark), left.deployment, left.day) == (64, "desk", dt.date(2026, 11, 20))
