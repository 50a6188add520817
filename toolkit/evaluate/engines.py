"""The engine of a run by its name, opened once in each process."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from toolkit.errors import UsageError
from toolkit.vision.reading import Reader, Tagger


class Engine(NamedTuple):
    """Which engine: `tesserocr`, `tesseract`, `pytesseract`, `opencv`, or `classifier` with the file of its model."""

    name: str
    model: str = ""


TRAINED = "classifier"


@lru_cache(maxsize=8)
def opened(engine: Engine) -> Reader | Tagger:
    """The reader or tagger. Raises UsageError for a name that nobody knows, and what the engine itself raises where
    it is not installed.
    """
    from toolkit.vision.readers import READERS
    from toolkit.vision.taggers import TAGGERS

    if engine.name == TRAINED:
        from toolkit.vision.classifier import Classifier

        return Classifier.load(Path(engine.model))
    makers = {**READERS, **TAGGERS}
    if engine.name not in makers:
        raise UsageError(f"there is no engine `{engine.name}`", f"take one of {', '.join([*sorted(makers), TRAINED])}")
    return makers[engine.name]()


def reads(engine: Engine) -> bool:
    """Whether the engine reads text; else it gives tags."""
    from toolkit.vision.readers import READERS

    return engine.name in READERS
