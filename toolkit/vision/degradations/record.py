"""The shape of a degradation, and where it moves things to."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from toolkit.vision.reading import Box, Picture

LEVELS = (1, 2, 3, 4, 5)
#: Pixels from corner to corner. OpenCV warps no picture with 32,767 or more along a side, and a tilted picture can get
#: as long as its diagonal.
LONGEST = 32_766

#: Height and width in pixels.
Size = tuple[int, int]
#: 3 by 3, moves (across, down, 1) of the old picture to the new one. Both count from the upper left corner of the upper
#: left pixel, as boxes do.
Matrix = npt.NDArray[np.float64]
Random = np.random.Generator


def still(_amount: float, _random: Random, _size: Size) -> Matrix:
    """Everything stays where it is."""
    return np.eye(3)


@dataclass(frozen=True)
class Degradation:
    """One physical way in which pictures get worse."""

    id: str
    name: str
    sentence: str
    """What happens in the world."""
    unit: str
    """What the amounts are, as a text with `{:g}` for the amount."""
    amounts: tuple[float, float, float, float, float]
    """For level 1, hardly to be seen, to level 5, grave but met in life."""
    spoil: Callable[[Picture, float, Random], Picture]
    """The physics: a picture, an amount and where chance comes from, to a new picture."""
    motion: Callable[[float, Random, Size], Matrix] = still
    """Where the same amount and chance move things to."""

    @property
    def levels(self) -> tuple[str, ...]:
        """The amount at levels 1 to 5, in words."""
        return tuple(self.unit.format(amount) for amount in self.amounts)

    def apply(self, picture: Picture, level: int, seed: int = 0) -> Picture:
        """*picture* at *level* 1 to 5; level 0 gives it back as it is. It is never changed itself.

        The same picture, level and seed give the same pixels. Places and shapes come from the seed alone, so that a
        stain grows with the level and stays where it is. Raises ValueError for another level, and for pictures that are
        no array of height by width by 3 bytes, or longer than `LONGEST`.
        """
        if level == 0:
            return picture
        amount = self._amount(level)
        if picture.ndim != 3 or picture.shape[2] != 3 or picture.dtype != np.uint8 or picture.size == 0:
            raise ValueError("a picture is an array of height by width by 3 bytes")
        if math.hypot(*picture.shape[:2]) > LONGEST:
            raise ValueError(f"the picture has more than {LONGEST} pixels from corner to corner")
        return self.spoil(np.ascontiguousarray(picture), amount, self._chance(seed))

    def moved(self, level: int, seed: int, size: Size) -> Matrix:
        """Where `apply` moves the points of a picture of *size* (height, width) to."""
        return np.eye(3) if level == 0 else self.motion(self._amount(level), self._chance(seed), size)

    def _amount(self, level: int) -> float:
        if level not in LEVELS:
            raise ValueError(f"levels go from 0 to {LEVELS[-1]}, not {level}")
        return self.amounts[level - 1]

    def _chance(self, seed: int) -> Random:
        """The same numbers for the same seed, whatever the process, and others for each degradation."""
        digest = hashlib.sha256(f"{self.id} {seed}".encode()).digest()
        return np.random.Generator(np.random.PCG64(int.from_bytes(digest[:16], "big")))


def carried(box: Box, matrix: Matrix) -> Box:
    """The upright box around *box* after *matrix*, in whole pixels; it can reach over the edge of the picture."""
    left, top, width, height = box
    corners = np.array([(x, y, 1.0) for x in (left, left + width) for y in (top, top + height)]).T
    across, down, depth = matrix @ corners
    # A hair less and more, so that rounding of the last digit adds no row of pixels.
    low = np.floor(np.array([(across / depth).min(), (down / depth).min()]) + 1e-6).astype(int)
    high = np.ceil(np.array([(across / depth).max(), (down / depth).max()]) - 1e-6).astype(int)
    return Box(int(low[0]), int(low[1]), int(high[0] - low[0]), int(high[1] - low[1]))
