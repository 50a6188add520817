"""The worked example of docs/reprint.md: its commands run in a copy of this project and print what stands there."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess

import pytest
from projects import ROOT, disclose

PAGE = ROOT / "docs/reprint.md"
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks():
    """Each block as it stands: commands behind a dollar sign, each with what it prints below it."""
    return BLOCK.findall(PAGE.read_text("utf-8"))


def printed(command, project):
    """What a command of the page prints in *project*."""
    program, *arguments = shlex.split(command)
    if program == "disclose":
        run = disclose(*arguments, cwd=project)
        return run.stdout + run.stderr
    assert program == "sed"
    return subprocess.run([program, *arguments], cwd=project, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def project(tmp_path):
    """A copy of what this project says, without what it posted."""
    for part in ("services", "deployments"):
        shutil.copytree(ROOT / part, tmp_path / part, ignore=shutil.ignore_patterns("posted"))
    return tmp_path


def test_the_page(project):
    """Every command of the page, one after the other, prints what the page shows."""
    shown = blocks()
    assert len(shown) == 6
    made = []
    for block in shown:
        commands = [line.removeprefix("$ ") for line in block.splitlines() if line.startswith("$ ")]
        made.append("".join(f"$ {command}\n{printed(command, project)}" for command in commands))
    assert made == shown
