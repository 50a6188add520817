"""The same input gives the same bytes, whoever builds it, where, when and how often."""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from projects import ROOT, TODAY, contents, everything, small
from samples import MINIMAL

from toolkit.build import build
from toolkit.paths import find_project

#: A link from a page to a page of another service.
LINK = re.compile(r"\.\./((?:one|two|three|four)/[a-z-]+)(?:\.md|/)")
#: What a build writes below docs/.
BUILT = ("notes", "api", "notices", "n", "N", "disclose.*")
#: Places that are left out where a project is built many times.
OTHERS = ("building-entrance", "museum-archive", "this-toolkit", "workshop-table")


def this_repository(folder: Path) -> None:
    """A copy of the services, places and pages of this repository, without what is built."""
    shutil.copytree(ROOT / "services", folder / "services")
    shutil.copytree(ROOT / "deployments", folder / "deployments")
    shutil.copytree(ROOT / "docs", folder / "docs", ignore=shutil.ignore_patterns(*BUILT))
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
        timeout=900,
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
    assert len([path for path in one if path.endswith(".pdf")]) >= 40 * len(list(first.glob("deployments/*")))
    assert differing(one, other) == []
    assert [path for path, data in one.items() if str(first).encode() in data] == []


def test_step_by_step_or_at_once(twice, tmp_path):
    """A project that grew by edits, with builds in between, ends as one that was built once."""
    first, _ = twice
    grown, fresh = tmp_path / "grown", tmp_path / "fresh"
    shutil.copytree(first, grown, ignore=shutil.ignore_patterns(".disclose", "site", *BUILT, *OTHERS))
    services = sorted(path for path in (grown / "services").glob("*/service.yml"))
    places = list((grown / "deployments").glob("*/deployment.yml"))
    texts = {path: path.read_text("utf-8") for path in [*services, *places]}
    built(grown)
    for path in [*services[:2], *places]:
        path.write_text(texts[path].replace(" the ", " that ", 2), "utf-8")
        built(grown)
    built(grown, day="2026-11-21")
    for path, text in texts.items():
        path.write_text(text, "utf-8")
    shutil.copytree(first, fresh, ignore=shutil.ignore_patterns(".disclose", "site", *BUILT, *OTHERS))
    assert differing(built(grown), built(fresh)) == []


def test_the_day_of_the_commit(twice):
    """The day from SOURCE_DATE_EPOCH is the same as that day given."""
    first, second = twice
    one = built(first, day="2026-12-01")
    command = [sys.executable, "-m", "toolkit", "build"]
    epoch = {**os.environ, "SOURCE_DATE_EPOCH": "1796126400"}  # 1 December 2026, noon in UTC
    run = subprocess.run(command, cwd=second, env=epoch, capture_output=True, text=True, timeout=900, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    project = find_project(second)
    other = {f"docs/{path}": data for path, data in contents(project.docs).items()}
    other |= {f"site/{path}": data for path, data in contents(project.site).items()}
    assert differing(one, other) == []


NAMED = "    - {{id: to-{0}, stance: avoid, use: Some use, reason: It errs., alternative: {0}}}\n"
IDS = ("one", "two", "three", "four")


class Draft:
    """A service that changes in the course of a project's life."""

    def __init__(self, id: str) -> None:
        self.id = id
        self.name, self.text, self.there, self.documents = f"Reader {id}", "forms", True, ""
        self.fault: str | None = None
        self.named: set[str] = set()

    def change(self, chance: random.Random) -> None:
        """One of the things that people do."""
        what = chance.choice(["name", "text", "there", "fault", "mend", "named", "documents"])
        if what == "name":
            self.name = chance.choice(["Reader", "Scanner", "Counter"]) + f" {self.id}"
        elif what == "text":
            self.text = chance.choice(["forms", "letters", "cards"])
        elif what == "there":
            self.there = not self.there
        elif what == "fault":
            self.fault = chance.choice(["check", "load"])
        elif what == "mend":
            self.fault = None
        elif what == "named":
            self.named ^= {chance.choice([other for other in IDS if other != self.id])}
        else:
            parent = chance.choice([other for other in IDS if other != self.id])
            self.documents = chance.choice(
                [
                    "",
                    ", documents: [{kind: transparency-note}, {kind: code-of-conduct}]",
                    f", parent: {parent}, documents: [{{kind: transparency-note}}, {{kind: code-of-conduct, state: inherited}}]",
                    ", documents: [{kind: code-of-conduct}]",
                ]
            )

    def write(self, root: Path) -> None:
        path = root / f"services/{self.id}/service.yml"
        if not self.there:
            path.unlink(missing_ok=True)
            return
        text = MINIMAL.replace("id: example, name: Form reader", f"id: {self.id}, name: {self.name}{self.documents}")
        text = text.replace("printed forms", f"printed {self.text}")
        text = text.replace("limitations:\n", "".join(map(NAMED.format, sorted(self.named))) + "limitations:\n")
        if self.fault == "check":
            text = text.replace("somebody money", "somebody <b>money</b>")
        if self.fault == "load":
            text += "nonsense: 1\n"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")


@pytest.mark.parametrize("seed", range(8))
def test_a_project_that_lives(tmp_path, seed):
    """Whatever people change, and whichever service they build alone in between, a build makes what a first one would."""
    chance = random.Random(seed)
    project, drafts = small(tmp_path / "old"), [Draft(id) for id in IDS]
    for step in range(14):
        for draft in drafts:
            if step and chance.random() < 0.6:
                draft.change(chance)
            draft.write(project.root)
        alone = chance.choice([draft for draft in drafts if draft.there] or [None])
        if alone and chance.random() < 0.4:
            build(project, TODAY, only=alone.id, site=False)
        report = build(project, TODAY, site=False)
        fresh = small(tmp_path / f"new-{step}")
        for draft in drafts:
            draft.write(fresh.root)
        first = build(fresh, TODAY, site=False)
        assert differing(contents(project.docs), contents(fresh.docs)) == [], step
        assert (report.findings, report.refused, report.pages) == (first.findings, first.refused, first.pages), step
        assert build(project, TODAY, site=False).written == 0, step
        links = {
            href for path, data in contents(project.docs / "notes").items() for href in LINK.findall(data.decode())
        }
        assert [href for href in links if not (project.docs / f"notes/{href}.md").is_file()] == [], step
