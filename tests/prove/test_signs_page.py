"""The commands of docs/signs.md run in a new project and print what stands there; a line of dots stands for more."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys

from projects import ROOT

PAGE = ROOT / "docs/signs.md"
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
DAY = {"SOURCE_DATE_EPOCH": "1795132800"}  # 20 November 2026
ANSWERS = [
    "Front desk of the city library",
    "",
    "Example City Library",
    "Ask anybody at this desk",
    "555 0100",
    "ask@library.example",
    "AI reads your form at this desk",
    "A camera reads your form, so that you wait less",
    "You wait less",
    "A picture of your form",
    "Your face and your voice",
    "24 hours",
    "Nobody",
    "1",
    "Ask us to type your form",
]


def commands(page):
    """Each command of the page with the lines that stand below it."""
    for block in BLOCK.findall(page):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, shown = part.partition("\n")
            yield command, shown


def printed(command, folder, answers):
    """What *command* prints in *folder*, with each answer behind its question, as on a terminal."""
    program, *arguments = shlex.split(command)
    words = [sys.executable, "-m", "toolkit"] if program == "disclose" else [program]
    run = subprocess.run(
        [*words, *arguments],
        check=False,
        cwd=folder,
        input="\n".join(answers),
        capture_output=True,
        text=True,
        env={**os.environ, **DAY},
    )
    typed = iter(answers)
    text = re.sub("^> ", lambda _: f"> {next(typed)}\n", run.stdout, flags=re.MULTILINE)
    return f"{text}{run.stderr}".replace(f"{folder.parent}", "...")


def expected(shown):
    """A pattern for what is shown: a line of dots stands for any lines."""
    parts = [re.escape(part) for part in re.split(r"^\.\.\.\n", shown, flags=re.MULTILINE)]
    return "(?s:.*)".join(parts)


def test_the_page(tmp_path):
    """Every command prints what the page shows."""
    folder = tmp_path
    for command, shown in commands(PAGE.read_text("utf-8")):
        for each in command.split(" && "):
            if each == "cd demo":
                folder = tmp_path / "demo"
                with (folder / "services/organisation.yml").open("a") as file:
                    file.write("public_url: https://notices.library.example\n")
                continue
            text = printed(each, folder, ANSWERS if "--ask" in each else [])
            if not each.startswith("disclose init"):
                assert re.fullmatch(expected(shown), text), f"{each}\n{text}"
