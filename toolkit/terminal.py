"""Findings at a terminal: how they are printed, and the exit code that follows."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from toolkit.finding import Finding
    from toolkit.paths import Project


class Format(StrEnum):
    """How findings are printed."""

    text = "text"
    json = "json"
    github = "github"
    sarif = "sarif"


class Stage(StrEnum):
    """What a deployment may be checked as."""

    example = "example"
    draft = "draft"
    pilot = "pilot"
    in_force = "in_force"


def finish(project: Project, findings: list[Finding], format: Format, *, strict: bool) -> None:
    """Print the findings and leave with 1 where there are errors (or, with *strict*, warnings)."""
    from toolkit import finding as spell

    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    if format is Format.text:
        text = spell.as_text(findings, _lines_of(project), colour=colour)
    else:
        text = {"json": spell.as_json, "github": spell.as_github, "sarif": spell.as_sarif}[format](findings)
    if text:
        print(text)
    errors = sum(finding.severity == "error" for finding in findings)
    warnings = len(findings) - errors
    if format is Format.text:
        print(f"{counted(errors, 'error')}, {counted(warnings, 'warning')}")
    if errors or (strict and warnings):
        raise typer.Exit(1)


def counted(count: int, what: str) -> str:
    """How many of *what*, which takes an s."""
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _lines_of(project: Project) -> Callable[[str, int], str]:
    @lru_cache(maxsize=64)
    def lines(name: str) -> list[str]:
        path = project.root / name
        try:  # what is no file, such as a pipe, could be read for ever
            return path.read_text("utf-8-sig", "replace").splitlines() if path.is_file() else []
        except OSError:
            return []

    return lambda name, line: lines(name)[line - 1] if 0 < line <= len(lines(name)) else ""
