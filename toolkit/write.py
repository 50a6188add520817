"""Artefacts in, files out: each is staged beside its place and renamed, so that a killed build leaves whole files."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from toolkit.errors import ProjectError
from toolkit.paths import Project
from toolkit.render import Artefact


class Mark(NamedTuple):
    """What a written file looks like from outside, to see whether somebody changed it since."""

    size: int
    changed: int
    hash: str


class Writer:
    """Writes below one folder, `docs/` if no other is named; leaves alone what is the same already."""

    def __init__(self, project: Project, folder: Path | None = None) -> None:
        self.docs = (folder or project.docs).resolve()
        self.staging = project.cache / (f"staging-{folder.name}" if folder else "staging")
        self.written = 0
        shutil.rmtree(self.staging, ignore_errors=True)
        try:
            self.staging.mkdir(parents=True)
            self.docs.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise failed(Path(error.filename or self.staging), error) from error

    def put(self, artefacts: Iterable[Artefact]) -> dict[str, Mark]:
        """Write what differs. Gives a mark for each artefact. Raises ProjectError where a file cannot be written."""
        return {artefact.path: self._put(artefact) for artefact in artefacts}

    def _put(self, artefact: Artefact) -> Mark:
        path = self.docs / artefact.path
        try:
            if not self._holds(path):
                raise ProjectError(f"{path} lies outside docs/ behind a link", "replace the link by a folder")
            path.parent.mkdir(parents=True, exist_ok=True)
            if not (path.is_file() and path.read_bytes() == artefact.data):
                staged = self.staging / str(self.written)
                staged.write_bytes(artefact.data)
                staged.replace(path)
                self.written += 1
        except OSError as error:
            raise failed(path, error) from error
        return mark(path, artefact.data)

    def _holds(self, path: Path) -> bool:
        """Whether *path* lies below `docs/`, with every link on the way followed."""
        return path.parent.resolve().is_relative_to(self.docs)

    def drop(self, paths: Iterable[str]) -> int:
        """Delete files that an earlier build wrote, and the folders that this leaves empty. Gives their number.

        The memory that names them is a file that anybody could have written, so nothing outside `docs/` is touched.
        """
        return sum(self._drop(path) for path in (self.docs / name for name in paths) if self._holds(path))

    def _drop(self, path: Path) -> bool:
        found = path.is_file()
        try:
            if found:
                path.unlink()
            for folder in path.parents:
                if folder == self.docs or not folder.is_dir() or any(folder.iterdir()):
                    break
                folder.rmdir()
        except OSError as error:
            raise failed(path, error) from error
        return found


def mark(path: Path, data: bytes) -> Mark:
    """The mark of a file just written."""
    status = path.stat()
    return Mark(status.st_size, status.st_mtime_ns, hashlib.sha256(data).hexdigest())


def intact(path: Path, known: Mark) -> bool:
    """Whether the file still is what was written."""
    try:
        status = path.stat()
    except OSError:
        return False
    return (status.st_size, status.st_mtime_ns) == (known.size, known.changed)


def failed(path: Path, error: OSError) -> ProjectError:
    """What to tell when *path* cannot be written."""
    return ProjectError(f"cannot write {path}: {error.strerror}", "check the permissions and the space on the disk")
