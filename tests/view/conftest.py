"""Views of a small service, through the real loader."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import projects
import pytest

from toolkit.view import View


@pytest.fixture
def view_of(tmp_path: Path) -> Callable[..., View]:
    """The view of the smallest service with a fragment of YAML laid over it."""
    return partial(projects.view_of, tmp_path)
