"""What covers the thing: spilt on it, or standing before it."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from toolkit.vision.degradations.linear import away, light, picture
from toolkit.vision.degradations.record import Degradation, Random
from toolkit.vision.reading import Picture

#: How much red, green and blue coffee lets through: in the middle, and where it dried at the rim.
MIDDLE, RIM = (0.13, 0.07, 0.03), (0.04, 0.02, 0.01)
#: Drops, and the cells of the chance that makes their outline uneven.
DROPS, CELLS = 4, 8
#: What stands before the camera begins so far below the upper edge, in heights.
HEAD = 0.08


def _wetness(height: int, width: int, random: Random) -> npt.NDArray[np.float32]:
    """How soon each place gets wet, as the stain grows: drops of several sizes with an uneven outline."""
    down, across = away(height, width)
    wet = np.zeros((height, width), np.float32)
    for below, right, size in random.uniform((-0.25, -0.3, 0.05), (0.25, 0.3, 0.16), (DROPS, 3)):
        far = (down - np.float32(below)) ** 2 + (across - np.float32(right)) ** 2
        wet += np.exp(far * np.float32(-1 / (2 * size**2)))
    cells = random.uniform(-0.12, 0.12, (CELLS, CELLS)).astype(np.float32)
    return wet + np.asarray(cv2.resize(cells, (width, height), interpolation=cv2.INTER_CUBIC), dtype=np.float32)


def _stain(clear: Picture, share: float, random: Random) -> Picture:
    height, width = clear.shape[:2]
    wet = _wetness(height, width, random)
    inside = wet - np.float32(np.quantile(wet, 1 - share / 100))
    soft = np.clip(inside / np.float32(0.03) + np.float32(0.5), 0, 1)[:, :, None]
    dried = np.exp(-np.abs(inside) / np.float32(0.05))[:, :, None]
    through = np.array(MIDDLE, np.float32) * (1 - dried) + np.array(RIM, np.float32) * dried
    return picture(light(clear) * (1 - soft * (1 - through)))


STAIN = Degradation(
    "stain",
    "Stain",
    "Coffee or ink was spilt and lets little light through, least at the rim where it dried.",
    "{:g} % of the picture is covered",
    (1, 4, 10, 20, 35),
    _stain,
)


def _occlusion(clear: Picture, share: float, random: Random) -> Picture:
    height, width = clear.shape[:2]
    middle, cloth = random.uniform(0.35, 0.65), random.uniform(0.05, 0.3, 3).astype(np.float32)
    beside = np.abs((np.arange(width, dtype=np.float32) + np.float32(0.5)) / np.float32(width) - np.float32(middle))
    columns = np.clip((np.float32(share / 200) - beside) * np.float32(width) + np.float32(0.5), 0, 1)
    rows = np.clip(np.arange(height, dtype=np.float32) - np.float32(HEAD * height) + np.float32(1), 0, 1)
    before = (rows[:, None] * columns[None, :])[:, :, None]
    return picture(light(clear) * (1 - before) + cloth * before)


OCCLUSION = Degradation(
    "occlusion",
    "Occlusion",
    "Something stands before the camera, and what is behind it cannot be seen.",
    "{:g} % of the width is hidden",
    (3, 8, 16, 28, 45),
    _occlusion,
)
