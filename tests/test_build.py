"""The pipeline as a whole: what is published, what is kept back, and what is never touched."""

from __future__ import annotations

import datetime as dt

import pytest
from projects import TODAY, contents, edit, small, write
from samples import MINIMAL

from toolkit.build import build
from toolkit.errors import ProjectError, SiteError, UsageError

NOTE = "notes/{}/transparency-note.md"
FAULT = "A misread digit can cost somebody <b>money</b>."  # the rule `unsafe-text` refuses it in every status


def built(project, **options):
    return build(project, TODAY, **{"site": False, **options})


@pytest.fixture
def project(tmp_path):
    """Three small services."""
    return small(tmp_path, "one", "two", "three")


def spoil(project, id="two"):
    edit(project, f"services/{id}/service.yml", "A misread digit can cost somebody money.", FAULT)


def test_report(project):
    """The report counts services, documents and files."""
    report = built(project)
    assert (report.services, report.pages, report.removed, report.refused, report.site) == (3, 3, 0, [], None)
    assert report.written == len(contents(project.docs)) - len(["index.md", "tags.md"])
    assert report.errors == 0
    assert {finding.severity for finding in report.findings} == {"warning"}


def test_what_is_written(project):
    """Documents, overview, files for programs, stylesheet and script."""
    built(project)
    assert set(contents(project.docs)) - {"index.md", "tags.md"} == {
        "api/claims.json",
        "api/deployments.json",
        "api/services.json",
        "assets/disclose.css",
        "assets/disclose.js",
        "notes/by/kind.md",
        "notes/by/lifecycle.md",
        "notes/by/people.md",
        "notes/by/suite.md",
        "notes/index.md",
        *(NOTE.format(id) for id in ("one", "two", "three")),
    }


def test_progress(project):
    """Whoever watches is told how much is done, of how much, and what comes next; the numbers only grow."""
    seen = []
    built(project, progress=lambda done, of, what: seen.append((done, of, what)))
    assert seen[0] == (0, 3, "one")
    assert [done for done, _, _ in seen] == sorted({done for done, _, _ in seen})
    assert all(done <= of == 3 for done, of, _ in seen)


@pytest.mark.parametrize(
    "spoiled",
    [
        pytest.param(lambda text: text.replace("somebody money.", "somebody <b>money</b>."), id="refused by a check"),
        pytest.param(lambda text: text + "nonsense: 1\n", id="unknown key"),
        pytest.param(lambda text: text + "limitations: [\n", id="no YAML"),
        pytest.param(lambda text: text + "data: {}\n", id="duplicate key"),
        pytest.param(lambda text: text.replace("money", "mon\u200bey"), id="hidden character"),
        pytest.param(lambda text: text.replace("id: two", "id: other"), id="wrong id"),
        pytest.param(lambda _: "", id="empty"),
    ],
)
def test_a_broken_service_is_kept_back(project, spoiled):
    """A service with an error loses its page and blocks no other; the finding stays until it is mended."""
    built(project)
    path = project.services / "two/service.yml"
    whole = path.read_text("utf-8")
    path.write_text(spoiled(whole), "utf-8")
    report = built(project)
    assert (report.refused, report.removed, report.pages) == (["two"], 1, 2)
    assert not (project.docs / "notes/two").exists()
    assert (project.docs / NOTE.format("one")).is_file()
    assert '"id":"two"' not in (project.docs / "api/services.json").read_text("utf-8")
    again = built(project)
    assert (again.findings, again.refused, again.written) == (report.findings, ["two"], 0)
    assert again.errors >= 1
    path.write_text(whole, "utf-8")
    assert built(project).errors == 0
    assert (project.docs / NOTE.format("two")).is_file()


def test_a_broken_service_is_named(project):
    """The overview says what is kept back."""
    spoil(project)
    built(project)
    assert "Kept back" in (project.docs / "notes/index.md").read_text("utf-8")


def test_broken_evidence_keeps_its_service_back(project):
    """A measurement that cannot be read is an error of its service, each time."""
    built(project)
    write(project.root, "services/two/evidence/ink.json", '{"schema_version": "1.0"}')
    first = built(project)
    assert first.errors > 0
    assert built(project).findings == first.findings


def test_a_broken_suite(project):
    """An error in a suite is told each time, also where nothing else changed."""
    write(project.root, "services/suites/city.yml", "schema_version: '1.0'\nid: city\n")
    first = built(project)
    assert first.errors > 0
    assert built(project).findings == first.findings


def test_a_broken_organisation(project):
    """Without an organisation nothing is made, and nothing that is there is taken away."""
    built(project)
    before = contents(project.docs)
    write(project.root, "services/organisation.yml", "name: 7\n")
    report = built(project)
    assert report.errors > 0
    assert (report.services, report.written, report.removed) == (0, 0, 0)
    assert contents(project.docs) == before


@pytest.mark.parametrize(
    "spoiled", ["somebody <b>money</b>.", "somebody money.\nnonsense: 1\n#"], ids=["check", "load"]
)
def test_links_to_a_broken_service(project, spoiled):
    """A page that links to a service which is kept back is still built, and so is the whole site, without a dead link."""
    named = "    - {id: other, stance: avoid, use: Letters, reason: It errs., alternative: two}\nlimitations:"
    edit(project, "services/one/service.yml", "limitations:", named)
    edit(
        project,
        "services/three/service.yml",
        "name: Form reader",
        "name: Form reader, lifecycle: {status: legacy, replacement: two}",
    )
    assert built(project, site=True).site
    edit(project, "services/two/service.yml", "somebody money.", spoiled)
    report = built(project, site=True)
    assert (report.refused, report.pages) == (["two"], 2)
    assert (project.site / "notes/one/transparency-note/index.html").is_file()
    assert not (project.site / "notes/two").exists()


def test_links_to_a_service_without_a_note(project):
    """A page that names a service whose documents are others than a note links to one that it has."""
    named = "    - {id: other, stance: avoid, use: Letters, reason: It errs., alternative: two}\nlimitations:"
    edit(project, "services/one/service.yml", "limitations:", named)
    documents = "name: Form reader, documents: [{kind: code-of-conduct}]"
    edit(project, "services/two/service.yml", "name: Form reader", documents)
    assert built(project, site=True).refused == []
    assert "../two/code-of-conduct.md" in (project.docs / NOTE.format("one")).read_text("utf-8")


def test_links_come_back(project):
    """Once the service is mended, the pages of others that speak of it link to it again."""
    named = "    - {id: other, stance: avoid, use: Letters, reason: It errs., alternative: two}\nlimitations:"
    edit(project, "services/one/service.yml", "limitations:", named)
    built(project)
    before = contents(project.docs)
    spoil(project)
    built(project)
    assert "../two/" not in (project.docs / NOTE.format("one")).read_text("utf-8")
    edit(project, "services/two/service.yml", FAULT, "A misread digit can cost somebody money.")
    built(project)
    assert contents(project.docs) == before


def test_a_refused_service_that_went(project):
    """A service that points to one which was kept back, and is then deleted, is told so at once."""
    named = "    - {id: other, stance: avoid, use: Letters, reason: It errs., alternative: two}\nlimitations:"
    edit(project, "services/one/service.yml", "limitations:", named)
    spoil(project)
    assert built(project).refused == ["two"]
    (project.services / "two/service.yml").unlink()
    assert built(project).refused == ["one"]


def test_documents_inherited_from_a_broken_service(project):
    """A child of a service that is kept back is kept back too, or links to no page that is not there."""
    edit(
        project,
        "services/one/service.yml",
        "name: Form reader",
        "name: Form reader, parent: two, documents: [{kind: transparency-note, state: inherited}, {kind: research-insights}]",
    )
    edit(
        project,
        "services/one/service.yml",
        "limitations:",
        "research: [{id: a, claim: It is so., implication: Do it.}]\nlimitations:",
    )
    assert built(project, site=True).errors == 0
    spoil(project)
    built(project, site=True)
    for page in project.site.rglob("*.html"):
        assert "two/transparency-note" not in page.read_text("utf-8"), page


def test_only_one(project):
    """With `only`, one service is done and the others stay as they were."""
    built(project)
    edit(project, "services/one/service.yml", "somebody money", "somebody one thing")
    edit(project, "services/two/service.yml", "somebody money", "somebody another thing")
    report = built(project, only="two")
    assert report.written == 1
    assert "another thing" in (project.docs / NOTE.format("two")).read_text("utf-8")
    assert "one thing" not in (project.docs / NOTE.format("one")).read_text("utf-8")
    later = built(project)
    assert "one thing" in (project.docs / NOTE.format("one")).read_text("utf-8")
    assert later.errors == 0


def test_only_then_all_equals_all(project, tmp_path):
    """Whatever was built alone in between, a whole build ends with the same files."""
    built(project, only="two")
    edit(project, "services/one/service.yml", "name: Form reader", "name: Letter reader")
    built(project, only="two")
    built(project, only="one")
    built(project)
    other = small(tmp_path / "other", "one", "two", "three")
    edit(other, "services/one/service.yml", "name: Form reader", "name: Letter reader")
    built(other)
    assert contents(project.docs) == contents(other.docs)


def test_only_a_broken_one(project):
    """A page that was refused while built alone is gone after the next whole build, not forgotten."""
    built(project)
    spoil(project)
    assert built(project, only="two").refused == ["two"]
    built(project)
    assert not (project.docs / "notes/two").exists()


def test_only_while_another_is_broken(project):
    """A page of another service that broke meanwhile is gone after the next whole build."""
    built(project)
    path = project.services / "three/service.yml"
    path.write_text("", "utf-8")
    built(project, only="two")
    built(project)
    assert not (project.docs / "notes/three").exists()


def test_only_after_a_service_went(project):
    """A page of a service that was deleted meanwhile is gone after the next whole build."""
    built(project)
    (project.services / "three/service.yml").unlink()
    built(project, only="two")
    built(project)
    assert not (project.docs / "notes/three").exists()


def test_only_an_unknown_one(project):
    """An unknown id is an error of usage with a hint, before anything is written."""
    with pytest.raises(UsageError) as caught:
        built(project, only="tow")
    assert (str(caught.value), caught.value.help) == (
        "there is no service or deployment called 'tow'",
        "did you mean `two`?",
    )
    assert not (project.docs / "notes").exists()


def test_files_written_by_hand_stay(project):
    """A build deletes only what it wrote itself; pages that people wrote beside its pages stay."""
    write(project.root, "docs/notes/own-page.md", "# Own\n")
    write(project.root, "docs/notes/two/own-page.md", "# Own\n")
    write(project.root, "docs/notes/four/transparency-note.md", "# Own\n")
    built(project)
    spoil(project)
    (project.services / "three/service.yml").unlink()
    built(project)
    assert (project.docs / "notes/own-page.md").read_text("utf-8") == "# Own\n"
    assert (project.docs / "notes/two/own-page.md").read_text("utf-8") == "# Own\n"
    assert (project.docs / "notes/four/transparency-note.md").read_text("utf-8") == "# Own\n"


def test_a_second_project_is_not_touched(tmp_path):
    """Nothing outside of docs/, site/ and .disclose/ is written or changed."""
    project = small(tmp_path / "project", "one")
    write(tmp_path, "beside.txt", "beside")
    before = contents(tmp_path)
    built(project, site=True)
    after = contents(tmp_path)
    changed = {path for path in after if after[path] != before.get(path)}
    assert {path.split("/")[1] for path in changed} == {"docs", "site", ".disclose"}
    assert set(before) <= set(after)


def test_no_docs_yet(tmp_path):
    """The folder docs/ is made where it is missing."""
    project = small(tmp_path, "one")
    for path in project.docs.rglob("*.md"):
        path.unlink()
    project.docs.rmdir()
    assert built(project).pages == 1


def test_no_settings(project):
    """Without mkdocs.yml there is no site, and the error says what to do."""
    project.config.unlink()
    with pytest.raises(SiteError, match=r"there is no mkdocs\.yml"):
        built(project, site=True)


def test_a_broken_template(project):
    """A template that cannot be filled stops the build with its name."""
    write(project.root, "templates/note/sections/limits-in-brief.md.j2", "{{ view.nothing }}")
    with pytest.raises(ProjectError, match=r"the template note/transparency-note\.md\.j2 cannot be filled"):
        built(project)


def test_today(project):
    """The day of the build is an input: the same project speaks differently before and after a date."""
    edit(
        project,
        "services/one/service.yml",
        "name: Form reader",
        "name: Form reader, review_due: 2027-06-07, lifecycle: {status: retiring, retires_on: 2027-04-05}",
    )
    page = project.docs / NOTE.format("one")
    build(project, dt.date(2027, 4, 4), site=False)
    assert "will be withdrawn on 5 April 2027" in page.read_text("utf-8")
    build(project, dt.date(2027, 4, 5), site=False)
    assert "was withdrawn on 5 April 2027" in page.read_text("utf-8")
    build(project, dt.date(2027, 6, 8), site=False)
    assert "A review was due on 7 June 2027" in page.read_text("utf-8")


def test_a_project_without_services(tmp_path):
    """No service is no error; the overview says so."""
    report = built(small(tmp_path))
    assert (report.errors, report.services, report.pages) == (0, 0, 0)


def test_the_smallest_text(tmp_path):
    """The smallest service of the documentation is enough for a page and a site."""
    project = small(tmp_path, "example")
    assert (project.services / "example/service.yml").read_text("utf-8") == MINIMAL
    report = built(project, site=True)
    assert (report.errors, report.pages) == (0, 1)
    assert (project.site / "notes/example/transparency-note/index.html").is_file()


DEMO = """\
limitations:
  - {id: blur, category: input_quality, condition: It is blurred., effect: It is missed., demo: {degradation: defocus}}
"""


def test_limits_to_watch(tmp_path):
    """A service with a demonstration has a page of its limits, beside one of all; both go with the demonstration, and
    stay as they are where nothing changed.
    """
    project = small(tmp_path, "one", "two")
    path = project.services / "one/service.yml"
    plain = path.read_text("utf-8")
    path.write_text(plain.partition("limitations:")[0] + DEMO + _after(plain), "utf-8")
    build(project, TODAY, site=False)
    pages = [project.docs / "notes/fail.md", project.docs / "notes/one/fail.md"]
    assert [page.is_file() for page in pages] == [True, True]
    assert "It is blurred" in pages[0].read_text("utf-8")
    assert not (project.docs / "notes/two/fail.md").exists()
    assert build(project, TODAY, site=False).written == 0
    path.write_text(plain, "utf-8")
    build(project, TODAY, site=False)
    assert [page.is_file() for page in pages] == [False, False]


def _after(text):
    """What stands behind the block `limitations:`."""
    lines = text.partition("limitations:")[2].splitlines(keepends=True)[1:]
    rest = [index for index, line in enumerate(lines) if line[:1].strip()]
    return "".join(lines[rest[0] :]) if rest else ""
