"""A copy while people answer, and the way back, on which nobody returns who withdrew."""

from __future__ import annotations

import datetime as dt
import stat

import pytest
from enquiries import ALL, NOW
from sqlalchemy import select

from toolkit.errors import UsageError
from toolkit.paths import Project
from toolkit.store.engine import open_store
from toolkit.store.feedback import Message, put_in_box
from toolkit.store.inbox import inbox
from toolkit.store.study.audit import verify
from toolkit.store.study.backup import Restored, backup, restore
from toolkit.store.study.tables import study_audit
from toolkit.study.enquiry import Enquiry

DAY = dt.date(2026, 11, 21)
NOTE = Message("desk", "other", "Hello", "en")


def answered(enquiry, once, words):
    """Somebody who gave one answer."""
    begun = enquiry.begin("en", "html", ALL, once, NOW)
    seat = enquiry.seat(begun.token)
    enquiry.save(seat, "own-words", words, "1", NOW)
    return begun


def words(enquiry):
    return sorted(each.answer for each in enquiry.given())


def log(store):
    with store.read() as connection:
        assert verify(connection).broken is None
        return connection.execute(select(study_audit.c.event).order_by(study_audit.c.number)).scalars().all()


@pytest.fixture
def file(tmp_path):
    """Where the backup goes."""
    return tmp_path / "backup.db"


def test_there_and_back(file_enquiry, file_store, file):
    """What was there is there again, for its owner's eyes only."""
    begun = answered(file_enquiry, "a", "first")
    backup(file_store, file)
    assert oct(stat.S_IMODE(file.stat().st_mode)) == "0o600"
    file_enquiry.save(file_enquiry.seat(begun.token), "own-words", "second", "2", NOW)
    assert restore(file_store, file, DAY) == Restored(1, 0)
    assert words(file_enquiry) == ["first"]
    assert file_enquiry.resume(str(begun.code), NOW) is not None


def test_whoever_withdrew_stays_deleted(file_enquiry, file_store, file, on_disk):
    """Also where the withdrawal came after the backup."""
    answered(file_enquiry, "a", "stays here")
    gone = answered(file_enquiry, "b", "goes away")
    backup(file_store, file)
    file_enquiry.withdraw(file_enquiry.seat(gone.token), NOW)
    assert restore(file_store, file, DAY) == Restored(1, 1)
    assert words(file_enquiry) == ["stays here"]
    assert file_enquiry.resume(str(gone.code), NOW) is None
    assert b"goes away" not in on_disk()
    assert restore(file_store, file, DAY) == Restored(1, 1)


def test_into_an_empty_database(file_enquiry, file_store, file, store, place):
    """The way back leads to another machine too, and to PostgreSQL; all else of the database comes along."""
    answered(file_enquiry, "a", "first")
    put_in_box(file_store, NOTE, DAY, "key")
    backup(file_store, file)
    if store is file_store:
        store = open_store(None, Project(file.parent / "new"))
    assert restore(store, file, DAY) == Restored(1, 0)
    assert words(Enquiry(store, place)) == ["first"]
    assert [each.text for each in inbox(store)] == ["Hello"]
    assert log(store) == ["began", "locked", "answered", "restored"]
    store.close()


def test_messages_that_are_there_are_left_alone(file_enquiry, file_store, file):
    """A report that was deleted since does not come back with the study."""
    put_in_box(file_store, NOTE, DAY, "key")
    backup(file_store, file)
    put_in_box(file_store, NOTE._replace(text="Newer"), DAY, "key")
    restore(file_store, file, DAY)
    assert sorted(each.text for each in inbox(file_store)) == ["Hello", "Newer"]


def test_nobody_is_lost_unasked(file_enquiry, file_store, file):
    """People who came after the backup are lost only where somebody says so."""
    answered(file_enquiry, "a", "first")
    backup(file_store, file)
    answered(file_enquiry, "b", "later")
    with pytest.raises(UsageError, match=r"^1 participant is not in backup\.db$"):
        restore(file_store, file, DAY)
    assert words(file_enquiry) == ["first", "later"]
    assert restore(file_store, file, DAY, replace=True) == Restored(1, 0)
    assert words(file_enquiry) == ["first"]


def test_the_log_goes_on(file_enquiry, file_store, file):
    """What happened after the backup stays in the log, and that it was put back stands there too."""
    answered(file_enquiry, "a", "first")
    backup(file_store, file)
    file_enquiry.withdraw(file_enquiry.seat(answered(file_enquiry, "b", "second").token), NOW)
    restore(file_store, file, DAY)
    assert log(file_store) == ["began", "locked", "answered", "began", "answered", "withdrawn", "restored"]


def test_no_file_is_overwritten(file_store, file):
    """A file that is there stays."""
    file.write_text("mine")
    with pytest.raises(UsageError, match=r"backup\.db is there already$"):
        backup(file_store, file)
    assert file.read_text() == "mine"


def test_a_folder_that_is_not_there(file_store, file):
    """Nothing is half written."""
    with pytest.raises(UsageError, match=r"backup\.db cannot be written: No such file or directory$"):
        backup(file_store, file.parent / "none" / file.name)


def test_nothing_to_restore(file_store, file):
    """A file that is missing, or is something else, changes nothing."""
    with pytest.raises(UsageError, match=r"backup\.db is not there$"):
        restore(file_store, file, DAY)
    file.write_text("This is a letter." * 100)
    with pytest.raises(UsageError, match=r"^backup\.db is no backup: file is not a database$"):
        restore(file_store, file, DAY)
    file.write_bytes(b"")
    with pytest.raises(UsageError, match=r"^backup\.db is no backup: it is empty$"):
        restore(file_store, file, DAY)


def test_postgresql_has_tools_of_its_own(store, file):
    """It is told which, without a password."""
    if store.engine.dialect.name == "sqlite":
        backup(store, file)
        return
    with pytest.raises(UsageError, match="PostgreSQL has its own tools") as told:
        backup(store, file)
    assert told.value.help.startswith("run pg_dump --format=custom --file=FILE")
