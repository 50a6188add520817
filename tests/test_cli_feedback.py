"""`disclose feedback`: the inbox of whoever answers for a place."""

from __future__ import annotations

import datetime as dt
import stat

import pytest
from desk import DESK, FILE
from projects import small, write
from trees import laid_over
from typer.testing import CliRunner

from toolkit.cli_feedback import feedback
from toolkit.errors import UsageError
from toolkit.store.codes import Code
from toolkit.store.engine import StoreError, open_store
from toolkit.store.feedback import PNG, Crop, Message, Term, answers, put_in_box, send_report
from toolkit.store.inbox import inbox
from toolkit.store.rights import Request, ask

DAY = dt.date(2026, 11, 20)
CODE = Code("abcdefgh", "jkmnpqrstuvw")
BOX = """\
feedback:
  - {id: box, kind: anonymous_box, how: Use the box., owner: head of the desk, response_days: 14, anonymous: true}
"""


@pytest.fixture
def project(tmp_path):
    """A project with a place, a report with a part of a picture, a note in the box and a request for rights."""
    write(tmp_path, FILE, laid_over(DESK, BOX))
    project = small(tmp_path, "example")
    store = open_store(None, project)
    report = Message("desk", "inaccurate", "That is a cat.\nstatus: done", "en", "example", "dog 0.83")
    send_report(store, report, Term(DAY, 30), CODE, Crop(PNG + b"1", "Yes."))
    put_in_box(store, Message("desk", "unfair", "x" * 70, "es"), DAY - dt.timedelta(days=20), "key")
    ask(store, Request("desk", "access", "Monday", "The desk", "555 0111", "es"), DAY)
    store.close()
    return project


@pytest.fixture
def run(project):
    """Runs a command and gives what it printed; raises what it raises."""

    def run(*arguments):
        took = {"list", "show", "status", "reply", "publish", "retain"}
        today = ["--today", "2026-11-20"] if arguments[0] in took and "--today" not in arguments else []
        command = [*arguments, "-C", str(project.root), *today]
        return CliRunner().invoke(feedback, command, catch_exceptions=False).stdout

    return run


@pytest.fixture
def entries(project):
    """What lies in the inbox, by kind."""

    def entries():
        store = open_store(None, project)
        found = {entry.kind: entry for entry in inbox(store)}
        store.close()
        return found

    return entries


def test_list(run, entries):
    """The oldest first, what is late, what holds a part of a picture; a long text is cut."""
    note, report, request, total = run("list").splitlines()
    assert note == (f"{entries()['unfair'].id}  2026-10-31  new, LATE since 2026-11-14  desk  unfair: {'x' * 60}...")
    assert report == (
        "abcdefgh  2026-11-20  new, to be read by 2026-12-04  desk  inaccurate, with a part of a picture: "
        "That is a cat. status: done"
    )
    assert request.endswith("2026-11-20  new, to be answered by 2026-12-20  desk  asks for access")
    assert total == "2 messages, 1 request for rights"


def test_list_of_some(run):
    """Of another place, and in another state, there are none."""
    assert run("list", "--place", "door") == "0 messages, 0 requests for rights\n"
    assert run("list", "--status", "done") == "0 messages, 0 requests for rights\n"
    with pytest.raises(UsageError, match="'lost' is no status"):
        run("list", "--status", "lost")


def test_show(run, entries):
    """All that is known, in lines that no text can imitate; from then on it is read."""
    assert run("show", "abcdefgh").splitlines() == [
        "sent on: 2026-11-20",
        "about: desk example",
        "kind: inaccurate",
        "status: new",
        "language: en",
        "the machine found: dog 0.83",
        "they wrote: That is a cat.",
        "    status: done",
        "deleted on: 2026-12-20",
        "part of a picture: yes; --crop FILE writes it",
    ]
    assert entries()["inaccurate"].status == "read"


def test_show_a_request(run):
    """A request for rights is shown and read like a message."""
    id = run("list").splitlines()[2].split()[0]
    assert "due on: 2026-12-20\nstatus: new\nat: desk\nasks for: access\nwhen it was: Monday" in run("show", id)
    assert "status: read" in run("show", id)
    run("status", id, "done")
    assert "status: done" in run("show", id)


def test_crop(run, tmp_path):
    """The part of a picture goes into a new file for its owner alone; no file is overwritten."""
    file = tmp_path / "part.png"
    run("show", "abcdefgh", "--crop", str(file))
    assert file.read_bytes() == PNG + b"1"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    with pytest.raises(UsageError, match=r"part\.png cannot be written: File exists"):
        run("show", "abcdefgh", "--crop", str(file))


def test_status(run, entries):
    """A note that was dealt with goes 30 days later."""
    id = entries()["unfair"].id
    assert run("status", id, "done") == f"{id} is done\n"
    assert entries()["unfair"].keep_until == dt.date(2026, 12, 20)


def test_status_at_a_place_that_keeps_longer(run, project, entries):
    """What the place promises counts, also of requests; of a place that is gone, what holds where nobody says more."""
    write(project.root, FILE, laid_over(DESK, f"{BOX}feedback_kept_days: 365\n"))
    id = entries()["unfair"].id
    run("status", id, "done")
    assert entries()["unfair"].keep_until == dt.date(2027, 11, 20)
    (project.root / FILE).unlink()
    run("status", id, "answered")
    assert entries()["unfair"].keep_until == dt.date(2026, 12, 20)


def test_reply(run, entries):
    """Who has a code can read it; of a note without one that is said."""
    assert run("reply", "abcdefgh", "We looked at it.") == "abcdefgh is answered\n"
    assert entries()["inaccurate"].reply == "We looked at it."
    assert "cannot read this" in run("reply", entries()["unfair"].id, "We looked at it.")


def test_publish(run, project):
    """Two sentences for everybody; two empty ones take them off."""
    assert run("publish", "abcdefgh", "--said", "Wrong.", "--did", "Fixed.") == "stands on /feedback/desk/answers\n"
    store = open_store(None, project)
    assert [tuple(answer) for answer in answers(store, "desk")] == [("Wrong.", "Fixed.")]
    assert run("publish", "abcdefgh", "--said", "", "--did", "") == "taken off /feedback/desk/answers\n"
    assert answers(store, "desk") == []
    store.close()


def test_delete(run, entries):
    """One message is gone, the other stays."""
    assert run("delete", "abcdefgh") == "deleted abcdefgh\n"
    assert list(entries()) == ["unfair"]


def test_export(run, tmp_path):
    """A table that spreadsheets take for UTF-8, for its owner alone."""
    file = tmp_path / "feedback.csv"
    assert run("export", str(file)) == f"2 messages in {file}; retention does not reach this copy\n"
    data = file.read_bytes()
    assert data.startswith(b'\xef\xbb\xbf"id","deployment","service","kind",')
    assert b'"abcdefgh","desk","example","inaccurate","dog 0.83","That is a cat.\nstatus: done","en"' in data
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_retain(run, entries):
    """What is past its day goes, and how much that was is said."""
    assert run("retain", "--today", "2026-12-19") == "deleted 0 records\n"
    assert run("retain", "--today", "2026-12-20") == "deleted 2 records\n"
    assert list(entries()) == ["unfair"]


def test_a_store_of_a_newer_version(run, project):
    """A sentence instead of a traceback."""
    store = open_store(None, project)
    with store.write() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    store.close()
    with pytest.raises(StoreError, match="newer version"):
        run("list")
