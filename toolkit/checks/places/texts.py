"""The view of a place in, every text and every record in it out: one walk that all rules share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.checks.texts import Walk, walk_record

if TYPE_CHECKING:
    from toolkit.view.place import PlaceView


def walk(view: PlaceView) -> Walk:
    """Everything in the deployment of *view*; walked once and kept with the view."""
    found: Walk | None = view.__dict__.get("_walk")
    if found is None:
        found = view.__dict__["_walk"] = walk_record(view.deployment)
    return found
