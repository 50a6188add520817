"""Files are staged and renamed, touched only where they differ, and never lie outside of docs/."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from projects import contents

from toolkit.errors import ProjectError
from toolkit.paths import Project
from toolkit.render import Artefact
from toolkit.write import Mark, Writer, intact, mark


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """An empty project in a folder of its own, so that outside of it there is something too."""
    (tmp_path / "project/services").mkdir(parents=True)
    return Project((tmp_path / "project").resolve())


PAGE = Artefact("notes/one/page.md", b"one\n")


def test_files_are_written(project):
    """Each artefact becomes a file below docs/, and its mark tells its size, its time and its hash."""
    writer = Writer(project)
    marks = writer.put([PAGE, Artefact("api/all.json", b"[]\n")])
    assert contents(project.docs) == {"notes/one/page.md": b"one\n", "api/all.json": b"[]\n"}
    assert writer.written == 2
    assert marks["api/all.json"].size == 3
    assert all(intact(project.docs / path, known) for path, known in marks.items())


def test_nothing_is_left_over(project):
    """After writing, no staged file remains."""
    Writer(project).put([PAGE])
    assert contents(project.cache) == {}


def test_leftovers_of_a_killed_build_go(project):
    """What an earlier build staged and never renamed is deleted, and never published."""
    (project.cache / "staging").mkdir(parents=True)
    (project.cache / "staging/0").write_bytes(b"half a pa")
    Writer(project).put([PAGE])
    assert contents(project.root) == {"docs/notes/one/page.md": b"one\n"}


def test_a_file_is_replaced_as_a_whole(project):
    """Whoever has the old file open goes on reading the old one: it is not written into, it is replaced."""
    Writer(project).put([PAGE])
    with (project.docs / PAGE.path).open("rb") as old:
        Writer(project).put([Artefact(PAGE.path, b"two\n")])
        assert old.read() == b"one\n"
    assert (project.docs / PAGE.path).read_bytes() == b"two\n"


def test_unchanged_files_are_not_touched(project):
    """The same bytes again leave the file as it is, with its time."""
    Writer(project).put([PAGE])
    path = project.docs / PAGE.path
    os.utime(path, ns=(1, 1))
    writer = Writer(project)
    marks = writer.put([PAGE])
    assert (writer.written, path.stat().st_mtime_ns, marks[PAGE.path].changed) == (0, 1, 1)


def test_a_folder_behind_a_link(project, tmp_path):
    """A link that leads out of docs/ is refused, and nothing is written there."""
    (tmp_path / "elsewhere").mkdir()
    (project.docs / "notes").mkdir(parents=True)
    (project.docs / "notes/one").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ProjectError, match="lies outside docs/ behind a link"):
        Writer(project).put([PAGE])
    assert contents(tmp_path / "elsewhere") == {}


def test_a_file_behind_a_link(project, tmp_path):
    """A link in place of a page is replaced by the page; what it led to stays as it was."""
    outside = tmp_path / "outside.md"
    outside.write_bytes(b"outside\n")
    (project.docs / "notes/one").mkdir(parents=True)
    (project.docs / PAGE.path).symlink_to(outside)
    Writer(project).put([PAGE])
    assert outside.read_bytes() == b"outside\n"
    assert not (project.docs / PAGE.path).is_symlink()


@pytest.mark.parametrize("path", ["../outside.md", "notes/../../outside.md", "/tmp/outside-of-docs.md"])
def test_paths_stay_inside(project, tmp_path, path):
    """A path that leaves docs/ is refused."""
    with pytest.raises(ProjectError, match="outside docs/"):
        Writer(project).put([Artefact(path, b"x")])
    assert contents(tmp_path) == {}
    assert not Path("/tmp/outside-of-docs.md").exists()


def test_a_file_where_a_folder_should_be(project):
    """What cannot be written is told with its path and what to do."""
    project.docs.mkdir()
    (project.docs / "notes").write_bytes(b"")
    with pytest.raises(ProjectError, match=r"cannot write .*/notes/one/page\.md") as caught:
        Writer(project).put([PAGE])
    assert caught.value.help == "check the permissions and the space on the disk"


def test_a_folder_where_a_file_should_be(project):
    """A folder in the place of a page is no crash either."""
    (project.docs / PAGE.path).mkdir(parents=True)
    with pytest.raises(ProjectError, match="cannot write"):
        Writer(project).put([PAGE])


def test_a_cache_that_is_a_file(project):
    """Where nothing can be staged, the project says so."""
    project.cache.write_bytes(b"")
    with pytest.raises(ProjectError, match="cannot write"):
        Writer(project)


def test_dropping(project):
    """Dropping deletes the named files and the folders that this leaves empty, and nothing else."""
    writer = Writer(project)
    writer.put([PAGE, Artefact("notes/two/page.md", b"two\n")])
    (project.docs / "notes/two/own.md").write_bytes(b"by hand\n")
    assert writer.drop([PAGE.path, "notes/two/page.md", "notes/gone/page.md"]) == 2
    assert contents(project.docs) == {"notes/two/own.md": b"by hand\n"}
    assert not (project.docs / "notes/one").exists()
    assert project.docs.is_dir()


def test_docs_itself_stays(project):
    """The last page takes its folders with it, but not docs/."""
    writer = Writer(project)
    writer.put([PAGE])
    assert writer.drop([PAGE.path]) == 1
    assert list(project.docs.iterdir()) == []


@pytest.mark.parametrize("name", ["../outside.md", "notes/../../outside.md", "behind/outside.md", "{absolute}"])
def test_dropping_stays_inside(project, tmp_path, name):
    """A remembered path that leaves docs/, or lies behind a link that does, deletes nothing."""
    outside = project.root / "outside.md"
    outside.write_bytes(b"outside\n")
    writer = Writer(project)
    (project.docs / "behind").symlink_to(project.root)
    assert writer.drop([name.format(absolute=outside)]) == 0
    assert outside.read_bytes() == b"outside\n"


def test_dropping_a_link(project, tmp_path):
    """A page that somebody replaced by a link: the link goes, what it leads to stays."""
    outside = tmp_path / "outside.md"
    outside.write_bytes(b"outside\n")
    writer = Writer(project)
    (project.docs / "page.md").symlink_to(outside)
    assert writer.drop(["page.md"]) == 1
    assert outside.read_bytes() == b"outside\n"


def test_marks(tmp_path):
    """A mark no longer fits when the file has another size or time, or is gone."""
    path = tmp_path / "file"
    path.write_bytes(b"one")
    known = mark(path, b"one")
    assert known == Mark(3, path.stat().st_mtime_ns, "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed")
    assert intact(path, known)
    os.utime(path, ns=(1, 1))
    assert not intact(path, known)
    path.unlink()
    assert not intact(path, known)
