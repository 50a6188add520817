"""A small project with a place, built once and served once."""

from __future__ import annotations

from collections.abc import Iterator

import httpx2 as httpx
import pytest
from desk import desk
from projects import TODAY
from serving import Served, served

from toolkit.build import build
from toolkit.paths import Project


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A service, a desk with signs, and their site."""
    project = desk(tmp_path_factory.mktemp("served"))
    assert build(project, TODAY).errors == 0
    return project


@pytest.fixture(scope="session")
def server(project: Project) -> Iterator[Served]:
    """The server of that project."""
    with served(project) as found:
        yield found


@pytest.fixture(scope="session")
def client(server: Served) -> Iterator[httpx.Client]:
    """Somebody who asks it."""
    with httpx.Client(base_url=server.url, follow_redirects=False) as found:
        yield found
