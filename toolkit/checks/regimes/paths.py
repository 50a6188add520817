"""A record and a dotted path in, whether something is there out, and the deepest place that is."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from toolkit.source import Path_


def gaps(record: BaseModel, paths: str) -> list[Path_]:
    """Where nothing is there of *paths* (alternatives parted by `|`): the deepest place that exists, once for each
    record that lacks it. Empty where one of the alternatives is there; a star in an empty list asks for nothing.
    """
    tried = [_gaps(record, path.split("."), ()) for path in paths.split("|")]
    return [] if not all(tried) else tried[0]


def _gaps(value: Any, steps: list[str], taken: Path_) -> list[Path_]:
    if not steps:
        return [] if value not in (False, (), "") else [taken]
    step, *rest = steps
    if step == "*":
        return [gap for index, child in enumerate(value or ()) for gap in _gaps(child, rest, (*taken, index))]
    if isinstance(value, BaseModel):
        child = getattr(value, step, None)
        return _gaps(child, rest, (*taken, step)) if child is not None else [taken]
    members = value if isinstance(value, tuple) else ()
    return [] if any(step in (part, getattr(part, "kind", None)) for part in members) else [taken]
