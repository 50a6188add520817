"""`disclose study`: what whoever runs a study does with what it keeps."""

from __future__ import annotations

import re

import pytest
from enquiries import ALL, NOW, STUDY, studied
from projects import write
from sqlalchemy import update
from typer.testing import CliRunner

from toolkit.cli_study_kept import keeping
from toolkit.cli_study_results import results
from toolkit.errors import UsageError
from toolkit.paths import Project
from toolkit.store.engine import open_store
from toolkit.store.study.tables import study_audit, study_participant
from toolkit.study.enquiry import Enquiry

PLAN = "deployments/desk/study.yml"


@pytest.fixture
def store(tmp_path):
    """The database of the project."""
    found = open_store(None, Project(tmp_path))
    yield found
    found.close()


@pytest.fixture
def begun(tmp_path, store):
    """Somebody who gave one answer at the only place of the project."""
    enquiry = Enquiry(store, studied(tmp_path))
    begun = enquiry.begin("en", "html", ALL, "form", NOW)
    enquiry.save(enquiry.seat(begun.token), "own-words", "Kaninchen im Garten", "1", NOW)
    return begun


@pytest.fixture
def run(tmp_path, begun):
    """Runs a command; gives what it printed, and its exit code where that is not 0; raises what it raises."""

    def run(*arguments):
        today = [] if arguments[0] in {"audit", "backup"} or "--today" in arguments else ["--today", "2026-11-21"]
        found = CliRunner().invoke(keeping, [*arguments, "-C", str(tmp_path), *today], catch_exceptions=False)
        return found.stdout + (f"[{found.exit_code}]" if found.exit_code else "")

    return run


def test_amend(run, tmp_path, store):
    """A changed plan counts again once somebody says why: in the same round, or in a new one."""
    assert Enquiry(store, studied(tmp_path, "purpose: Other.")).shut(NOW) == "changed"
    said = run("amend", "desk", "--editorial", "A misspelt word")
    assert said == "amendment 1 of desk: round 1, answers are pooled with those before\n"
    assert Enquiry(store, studied(tmp_path, "purpose: Other.")).shut(NOW) == ""
    assert len(Enquiry(store, studied(tmp_path, "purpose: Other.")).given()) == 1
    place = studied(tmp_path, "purpose: Another.")
    said = run("amend", "desk", "--round", "The sign was rewritten")
    assert said == "amendment 2 of desk: round 2, answers are not pooled with those before\n"
    assert run("amend", "desk") == (
        "1  2026-11-21  round 1  A misspelt word\n2  2026-11-21  round 2  The sign was rewritten\n"
    )
    assert Enquiry(store, place).given() == []
    assert len(Enquiry(store, place).given(round=1)) == 1


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("desk", "--editorial", ""), "say why the plan changed"),
        (("desk", "--editorial", "a", "--round", "b"), "say why the plan changed"),
        (("desk", "--round", " "), "say why the plan changed"),
        (("door", "--round", "a"), "door has no study that can be read"),
        (("desk", "--round", "a"), "the plan is the one that people answer to"),
    ],
)
def test_nothing_to_amend(run, arguments, sentence):
    """What is missing is told."""
    with pytest.raises(UsageError) as told:
        run("amend", *arguments)
    assert str(told.value) == sentence


def test_audit(run, store):
    """The log is whole; the hash that was noted is in it; one changed entry is named."""
    first = run("audit")
    assert re.sub(r"[0-9a-f]{64}", "HASH", first) == (
        "3 entries, each follows from the one before\nthe last one is HASH; note it outside of this machine\n"
    )
    noted = re.search(r"[0-9a-f]{64}", first)[0]
    assert run("audit", "--noted", noted) == first
    assert run("audit", "--noted", "0" * 64).endswith(
        f"no entry is {'0' * 64}: the log was cut or written anew since\n[1]"
    )
    with store.write() as connection:
        connection.execute(update(study_audit).where(study_audit.c.number == 2).values(event="other"))
    assert run("audit") == "the log is broken at entry 2 of 3: it does not follow from the one before\n[1]"


def test_retain(run, tmp_path):
    """A reminder, the end of an open study, an export, the end."""
    assert run("retain") == ""
    said = "desk: the answers of 1 participant are deleted on 2027-06-30, in a week; export what you need\n"
    assert run("retain", "--today", "2027-06-25") == said
    assert run("retain", "--today", "2027-06-25") == ""
    said = "desk: the day 2027-06-30 is over, but the study is open; set status: closed in study.yml\n"
    assert run("retain", "--today", "2027-07-20") == said
    write(tmp_path, PLAN, STUDY.replace("status: open", "status: closed"))
    said = "desk: the answers of 1 participant are to be deleted; export them first, or add --waive desk\n"
    assert run("retain", "--today", "2027-07-20") == said
    export = ["export", "desk", "--today", "2027-07-20", "-C", str(tmp_path), "-o", str(tmp_path / "out")]
    assert CliRunner().invoke(results, export, catch_exceptions=False).exit_code == 0
    assert run("retain", "--today", "2027-07-20") == "desk: the answers of 1 participant are deleted\n"
    assert run("retain", "--today", "2027-07-21") == ""


def test_retain_with_notice_and_waiver(run, tmp_path):
    """Where nobody was reminded, the first run is the notice."""
    write(tmp_path, PLAN, STUDY.replace("status: open", "status: closed"))
    said = "desk: the answers of 1 participant are deleted on 2027-07-15; this is the notice\n"
    assert run("retain", "--waive", "desk", "--today", "2027-07-01") == said
    assert run("retain", "--today", "2027-07-02") == "desk: the answers of 1 participant are deleted on 2027-07-15\n"
    said = "desk: the answers of 1 participant are deleted\n"
    assert run("retain", "--waive", "desk", "--today", "2027-07-15") == said


def test_answers_without_a_plan(run, tmp_path):
    """They are named, not forgotten."""
    (tmp_path / PLAN).unlink()
    said = "desk: answers are kept, and nothing says for how long; put deployments/desk/study.yml back\n"
    assert run("retain") == said


def test_backup_withdraw_restore(run, tmp_path, begun):
    """Whoever withdrew after the backup does not come back."""
    file = str(tmp_path / "copy.db")
    assert run("backup", file).startswith(f"written: {file}; delete it within the time")
    said = "withdrawn from the study of desk; answers, times and codes are deleted\n"
    assert run("withdraw", str(begun.code)) == said
    with pytest.raises(UsageError, match=r"^no participant has this code$"):
        run("withdraw", str(begun.code))
    assert run("restore", file) == "0 participants restored\n1 participant had withdrawn since and stayed deleted\n"


def test_exclude(run, store, tmp_path, begun):
    """Left out for a reason, and taken in again."""
    enquiry = Enquiry(store, studied(tmp_path))
    assert run("exclude", "desk", begun.code.id, "--reason", "Works for us") == f"{begun.code.id} is left out\n"
    assert [each.excluded for each in enquiry.given()] == ["Works for us"]
    assert run("exclude", "desk", begun.code.id, "--reason", "") == f"{begun.code.id} is taken in again\n"
    assert [each.excluded for each in enquiry.given()] == [""]
    with pytest.raises(UsageError, match=r"^desk has no participant 'aaaaaaaa'$"):
        run("exclude", "desk", "aaaaaaaa", "--reason", "x")


def test_codes_for_paper_are_drawn_and_kept_nowhere(store):
    """Each is another one, of letters that are not taken for one another."""
    lines = CliRunner().invoke(keeping, ["codes", "--n", "3"], catch_exceptions=False).stdout.splitlines()
    assert len(set(lines)) == 3
    assert all(re.fullmatch(r"([a-hj-km-np-z2-9]{4}-){4}[a-hj-km-np-z2-9]{4}", line) for line in lines)
    with store.read() as connection:
        assert connection.execute(study_participant.select()).all() == []
