"""Reading and checking without writing anything."""

from __future__ import annotations

import datetime as dt

import pytest
from projects import ROOT, TODAY, contents, edit, everything, small, write

from toolkit.build import build
from toolkit.checks import PLACE_RULES, RULES, STUDY_RULES
from toolkit.errors import UsageError
from toolkit.examine import examine, rule_lines
from toolkit.paths import Project


def found(project, **options):
    return [(finding.rule, finding.where) for finding in examine(project, TODAY, **options)]


def test_nothing_is_written(tmp_path):
    """Checking leaves the project as it is."""
    project = everything(tmp_path)
    before = contents(tmp_path)
    examine(project, TODAY)
    assert contents(tmp_path) == before


def test_the_same_as_building(tmp_path):
    """A build finds what a check finds, in the same order."""
    project = everything(tmp_path)
    edit(project, "services/example-parent/service.yml", "It gets wet.", "It gets <b>wet</b>.")
    write(tmp_path, "services/broken/service.yml", "nonsense: 1\n")
    assert build(project, TODAY, site=False).findings == examine(project, TODAY)


def test_in_order(tmp_path):
    """Findings come by file and line, each once."""
    project = small(tmp_path, "two", "one")
    findings = examine(project, TODAY)
    assert findings
    assert len(findings) == len(set(findings))
    assert [finding.place[:2] for finding in findings] == sorted(finding.place[:2] for finding in findings)


def test_every_problem_of_every_file(tmp_path):
    """One broken file does not hide the problems of another."""
    project = small(tmp_path, "one", "two")
    for id in ("one", "two"):
        edit(project, f"services/{id}/service.yml", "category: input_quality", "category: nonsense")
    assert [(rule, where.rpartition(":")[0]) for rule, where in found(project)] == [
        ("unknown-value", "services/one/service.yml:14"),
        ("unknown-value", "services/two/service.yml:14"),
    ]


def test_only_one(tmp_path):
    """With `only`, the checks run over one service."""
    project = small(tmp_path, "one", "two")
    assert {where.split("/")[1] for _, where in found(project, only="two")} == {"two"}


def test_only_an_unknown_one(tmp_path):
    """An unknown id is an error of usage with a hint."""
    with pytest.raises(UsageError) as caught:
        examine(small(tmp_path, "one", "two"), TODAY, "tow")
    assert (str(caught.value), caught.value.help) == (
        "there is no service or deployment called 'tow'",
        "did you mean `two`?",
    )


def test_without_an_organisation(tmp_path):
    """Where the organisation is missing, that is the finding, and not a crash."""
    project = small(tmp_path, "one")
    (project.services / "organisation.yml").unlink()
    assert ("missing-file", "services/organisation.yml:1:1") in found(project)


def test_shelves(tmp_path):
    """A shelf of the overview holds services that are there, each once; builds tell it too."""
    project = small(tmp_path, "one", "two")
    text = (project.services / "organisation.yml").read_text("utf-8")
    write(tmp_path, "services/organisation.yml", text + "shelves: [{title: A, services: [one, tow, one]}]\n")
    expected = [
        ("there is no service called `tow`", "did you mean `two`?"),
        ("`one` stands on the shelves twice", "delete one of the two"),
    ]
    for findings in (examine(project, TODAY), build(project, TODAY, site=False).findings):
        told = [each for each in findings if each.place.file == "services/organisation.yml"]
        assert [(each.message, each.help) for each in told] == expected
        assert [each.severity for each in told] == ["warning", "warning"]


def test_the_day(tmp_path):
    """What is due depends on the day that is given."""
    project = small(tmp_path, "one")
    edit(project, "services/one/service.yml", "name: Form reader", "name: Form reader, review_due: 2026-11-25")
    rules = {day: {finding.rule for finding in examine(project, dt.date(2026, 11, day))} for day in (25, 26)}
    assert rules[26] - rules[25] == {"review-overdue"}


def test_rules_are_listed():
    """Each rule has one line: its id, and its first sentence."""
    lines = rule_lines()
    assert [line.split()[0] for line in lines] == list({**PLACE_RULES, **RULES, **STUDY_RULES})
    assert all(len(line.split()) > 3 for line in lines)


def test_this_project_has_no_errors():
    """The services of this repository pass their own checks."""
    assert [(f.where, f.message) for f in examine(Project(ROOT), TODAY) if f.severity == "error"] == []
