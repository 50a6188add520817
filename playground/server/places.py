"""The places of the project as they are read now, kept while none of their files changes."""

from __future__ import annotations

from functools import lru_cache

from toolkit.clock import today
from toolkit.load import load
from toolkit.model import Deployment, Organisation
from toolkit.model.place import FeedbackChannel
from toolkit.paths import Project
from toolkit.places import views
from toolkit.view import house
from toolkit.view.place import PlaceView

#: What the words of a place come from.
FILES = (
    "services/*.yml",
    "services/suites/*.yml",
    "deployments/*/deployment.yml",
    "deployments/*/study.yml",
    "deployments/*/locale/*.po",
    "deployments/*/locale/study/*.po",
)


def open_places(project: Project) -> dict[str, PlaceView]:
    """By id, the places that can be read and are in use."""
    found = _read(project, _stamp(project))[1]
    return {id: view for id, view in found.items() if view.deployment.status != "retired"}


def organisation(project: Project) -> Organisation | None:
    """Who publishes; None where that cannot be read."""
    return _read(project, _stamp(project))[0]


def channel(view: PlaceView, *kinds: str) -> FeedbackChannel | None:
    """The place's way to report a problem: one of the first of *kinds* that it has."""
    found = (each for kind in kinds for each in view.deployment.feedback if each.kind == kind)
    return next(found, None)


def kept_days(view: PlaceView | None) -> int:
    """How many days the place keeps what people send."""
    default: int = Deployment.model_fields["feedback_kept_days"].default
    return view.deployment.feedback_kept_days if view else default


def _stamp(project: Project) -> tuple[tuple[str, int], ...]:
    """Which files there are, and when each was changed."""
    paths = sorted(path for pattern in FILES for path in project.root.glob(pattern))
    return tuple((str(path), path.stat().st_mtime_ns) for path in paths)


@lru_cache(maxsize=2)
def _read(project: Project, _: tuple[tuple[str, int], ...]) -> tuple[Organisation | None, dict[str, PlaceView]]:
    content = load(project, ())
    known = house(content, {}, today())
    return (None, {}) if known is None else (known.organisation, views(project, content, known)[0])
