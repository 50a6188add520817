"""Opens the database, brings its tables up to date, and lets one write at a time.

SQLite runs with a write-ahead log, `synchronous=FULL` (what was answered is not lost with the power), foreign keys and
`secure_delete` (sqlite.org/pragma.html). PostgreSQL is used where `DISCLOSE_DATABASE_URL` names it.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import URL, Engine, Table, create_engine, event, make_url, text
from sqlalchemy import Connection as Connection  # noqa: PLC0414 - callers name the type from here
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError

from toolkit.errors import DiscloseError
from toolkit.paths import Project
from toolkit.store.mounts import network

ADDRESS = "DISCLOSE_DATABASE_URL"
MIGRATIONS = Path(__file__).parent / "migrations"
#: How long one waits for another to finish writing.
PATIENCE_MS = 10_000
SETTINGS = (
    f"PRAGMA busy_timeout={PATIENCE_MS}",
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",
    "PRAGMA temp_store=MEMORY",
)
#: Any number that no other program takes; two that start at once wait for each other on it.
LOCK_NUMBER = 7_041_902


class StoreError(DiscloseError):
    """The database cannot be opened, read or written."""


class Store:
    """An open database. `read` and `write` give a connection within a transaction; only one in this process writes."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._writing = engine.execution_options(writes=True)
        self._turn = threading.Lock()

    @property
    def name(self) -> str:
        """Where the database is, without a password."""
        return _name(self.engine.url)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that reads one state of the database. Raises StoreError."""
        with _told(self.engine.url), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A connection whose changes are all kept, or none where anything is raised. Raises StoreError."""
        with self._turn, _told(self.engine.url), self._writing.connect() as connection, connection.begin():
            yield connection

    def scrub(self) -> bool:
        """Leave no byte of what was deleted in the files of an SQLite database; whether that could be done now.

        `secure_delete` alone leaves copies behind that moved while pages were balanced, so the file is written anew
        and the log emptied. While another program reads or writes it waits, but not for long: the next call makes up
        for it. From the files of PostgreSQL deleted rows go when it is vacuumed.
        """
        if self.engine.dialect.name != "sqlite":
            return True
        with self._turn:
            connection = self.engine.raw_connection()
            try:
                return _scrubbed(connection.cursor())
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
                    return False
                raise StoreError(f"{self.name}: {error}", _advice(str(error))) from None
            finally:
                connection.close()

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()


def open_store(url: str | None, project: Project) -> Store:
    """The database at *url*, else at `DISCLOSE_DATABASE_URL`, else `.disclose/store.db` in *project*, for its owner's
    eyes only; with every table that this version knows. Raises StoreError.
    """
    address = _address(url or os.environ.get(ADDRESS) or "", project)
    if address.get_backend_name() == "sqlite":
        _make_file(address)
    with _told(address):
        engine = create_engine(address, hide_parameters=True)
    if address.get_backend_name() == "sqlite":
        event.listen(engine, "connect", _connected)
        event.listen(engine, "begin", _begun)
    store = Store(engine)
    try:
        _upgrade(store)
    except DiscloseError:
        store.close()
        raise
    return store


def add(connection: Connection, table: Table, row: Mapping[str, Any]) -> bool:
    """Insert *row* unless its key is taken; whether it was inserted."""
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    statement = insert(table).values(dict(row)).on_conflict_do_nothing().returning(*table.primary_key)
    return connection.execute(statement).first() is not None  # not every driver counts rows that it inserts


def _address(url: str, project: Project) -> URL:
    if not url:
        return URL.create("sqlite", database=str(project.cache / "store.db"))
    advice = f"write {ADDRESS} as postgresql+psycopg://user:password@host/name, or leave it out"
    try:
        address = make_url(url)
    except ArgumentError:
        raise StoreError("the address of the database cannot be read", advice) from None
    if address.get_backend_name() not in {"sqlite", "postgresql"}:
        raise StoreError(f"{address.get_backend_name()} is no database that is supported", advice)
    if address.get_backend_name() == "sqlite" and address.database in {None, "", ":memory:"}:
        raise StoreError("a database in memory is gone with the program", advice)
    return address


def _make_file(address: URL) -> None:
    """An empty file that only its owner may read, before SQLite makes one for everybody; its log takes after it."""
    path = Path(address.database or "")
    over = network(path)
    if over:
        message = f"{path.name} lies on a network file system ({over}), where SQLite can lose what was answered"
        raise StoreError(message, f"put the project on a local disk, or name a PostgreSQL in {ADDRESS}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with suppress(FileExistsError):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise StoreError(f"{path.name} cannot be made: {reason}", "let this user write to .disclose/") from error


def _connected(connection: Any, _: object) -> None:
    connection.isolation_level = None  # SQLAlchemy says when a transaction begins, not the driver
    for setting in SETTINGS:
        connection.execute(setting)


def _begun(connection: Connection) -> None:
    # Whoever will write takes the lock at once: a reader that turns writer could fail in the middle.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _scrubbed(cursor: Any) -> bool:
    cursor.execute("VACUUM")
    cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return not cursor.fetchone()[0]  # whether somebody kept the log from being emptied


def _upgrade(store: Store) -> None:
    """Bring the tables up to what this version knows, all or nothing."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    scripts = ScriptDirectory.from_config(config)
    with store.write() as connection:
        if store.engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": LOCK_NUMBER})
        heads = MigrationContext.configure(connection).get_current_heads()
        known = {script.revision for script in scripts.walk_revisions()}
        newer = [head for head in heads if head not in known]
        if newer:
            message = f"{store.name} was written by a newer version of disclose (step {newer[0]})"
            raise StoreError(message, "update disclose; nothing was changed")
        if set(heads) != set(scripts.get_heads()):
            config.attributes["connection"] = connection
            command.upgrade(config, "head")


@contextmanager
def _told(address: URL) -> Iterator[None]:
    """What goes wrong in the database becomes a sentence, without the values that were to be written."""
    try:
        yield
    except NoSuchModuleError as error:
        raise StoreError(f"the driver {address.drivername} is unknown", "write postgresql+psycopg://") from error
    except ModuleNotFoundError as error:
        raise StoreError(f"the driver {error.name} is not installed", f"run pip install {error.name}") from error
    except DBAPIError as error:
        raise StoreError(f"{_name(address)}: {_reason(error)}", _advice(str(error.orig))) from None
    except SQLAlchemyError as error:
        raise StoreError(f"{_name(address)}: {type(error).__name__}", "check the address of the database") from None


def _reason(error: DBAPIError) -> str:
    """The first line of what the database says, which holds no values."""
    return str(error.orig).strip().partition("\n")[0] or type(error.orig).__name__


def _advice(reason: str) -> str:
    if "not a database" in reason or "malformed" in reason:
        return "this is no database, or a damaged one; put a backup in its place, or name another file"
    if "locked" in reason:
        return "another program is writing; try again in a moment"
    if "full" in reason:
        return "make room on the disk"
    return "see that the database is there and that this user may write to it"


def _name(address: URL) -> str:
    if address.get_backend_name() == "sqlite":
        return Path(address.database or "").name
    return address.render_as_string(hide_password=True)
