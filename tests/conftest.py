"""What all tests share: writing the files of a project."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import settings

WriteTree = Callable[[Mapping[str, str]], Path]

# A deadline would measure the machine, and the first use of a language loads its dictionary.
settings.register_profile("tests", deadline=None)
settings.load_profile("tests")


@pytest.fixture
def write_tree(tmp_path: Path) -> WriteTree:
    """Writes files, given as {path: text}, below a fresh folder and gives that folder."""

    def write(files: Mapping[str, str]) -> Path:
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        return tmp_path

    return write
