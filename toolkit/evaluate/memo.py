"""What was measured before, by the content it was measured on: a second sweep only looks things up.

One SQLite file; every result is committed when it arrives, so a run that is killed loses what was under way and no
more. It holds scores: counts, confidences and scores of tags, and no text of any picture.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from toolkit.errors import ProjectError

#: SQLite takes at least this many parameters in one statement.
AT_ONCE = 500


class Memo:
    """Results by key. Use it as a context."""

    def __init__(self, path: Path) -> None:
        """Open the file at *path*, made with its folder where it is not there. Raises ProjectError."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self.file = sqlite3.connect(path)
            try:
                self.file.execute("PRAGMA journal_mode = WAL")
                self.file.execute("CREATE TABLE IF NOT EXISTS measured (key TEXT PRIMARY KEY, result TEXT NOT NULL)")
            except sqlite3.Error:
                self.file.close()
                raise
        except (OSError, sqlite3.Error) as error:
            advice = "delete the file, or make room on the disk"
            raise ProjectError(f"cannot keep what was measured in {path}: {error}", advice) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.file.close()

    def get(self, keys: Iterable[str]) -> dict[str, Any]:
        """The results that are there."""
        wanted = list(keys)
        found: dict[str, Any] = {}
        for start in range(0, len(wanted), AT_ONCE):
            part = wanted[start : start + AT_ONCE]
            marks = ",".join("?" * len(part))
            rows = self.file.execute(f"SELECT key, result FROM measured WHERE key IN ({marks})", part)  # noqa: S608 - only marks
            found.update((key, json.loads(result)) for key, result in rows)
        return found

    def put(self, results: Mapping[str, Any]) -> None:
        """Keep *results* (what JSON can hold) from now on."""
        rows = [(key, json.dumps(result, separators=(",", ":"))) for key, result in results.items()]
        with self.file:
            self.file.executemany("INSERT OR REPLACE INTO measured VALUES (?, ?)", rows)
