"""A `study.yml` that lies in no project, read by itself."""

from __future__ import annotations

from pathlib import Path

from toolkit.errors import UsageError
from toolkit.load.validate import validate
from toolkit.model.study import Study
from toolkit.source import Document, read


def read_study(path: Path) -> Study:
    """The plan in a file that lies in no project. Raises UsageError with the first thing that is wrong."""
    node, findings = read(path, path.name, "study")
    record = None
    if node is not None and not findings:
        record, findings = validate(Document(node), Study, {})
    if record is None:
        first = findings[0] if findings else None
        message = f"{first.where}: {first.message}" if first else f"{path} holds no study"
        raise UsageError(message, (first.help if first else "") or "write it as `docs/study.md` shows")
    return record
