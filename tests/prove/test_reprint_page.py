"""The worked example of docs/reprint.md: its commands run in a copy of this project and print what stands there.

Where the example places changed, `PYTHONPATH=tests .venv/bin/python tests/prove/test_reprint_page.py` writes the page anew.
"""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import tempfile
from pathlib import Path

from projects import ROOT, disclose

PAGE = ROOT / "docs/reprint.md"
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def printed(command, project):
    """What a command of the page prints in *project*."""
    program, *arguments = shlex.split(command)
    if program == "disclose":
        run = disclose(*arguments, cwd=project)
        return run.stdout + run.stderr
    assert program == "sed"
    return subprocess.run([program, *arguments], cwd=project, check=True, capture_output=True, text=True).stdout


def made_anew(folder):
    """The page with what its commands print now, one after the other, in *folder*, an empty one."""
    for part in ("services", "deployments"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("posted"))

    def block(match):
        commands = [line.removeprefix("$ ") for line in match[1].splitlines() if line.startswith("$ ")]
        return "".join(["```console\n", *(f"$ {each}\n{printed(each, folder)}" for each in commands), "```"])

    return BLOCK.sub(block, PAGE.read_text("utf-8"))


def test_the_page(tmp_path):
    """Every command of the page prints what the page shows, and none of them fails."""
    page = PAGE.read_text("utf-8")
    assert len(BLOCK.findall(page)) == 6
    assert "\ndisclose: " not in page
    assert made_anew(tmp_path) == page


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        PAGE.write_text(made_anew(Path(name)), "utf-8")
