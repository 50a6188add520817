"""What is posted is frozen, replaced and taken down, and never lost; what is due is listed with its reason."""

from __future__ import annotations

import datetime as dt
import hashlib
import json

import pytest
from desk import FILE, desk, labelled
from projects import contents, edit, write

from toolkit import posted
from toolkit.errors import ProjectError, UsageError
from toolkit.load.posted import posted as read

DAY, LATER = dt.date(2026, 5, 4), dt.date(2026, 6, 1)
NAME = "deployments/desk/posted/k7m2-ac621831.json"
PDF = "docs/notices/desk/sign-desk.en.pdf"


@pytest.fixture
def project(tmp_path):
    return desk(tmp_path)


def frozen(project):
    return {name for name in contents(project.deployments) if "/posted/" in name}


def hung(project, name=NAME):
    """Place, first and last day of each sheet in a frozen file."""
    data = json.loads((project.root / name).read_text("utf-8"))
    return [(each["place"], each["posted_on"], each.get("taken_down")) for each in data["hung"]]


def test_add(project):
    """A sign is frozen with everything that it and its notice say."""
    added = posted.add(project, DAY, "k7m2", "  Front desk,   left ")
    assert (added.record.version, added.new, added.replaced) == ("k7m2-ac621831", True, ())
    data = json.loads((project.root / NAME).read_text("utf-8"))
    assert data["hung"] == [
        {"place": "Front desk, left", "posted_on": "2026-05-04", "languages": "en", "format": "A4", "translated": {}}
    ]
    assert (data["code"], data["deployment"], data["sign"], data["status"]) == ("k7m2", "desk", "desk", "example")
    assert data["sign_message"]["signs.desk.headline"] == "AI reads your form"
    assert data["message"]["kept.picture.retention.value"] == 24
    assert read(project) == ({"desk": (added.record,)}, [])


def test_the_same_again(project):
    """The same version at the same place is there already, and the file stays as it is."""
    posted.add(project, DAY, "k7m2", "Front desk, left")
    before = contents(project.root / "deployments")
    again = posted.add(project, LATER, "K7M2", "front desk, LEFT")
    assert (again.new, again.hung.posted_on) == (False, DAY)
    assert contents(project.root / "deployments") == before


def test_more_places(project):
    """One version hangs in several places and languages, in one file."""
    posted.add(project, DAY, "k7m2", "left")
    posted.add(project, LATER, "k7m2", "right")
    posted.add(project, LATER, "k7m2", "right", "es")
    assert hung(project) == [("left", "2026-05-04", None), ("right", "2026-06-01", None), ("right", "2026-06-01", None)]
    assert frozen(project) == {"desk/posted/k7m2-ac621831.json"}


def test_another_version_at_the_same_place(project):
    """Hanging a new version notes that the earlier one at that place came down; others stay."""
    posted.add(project, DAY, "k7m2", "left")
    posted.add(project, DAY, "k7m2", "right")
    edit(project, FILE, "headline: AI reads your form", "headline: AI reads it")
    added = posted.add(project, LATER, "k7m2", "left")
    assert added.replaced == ("k7m2-ac621831",)
    assert hung(project) == [("left", "2026-05-04", "2026-06-01"), ("right", "2026-05-04", None)]
    assert len(frozen(project)) == 2


def test_what_was_frozen_stays(project):
    """A file that was frozen keeps what it says when another sheet is added after the notice changed."""
    posted.add(project, DAY, "k7m2", "left")
    before = json.loads((project.root / NAME).read_text("utf-8"))
    edit(project, FILE, "purpose: To read your form, so that you wait less.", "purpose: To read it.")
    posted.add(project, LATER, "k7m2", "right")
    after = json.loads((project.root / NAME).read_text("utf-8"))
    assert len(after.pop("hung")) == 2
    assert len(before.pop("hung")) == 1
    assert after == before


def test_the_file_that_was_printed(project):
    """The hash of the PDF is kept where it was built."""
    path = labelled(project.root / PDF, "disclose:k7m2:ac621831")
    added = posted.add(project, DAY, "k7m2", "left")
    assert added.hung.file == f"sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}"


def test_an_older_file(project):
    """A PDF that was built before the last change is not what should hang."""
    labelled(project.root / PDF, "disclose:k7m2:00000000")
    with pytest.raises(UsageError) as caught:
        posted.add(project, DAY, "k7m2", "left")
    assert str(caught.value) == f"{PDF} is k7m2-00000000, but the files now say k7m2-ac621831"
    assert frozen(project) == set()


@pytest.mark.parametrize(
    ("edits", "arguments", "message", "help"),
    [
        ([], ("k7m3", "left"), "no sign has the code 'k7m3'", "did you mean `k7m2`?"),
        ([], ("k7m2", " "), "' ' names no place", "say in words where it hangs, such as: front desk, left side"),
        ([], ("k7m2", "left\u202e"), "'left\\u202e' names no place", None),
        ([], ("k7m2", "x" * 2001), "the name of the place is too long", "say it in a short sentence"),
        ([], ("k7m2", "left", "fr"), "k7m2 is not printed in 'fr'", "choose of: en, es"),
        (
            [("status: example", "status: retired")],
            ("k7m2", "left"),
            "desk is retired; no sign of it should hang",
            None,
        ),
        (
            [("lead: It saves you waiting., statements: [faces", "lead: It saves <b>you</b>., statements: [faces")],
            ("k7m2", "left"),
            "desk holds errors, the first in deployments/desk/deployment.yml:46:42: a tag in a text: <b>",
            "mend what `disclose check` names, build, print, and then add it",
        ),
        ([("statements:\n", "statement:\n")], ("k7m2", "left"), "no sign has the code 'k7m2'", None),
    ],
    ids=["code", "no place", "hidden", "long", "language", "retired", "errors", "unreadable"],
)
def test_what_is_not_posted(tmp_path, edits, arguments, message, help):
    """What cannot hang is refused with a sentence, and nothing is written."""
    project = desk(tmp_path, *edits)
    with pytest.raises(UsageError) as caught:
        posted.add(project, DAY, *arguments)
    assert str(caught.value) == message
    assert help in (None, caught.value.help)
    assert frozen(project) == set()


def test_broken_files(project):
    """Where a frozen file was changed, nothing is added to it."""
    posted.add(project, DAY, "k7m2", "left")
    edit(project, NAME, "AI reads your form", "No AI here")
    before = contents(project.deployments)
    for change in (posted.add, posted.remove):
        with pytest.raises(ProjectError, match=r"k7m2-ac621831\.json:7:15: somebody changed this file"):
            change(project, LATER, "k7m2", "left")
    assert contents(project.deployments) == before


def test_remove(project):
    """Taking down is noted with its day; the record stays."""
    posted.add(project, DAY, "k7m2", "left")
    posted.add(project, DAY, "k7m2", "right")
    (removed,) = posted.remove(project, LATER, "k7m2", "Left")
    assert removed.version == "k7m2-ac621831"
    assert hung(project) == [("left", "2026-05-04", "2026-06-01"), ("right", "2026-05-04", None)]
    posted.remove(project, LATER, "k7m2-ac621831", "right")
    assert [sheet.hung for sheet in posted.sheets(project, LATER)[0]] == []
    posted.add(project, LATER, "k7m2", "left")
    assert hung(project)[-1] == ("left", "2026-06-01", None)


@pytest.mark.parametrize(
    ("code", "place", "message", "help"),
    [
        ("k7m3", "left", "no sheet with the code 'k7m3' hangs anywhere", "`disclose posted` lists what hangs"),
        ("k7m2", "lefft", "no sheet with the code 'k7m2' hangs at 'lefft'", "did you mean `left`?"),
    ],
)
def test_nothing_to_remove(project, code, place, message, help):
    """What does not hang cannot be taken down."""
    posted.add(project, DAY, "k7m2", "left")
    with pytest.raises(UsageError) as caught:
        posted.remove(project, LATER, code, place)
    assert (str(caught.value), caught.value.help) == (message, help)


def test_due(project):
    """What must be printed again is listed first, with its reason; the rest holds."""
    posted.add(project, DAY, "k7m2", "left")
    posted.add(project, DAY, "brfaf", "on the door")
    assert posted.due(project, LATER) == []
    edit(project, FILE, "headline: AI reads forms here", "headline: AI reads")
    (sheet,) = posted.due(project, LATER)
    assert (sheet.record.code, sheet.record.sign, sheet.hung.place) == ("brfaf", "door", "on the door")
    assert [str(each) for each in sheet.why] == ["Sign door, headline: AI reads forms here -> AI reads"]
    assert [each.hung.place for each in posted.sheets(project, LATER)[0]] == ["on the door", "left"]


def test_one_cheap_reprint(project):
    """A change in the notice alone asks for no paper."""
    posted.add(project, DAY, "k7m2", "left")
    edit(project, FILE, "purpose: To read your form, so that you wait less.", "purpose: To read it.")
    ((sheet,), findings) = posted.sheets(project, LATER)
    assert (sheet.standing.state, sheet.why, findings) == ("holds", (), [])
    assert [str(each) for each in sheet.standing.behind] == [
        "What it is for: To read your form, so that you wait less. -> To read it."
    ]


def test_places_that_are_gone_or_broken(project):
    """A sign of a place that is gone has to come down; of one that cannot be read, nobody can tell."""
    posted.add(project, DAY, "k7m2", "left")
    text = (project.root / FILE).read_text("utf-8")
    write(project.root, FILE, "x: [")
    ((sheet,), _) = posted.sheets(project, LATER)
    assert (sheet.standing.state, sheet.due) == ("unknown", False)
    (project.root / FILE).unlink()
    ((sheet,), _) = posted.sheets(project, LATER)
    assert (sheet.standing.state, sheet.due) == ("gone", True)
    write(project.root, FILE, text)
    ((sheet,), _) = posted.sheets(project, LATER)
    assert sheet.standing.state == "holds"


def test_no_organisation(project):
    """Without an organisation nothing can be compared."""
    write(project.root, "services/organisation.yml", "x: [")
    with pytest.raises(ProjectError, match=r"organisation\.yml cannot be read"):
        posted.sheets(project, DAY)
