"""A service of the catalogue in a project: a draft that passes, and nothing is written over."""

from __future__ import annotations

import pytest
from projects import ROOT, TODAY, contents, small, views, write

from toolkit import start
from toolkit.adopt import adopt
from toolkit.errors import ProjectError, UsageError
from toolkit.examine import examine
from toolkit.paths import find_project

CATALOGUE = {
    "organisation.yml": """\
schema_version: "1.0"
name: Catalogue
boilerplate: {what_is_a_note: A., binding_language: B., legal: C., not_legal_advice: D.}
variables: {maker: Somebody}
defaults:
  identity: {owners: [{team: Catalogue, contact: desk, role: author}]}
  people: [{id: callers, role: "Callers of {maker}", relation: subject}]
""",
    "suites/top.yml": 'schema_version: "1.0"\nid: top\nname: Top\ndescription: T.\n',
    "suites/low.yml": 'schema_version: "1.0"\nid: low\nname: Low\ndescription: L.\nextends: suites/top.yml\n',
}
PARENT = """\
schema_version: "1.0"
extends: suites/top.yml
identity: {id: parent, name: Parent, status: published, basis: restated}
summary: {purpose: It reads.}
uses:
  intended: [{id: a, title: A, description: B.}]
  considerations: [{id: c, stance: avoid, use: D., reason: E., affects: [callers]}]
limitations: [{id: f, category: language, condition: G., effect: H.}]
data: {items: [{id: i, name: I, category: personal, purpose: J., retention: {kind: none}}]}
"""
CHILD = """\
schema_version: "1.0"
extends: suites/low.yml
# kept as it is written
identity:
  id: child
  name: Child
  parent: parent
  status: published # once
  basis: restated
  lifecycle:
    status: active
    replacement: stranger
summary: {purpose: It reads.}
uses:
  intended: [{id: a, title: A, description: B.}]
  considerations:
    - id: c
      stance: avoid
      use: D.
      reason: E.
      alternative: parent
limitations: [{id: f, category: language, condition: G., effect: H.}]
data: {items: [{id: i, name: I, category: personal, purpose: J., retention: {kind: none}}]}
"""


@pytest.fixture
def catalogue(tmp_path):
    files = CATALOGUE | {"parent/service.yml": PARENT, "child/service.yml": CHILD}
    for name, text in files.items():
        write(tmp_path / "catalogue/services", name, text)
    return tmp_path / "catalogue"


@pytest.fixture
def project(tmp_path):
    return small(tmp_path / "mine", "example")


def below(project, paths):
    return sorted(path.relative_to(project.services).as_posix() for path in paths)


def test_what_it_inherits_comes_along(project, catalogue):
    """The service, the one above it, its suites, and a suite of what the organisation handed down."""
    done = adopt(project, "child", catalogue)
    assert below(project, done.written) == [
        "child/service.yml",
        "parent/service.yml",
        "suites/catalogue-defaults.yml",
        "suites/low.yml",
        "suites/top.yml",
    ]
    assert (done.kept, done.unlinked) == ([], ["stranger"])
    errors = [found.message for found in examine(project, TODAY) if found.severity == "error"]
    assert errors == []


def test_a_draft_that_nobody_answers_for(project, catalogue):
    """The status is that of a draft, the basis stays, owners are not copied, and the rest stands as it was written."""
    adopt(project, "child", catalogue)
    seen = views(project)["child"]
    identity = seen.service.identity
    assert (identity.status, identity.basis, identity.owners) == ("draft", "restated", ())
    assert [person.role for person in seen.service.people] == ["Callers of Somebody"]
    text = (project.services / "child/service.yml").read_text("utf-8")
    assert text == CHILD.replace("published # once", "draft # once").replace("    replacement: stranger\n", "")


def test_nothing_is_written_over(project, catalogue):
    """A service that is there is refused; what stands above it and is there stays."""
    adopt(project, "parent", catalogue)
    before = contents(project.services)
    with pytest.raises(ProjectError, match="parent exists already"):
        adopt(project, "parent", catalogue)
    done = adopt(project, "child", catalogue)
    assert below(project, done.kept) == [
        "parent/service.yml",
        "suites/catalogue-defaults.yml",
        "suites/top.yml",
    ]
    assert before.items() <= contents(project.services).items()


def test_another_suite_of_that_name(project, catalogue):
    """A suite of one's own with the same name is no suite of the catalogue, and nothing is written."""
    write(project.services, "suites/top.yml", CATALOGUE["suites/top.yml"].replace("Top", "Mine"))
    before = contents(project.services)
    with pytest.raises(ProjectError, match="says something else"):
        adopt(project, "child", catalogue)
    assert contents(project.services) == before


@pytest.mark.parametrize("id", ["../child", "chield", "suites"])
def test_unknown(id, project, catalogue):
    """What is no id, and what the catalogue does not have."""
    with pytest.raises(UsageError):
        adopt(project, id, catalogue)


def test_defaults_on_one_line(project, catalogue):
    """Who answers for the catalogue cannot be left out of a line that holds everything; nothing is written."""
    line = "defaults: {identity: {owners: [{team: Catalogue, contact: desk, role: author}]}}\n"
    text = (catalogue / "services/organisation.yml").read_text("utf-8")
    write(catalogue, "services/organisation.yml", text[: text.index("defaults:")] + line)
    before = contents(project.services)
    with pytest.raises(ProjectError, match="on one line"):
        adopt(project, "child", catalogue)
    assert contents(project.services) == before


def test_no_catalogue(project, tmp_path):
    """A folder without an organisation is none."""
    with pytest.raises(UsageError, match="holds no catalogue"):
        adopt(project, "child", tmp_path / "mine/docs")


@pytest.mark.parametrize("id", ["vision-ocr", "language-ner", "qna-maker", "speech-to-text"])
def test_the_catalogue_that_is_carried(id, tmp_path):
    """A new project brings none of the catalogue, takes a service over without an error, and leaves the rest out."""
    start.project(tmp_path / "demo", "City of Example", "desk 7")
    project = find_project(tmp_path / "demo")
    assert [path.parent.name for path in project.services.glob("*/service.yml")] == ["reading-desk"]
    adopt(project, id)
    errors = [(found.where, found.message) for found in examine(project, TODAY) if found.severity == "error"]
    assert errors == []
    assert (project.services / id / "service.yml").is_file()
    assert (ROOT / "services" / id / "service.yml").is_file()
