from __future__ import annotations

import os
from pathlib import Path

import pytest

from toolkit.errors import ProjectError
from toolkit.paths import Project, find_project, shipped


@pytest.mark.parametrize("start", [".", "services", "services/desk", "docs", "docs/notes/none"])
def test_a_project_is_found_from_anywhere_inside(tmp_path: Path, start):
    """The nearest folder above that holds `services/` is the project."""
    (tmp_path / "services/desk").mkdir(parents=True)
    (tmp_path / "docs").mkdir()
    assert find_project(tmp_path / start).root == tmp_path.resolve()


def test_the_nearest_project_counts(tmp_path: Path):
    """A project inside a project is a project of its own."""
    (tmp_path / "services").mkdir()
    (tmp_path / "demo/services").mkdir(parents=True)
    assert find_project(tmp_path / "demo").root == (tmp_path / "demo").resolve()


def test_a_project_behind_a_link_is_where_it_really_is(tmp_path: Path):
    """The root has no links in it, so that names below it can be told."""
    (tmp_path / "real/services").mkdir(parents=True)
    (tmp_path / "link").symlink_to("real")
    assert find_project(tmp_path / "link").root == (tmp_path / "real").resolve()


def test_outside_a_project_the_next_step_is_told(tmp_path: Path):
    """A file called `services` makes no project."""
    (tmp_path / "services").write_text("")
    with pytest.raises(ProjectError) as caught:
        find_project(tmp_path)
    assert str(caught.value) == f"no services/ folder in {tmp_path} or above it"
    assert "disclose init" in caught.value.help
    assert caught.value.exit_code == 2


def test_a_project_knows_its_folders():
    """Everything lies below the root."""
    project = Project(Path("/town"))
    folders = [project.services, project.deployments, project.docs, project.site, project.config, project.cache]
    assert [path.as_posix() for path in folders] == [
        "/town/services",
        "/town/deployments",
        "/town/docs",
        "/town/site",
        "/town/mkdocs.yml",
        "/town/.disclose",
    ]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("services/desk/service.yml", "services/desk/service.yml"),
        ("services/desk/../suites/a.yml", "services/suites/a.yml"),
        ("services/link/service.yml", "services/desk/service.yml"),
        ("services/loop", "services/loop"),
        (os.fsdecode(b"services/\xff\xfe/service.yml"), "services/??/service.yml"),
    ],
)
def test_a_file_has_the_name_that_readers_know(tmp_path: Path, path, name):
    """Names are below the project, without links and detours, and can be printed."""
    (tmp_path / "services/desk").mkdir(parents=True)
    (tmp_path / "services/link").symlink_to("desk")
    (tmp_path / "services/loop").symlink_to("loop")
    project = Project(tmp_path.resolve())
    assert project.name_of(project.root / path) == name


def test_a_file_outside_keeps_its_whole_name(tmp_path: Path):
    """A path that is not below the project is told as it is."""
    project = Project(tmp_path.resolve() / "project")
    assert project.name_of(tmp_path.resolve() / "else/f.yml") == f"{tmp_path.resolve()}/else/f.yml"


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("templates", "note/page.md.j2"),
        ("catalogue", "metrics.yml"),
        ("schema", "service.json"),
        ("services", "vision-ocr/service.yml"),
    ],
)
def test_what_comes_with_the_toolkit_is_found(name, file):
    """Templates, catalogue and schemas are there, from a checkout as from a wheel."""
    assert (shipped(name) / file).is_file()
