"""What a whole picture is like, by simple published measures. No detector, no reading, nothing learned.

Each score goes in a straight line from 0 to 1 between two values of its measure, so that 0.5 lies where the tag begins
to fit. These values were chosen by looking at the pictures that scikit-image ships and at rendered pages and drawings;
they are no probabilities.
"""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np
import numpy.typing as npt
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components
from skimage.measure import blur_effect

from toolkit.vision.reading import Picture, Tag

#: Height by width, from 0 to 255; numbers as OpenCV's own annotations give them.
Grey = cv2.typing.MatLike
#: Below so many pixels a side there is nothing to measure edges on; below so many grey levels there are no edges.
LEAST_SIDE = 32
LEAST_CONTRAST = 8
#: Shapes looked at for text, the largest first, so that no picture takes long.
MOST_SHAPES = 2500
LETTERS_IN_A_LINE = 4
#: One or more typical values of red, green and blue for each basic colour; ours.
PALETTE = {
    "black": ((0, 0, 0), (30, 30, 30)),
    "white": ((255, 255, 255), (235, 235, 235)),
    "grey": ((90, 90, 90), (128, 128, 128), (180, 180, 180)),
    "red": ((220, 20, 30), (130, 10, 20)),
    "orange": ((255, 140, 0), (220, 110, 40)),
    "yellow": ((255, 225, 20), (240, 220, 130)),
    "green": ((0, 150, 60), (20, 70, 35), (150, 205, 130), (120, 130, 50)),
    "blue": ((25, 85, 205), (20, 30, 90), (140, 190, 235), (90, 130, 170)),
    "purple": ((130, 40, 150), (70, 20, 90), (180, 140, 210)),
    "pink": ((255, 150, 190), (235, 80, 150)),
    "brown": ((120, 70, 30), (70, 40, 20), (165, 120, 80)),
}
NAMES = tuple(name for name, values in PALETTE.items() for _ in values)


def properties(image: Picture) -> Iterator[Tag]:
    """Tags about the whole of *image*, those with a score of 0 left out."""
    grey = cv2.cvtColor(image, cv2.COLOR_RGB2GRAY)
    light = lightness(image)
    scores = {
        "black and white": _between(colourfulness(image), 15, 0),
        "dark": _between(light, 45, 15),
        "bright": _between(light, 65, 95),
    }
    if min(grey.shape) >= LEAST_SIDE and int(grey.max()) - int(grey.min()) >= LEAST_CONTRAST:
        drawn = _between(evenness(image), 0.2, 0.6)
        scores |= {
            "drawing": drawn,
            "photograph": 1 - drawn,
            "blurred": _between(blur(grey), 0.4, 0.6),
            "contains text": _between(lettering(grey), 0.1, 0.5),
        }
    for label, score in (*scores.items(), *colours(image).items()):
        if round(score, 4) > 0:
            yield Tag(label, round(score, 4))


def _between(value: float, none: float, full: float) -> float:
    """0 where *value* is *none* or beyond it, 1 where it is *full* or beyond it."""
    return min(1.0, max(0.0, (value - none) / (full - none)))


def colourfulness(image: Picture) -> float:
    """0 for grey, about 15 for slight and above 80 for strong colours (Hasler and Süsstrunk, Measuring colorfulness in
    natural images, SPIE 2003).
    """
    red, green, blue = np.moveaxis(image.astype(np.float64), 2, 0)
    red_green, yellow_blue = red - green, (red + green) / 2 - blue
    spread = np.hypot(red_green.std(), yellow_blue.std())
    return float(spread + 0.3 * np.hypot(red_green.mean(), yellow_blue.mean()))


def lightness(image: Picture) -> float:
    """The mean CIE lightness, from 0 for black to 100 for white."""
    return float(cv2.cvtColor(image, cv2.COLOR_RGB2LAB)[..., 0].mean()) / 2.55


def blur(grey: Grey) -> float:
    """How little another blur changes it, from 0 for sharp to 1 (Crété-Roffet and others, The blur effect, SPIE 2007).

    Under 0.42 in each sharp photograph tried, from 0.45 on in all after a Gaussian blur of 2 pixels. The variance of
    the Laplacian, which is often taken, gave 15 for one sharp photograph and 66 for a blurred one.
    """
    return float(blur_effect(grey))  # type: ignore[no-untyped-call]  # scikit-image leaves it untyped


def evenness(image: Picture) -> float:
    """The share of pixels, from 0 to 1, that are exactly like the next one to the right and the next one below.

    Under 0.4 in every photograph tried; 0.5 to 1 in pages and drawings that a program made, after JPEG too.
    """
    same_right = (image[:-1, :-1] == image[:-1, 1:]).all(axis=2)
    same_below = (image[:-1, :-1] == image[1:, :-1]).all(axis=2)
    return float((same_right & same_below).mean())


def lettering(grey: Grey) -> float:
    """The share, from 0 to 1, of small shapes that stand in straight level lines, for dark or for light letters.

    Over 0.75 for rendered pages in English, Chinese, Hindi and Arabic, up to 0.21 for photographs without text; rows of
    coins reach 0.7.
    """
    return max(_in_lines(_shapes(grey)), _in_lines(_shapes(cv2.bitwise_not(grey))))


def _shapes(grey: Grey) -> npt.NDArray[np.float64]:
    """Left, top, width and height of what is darker than its surroundings and could be a letter, n by 4."""
    marks = cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 31, 20)
    stats = cv2.connectedComponentsWithStats(marks, connectivity=8)[2][1:]
    _, _, width, height, area = stats.T
    tall = (height >= 7) & (height <= max(grey.shape) / 6)
    slim = (width <= 6 * height) & (height <= 6 * width)
    filled = (area >= 0.12 * width * height) & (area <= 0.95 * width * height)
    letters = stats[tall & slim & filled]
    largest = np.argsort(-letters[:, 4], kind="stable")[:MOST_SHAPES]
    return np.asarray(letters[largest, :4], np.float64)


def _in_lines(shapes: npt.NDArray[np.float64]) -> float:
    """The share of *shapes* whose neighbours stand at the same height in a line of four or more."""
    if len(shapes) < LETTERS_IN_A_LINE:
        return 0.0
    left, top, width, height = shapes.T
    lower, higher = np.minimum(height[:, None], height), np.maximum(height[:, None], height)
    overlap = np.minimum((top + height)[:, None], top + height) - np.maximum(top[:, None], top)
    gap = left - (left + width)[:, None]
    beside = (overlap >= 0.5 * lower) & (higher <= 3 * lower) & (gap >= -0.3 * lower) & (gap <= lower)
    count, line = connected_components(coo_matrix(beside), directed=False)
    middle = top + height / 2
    straight = 0
    for number in np.flatnonzero(np.bincount(line, minlength=count) >= LETTERS_IN_A_LINE):
        members = line == number
        off = np.abs(middle[members] - np.median(middle[members])) / np.median(height[members])
        straight += int(members.sum()) if (off <= 0.3).mean() >= 0.6 else 0
    return straight / len(shapes)


def colours(image: Picture) -> dict[str, float]:
    """For each colour on at least a hundredth of *image* its area beside that of the most frequent one, from 0 to 1.

    Each of up to 128 by 128 pixels goes to the nearest typical value in CIELAB.
    """
    height, width = image.shape[:2]
    sample = cv2.resize(image, (min(width, 128), min(height, 128)), interpolation=cv2.INTER_NEAREST)
    typical = np.array([[value for values in PALETTE.values() for value in values]], np.uint8)
    pixels = cv2.cvtColor(sample, cv2.COLOR_RGB2LAB).reshape(-1, 1, 3).astype(np.float64)
    known = cv2.cvtColor(typical, cv2.COLOR_RGB2LAB).astype(np.float64)
    known[..., 0], pixels[..., 0] = known[..., 0] / 2.55, pixels[..., 0] / 2.55
    nearest = np.bincount(((pixels - known) ** 2).sum(axis=2).argmin(axis=1), minlength=len(NAMES))
    areas = dict.fromkeys(PALETTE, 0)
    for name, area in zip(NAMES, nearest.tolist(), strict=True):
        areas[name] += area
    most = max(areas.values())
    return {f"colour {name}": area / most for name, area in areas.items() if area >= len(pixels) / 100}
