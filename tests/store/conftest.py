"""An empty database."""

from __future__ import annotations

import datetime as dt

import pytest
from databases import file_store, store

__all__ = ["file_store", "store"]

DAY = dt.date(2026, 11, 20)


@pytest.fixture
def today():
    """A day."""
    return DAY


@pytest.fixture
def folder(tmp_path):
    """The folder of the database's files."""
    return tmp_path / ".disclose"


@pytest.fixture
def on_disk(folder):
    """Everything that stands in the files of the database."""
    return lambda: b"".join(path.read_bytes() for path in sorted(folder.iterdir()))
