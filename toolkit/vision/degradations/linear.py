"""Pictures as amounts of light, where blur, shade and glare are sums and products, and back."""

from __future__ import annotations

import math
from functools import cache

import numpy as np
import numpy.typing as npt

from toolkit.vision.reading import Picture

#: Light of red, green and blue from 0 to 1 (height, width, 3).
Light = npt.NDArray[np.float32]
#: Steps of light that are told apart on the way back; twenty of them make the darkest step of sRGB.
_STEPS = 65_535


@cache
def _light_of() -> npt.NDArray[np.float32]:
    """The light of each of 256 codes (IEC 61966-2-1)."""
    code = np.arange(256) / 255
    return np.where(code <= 0.04045, code / 12.92, ((code + 0.055) / 1.055) ** 2.4).astype(np.float32)


@cache
def _code_of() -> npt.NDArray[np.uint8]:
    """The code of each step of light."""
    light = np.arange(_STEPS + 1) / _STEPS
    code = np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)
    made: npt.NDArray[np.uint8] = np.rint(code * 255).astype(np.uint8)
    return made


def light(picture: Picture) -> Light:
    """How much light each pixel stands for."""
    return _light_of()[picture]


def picture(seen: Light) -> Picture:
    """The picture of so much light; what is darker than black or brighter than white is cut off."""
    made: Picture = _code_of()[np.rint(np.clip(seen, 0, 1) * np.float32(_STEPS)).astype(np.uint16)]
    return made


def diagonal(seen: npt.NDArray[np.generic]) -> float:
    """From corner to corner, in pixels. What a lens or a hand does is in proportion to it, however fine the pixels."""
    return math.hypot(seen.shape[0], seen.shape[1])


def away(height: int, width: int) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
    """How far rows lie below and columns right of the middle, in diagonals: arrays (height, 1) and (1, width)."""
    long = math.hypot(height, width)
    down = (np.arange(height, dtype=np.float32) - (height - 1) / 2) / long
    across = (np.arange(width, dtype=np.float32) - (width - 1) / 2) / long
    return down[:, None].astype(np.float32), across[None, :].astype(np.float32)
