"""Work that did not change is not done again, and whatever changed is; losing the memory only costs time."""

from __future__ import annotations

import datetime as dt
import json
import os

import pytest
from projects import TODAY, contents, edit, small, write

from toolkit import memory as past
from toolkit.build import build
from toolkit.errors import ProjectError
from toolkit.finding import Finding, Place
from toolkit.memory import Known, KnownPlace, Memory
from toolkit.paths import find_project
from toolkit.view import Card, Page
from toolkit.write import Mark

NOTE = "notes/{}/transparency-note.md"
SUITE = 'schema_version: "1.0"\nid: city\nname: City\ndescription: Test.\n'


@pytest.fixture
def project(tmp_path):
    """Three services, built, each page set back to the year 2001 so that whatever is written again stands out."""
    small(tmp_path, "one", "two", "three")
    write(tmp_path, "services/suites/city.yml", SUITE)
    project = find_project(tmp_path)
    report = build(project, TODAY, site=False)
    assert (report.errors, report.pages) == (0, 3)
    return project


def rebuilt(project, today=TODAY, **options):
    """Which files a further build writes."""
    before = {path: path.stat().st_ino for path in project.docs.rglob("*") if path.is_file()}
    report = build(project, today, site=False, **options)
    after = {path: path.stat().st_ino for path in project.docs.rglob("*") if path.is_file()}
    written = {path.relative_to(project.docs).as_posix() for path, inode in after.items() if before.get(path) != inode}
    assert report.written == len(written)
    return written


def test_nothing_changed(project):
    """A second build writes nothing."""
    assert rebuilt(project) == set()


def test_own_text_changed(project):
    """A change in one service's own text makes its page and the files for programs anew, and nothing else."""
    edit(project, "services/two/service.yml", "A misread digit", "A wrong digit")
    assert rebuilt(project) == {NOTE.format("two"), "api/claims.json", "api/services.json"}


def test_a_comment_changed(project):
    """What no reader sees makes the service be done again, but no page of it changes."""
    path = project.services / "two/service.yml"
    path.write_text(path.read_text("utf-8") + "# a comment\n", "utf-8")
    assert rebuilt(project) == set()


def test_evidence_changed(project):
    """New evidence is told wherever the service's facts are."""
    evidence = {
        "schema_version": "1.0",
        "id": "ink",
        "metric": "word-error-rate",
        "value": 0.2,
        "unit": "ratio",
        "n": {"count": 40, "of": "pages"},
        "condition": "pale ink",
        "limitation": "handwriting",
        "date": "2026-02-03",
        "method": "test",
    }
    path = write(project.root, "services/two/evidence/ink.json", json.dumps(evidence))
    assert NOTE.format("two") in rebuilt(project)
    path.write_text(json.dumps({**evidence, "value": 0.3}), "utf-8")
    assert rebuilt(project) == {"api/claims.json"}
    path.unlink()
    assert NOTE.format("two") in rebuilt(project)


def test_an_output_changed(project):
    """A page that somebody changed or deleted is put right."""
    path = project.docs / NOTE.format("two")
    whole = path.read_bytes()
    path.write_bytes(b"changed by hand\n")
    assert rebuilt(project) == {NOTE.format("two")}
    path.unlink()
    assert rebuilt(project) == {NOTE.format("two")}
    assert path.read_bytes() == whole


def test_an_output_of_all_services_changed(project):
    """The overview is put right as well."""
    (project.docs / "notes/index.md").unlink()
    assert rebuilt(project) == {"notes/index.md"}


def test_a_template_changed(project):
    """A new template makes every page anew; taking it out again, too."""
    path = write(project.root, "templates/note/sections/limits-in-brief.md.j2", "## Own heading\n")
    assert rebuilt(project) == {NOTE.format(id) for id in ("one", "two", "three")}
    path.write_text("## Another heading\n", "utf-8")
    assert rebuilt(project) == {NOTE.format(id) for id in ("one", "two", "three")}
    path.unlink()
    assert rebuilt(project) == {NOTE.format(id) for id in ("one", "two", "three")}


def test_the_day_changed(project):
    """With the day, what depends on the day changes."""
    edit(project, "services/two/service.yml", "name: Form reader", "name: Form reader, review_due: 2026-11-25")
    build(project, TODAY, site=False)
    assert rebuilt(project, TODAY + dt.timedelta(5)) == set()
    assert rebuilt(project, TODAY + dt.timedelta(6)) == {NOTE.format("two")}


def test_an_upper_level_changed(project):
    """What the organisation says stands on every page."""
    edit(project, "services/organisation.yml", "Find out which laws apply", "Ask which laws apply")
    assert rebuilt(project) == {NOTE.format(id) for id in ("one", "two", "three")}


def test_a_suite_changed(project):
    """What a suite hands down stands on the pages of its services."""
    edit(
        project, "services/two/service.yml", 'schema_version: "1.0"', 'schema_version: "1.0"\nextends: suites/city.yml'
    )
    build(project, TODAY, site=False)
    write(
        project.root, "services/suites/city.yml", f"{SUITE}defaults: {{terms: [{{term: Form, meaning: A sheet.}}]}}\n"
    )
    assert rebuilt(project) == {NOTE.format("two"), "api/claims.json", "api/services.json"}


def test_the_catalogue_changed(project):
    """An entry of the project's own catalogue is read anew."""
    edit(project, "services/two/service.yml", "limitations:", "guidelines: [{ref: own}]\nlimitations:")
    write(
        project.root,
        "services/catalogue/own.yml",
        'schema_version: "1.0"\nguidelines: [{id: own, name: Own, advice: Do it.}]\n',
    )
    assert build(project, TODAY, site=False).errors == 0
    path = project.services / "catalogue/own.yml"
    path.unlink()
    assert build(project, TODAY, site=False).refused == ["two"]


NAMED = """\
    - {id: other, stance: avoid, use: Reading letters, reason: It errs., alternative: two}
limitations:"""


def test_a_name_changed(project):
    """A new name of a service reaches the pages of those that speak of it."""
    edit(project, "services/one/service.yml", "limitations:", NAMED)
    build(project, TODAY, site=False)
    assert "Form reader" in (project.docs / NOTE.format("one")).read_text("utf-8")
    edit(project, "services/two/service.yml", "name: Form reader", "name: Letter reader")
    written = rebuilt(project)
    assert {NOTE.format("one"), NOTE.format("two"), "notes/index.md"} <= written
    assert NOTE.format("three") not in written
    assert "Letter reader" in (project.docs / NOTE.format("one")).read_text("utf-8")


def test_a_service_came_and_went(project):
    """A new service joins the overview; when it goes, its page goes, and nothing of it stays behind."""
    before = contents(project.docs)
    new = write(project.root, "services/four/service.yml", (project.services / "two/service.yml").read_text("utf-8"))
    edit(project, "services/four/service.yml", "id: two", "id: four")
    assert {NOTE.format("four"), "notes/index.md"} <= rebuilt(project)
    new.unlink()
    report = build(project, TODAY, site=False)
    assert report.removed == 1
    assert contents(project.docs) == before
    assert not (project.docs / "notes/four").exists()


def test_findings_are_remembered(project):
    """What the checks said of a service that did not change is said again."""
    first = build(project, TODAY, site=False).findings
    assert first
    edit(project, "services/one/service.yml", "A misread digit", "A wrong digit")
    assert build(project, TODAY, site=False).findings == first


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        "7",
        '"text"',
        "{}",
        '{"services": []}',
        '{"services": {"one": []}}',
        '{"services": {"one": [1, 2, 3, 4, 5]}}',
        '{"services": {"one": ["key", [], [], {}, null]}, "outputs": {}, "shared": "x", "parts": "", "site": ""}',
        '{"services": {}, "outputs": {"notes/index.md": 7}, "shared": "x", "parts": "", "site": ""}',
        '{"services": {}, "outputs": {"notes/index.md": [1]}, "shared": "x", "parts": "", "site": ""}',
        '{"services": {}, "outputs": [], "shared": "x", "parts": "", "site": ""}',
        '{"services": {}, "outputs": {}, "shared": 7, "parts": 7, "site": 7}',
        "[" * 100_000,
        "\udcff\x00",
    ],
)
def test_a_broken_memory_is_ignored(project, text):
    """Whatever the memory file holds, the build goes on, and makes the same files."""
    before = contents(project.docs)
    (project.cache / "memory.json").write_bytes(text.encode("utf-8", "surrogateescape"))
    assert build(project, TODAY, site=False).errors == 0
    assert contents(project.docs) == before


def test_a_memory_that_is_gone(project):
    """Without a memory everything is done again; what comes out is the same, so no file is touched."""
    (project.cache / "memory.json").unlink()
    assert rebuilt(project) == set()
    assert (project.cache / "memory.json").is_file()


def test_a_memory_that_is_gone_with_a_service(project):
    """A service that went while the memory was lost leaves no page behind; a page written by hand stays."""
    write(project.root, "docs/notes/four/transparency-note.md", "# By hand\n")
    (project.cache / "memory.json").unlink()
    (project.services / "two/service.yml").unlink()
    assert build(project, TODAY, site=False).removed == 1
    assert not (project.docs / "notes/two").exists()
    assert (project.docs / "notes/four/transparency-note.md").is_file()


@pytest.mark.parametrize(
    "text",
    ["", "[", "{}", "[7]", '[{"documents": 7}]', '[{"documents": [{"state": "own", "href": 7}]}]', "[" * 100_000],
)
def test_neither_memory_nor_files_for_programs(project, text):
    """Where both are lost or broken, the build goes on all the same."""
    before = contents(project.docs)
    (project.cache / "memory.json").unlink()
    (project.docs / "api/services.json").write_text(text, "utf-8")
    assert build(project, TODAY, site=False).removed == 0
    assert contents(project.docs) == before


def test_a_memory_that_cannot_be_kept(project):
    """A folder in the place of the memory is told with its path."""
    (project.cache / "memory.json").unlink()
    (project.cache / "memory.json").mkdir()
    with pytest.raises(ProjectError, match=r"cannot write .*/memory\.json"):
        build(project, TODAY, site=False)


def test_a_hostile_memory_deletes_nothing_outside(project):
    """A memory that names files outside of docs/ makes none of them go."""
    path = project.cache / "memory.json"
    data = json.loads(path.read_text("utf-8"))
    data["outputs"]["../services/organisation.yml"] = [1, 1, ""]
    data["outputs"][os.fspath(project.config)] = [1, 1, ""]
    path.write_text(json.dumps(data), "utf-8")
    assert build(project, TODAY, site=False).removed == 0
    assert project.config.is_file()
    assert (project.services / "organisation.yml").is_file()


def test_recall_what_was_remembered(tmp_path):
    """Everything that is remembered is recalled as it was."""
    (tmp_path / "services").mkdir()
    (tmp_path / ".disclose").mkdir()
    project = find_project(tmp_path)
    page = Page(**{**dict.fromkeys(Page._fields, "text"), "sections": ("uses", "terms")})
    card = Card(
        **{
            **dict.fromkeys(Card._fields, "text"),
            "instead": ("two",),
            "people": (("subject", "Clerks"),),
            "pages": (page,),
        }
    )
    finding = Finding(Place("services/one/service.yml", 3, 4, "service"), "units", "warning", "no unit", "add one")
    memory = Memory(
        "shared",
        "parts",
        {
            "one": Known(
                "key",
                card,
                [finding],
                {"notes/one/a.md": Mark(1, 2, "hash")},
                {"one.claims": Mark(3, 4, "h")},
                ("two",),
                "x",
            ),
            "two": Known("key", card, [], {}, {}, (), ""),
        },
        {
            "desk": KnownPlace(
                "key", [finding], {"notices/desk/index.md": Mark(5, 6, "h")}, {"at.desk.claims": Mark(7, 8, "h")}
            )
        },
        {"api/all.json": Mark(3, 4, "hash")},
        "site",
    )
    past.remember(project, memory)
    assert past.recall(project, "shared") == memory
    other = past.recall(project, "changed")
    assert (other.services, other.site) == ({}, "site")
    assert set(other.outputs) == {"notes/one/a.md", "notices/desk/index.md", "api/all.json"}


def test_digests_know_where_parts_end():
    """Two lists of parts that read the same when joined have different hashes."""
    assert past.digest([b"ab", b"c"]) != past.digest([b"a", b"bc"])
