"""A build may be killed at any moment: every file is whole, nothing half-made is published, the next build goes on."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from desk import DESK
from projects import contents, everything, write
from samples import MINIMAL

from toolkit.paths import Project

SEED = 20261120
KILLS = 18
IN_THE_SITE_STEP, AMONG_NOTICES = 6, 5
SMALL, RICH, PLACES = 50, 10, 3
WORDS = ("a printed form", "a written letter")


def generate(root: Path) -> Project:
    """Sixty services: some with ten documents each, most with one; and places with two signs each in two languages."""
    project = everything(root)
    rich = (project.services / "example-reader/service.yml").read_text("utf-8")
    for number in range(RICH):
        folder = project.services / f"rich-{number}"
        folder.mkdir()
        text = rich.replace("id: example-reader", f"id: rich-{number}").replace(
            "name: Example reader", f"name: Example reader {number}"
        )
        (folder / "service.yml").write_text(text, "utf-8")
    for number in range(SMALL):
        folder = project.services / f"small-{number}"
        folder.mkdir()
        text = MINIMAL.replace("id: example", f"id: small-{number}").replace("Form reader", f"Form reader {number}")
        (folder / "service.yml").write_text(text, "utf-8")
    for number in range(PLACES):
        text = DESK.replace("id: desk\nname: Front desk", f"id: desk-{number}\nname: Desk {number}", 1)
        text = text.replace("code: k7m2", f"code: k7m{number + 2}").replace("[example]", "[small-0]")
        write(root, f"deployments/desk-{number}/deployment.yml", text)
    return project


def say(project: Project, words: str) -> None:
    """Change the text of every service and of every place."""
    for number in range(RICH):
        change(
            project.services / f"rich-{number}/service.yml", "  purpose: It reads", f"  purpose: It reads {words} of"
        )
    for number in range(SMALL):
        change(
            project.services / f"small-{number}/service.yml",
            "summary: {purpose:",
            f"summary: {{purpose: It reads {words}.}}",
        )
    for number in range(PLACES):
        path = project.root / f"deployments/desk-{number}/deployment.yml"
        change(path, "purpose:", f"purpose: To read {words}.")
        change(
            path,
            "     headline: AI reads your",
            f"     headline: AI reads your {words[2:]}, lead: We read {words}., statements: [faces],",
        )


def change(path: Path, start: str, line: str) -> None:
    lines = path.read_text("utf-8").split("\n")
    path.write_text("\n".join(line if old.startswith(start) else old for old in lines), "utf-8")


def start(project: Project) -> subprocess.Popen[bytes]:
    """A build; what it says goes to a file, for a pipe that nobody reads would stop it."""
    command = [sys.executable, "-m", "toolkit", "build", "--today", "2026-11-20"]
    with said(project).open("wb") as output:
        return subprocess.Popen(
            command, cwd=project.root, stdout=output, stderr=subprocess.STDOUT, start_new_session=True
        )


def said(project: Project) -> Path:
    return project.root / "said.txt"


def finish(project: Project) -> float:
    began = time.monotonic()
    assert start(project).wait(300) == 0, said(project).read_text("utf-8")
    return time.monotonic() - began


def published(project: Project) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """What lies below docs/ and below site/."""
    return contents(project.docs), contents(project.site) if project.site.exists() else {}


def kill_after(process: subprocess.Popen[bytes], seconds: float) -> None:
    time.sleep(seconds)
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait(60)


def wait_for(process: subprocess.Popen[bytes], path: Path, since: int = 0) -> None:
    """Wait until *path* is there, written later than *since* (nanoseconds), or the process ends."""
    while process.poll() is None and not (path.exists() and path.stat().st_mtime_ns > since):
        time.sleep(0.005)


def test_killed_builds(tmp_path):
    """Whenever a build is killed, docs/ and site/ hold whole files of before or after, and the next build is perfect."""
    project = generate(tmp_path)
    references = []
    for words in WORDS:
        say(project, words)
        duration = finish(project)
        references.append(published(project))
    by_hand = {path: references[0][0][path] for path in ("index.md", "tags.md")}
    chance = random.Random(SEED)
    kills: Counter[str] = Counter()
    for attempt in range(10 * KILLS):
        if kills.total() >= KILLS and kills["site"] >= IN_THE_SITE_STEP and kills["notices"] >= AMONG_NOTICES:
            break
        now = attempt % 2
        say(project, WORDS[now])
        before = time.time_ns()
        process = start(project)
        step = chance.choice(["any", "site", "notices"])
        if step == "site":
            wait_for(process, project.cache / "site")
            kill_after(process, chance.uniform(0, 0.7 * duration))
        elif step == "notices":
            wait_for(process, project.docs / "notices/desk-0/en/index.html", before)
            kill_after(process, chance.uniform(0, 1))
        else:
            kill_after(process, chance.uniform(0.1, duration))
        if process.returncode != -signal.SIGKILL:
            continue  # it was done before the signal came
        kills[step] += 1
        docs, site = published(project)
        for path, data in docs.items():
            assert data in {reference[0].get(path) for reference in references}, (attempt, path)
        assert site in ({}, references[0][1], references[1][1]), attempt
        assert {path: docs[path] for path in by_hand} == by_hand
        if chance.random() < 0.3:
            finish(project)
            assert published(project) == references[now], attempt
    assert kills.total() >= KILLS
    assert kills["site"] >= IN_THE_SITE_STEP
    assert kills["notices"] >= AMONG_NOTICES
    finish(project)
    assert published(project) == references[now]
    assert {path.name for path in project.cache.iterdir()} & {"site", "site-before"} == set()
    assert [path for path in contents(project.cache) if "staging" in path] == []
    print(
        f"\n{kills.total()} builds of {SMALL + RICH} services killed ({kills['site']} in the site step, {kills['notices']} "
        f"among notices), {duration:.1f} s each"
    )


@pytest.mark.parametrize("meanwhile", ["notes", "notices/desk-0/en/index.html"])
def test_an_interrupted_build_says_so(tmp_path, meanwhile):
    """Ctrl-C ends a build with a sentence and 130, and leaves whole files."""
    project = generate(tmp_path)
    process = start(project)
    wait_for(process, project.docs / meanwhile)
    os.killpg(process.pid, signal.SIGINT)
    code, output = process.wait(60), said(project).read_text("utf-8")
    assert code == 130, output
    assert "stopped; every file is whole, and the next run goes on" in output
    assert "Traceback" not in output
    finish(project)


def in_session(session: int) -> list[int]:
    """The processes that a build started, and that are still there."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if os.getsid(int(folder.name)) == session and "\nState:\tZ" not in (folder / "status").read_text():
                found.append(int(folder.name))
    return found


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_nothing_is_left_running(tmp_path):
    """A build that is killed alone, as for want of memory, takes along the processes that make notices for it."""
    project = generate(tmp_path)
    process = start(project)
    wait_for(process, project.docs / "notices/desk-0/en/index.html")
    assert len(in_session(process.pid)) > 1
    process.kill()
    process.wait(10)
    try:
        end = time.monotonic() + 20
        while in_session(process.pid) and time.monotonic() < end:
            time.sleep(0.2)
        assert in_session(process.pid) == []
    finally:
        for each in in_session(process.pid):
            os.kill(each, signal.SIGKILL)
