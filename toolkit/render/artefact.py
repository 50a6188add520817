"""A path and bytes, not yet written."""

from __future__ import annotations

from typing import NamedTuple


class Artefact(NamedTuple):
    """One file to be: *path* is relative to the folder `docs/`, with forward slashes."""

    path: str
    data: bytes
