"""New projects, services and deployments: drafts that pass the checks, and nothing is ever written over."""

from __future__ import annotations

import pytest
from projects import TODAY, contents, small

from toolkit import start
from toolkit.build import build
from toolkit.errors import ProjectError, UsageError
from toolkit.examine import examine
from toolkit.load import load
from toolkit.paths import find_project

NAMES = {"name": "Front desk", "organisation": "City", "contact": "desk 7"}


def errors(project):
    return [(found.where, found.message) for found in examine(project, TODAY) if found.severity == "error"]


def test_a_new_project(tmp_path):
    """A new project has an organisation, a small service, pages and schemas, and no error."""
    written = start.project(tmp_path / "demo", "City of Example", "desk 7")
    assert all(path.is_file() for path in written)
    assert {path.relative_to(tmp_path / "demo").as_posix() for path in written} >= {
        "services/organisation.yml",
        "services/reading-desk/service.yml",
        "docs/index.md",
        "docs/tags.md",
        "docs/schema/service.json",
        "mkdocs.yml",
        ".gitignore",
    }
    project = find_project(tmp_path / "demo")
    organisation = load(project).organisation.record
    assert (organisation.name, organisation.contact) == ("City of Example", "desk 7")
    assert errors(project) == []


def test_a_new_project_is_built(tmp_path):
    """A new project becomes a site at once, and what is built is ignored by git."""
    start.project(tmp_path / "demo", "City of Example", "desk 7")
    project = find_project(tmp_path / "demo")
    before = set(contents(project.root))
    report = build(project, TODAY)
    assert (report.errors, report.pages) == (0, 1)
    made = {path for path in contents(project.root) if path not in before}
    ignored = tuple(line.strip("/") for line in (project.root / ".gitignore").read_text("utf-8").split())
    assert [path for path in made if not path.startswith(ignored)] == []


@pytest.mark.parametrize(
    "name", ['City "of" Example: # - [y]', "Büro 😀 שלום", "O'Neill & Söhne <b>", "yes", "1.0", "null", "- x", "---"]
)
def test_names_of_any_kind(tmp_path, name):
    """Whatever the organisation is called, the files can be read and hold that name."""
    start.project(tmp_path / "demo", name, name)
    project = find_project(tmp_path / "demo")
    content = load(project)
    assert content.findings == []
    assert (content.organisation.record.name, content.organisation.record.contact) == (name, name)
    start.service(project, "new", name)
    start.deployment(project, "here", "new", {"name": name, "organisation": name, "contact": name})
    content = load(project)
    assert content.findings == []
    assert content.services["new"].record.identity.name == name
    assert content.deployments["here"].record.controller.name == name


def test_a_folder_in_use(tmp_path):
    """A folder that holds anything, or a file, is refused and left as it is; an empty one is taken."""
    (tmp_path / "used").mkdir()
    (tmp_path / "used/.hidden").write_text("x")
    (tmp_path / "file").write_text("x")
    (tmp_path / "empty").mkdir()
    for name in ("used", "file"):
        with pytest.raises(ProjectError, match="is not empty"):
            start.project(tmp_path / name, "City", "desk")
    assert contents(tmp_path) == {"used/.hidden": b"x", "file": b"x"}
    assert start.project(tmp_path / "empty", "City", "desk")


def test_a_new_service(tmp_path):
    """A new service is a draft without errors whose every part says that it is not described yet."""
    project = small(tmp_path)
    (path,) = start.service(project, "form-reader", "Form reader")
    assert path == project.services / "form-reader/service.yml"
    text = path.read_text("utf-8")
    assert len(text.splitlines()) <= 30
    assert max(map(len, text.splitlines())) <= 100
    record = load(project).services["form-reader"].record
    assert (record.identity.name, record.identity.status) == ("Form reader", "draft")
    assert errors(project) == []
    leftovers = [found.message for found in examine(project, TODAY) if found.rule == "leftovers"]
    assert len(leftovers) == text.count("Not described yet")


def test_what_is_there_stays(tmp_path):
    """An id that is taken is refused, and the file stays as it was."""
    project = small(tmp_path, "one")
    start.deployment(project, "here", "one", NAMES)
    before = contents(project.root)
    with pytest.raises(ProjectError, match=r"services/one/service\.yml exists already"):
        start.service(project, "one", "One")
    with pytest.raises(ProjectError, match=r"deployments/here/deployment\.yml exists already"):
        start.deployment(project, "here", "one", NAMES)
    assert contents(project.root) == before


@pytest.mark.parametrize(
    "id",
    [
        "../x",
        "a/b",
        "..",
        ".",
        "",
        "A",
        "a_b",
        "-a",
        "a-",
        "a--b",
        "ä",
        "a b",
        "a" * 65,
        "/etc",
        "a\n",
        "suites",
        "catalogue",
    ],
)
def test_bad_ids(tmp_path, id):
    """An id that is no id, or a folder of its own meaning, makes nothing, inside the project or outside."""
    project = small(tmp_path / "project", "one")
    before = contents(tmp_path)
    for begin in (lambda: start.service(project, id, "X"), lambda: start.deployment(project, id, "one", NAMES)):
        with pytest.raises(UsageError, match="is no id"):
            begin()
    assert contents(tmp_path) == before


def test_a_deployment(tmp_path):
    """A new deployment is a draft of a place where a known service is used."""
    project = small(tmp_path, "one")
    start.deployment(project, "front-desk", "one", NAMES)
    place = load(project).deployments["front-desk"].record
    assert (place.name, place.status, place.services, place.controller.name) == (
        "Front desk",
        "draft",
        ("one",),
        "City",
    )
    assert errors(project) == []


def test_a_deployment_of_an_unknown_service(tmp_path):
    """An unknown service is refused with a hint."""
    with pytest.raises(UsageError) as caught:
        start.deployment(small(tmp_path, "one"), "front-desk", "onne", NAMES)
    assert caught.value.help == "did you mean `one`?"


def test_a_place_that_cannot_be_written(tmp_path):
    """Where a folder cannot be made, the path is named."""
    (tmp_path / "file").write_text("x")
    with pytest.raises(ProjectError, match="cannot write"):
        start.project(tmp_path / "file/demo", "City", "desk")


def test_a_link_that_leads_out(tmp_path):
    """A link in the place of a new file is not written through."""
    project = small(tmp_path / "project", "one")
    outside = tmp_path / "outside.yml"
    (project.services / "two").mkdir()
    (project.services / "two/service.yml").symlink_to(outside)
    with pytest.raises(ProjectError):
        start.service(project, "two", "Two")
    assert not outside.exists()
