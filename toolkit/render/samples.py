"""The pictures of the evidence of one service, beside its pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from toolkit.render.artefact import Artefact
from toolkit.view import View


def write(view: View, folder: Path) -> Iterator[Artefact]:
    """Every picture that evidence of *view* shows and *folder* (the service's own) holds."""
    shown = [fact.example for fact in view.evidence if fact.example and not fact.simulated]
    for name in sorted({name for example in shown for name in (example.before, example.after)}):
        path = folder / "evidence" / name
        if path.is_file():
            yield Artefact(f"notes/{view.id}/measured/{name}", path.read_bytes())
