"""Blur: a point of light becomes a disc or a line. Computed in linear light, where light adds up."""

from __future__ import annotations

import math

import cv2
import numpy as np
import numpy.typing as npt

from toolkit.vision.degradations.linear import diagonal, light, picture
from toolkit.vision.degradations.record import Degradation, Random
from toolkit.vision.reading import Picture

Kernel = npt.NDArray[np.float32]


def disc(radius: float) -> Kernel:
    """A disc of *radius* pixels that sums to 1, with soft rim: what lies half inside counts half."""
    reach = math.ceil(radius)
    steps = np.arange(-reach, reach + 1)
    inside = np.clip(radius + 0.5 - np.hypot(steps[:, None], steps[None, :]), 0, 1)
    made: Kernel = (inside / inside.sum()).astype(np.float32)
    return made


def line(length: float, angle: float) -> Kernel:
    """A line of *length* pixels through the middle, at *angle* in radians, that sums to 1 and is one pixel wide."""
    reach = math.ceil(length / 2)
    steps = np.arange(-reach, reach + 1)
    along = steps[None, :] * math.cos(angle) + steps[:, None] * math.sin(angle)
    beside = steps[:, None] * math.cos(angle) - steps[None, :] * math.sin(angle)
    inside = np.clip(length / 2 + 0.5 - np.abs(along), 0, 1) * np.clip(1 - np.abs(beside), 0, 1)
    made: Kernel = (inside / inside.sum()).astype(np.float32)
    return made


def _spread(sharp: Picture, kernel: Kernel) -> Picture:
    spread = cv2.filter2D(light(sharp), cv2.CV_32F, kernel, borderType=cv2.BORDER_REPLICATE)
    return picture(np.asarray(spread, dtype=np.float32))


def _defocus(sharp: Picture, share: float, _random: Random) -> Picture:
    return _spread(sharp, disc(share / 100 * diagonal(sharp)))


def _motion(sharp: Picture, share: float, random: Random) -> Picture:
    return _spread(sharp, line(share / 100 * diagonal(sharp), random.uniform(0, math.pi)))


DEFOCUS = Degradation(
    "defocus",
    "Defocus",
    "The lens is not set to the distance, so each point of light becomes a disc.",
    "a disc with a radius of {:g} % of the diagonal",
    (0.15, 0.3, 0.45, 0.7, 1.0),
    _defocus,
)
MOTION_BLUR = Degradation(
    "motion-blur",
    "Motion blur",
    "The camera or the thing moves while the picture is taken, so each point of light becomes a line.",
    "a line with a length of {:g} % of the diagonal",
    (0.4, 0.8, 1.3, 2.0, 3.0),
    _motion,
)
