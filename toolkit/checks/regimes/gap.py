"""What is missing, where, and what to write there."""

from __future__ import annotations

from typing import NamedTuple

from toolkit.source import Path_


class Gap(NamedTuple):
    """Something that a rule asks for and that is not there; `sign` is the id of the sign that lacks it."""

    path: Path_
    message: str
    help: str
    sign: str = ""
    at_key: bool = True
