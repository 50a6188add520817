"""`disclose study`: what a study keeps: answers, backups, codes, the end of their time."""

from __future__ import annotations

import typer

keeping = typer.Typer()
