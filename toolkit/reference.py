"""Writes the pages that are made from code: the rules, the command line, the schemas. `--check` only compares."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import typer

from toolkit import schema
from toolkit.checks.reference import reference as rules
from toolkit.checks.regimes.page import page as regimes
from toolkit.cli import app
from toolkit.render import Artefact

INTRODUCTION = """\
---
title: Command line
---

# Command line

`disclose` leaves with 0 where all is well, with 1 where the checks found errors (with `--strict`: warnings too),
and with 2 where the command or the project cannot be used. The day that counts as today comes from `--today`, else
from `SOURCE_DATE_EPOCH`, else from the clock. This page is made from the help of each command.
"""


def commands() -> str:
    """The help of every command, as a Markdown page."""
    group = typer.main.get_command(app)
    parts = [INTRODUCTION, *_help(group, "disclose")]
    return "\n".join(parts)


def _help(command: Any, name: str) -> list[str]:
    with command.make_context(name, ["--help"], resilient_parsing=True, terminal_width=96) as context:
        text = command.get_help(context).rstrip()
    parts = [f"## `{name}`\n\n```text\n{text}\n```\n"]
    for child, inner in sorted(getattr(command, "commands", {}).items()):
        parts += _help(inner, f"{name} {child}")
    return parts


def pages() -> list[Artefact]:
    """Everything made from code, below `docs/`."""
    return [
        Artefact("rules.md", rules().encode()),
        Artefact("regimes.md", regimes().encode()),
        Artefact("cli.md", commands().encode()),
        *schema.write(),
    ]


def main(arguments: list[str]) -> int:
    """Write the pages, or with `--check` say which are out of date. Gives the exit code."""
    docs = Path("docs")
    stale = [page for page in pages() if not _same(docs / page.path, page.data)]
    for page in stale:
        if "--check" in arguments:
            print(f"docs/{page.path} is out of date; run `make docs`", file=sys.stderr)
        else:
            (docs / page.path).parent.mkdir(parents=True, exist_ok=True)
            (docs / page.path).write_bytes(page.data)
            print(f"wrote docs/{page.path}")
    return int(bool(stale) and "--check" in arguments)


def _same(path: Path, data: bytes) -> bool:
    return path.is_file() and path.read_bytes() == data


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
