"""`disclose study`: what a study found: report, evidence, a rehearsal."""

from __future__ import annotations

import typer

results = typer.Typer()
