"""The same input gives the same bytes, whoever builds it, where, when and how often."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from projects import ROOT, contents, everything

from toolkit.paths import find_project

IGNORED = shutil.ignore_patterns("notes", "api", "assets", "notices", "n")


def this_repository(folder: Path) -> None:
    """A copy of the services and pages of this repository, without what is built."""
    shutil.copytree(ROOT / "services", folder / "services")
    shutil.copytree(ROOT / "docs", folder / "docs", ignore=IGNORED)
    shutil.copytree(ROOT / "templates", folder / "templates")
    shutil.copy(ROOT / "mkdocs.yml", folder / "mkdocs.yml")


def built(folder: Path, day: str = "2026-11-20", **environment: str) -> dict[str, bytes]:
    """Everything below docs/ and site/ after a build in a process of its own."""
    command = [sys.executable, "-m", "toolkit", "build", "--today", day]
    known = {key: value for key, value in os.environ.items() if key not in {"SOURCE_DATE_EPOCH", "TZ"}}
    run = subprocess.run(
        ["sh", "-c", 'umask "$0" && exec "$@"', environment.pop("umask", "022"), *command],
        cwd=folder,
        env={**known, **environment},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    project = find_project(folder)
    site = {f"site/{path}": data for path, data in contents(project.site).items()}
    return {f"docs/{path}": data for path, data in contents(project.docs).items()} | site


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


@pytest.fixture(scope="module", params=[this_repository, everything], ids=["this repository", "every field"])
def twice(request, tmp_path_factory):
    """The same project in two folders of different names, with different times of the files."""
    first, second = tmp_path_factory.mktemp("first"), tmp_path_factory.mktemp("second") / "a much longer name é"
    second.mkdir()
    request.param(first)
    request.param(second)
    for path in second.rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    return first, second


def test_two_builds_are_the_same(twice):
    """Another folder, other times, another order of hashes, another time zone, language and umask: the same bytes."""
    first, second = twice
    one = built(first, PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C.UTF-8")
    other = built(second, PYTHONHASHSEED="4242", TZ="Pacific/Kiritimati", LC_ALL="C", umask="077")
    assert len(one) > 50
    assert differing(one, other) == []
    assert [path for path, data in one.items() if str(first).encode() in data] == []


def test_step_by_step_or_at_once(twice, tmp_path):
    """A project that grew by edits, with builds in between, ends as one that was built once."""
    first, _ = twice
    grown, fresh = tmp_path / "grown", tmp_path / "fresh"
    shutil.copytree(first, grown, ignore=shutil.ignore_patterns(".disclose", "site"))
    services = sorted(path for path in (grown / "services").glob("*/service.yml"))
    texts = {path: path.read_text("utf-8") for path in services}
    built(grown)
    for path in services[:2]:
        path.write_text(texts[path].replace(" the ", " that ", 2), "utf-8")
        built(grown)
    built(grown, day="2026-11-21")
    for path, text in texts.items():
        path.write_text(text, "utf-8")
    shutil.copytree(first, fresh, ignore=shutil.ignore_patterns(".disclose", "site", "notes", "api"))
    assert differing(built(grown), built(fresh)) == []


def test_the_day_of_the_commit(twice):
    """The day from SOURCE_DATE_EPOCH is the same as that day given."""
    first, second = twice
    one = built(first, day="2026-12-01")
    command = [sys.executable, "-m", "toolkit", "build"]
    epoch = {**os.environ, "SOURCE_DATE_EPOCH": "1796126400"}  # 1 December 2026, noon in UTC
    run = subprocess.run(command, cwd=second, env=epoch, capture_output=True, text=True, timeout=300, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    project = find_project(second)
    other = {f"docs/{path}": data for path, data in contents(project.docs).items()}
    other |= {f"site/{path}": data for path, data in contents(project.site).items()}
    assert differing(one, other) == []
