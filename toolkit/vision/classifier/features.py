"""What a classifier sees of a picture: 196 numbers about its texture, its outlines and its colours."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import Image
from skimage.feature import hog, local_binary_pattern

from toolkit.vision.reading import Picture

Numbers = npt.NDArray[np.float64]

#: Named in each file, since weights mean nothing for other features.
VERSION = "lbp-hog-hsv-1"
#: Pixels; larger pictures are reduced to this square, smaller ones blown up.
SIDE = 128
#: Neighbours and radius in pixels of the local binary patterns.
RINGS = ((8, 1), (16, 2))
ORIENTATIONS, CELL = 9, 32
COLOUR_BINS = 8
#: How many numbers there are of each kind, in their order.
KINDS = {
    "texture": sum(points + 2 for points, _ in RINGS),
    "outlines": ORIENTATIONS * (SIDE // CELL) ** 2,
    "colours": 3 * COLOUR_BINS,
}
COUNT = sum(KINDS.values())
#: Far more than matters, and few enough to hide that processors differ in the last digit.
DECIMALS = 9


def features(picture: Picture) -> Numbers:
    """The features of *picture*, shape (`COUNT`,), each from 0 to 1.

    In this order:

    * how often each uniform local binary pattern comes up, for two sizes of neighbourhood
      (Ojala, Pietikäinen and Mäenpää 2002; `skimage.feature.local_binary_pattern`): 10 and 18 numbers;
    * a histogram of oriented gradients, 9 directions in each of 4 by 4 cells
      (Dalal and Triggs 2005; `skimage.feature.hog`): 144 numbers;
    * how often hue, saturation and value fall into each of 8 bins: 24 numbers.
    """
    small = Image.fromarray(picture).resize((SIDE, SIDE), Image.Resampling.BILINEAR)
    grey = np.asarray(small.convert("L"))
    patterns = [_shares(_patterns(grey, points, radius), points + 2, points + 2) for points, radius in RINGS]
    outlines = hog(grey, ORIENTATIONS, pixels_per_cell=(CELL, CELL), cells_per_block=(1, 1))
    hsv = np.asarray(small.convert("HSV"))
    colours = [_shares(hsv[..., channel], COLOUR_BINS, 256) for channel in range(3)]
    return np.round(np.concatenate([*patterns, outlines, *colours]), DECIMALS)


def _patterns(grey: npt.NDArray[np.uint8], points: int, radius: int) -> Numbers:
    return np.asarray(local_binary_pattern(grey, points, radius, "uniform"))  # type: ignore[no-untyped-call]


def _shares(values: npt.NDArray[np.number[Any]], bins: int, end: int) -> Numbers:
    """The share of *values* in each of *bins* between 0 and *end*."""
    counts, _ = np.histogram(values, bins=bins, range=(0, end))
    return counts / values.size
