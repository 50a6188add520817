"""Photographs that come along: those of the project's corpora, and those of scikit-image by name."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from skimage import data

from playground.parts.texts import corpora
from toolkit.evaluate.corpus import Item
from toolkit.vision.reading import Picture

#: The corpus of photographs of things, people and animals.
CORPUS = "photographs"


def photographs() -> tuple[Item, ...]:
    """The pictures of the corpus of photographs, not decoded yet; none where the project has no such corpus."""
    return tuple(item for corpus in corpora() if corpus.id == CORPUS for item in corpus.items)


@lru_cache(maxsize=8)
def photograph(name: str) -> Picture:
    """The photograph *name* that scikit-image carries, such as `coffee`, read-only."""
    found = np.asarray(getattr(data, name)(), np.uint8)
    colours = np.stack([found] * 3, axis=-1) if found.ndim == 2 else found
    colours.setflags(write=False)
    return colours
