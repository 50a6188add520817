"""Views of places for tests."""

from __future__ import annotations

import datetime as dt

from desk import desk

from toolkit import places
from toolkit.load import load
from toolkit.paths import Project
from toolkit.typeset import Typesetter
from toolkit.view import cards, house
from toolkit.view.place import PlaceView

TODAY = dt.date(2026, 11, 20)


def seats(project: Project, today: dt.date = TODAY) -> dict[str, PlaceView]:
    """The views of all deployments of *project*, which must hold no error."""
    content = load(project)
    assert [finding for finding in content.findings if finding.severity == "error"] == []
    shared = house(content, cards(content), today)
    assert shared is not None
    return places.views(project, content, shared)[0]


def seat(root, *edits: tuple[str, str]) -> tuple[PlaceView, Typesetter]:
    """The small place of `desk`, each of *edits* made in its file, and something to set its signs with."""
    project = desk(root, *edits)
    return seats(project)["desk"], Typesetter(project, TODAY)
