"""The database is opened for its owner alone, brought up to date, and written to by one at a time."""

from __future__ import annotations

import sqlite3
import stat
import subprocess
import sys
import threading

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from sqlalchemy import create_engine, func, insert, select
from sqlalchemy.exc import IntegrityError

from toolkit.paths import Project
from toolkit.store.engine import MIGRATIONS, StoreError, open_store
from toolkit.store.study import tables as _of_studies  # noqa: F401 - they join the others
from toolkit.store.tables import feedback, feedback_crop, metadata

ROW = {
    "deployment": "desk", "kind": "other", "about": "", "text": "x", "language": "en", "status": "new", "reply": "",
    "public_what_you_said": "", "public_what_we_did": "",
}  # fmt: skip


def row(id, day):
    return {**ROW, "id": id, "day": day}


def test_files_are_for_their_owner_alone(file_store, folder):
    """Neither the database nor its log can be read by others."""
    assert {path.name: oct(stat.S_IMODE(path.stat().st_mode)) for path in folder.iterdir()} == {
        "store.db": "0o600",
        "store.db-shm": "0o600",
        "store.db-wal": "0o600",
    }


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("temp_store", 2),
        ("busy_timeout", 10_000),
    ],
)
def test_settings(file_store, setting, value):
    """What was written is not lost, what was deleted is overwritten, nothing goes to a temporary file."""
    with file_store.read() as connection:
        assert connection.exec_driver_sql(f"PRAGMA {setting}").scalar() == value


def test_migrations_make_what_the_tables_say(store):
    """The steps and the tables in the code are the same, in both databases."""
    with store.read() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_a_database_of_the_first_version(tmp_path, folder, today):
    """It is brought up to date, and keeps what it holds."""
    folder.mkdir()
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    engine = create_engine(f"sqlite:///{folder}/store.db")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.execute(insert(feedback).values(row("a", today)))
    engine.dispose()
    store = open_store(None, Project(tmp_path))
    with store.read() as connection:
        assert connection.execute(select(feedback.c.text)).scalars().all() == ["x"]
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    store.close()


def test_constraints_have_names(file_store):
    """A later step can use them; rows lie in the order of their keys."""
    with file_store.read() as connection:
        made = " ".join(connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE sql NOT NULL").scalars())
    for name in ("ck_feedback_kind", "ck_feedback_status", "ck_rights_request_status", "fk_feedback_crop_feedback_id"):
        assert name in made
    assert made.count("WITHOUT ROWID") >= 14


def test_opened_again_it_holds_what_it_held(file_store, tmp_path, today):
    """Opening changes nothing of what is there."""
    with file_store.write() as connection:
        connection.execute(insert(feedback).values(row("a", today)))
    file_store.close()
    again = open_store(None, Project(tmp_path))
    with again.read() as connection:
        assert connection.execute(select(feedback.c.text)).scalars().all() == ["x"]
    again.close()


def test_a_newer_version_is_left_alone(file_store, tmp_path):
    """A database that a newer version wrote is refused with a sentence."""
    with file_store.write() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreError) as told:
        open_store(None, Project(tmp_path))
    assert str(told.value) == "store.db was written by a newer version of disclose (step 9999)"
    assert told.value.help == "update disclose; nothing was changed"
    with file_store.read() as connection:
        assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() == "9999"


def test_a_file_that_is_no_database(folder, tmp_path):
    """Another file in its place is named and stays as it is."""
    folder.mkdir()
    (folder / "store.db").write_bytes(b"This is a letter." * 100)
    with pytest.raises(StoreError, match=r"^store\.db: file is not a database$"):
        open_store(None, Project(tmp_path))
    assert (folder / "store.db").read_bytes() == b"This is a letter." * 100


def test_a_folder_that_cannot_be_made(tmp_path):
    """A file where the folder should be is told."""
    (tmp_path / ".disclose").write_text("")
    with pytest.raises(StoreError, match=r"^store\.db cannot be made: File exists$"):
        open_store(None, Project(tmp_path))


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("nonsense", "the address of the database cannot be read"),
        ("mysql://host/name", "mysql is no database that is supported"),
        ("sqlite://", "a database in memory is gone with the program"),
        ("sqlite:///:memory:", "a database in memory is gone with the program"),
        ("postgresql+nodriver://me:secret@host/name", "the driver postgresql+nodriver is unknown"),
    ],
)
def test_addresses_that_do_not_work(tmp_path, url, sentence):
    """A wrong address ends in a sentence, and a password is never repeated."""
    with pytest.raises(StoreError) as told:
        open_store(url, Project(tmp_path))
    assert str(told.value) == sentence
    assert "secret" not in told.value.help


def test_the_address_comes_from_the_surroundings(tmp_path, monkeypatch):
    """`DISCLOSE_DATABASE_URL` names the database where the caller names none."""
    monkeypatch.setenv("DISCLOSE_DATABASE_URL", f"sqlite:///{tmp_path}/other.db")
    open_store(None, Project(tmp_path)).close()
    assert [path.name for path in tmp_path.iterdir()] == ["other.db"]


def test_nothing_is_half_written(file_store, today):
    """What is raised within a transaction undoes all of it."""
    twice = [row("a", today), row("b", today), row("a", today)]
    with pytest.raises(StoreError, match="UNIQUE constraint failed"), file_store.write() as connection:
        [connection.execute(insert(feedback).values(each)) for each in twice]
    with file_store.read() as connection:
        assert connection.execute(select(func.count()).select_from(feedback)).scalar() == 0


def test_errors_tell_no_values(file_store, today):
    """What somebody wrote does not stand in the error, which could end in a log."""
    with pytest.raises(StoreError) as told, file_store.write() as connection:
        connection.execute(insert(feedback).values({**row("a", today), "kind": "unknown", "text": "my secret"}))
    assert "CHECK constraint failed: ck_feedback_kind" in str(told.value)
    assert "my secret" not in f"{told.value} {told.value.help} {told.value.__cause__} {told.value.__suppress_context__}"
    assert not isinstance(told.value.__cause__, IntegrityError)


def test_a_crop_belongs_to_a_message(file_store, today):
    """There is no part of a picture without the message it was sent with."""
    values = {"feedback_id": "none", "png": b"", "consent_version": "", "keep_until": today}
    with pytest.raises(StoreError, match="FOREIGN KEY"), file_store.write() as connection:
        connection.execute(insert(feedback_crop).values(values))


def test_forty_write_at_once(store, today):
    """Writers wait for their turn, and none is turned away."""

    def write(number):
        with store.write() as connection:
            count = connection.execute(select(func.count()).select_from(feedback)).scalar()
            connection.execute(insert(feedback).values(row(f"{number:03}-{count}", today)))

    threads = [threading.Thread(target=write, args=(number,)) for number in range(40)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with store.read() as connection:
        ids = connection.execute(select(feedback.c.id)).scalars().all()
    assert sorted(int(id.partition("-")[2]) for id in ids) == list(range(40))


def test_programs_that_open_it_at_once(tmp_path):
    """Several programs that start together make the tables once."""
    code = (
        "import sys; from pathlib import Path; from toolkit.paths import Project;"
        "from toolkit.store.engine import open_store; open_store(None, Project(Path(sys.argv[1]))).close()"
    )
    runs = [subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stderr=subprocess.PIPE) for _ in range(4)]
    assert [(run.communicate()[1], run.returncode) for run in runs] == [(b"", 0)] * 4


def test_scrubbing_leaves_no_byte(file_store, on_disk, today):
    """Of rows that were deleted nothing is left, also where pages were moved around them."""
    with file_store.write() as connection:
        for number in range(60):
            connection.execute(
                insert(feedback).values({**row(f"{number * 7919 % 997:03}", today), "text": "wort" * 300})
            )
    with file_store.write() as connection:
        connection.execute(feedback.delete())
    assert file_store.scrub()
    assert b"wort" not in on_disk()


def test_scrubbing_while_somebody_reads_says_so(file_store, monkeypatch, today):
    """Another reader keeps the log from being emptied; that is told, and made up for later."""
    monkeypatch.setattr("toolkit.store.engine.SETTINGS", ("PRAGMA busy_timeout=50",))
    with file_store.read() as reading:
        reading.execute(select(feedback)).all()
        with file_store.write() as connection:
            connection.execute(insert(feedback).values(row("a", today)))
        assert not file_store.scrub()
    assert file_store.scrub()


def test_scrubbing_while_another_program_writes_says_so(file_store, folder, monkeypatch):
    """Whoever deletes is not told that it failed, for the next call makes up for it."""
    monkeypatch.setattr("toolkit.store.engine.SETTINGS", ("PRAGMA busy_timeout=50",))
    file_store.close()
    other = sqlite3.connect(folder / "store.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert not file_store.scrub()
    other.close()
    assert file_store.scrub()
