"""`disclose study`: plan a study: draft it, check it, see what it can show."""

from __future__ import annotations

import typer

authoring = typer.Typer()
