"""All places at a glance: their signs as pictures, their languages, their state."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from toolkit.render import here
from toolkit.render.artefact import Artefact
from toolkit.render.environment import Templates
from toolkit.view.place import PlaceView
from toolkit.words import words


def write(views: Iterable[PlaceView], made: Collection[str], refused: Iterable[str], templates: Templates) -> Artefact:
    """`notices/index.md`. *made* are the paths of all files of the places, *refused* ids that the checks keep back."""
    places = [_place(view, made) for view in sorted(views, key=lambda view: (view.deployment.name.lower(), view.id))]
    return Artefact(
        "notices/index.md", templates.render("notice/gallery.md.j2", places=places, refused=sorted(refused))
    )


def _place(view: PlaceView, made: Collection[str]) -> dict[str, Any]:
    notices = [tag for tag in view.languages if f"notices/{view.id}/{tag}/index.html" in made]
    return {
        "id": view.id,
        "name": view.deployment.name,
        "status": view.deployment.status.replace("_", " "),
        "purpose": view.deployment.purpose,
        "languages": [(tag, words(tag).own_name, words(tag).direction) for tag in notices],
        "sheets": here.sheets(view, made, f"{view.id}/"),
    }
