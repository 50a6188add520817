"""Projects on disk that tests build: the richest one, the smallest ones, and the command line as a process."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from samples import MINIMAL, ORGANISATION
from trees import laid_over

from toolkit.load import load
from toolkit.paths import Project, find_project
from toolkit.render.environment import Templates
from toolkit.start import STARTER
from toolkit.view import View, cards, house, view

ROOT = Path(__file__).resolve().parents[1]
GOLDEN = ROOT / "tests/golden"
TODAY = dt.date(2026, 11, 20)
#: Pages and settings of the starter project, without its services.
SITE = {path: name for path, name in STARTER.items() if not path.startswith("services/")}


def starter_site(root: Path) -> None:
    """Add the pages, the settings and the ignored files of a new project."""
    templates = Templates()
    for path, name in SITE.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(templates.render(f"project/{name}.j2", organisation="Test office", contact="desk"))


def everything(root: Path, layout: str = "split") -> Project:
    """A copy of the project that fills every field of a service; *layout* is `split` or `consolidated`."""
    shutil.copytree(GOLDEN / "everything", root, dirs_exist_ok=True)
    service = root / "services/example-reader/service.yml"
    service.write_text(service.read_text("utf-8").replace("suites/split.yml", f"suites/{layout}.yml"), "utf-8")
    starter_site(root)
    return find_project(root)


def small(root: Path, *ids: str) -> Project:
    """A project of an organisation and the smallest service under each of *ids*."""
    write(root, "services/organisation.yml", ORGANISATION)
    for id in ids:
        write(root, f"services/{id}/service.yml", MINIMAL.replace("id: example", f"id: {id}"))
    starter_site(root)
    return find_project(root)


def write(root: Path, name: str, text: str) -> Path:
    """Write a file below *root*."""
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def edit(project: Project, name: str, old: str, new: str) -> None:
    """Replace *old*, which must be there, in a file of the project."""
    path = project.root / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def views(project: Project, today: dt.date = TODAY) -> dict[str, View]:
    """The views of all services of *project* that can be read."""
    content = load(project)
    shared = house(content, cards(content), today)
    assert shared is not None
    return {id: view(loaded, shared) for id, loaded in content.services.items()}


def disclose(*arguments: str, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command line as a process of its own."""
    known = {key: value for key, value in os.environ.items() if key not in {"SOURCE_DATE_EPOCH", "NO_COLOR"}}
    command = [sys.executable, "-m", "toolkit", *arguments]
    return subprocess.run(
        command, cwd=cwd, env={**known, **environment}, capture_output=True, text=True, timeout=120, check=False
    )


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below *folder* by its path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def view_of(root: Path, fragment: str = "", files: Mapping[str, str] | None = None, today: dt.date = TODAY) -> View:
    """The view of the smallest service with *fragment* laid over it; *files* are more files of the project."""
    write(root, "services/organisation.yml", ORGANISATION)
    write(root, "services/example/service.yml", laid_over(MINIMAL, fragment))
    for name, text in (files or {}).items():
        write(root, name, text)
    return views(find_project(root), today)["example"]
