"""A copy of the database while it is in use, and the way back, on which nobody returns who withdrew."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Connection, Table, delete, func, insert, inspect, select

from toolkit.errors import UsageError
from toolkit.paths import Project
from toolkit.store.engine import Store, StoreError, add, open_store
from toolkit.store.study.audit import note, verify
from toolkit.store.study.protocols import wait
from toolkit.store.study.tables import study_audit, study_participant, study_withdrawn
from toolkit.store.study.withdrawal import mark_of
from toolkit.store.tables import metadata

#: What is put back as it was.
OWN = {name for name in metadata.tables if name.startswith("study_")}
#: Kept as it is where the database knows more than the backup.
KEPT = (study_withdrawn, study_audit)


class Restored(NamedTuple):
    """How many participants came back, and how many did not because they had withdrawn since."""

    people: int
    withdrawn: int


def backup(store: Store, file: Path) -> None:
    """Write everything into the new *file*, for its owner's eyes only, while others go on. Raises UsageError."""
    _only_sqlite(store)
    part = file.with_name(f"{file.name}.part")
    if file.exists():
        raise UsageError(f"{file} is there already", "name a file that is not there yet")
    try:
        part.unlink(missing_ok=True)
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        with closing(store.engine.raw_connection()) as connection:
            connection.cursor().execute("VACUUM INTO ?", (str(part),))
        with part.open("rb+") as written:
            os.fsync(written.fileno())
        part.rename(file)
    except (OSError, sqlite3.Error) as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        reason = getattr(error, "strerror", None) or error
        raise UsageError(f"{file} cannot be written: {reason}", "name a new file on a disk with room") from None


def restore(store: Store, file: Path, today: dt.date, *, replace: bool = False) -> Restored:
    """Put the studies back as they were in *file*, all or nothing; what else the database holds comes back only where
    it holds none of it now. Raises UsageError where people would be lost who came after the backup, unless *replace*.
    """
    with _opened(file) as old, old.read() as source, store.write() as target:
        wait(target)
        lost = _people(target) - _people(source)
        if lost and not replace:
            advice = "back up the database as it is; then add --replace to lose them"
            raise UsageError(f"{_counted(len(lost))} not in {file.name}", advice)
        _copy(source, target)
        gone = _forget_withdrawn(target)
        note(target, today, "", "restored")
        kept = len(_people(target))
    store.scrub()
    return Restored(kept, gone)


def _only_sqlite(store: Store) -> None:
    if store.engine.dialect.name != "sqlite":
        advice = f"run pg_dump --format=custom --file=FILE for {store.name}, and pg_restore to put it back"
        raise UsageError("PostgreSQL has its own tools for backups", advice)


@contextmanager
def _opened(file: Path) -> Iterator[Store]:
    """The backup, brought up to what this version knows, in a copy that is deleted afterwards."""
    advice = "name a file that `disclose study backup` wrote"
    if not file.is_file():
        raise UsageError(f"{file} is not there", advice)
    if file.stat().st_size == 0:
        raise UsageError(f"{file.name} is no backup: it is empty", advice)
    with tempfile.TemporaryDirectory(prefix="disclose-") as folder:
        copy = Path(folder) / file.name
        try:
            shutil.copyfile(file, copy)
            copy.chmod(0o600)
            store = open_store(f"sqlite:///{copy}", Project(Path(folder)))
        except OSError as error:
            raise UsageError(f"{file} cannot be read: {error.strerror}", advice) from None
        except StoreError as error:
            raise UsageError(f"{file.name} is no backup: {str(error).partition(': ')[2] or error}", advice) from None
        try:
            yield store
        finally:
            store.close()


def _copy(source: Connection, target: Connection) -> None:
    """Every table of studies from the backup, and every other one that is empty."""
    there = set(inspect(target).get_table_names()) & set(inspect(source).get_table_names())
    known = [table for table in metadata.sorted_tables if table.name in there]
    studies = [table for table in known if table.name in OWN and table not in KEPT]
    for table in reversed(studies):
        target.execute(delete(table))
    for table in known:
        if table in studies or (table not in KEPT and _empty(target, table)):
            _fill(source, target, table)
    for row in source.execute(select(study_withdrawn)).mappings():
        add(target, study_withdrawn, dict(row))
    if not _continues(source, target):
        target.execute(delete(study_audit))
        _fill(source, target, study_audit)


def _fill(source: Connection, target: Connection, table: Table) -> None:
    rows = [dict(row) for row in source.execute(select(table)).mappings()]
    if rows:
        target.execute(insert(table), rows)


def _empty(connection: Connection, table: Table) -> bool:
    return not connection.execute(select(func.count()).select_from(table)).scalar()


def _continues(source: Connection, target: Connection) -> bool:
    """Whether the log in the database goes on where the one in the backup ends."""
    before = verify(source)
    if before.entries == 0:
        return True
    same = select(study_audit.c.hash).where(study_audit.c.number == before.entries)
    return bool(target.execute(same).scalar() == before.head)


def _counted(people: int) -> str:
    return f"{people} participant{' is' if people == 1 else 's are'}"


def _people(connection: Connection) -> set[str]:
    return set(connection.execute(select(study_participant.c.id)).scalars())


def _forget_withdrawn(connection: Connection) -> int:
    """Delete again whoever withdrew after the backup was made."""
    marks = set(connection.execute(select(study_withdrawn.c.mark)).scalars())
    person = study_participant.c
    rows = connection.execute(select(person.id, person.code_hash, person.audit_key)).all()
    gone = [id for id, code_hash, key in rows if mark_of(code_hash, key) in marks]
    for id in gone:
        connection.execute(delete(study_participant).where(person.id == id))
    return len(gone)
