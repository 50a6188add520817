"""What a change touches, before it is saved: signs, sentences, translations, attestations, studies, notices."""

from __future__ import annotations

import datetime as dt
import subprocess

import pytest
from desk import DESK, FILE, desk
from projects import contents, edit, write
from studies import STUDY

from toolkit import posted
from toolkit.errors import UsageError
from toolkit.impact import CHOICE, HINTS, LONGER, RECORDED, impact

DAY = dt.date(2026, 5, 4)
SPACE = "\N{NO-BREAK SPACE}"
MONTH = ("kept.picture.retention.value=30", "kept.picture.retention.unit=days")
ATTESTED = """\
attestations:
  - {id: words, of: [statements.kept-short, items.retention], by: A. Clerk, role: clerk, on: 2026-05-01, how: Looked.}
  - {id: other, of: purpose, by: A. Clerk, role: clerk, on: 2026-05-01, how: Looked.}
"""
SPANISH = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: es\\n"

msgctxt "purpose"
msgid "To read your form, so that you wait less."
msgstr "Para leer su formulario y que espere menos."
"""
EVIDENCE = """\
{"schema_version": "1.0", "id": "understood", "metric": "accuracy", "value": 0.5, "unit": "ratio",
 "n": {"count": 4, "of": "people"}, "condition": "at the desk", "date": "2026-05-01", "method": "trial"}
"""


def touched(project, *settings):
    (found,) = impact(project, DAY, "desk", settings)
    return found


def test_from_a_day_to_a_month(tmp_path):
    """24 hours become 30 days: everything that says or carries the old time is named, and nothing is written."""
    project = desk(tmp_path, ("languages: [en, es]", f"{ATTESTED}languages: [en, es]"))
    write(tmp_path, "deployments/desk/study.yml", STUDY)
    write(tmp_path, "deployments/desk/evidence/understood.json", EVIDENCE)
    posted.add(project, DAY, "k7m2", "left")
    before = contents(project.root)
    found = touched(project, *MONTH)
    assert found.place == "desk"
    assert [str(change) for change in found.changes] == [
        f"Picture of your form, how long it is kept: Kept for at most 24{SPACE}hours -> Kept for at most 30{SPACE}days"
    ]
    assert [
        (each.code, each.sign.id, each.versions, [hung.place for hung in each.hanging]) for each in found.signs
    ] == [("k7m2", "desk", ("en", "es"), ["left"])]
    assert [(sentence.path, words) for sentence, words in found.old_times] == [
        ("items.retention", "24 hours"),
        ("statements.kept-short.title", "24 hours"),
    ]
    assert dict(found.translations) == {}
    assert [each.id for each in found.attestations] == ["words"]
    assert found.studies == ("study.yml: how-long", "evidence understood: found with the message as it was")
    assert [each.id for each in found.notices] == ["at-the-desk"]
    assert found.hints == (LONGER,)
    assert {finding.rule for finding in found.findings} == {"retention-words"}
    after = contents(project.root)
    assert {name for name in after if after[name] != before.get(name)} == set()


def test_shorter(tmp_path):
    """A shorter time breaks no promise."""
    assert touched(desk(tmp_path), "kept.picture.retention.value=12").hints == ()


def test_translations(tmp_path):
    """A sentence that changed makes its translation stale; a new one lacks it."""
    project = desk(tmp_path)
    write(tmp_path, "deployments/desk/locale/es.po", SPANISH)
    assert dict(touched(project, "purpose=To read it.").translations) == {"es": (1, 0)}
    assert dict(touched(project, "items.protection=It is locked away.").translations) == {"es": (0, 1)}
    assert dict(touched(project, "items.collected=A picture.").translations) == {}


@pytest.mark.parametrize(
    ("setting", "hints"),
    [
        ("purpose=To count you.", (HINTS["purpose", "kept.*.purpose", "kept.*.secondary_use"],)),
        ("not_collected=[Your face]", (RECORDED,)),
        ("choices.typed.offer=You type it.", (CHOICE,)),
        ("controller.contacts.telephone.value='555 0199'", (HINTS["controller.*",],)),
        ("kept.picture.recipients=[{who: The printer, why: To print.}]", (HINTS["kept.*.recipients.*",],)),
        ("benefits.0=You pay less.", ()),
    ],
)
def test_hints(tmp_path, setting, hints):
    """Some changes must be told to people before they happen."""
    assert touched(desk(tmp_path), setting).hints == hints


def test_a_study_that_asks_about_something_else(tmp_path):
    """A study whose questions do not ask about the change says so."""
    project = desk(tmp_path)
    write(tmp_path, "deployments/desk/study.yml", STUDY)
    assert touched(project, "purpose=To read it.").studies == ("study.yml: no question asks about what changes",)


def test_a_change_of_status(tmp_path):
    """The status is printed, so all signs must be printed again, though readers are told nothing else."""
    found = touched(desk(tmp_path), "status=draft")
    assert found.changes == ()
    assert [each.sign.id for each in found.signs] == ["desk", "door"]


def test_nothing_is_touched(tmp_path):
    """What readers are not told touches nothing."""
    assert impact(desk(tmp_path), DAY, "desk", ["review_due=2027-01-01"]) == []


@pytest.mark.parametrize(
    ("setting", "message", "help"),
    [
        ("kept.picture.retention.unit=fortnights", "the change cannot be read: `unit` cannot be fortnights", "known here: "),
        ("kept.picture.retention.value=many", "the change cannot be read: `value` should be a number, not text", "write digits"),
        ("kept.picture.colour=red", "the change cannot be read: `colour` is no key of this kept", ""),
        ("purpose=", "the change cannot be read: `purpose` is empty", "write a value"),
        ("status_until=2026-02-30", "the change cannot be read: `status_until` is not right: 2026-02-30 is not a day", ""),
    ],
)  # fmt: skip
def test_changes_that_cannot_be(tmp_path, setting, message, help):
    """A change that the file could not hold is refused in the words of the loader."""
    with pytest.raises(UsageError) as caught:
        impact(desk(tmp_path), DAY, "desk", [setting])
    assert str(caught.value).startswith(message)
    assert caught.value.help.startswith(help)


def test_without_a_change(tmp_path):
    """Without settings, the files are compared with what git has."""
    project = desk(tmp_path)
    for arguments in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "--message", "First"]):
        names = ["-c", "user.name=Test", "-c", "user.email=test@city.example"]
        subprocess.run(["git", "-C", str(tmp_path), *names, *arguments], check=True, capture_output=True)
    assert impact(project, DAY) == []
    edit(project, FILE, "headline: AI reads forms here", "headline: AI reads")
    (found,) = impact(project, DAY)
    assert [each.sign.id for each in found.signs] == ["door"]
    assert impact(project, DAY, "desk") == [found]
    with pytest.raises(UsageError, match="there is no deployment 'dek' before and after the change"):
        impact(project, DAY, "dek")


def test_against_a_file(tmp_path):
    """An earlier file of one place can stand for the state before."""
    project = desk(tmp_path / "project")
    old = write(tmp_path, "old.yml", DESK.replace("headline: AI reads forms here", "headline: AI reads"))
    (found,) = impact(project, DAY, against=str(old))
    assert [str(change) for change in found.changes] == ["Sign door, headline: AI reads -> AI reads forms here"]


def test_a_service(tmp_path):
    """What a service hands down touches every place that inherits it."""
    project = desk(tmp_path)
    edit(project, FILE, "not_collected: [Your face, Your voice]\n", "")
    path = project.root / "services/example/service.yml"
    path.write_text(path.read_text("utf-8") + "disclosure: {not_collected: [Your face]}\n", "utf-8")
    (found,) = impact(project, DAY, "example", ["disclosure.not_collected.0=Your voice"])
    assert [str(change) for change in found.changes] == [
        "new: What is not recorded: Your voice",
        "gone: What is not recorded: Your face",
    ]
