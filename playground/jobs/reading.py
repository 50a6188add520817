"""Reading in a worker, with the picture as it is or made worse; nothing is kept."""

from __future__ import annotations

import time
from typing import NamedTuple

from playground.parts.overlay import as_jpeg
from toolkit.vision import readers
from toolkit.vision.degradations import degrade
from toolkit.vision.reading import Picture, Reading

#: Ids of degradations and their levels, 1 to 5, in the order in which they are done to a picture.
Worse = tuple[tuple[str, int], ...]


class Seen(NamedTuple):
    """What a reader saw and read."""

    picture: Picture
    jpeg: bytes
    """The same, small enough to show."""
    reading: Reading
    seconds: float
    """How long the reading took, without the waiting."""


def read(picture: Picture, worse: Worse, reader: str, language: str) -> Seen:
    """*picture* made worse, and what *reader* read in it in *language* (BCP 47). Raises ReaderError."""
    for id, level in worse:
        picture = degrade(picture, id, level)
    engine = readers.reader(reader)
    began = time.monotonic()
    reading = engine.read(picture, [language])
    return Seen(picture, as_jpeg(picture), reading, time.monotonic() - began)
