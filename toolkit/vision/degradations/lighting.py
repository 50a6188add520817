"""Light that falls where it should not, or not where it should: glare, haze, shade."""

from __future__ import annotations

import math

import numpy as np

from toolkit.vision.degradations.linear import away, light, picture
from toolkit.vision.degradations.record import Degradation, Random
from toolkit.vision.reading import Picture

#: Size of the reflected lamp, as a standard deviation in diagonals.
LAMP = 0.13
#: How far from the middle it can lie, in shares of each side.
OFF_MIDDLE = 0.25
#: How wide the rim of the shadow is, in diagonals.
RIM = 0.18


def _glare(clear: Picture, strength: float, random: Random) -> Picture:
    height, width = clear.shape[:2]
    down, across = away(height, width)
    below, right = random.uniform(-OFF_MIDDLE, OFF_MIDDLE, 2)
    long = math.hypot(height, width)
    far = (down - np.float32(below * height / long)) ** 2 + (across - np.float32(right * width / long)) ** 2
    lamp = np.float32(strength) * np.exp(far * np.float32(-1 / (2 * LAMP**2)))
    return picture(light(clear) + lamp[:, :, None])


def _low_contrast(clear: Picture, share: float, _random: Random) -> Picture:
    seen = light(clear)
    mean = seen.mean(axis=(0, 1), dtype=np.float64).astype(np.float32)
    return picture(mean + (seen - mean) * np.float32(share / 100))


def _uneven_light(clear: Picture, share: float, random: Random) -> Picture:
    angle, shift = random.uniform(0, 2 * math.pi), random.uniform(-0.08, 0.08)
    down, across = away(*clear.shape[:2])
    into = across * np.float32(math.cos(angle)) + down * np.float32(math.sin(angle)) - np.float32(shift)
    rim = np.clip(into / np.float32(RIM) + np.float32(0.5), 0, 1)
    rim = rim * rim * (3 - 2 * rim)
    return picture(light(clear) * (1 - rim * np.float32(1 - share / 100))[:, :, None])


GLARE = Degradation(
    "glare",
    "Glare",
    "A lamp or the sun is reflected, and its light lies over what is below.",
    "a reflection {:g} times as bright as white paper",
    (0.1, 0.3, 0.8, 2, 6),
    _glare,
)
LOW_CONTRAST = Degradation(
    "low-contrast",
    "Low contrast",
    "Haze, a dirty glass or stray light lies over the whole picture, so dark and bright come close.",
    "{:g} % of the contrast is left",
    (75, 50, 30, 17, 9),
    _low_contrast,
)
UNEVEN_LIGHT = Degradation(
    "uneven-light",
    "Uneven light",
    "A hand, a head or a wall throws a shadow on one part.",
    "{:g} % of the light is left in the shadow",
    (70, 35, 15, 6, 2.5),
    _uneven_light,
)
