"""Too little light on the sensor: the grain of single photons, and the dark."""

from __future__ import annotations

import numpy as np

from toolkit.vision.degradations.linear import light, picture
from toolkit.vision.degradations.record import Degradation, Random
from toolkit.vision.reading import Picture

#: Electrons that the amplifier of a sensor adds to each pixel, as a standard deviation; a few in cameras of today.
READ_NOISE = 3.0
#: Electrons that a white pixel of a small camera holds in full light.
FULL = 4_000.0


def _exposed(clear: Picture, white: float, gain: float, random: Random) -> Picture:
    """*clear* taken so that white makes *white* electrons, then brightened by *gain*.

    Photons come by chance, so the count varies with the square root of its mean (Poisson); above a few that is a normal
    distribution (Janesick: Photon Transfer, 2007).
    """
    electrons = light(clear) * np.float32(white)
    spread = np.sqrt(electrons + np.float32(READ_NOISE**2))
    electrons += spread * random.standard_normal(clear.shape, dtype=np.float32)
    return picture(electrons * np.float32(gain / white))


def _noise(clear: Picture, white: float, random: Random) -> Picture:
    return _exposed(clear, white, 1.0, random)


def _low_light(clear: Picture, stops: float, random: Random) -> Picture:
    left = 2.0**-stops
    return _exposed(clear, FULL * left, left, random)


NOISE = Degradation(
    "noise",
    "Noise",
    "The camera brightens a picture for which it got few photons, and their chance shows as grain.",
    "{:g} photons for a white pixel",
    (1500, 400, 120, 45, 18),
    _noise,
)
LOW_LIGHT = Degradation(
    "low-light",
    "Low light",
    "Too little light falls on the sensor, so all is dark and the noise of the camera shows.",
    "darker by {:g} stops, each half the light",
    (0.7, 2, 3.3, 4.6, 6),
    _low_light,
)
