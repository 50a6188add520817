"""The engine of a run by its name, opened once in each process."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from toolkit.errors import UsageError
from toolkit.vision.reading import Reader, Tagger


class Engine(NamedTuple):
    """Which engine: a reader or a tagger by its name, with the file of its model where it needs one."""

    name: str
    model: str = ""


@lru_cache(maxsize=8)
def opened(engine: Engine) -> Reader | Tagger:
    """The reader or tagger. Raises UsageError for a name that nobody knows, and what the engine itself raises where
    it is not installed.
    """
    from toolkit.vision.readers import READERS
    from toolkit.vision.taggers import TAGGERS

    model = Path(engine.model) if engine.model else None
    if engine.name in READERS:
        return READERS[engine.name]()
    if engine.name in TAGGERS:
        return TAGGERS[engine.name](model)
    known = ", ".join([*READERS, *TAGGERS])
    raise UsageError(f"there is no engine `{engine.name}`", f"take one of {known}")


def reads(engine: Engine) -> bool:
    """Whether the engine reads text; else it gives tags."""
    from toolkit.vision.readers import READERS

    return engine.name in READERS
