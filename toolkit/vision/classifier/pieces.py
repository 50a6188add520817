"""From photographs to what is learned from: masked first, then cut, then measured."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from toolkit.model.training import Mask, Tiles
from toolkit.vision.classifier.errors import TrainingError
from toolkit.vision.classifier.features import Numbers, features
from toolkit.vision.classifier.likeness import Bits, outline, pixel_hash
from toolkit.vision.classifier.mask import masked
from toolkit.vision.reading import Picture


class Photograph(NamedTuple):
    """A picture as it comes in, not masked yet, with the number of its label and a name to tell it by."""

    label: int
    name: str
    picture: Picture


class Piece(NamedTuple):
    """What one row of features is about: a photograph, or a tile of one."""

    name: str
    label: int
    photograph: int
    """The index of the first piece of the same photograph. A copy under the same label is the same photograph."""
    sha256: str
    """Over the masked pixels of the whole photograph."""
    right: bool
    """Whether it is a tile of the right half."""
    features: Numbers
    outline: Bits


class Pieces(NamedTuple):
    """All pieces, in the order in which the photographs came."""

    all: tuple[Piece, ...]

    @property
    def labels(self) -> npt.NDArray[np.int64]:
        """The number of the label of each piece."""
        return np.array([piece.label for piece in self.all], dtype=np.int64)

    @property
    def photographs(self) -> npt.NDArray[np.int64]:
        """The photograph of each piece."""
        return np.array([piece.photograph for piece in self.all], dtype=np.int64)

    def counts(self, labels: int) -> list[int]:
        """How many different photographs each of *labels* labels has."""
        found = {(piece.label, piece.photograph) for piece in self.all}
        return [sum(label == each for label, _ in found) for each in range(labels)]

    def where(self, chosen: npt.NDArray[np.bool_]) -> Pieces:
        """Only those pieces for which *chosen* is true; each keeps the number of its photograph."""
        return Pieces(tuple(piece for piece, wanted in zip(self.all, chosen, strict=True) if wanted))

    @property
    def features(self) -> Numbers:
        """Shape (pieces, features)."""
        return np.stack([piece.features for piece in self.all])


def look(photographs: Iterable[Photograph], mask: Mask = (), tiles: Tiles | None = None) -> Pieces:
    """Mask, cut and measure every photograph, one at a time. No pixel is kept."""
    pieces: list[Piece] = []
    first: dict[tuple[int, str], int] = {}
    for label, name, picture in photographs:
        clean = masked(picture, mask)
        sha256 = pixel_hash(clean)
        photograph = first.setdefault((label, sha256), len(pieces))
        pieces += [
            Piece(f"{name}{where}", label, photograph, sha256, right, features(tile), outline(tile))
            for where, right, tile in cut(clean, tiles)
        ]
    return Pieces(tuple(pieces))


def cut(picture: Picture, tiles: Tiles | None) -> Iterator[tuple[str, bool, Picture]]:
    """The tiles of *picture* row by row: where each lies, whether in the right half, and its pixels; without *tiles*
    the picture itself. Pixels that are left over at the right and the lower edge are not used. Raises TrainingError
    where a tile would be smaller than a pixel.
    """
    if tiles is None:
        yield "", False, picture
        return
    height, width = picture.shape[0] // tiles.rows, picture.shape[1] // tiles.columns
    if not height or not width:
        raise TrainingError("a picture has fewer pixels than tiles", "lower `rows` and `columns`")
    for row in range(tiles.rows):
        for column in range(tiles.columns):
            piece = picture[row * height : (row + 1) * height, column * width : (column + 1) * width]
            yield f", row {row + 1}, column {column + 1}", column >= tiles.columns / 2, np.ascontiguousarray(piece)
