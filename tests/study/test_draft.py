"""A study drafted from what the place says: it can be asked as it stands, and people decide the rest."""

from __future__ import annotations

import datetime as dt
import shutil

import pytest
from desk import FILE, desk
from projects import ROOT, edit, write

from toolkit import start
from toolkit.errors import ProjectError, UsageError
from toolkit.examine import examine_study
from toolkit.model.people import DisclosureItems
from toolkit.paths import Project
from toolkit.study.draft import PROMPTS

DAY = dt.date(2026, 11, 20)
STUDY = "deployments/desk/study.yml"


def drafted(project, id="desk"):
    (path,) = start.study(project, id, DAY)
    return path.read_text("utf-8"), *examine_study(project, DAY, id)


def test_one_question_for_each_item(tmp_path):
    """Of the desk: what is collected, how long it is kept, and what is not recorded."""
    _, study, _ = drafted(desk(tmp_path))
    assert [(point.id, point.tests, point.told_by) for point in study.points] == [
        ("collected", "items.collected", "items.collected"),
        ("retention", "items.retention", "statements.kept-short"),
        ("not-recorded", "not_collected", "statements.faces"),
    ]
    asked = [(each.id, each.form, each.point) for each in study.questions if each.kind == "understanding"]
    assert asked == [
        ("ask-collected", "text", "collected"),
        ("ask-retention", "text", "retention"),
        ("ask-not-recorded", "choice", "not-recorded"),
    ]
    assert study.questions[3].accept == "Says in other words: The picture is kept for 24 hours."
    options = [(option.text, option.correct, option.critical) for option in study.questions[4].options]
    assert options == [
        ("Your face", True, False),
        ("Everything is recorded.", False, True),
        ("That differs from day to day.", False, True),
    ]
    assert (study.consent.freeze, study.keep_until) == (dt.date(2027, 3, 20), dt.date(2027, 7, 18))


def test_only_people_can_decide_what_is_left(tmp_path):
    """Nothing is wrong with it; the one warning says whom nobody sets out to reach."""
    text, study, findings = drafted(desk(tmp_path))
    assert [(found.rule, found.severity, found.place.line) for found in findings] == [("study-people", "warning", 31)]
    assert study.status == "draft"
    assert text.count("# Decide: ") == 11
    assert max(map(len, text.splitlines())) <= 120


@pytest.mark.parametrize(
    "id", ["library-desk", "building-entrance", "workshop-table", "this-toolkit", "museum-archive"]
)
def test_shipped_places(tmp_path, id):
    """A draft from a whole place asks about all ten items, and nothing is wrong with it."""
    for name in ("services", "deployments"):
        shutil.copytree(ROOT / name, tmp_path / name)
    project = Project(tmp_path.resolve())
    (tmp_path / f"deployments/{id}/study.yml").unlink(missing_ok=True)
    _, study, findings = drafted(project, id)
    assert {(found.rule, found.severity) for found in findings} == {("study-people", "warning")}
    assert len(study.points) == 11


def test_nothing_is_written_over(tmp_path):
    project = desk(tmp_path)
    write(tmp_path, STUDY, "mine")
    with pytest.raises(ProjectError, match="exists already"):
        start.study(project, "desk", DAY)
    assert (tmp_path / STUDY).read_text() == "mine"


def test_nothing_to_ask(tmp_path):
    """A place that says nothing, that holds an error, or that is not there."""
    project = desk(
        tmp_path, ("items:\n  collected: A picture of your form.\n", "items:\n"), ("[Your face, Your voice]", "[]")
    )
    edit(project, FILE, "  retention: The picture is kept for 24 hours.\n", "  retention: null\n")
    for id, words in (("desk", "nothing"), ("dusk", "no deployment"), ("desk", "an error")):
        if words == "an error":
            edit(project, FILE, "status: example", "status: exam")
        with pytest.raises(UsageError, match=words):
            start.study(project, id, DAY)


def test_another_language(tmp_path):
    """The questions are in English, and a comment says so."""
    project = desk(tmp_path)
    edit(project, "services/organisation.yml", 'schema_version: "1.0"\n', 'schema_version: "1.0"\nlanguage: de\n')
    text, study, _ = drafted(project)
    assert "# Decide: the questions are in English; write them in de.\n" in text
    assert study.languages == ("de",)


def test_every_item_has_a_question():
    assert set(PROMPTS) == set(DisclosureItems.model_fields)
