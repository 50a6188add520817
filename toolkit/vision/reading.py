"""What comes out of a picture: words with boxes and confidence, tags with boxes and scores."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple, Protocol

import numpy as np
import numpy.typing as npt

#: Height by width by 3, red, green and blue from 0 to 255, upright.
Picture = npt.NDArray[np.uint8]


class Box(NamedTuple):
    """A rectangle, in pixels from the upper left corner of the picture."""

    left: int
    top: int
    width: int
    height: int


class Word(NamedTuple):
    """A word that was read. `line` and `block` count from 0 over the whole picture, in reading order."""

    text: str
    confidence: float
    """From 0 to 1, as the engine says."""
    box: Box
    line: int
    block: int


class Reading(NamedTuple):
    """What a reader read, and which reader in which version it was."""

    words: tuple[Word, ...]
    reader: str
    version: str

    @property
    def lines(self) -> tuple[str, ...]:
        """The words of each line with a space between them."""
        return tuple(" ".join(word.text for word in line) for _, line in groupby(self.words, lambda word: word.line))

    @property
    def text(self) -> str:
        """All lines, one below the other."""
        return "\n".join(self.lines)


class Tag(NamedTuple):
    """A label with its score from 0 to 1; the box is None where the label is about the whole picture."""

    label: str
    score: float
    box: Box | None = None


class Tagging(NamedTuple):
    """What a tagger found, the highest score first, and which tagger in which version it was."""

    tags: tuple[Tag, ...]
    tagger: str
    version: str


class Reader(Protocol):
    """Reads text."""

    name: str
    version: str

    def read(self, image: Picture, languages: Sequence[str]) -> Reading:
        """Read *image*, in the languages given as BCP 47 tags such as `en` and `zh-Hans`, the likeliest first."""
        ...


class Tagger(Protocol):
    """Gives tags."""

    name: str
    version: str
    labels: tuple[str, ...]
    """Every label that it can give."""

    def tag(self, image: Picture) -> Tagging:
        """Every tag that the detectors of this tagger answer with, weak ones too; choosing comes after."""
        ...
