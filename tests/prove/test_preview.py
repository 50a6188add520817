"""Authors see a change on the page that is open, without building by hand."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator

import pytest
from projects import contents, edit, everything, small, write

NOTE = "notes/{}/transparency-note/"


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def fetched(address: str) -> str:
    """The page at *address*; nothing where there is none yet."""
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:
            return answer.read().decode()
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return ""


def waited(condition: Callable[[], bool], seconds: float = 60) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.2)
    return False


class Preview:
    """`disclose preview` as a process."""

    def __init__(self, project, log) -> None:
        self.project, self.log = project, log
        self.address = f"http://127.0.0.1:{free_port()}/"
        command = [sys.executable, "-m", "toolkit", "preview", "--port", self.address.rsplit(":", 1)[1].strip("/")]
        environment = {**os.environ, "PYTHONUNBUFFERED": "1", "SOURCE_DATE_EPOCH": "1795132800"}
        self.output = log.open("wb")
        self.process = subprocess.Popen(
            command, cwd=project.root, env=environment, stdout=self.output, stderr=subprocess.STDOUT
        )

    def says(self, page: str, words: str, seconds: float = 60) -> bool:
        return waited(lambda: words in fetched(self.address + page), seconds)

    def stop(self) -> str:
        self.process.terminate()
        self.process.wait(20)
        self.output.close()
        return self.log.read_text("utf-8")


@pytest.fixture
def preview(tmp_path) -> Iterator[Callable]:
    """Starts previews, and stops them whatever happens."""
    started = []

    def start(project):
        started.append(Preview(project, tmp_path / f"log-{len(started)}"))
        return started[-1]

    yield start
    for each in started:
        if each.process.poll() is None:
            each.process.kill()
            each.process.wait(20)


def test_a_changed_text_is_shown(tmp_path, preview):
    """The page that is served follows the metadata: changed, new, renamed and gone."""
    project = small(tmp_path / "project", "one")
    shown = preview(project)
    assert shown.says(NOTE.format("one"), "It turns printed forms into text."), shown.stop()
    edit(project, "services/one/service.yml", "It turns printed forms", "It turns printed letters")
    assert shown.says(NOTE.format("one"), "It turns printed letters into text."), shown.stop()
    edit(project, "services/organisation.yml", "Find out which laws apply", "Ask which laws apply")
    assert shown.says(NOTE.format("one"), "Ask which laws apply"), shown.stop()
    write(
        project.root,
        "services/two/service.yml",
        (project.services / "one/service.yml").read_text().replace("id: one", "id: two"),
    )
    assert shown.says(NOTE.format("two"), "It turns printed letters into text."), shown.stop()
    log = shown.stop()
    assert "Traceback" not in log, log


def test_a_changed_template_is_shown(tmp_path, preview):
    """A designer sees a changed template as well."""
    project = small(tmp_path / "project", "one")
    template = write(project.root, "templates/note/sections/limits-in-brief.md.j2", "## First heading\n")
    shown = preview(project)
    assert shown.says(NOTE.format("one"), "First heading"), shown.stop()
    template.write_text("## Second heading\n", "utf-8")
    assert shown.says(NOTE.format("one"), "Second heading"), shown.stop()
    log = shown.stop()
    assert "Traceback" not in log, log


def test_a_mistake_is_told_and_mended(tmp_path, preview):
    """A mistake is told with its place, the server stays, and the page is back once it is mended."""
    project = small(tmp_path / "project", "one", "two")
    shown = preview(project)
    assert shown.says(NOTE.format("one"), "It turns printed forms"), shown.stop()
    edit(project, "services/one/service.yml", "category: input_quality", "category: nonsense")
    assert waited(lambda: "services/one/service.yml:14" in shown.log.read_text("utf-8")), shown.stop()
    assert shown.says(NOTE.format("two"), "It turns printed forms"), shown.stop()
    edit(project, "services/one/service.yml", "category: nonsense", "category: language")
    edit(project, "services/one/service.yml", "It turns printed forms", "It turns mended forms")
    assert shown.says(NOTE.format("one"), "It turns mended forms"), shown.stop()
    shown.stop()


def test_it_rests(tmp_path, preview):
    """Without a change nothing is built again: what the preview writes does not wake it."""
    project = everything(tmp_path / "project")
    shown = preview(project)
    assert shown.says(NOTE.format("example-reader"), "It reads imaginary cards"), shown.stop()
    edit(project, "services/example-reader/service.yml", "It reads imaginary cards", "It reads unreal cards")
    assert shown.says(NOTE.format("example-reader"), "It reads unreal cards"), shown.stop()
    time.sleep(3)
    before = len(re.findall(r"Building documentation", shown.log.read_text("utf-8")))
    time.sleep(4)
    log = shown.log.read_text("utf-8")
    assert len(re.findall(r"Building documentation", log)) == before, log
    assert before <= 3, log
    shown.stop()


def test_the_project_is_left_as_it_was(tmp_path, preview):
    """A preview changes neither the metadata nor the settings, and does not touch site/."""
    project = small(tmp_path / "project", "one")
    before = {**contents(project.services), "mkdocs.yml": project.config.read_bytes()}
    shown = preview(project)
    assert shown.says(NOTE.format("one"), "It turns printed forms"), shown.stop()
    shown.stop()
    assert {**contents(project.services), "mkdocs.yml": project.config.read_bytes()} == before
    assert not project.site.exists()
