"""The rich service of `tests/golden/everything`, once for each layout."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import projects
import pytest
from projects import everything, views

from toolkit.paths import Project
from toolkit.view import View

LAYOUTS = ("split", "consolidated")


@pytest.fixture(scope="session")
def rich_projects(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Project]:
    """The project that fills every field, by layout. Nobody writes into it."""
    return {layout: everything(tmp_path_factory.mktemp(layout), layout) for layout in LAYOUTS}


@pytest.fixture(scope="session")
def rich_views(rich_projects: dict[str, Project]) -> dict[str, View]:
    """The view of the service that fills every field, by layout."""
    return {layout: views(project)["example-reader"] for layout, project in rich_projects.items()}


@pytest.fixture
def view_of(tmp_path: Path) -> Callable[..., View]:
    """The view of the smallest service with a fragment of YAML laid over it."""
    return partial(projects.view_of, tmp_path)
