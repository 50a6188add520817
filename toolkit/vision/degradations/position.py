"""How the thing lies before the camera: tilted, seen from the side, turned.

The picture grows so that nothing is cut off. Around it lies the middle colour of its edge.
"""

from __future__ import annotations

import math

import cv2
import numpy as np

from toolkit.vision.degradations.record import Degradation, Matrix, Random, Size
from toolkit.vision.reading import Picture

#: How far away the camera is in `perspective`, in diagonals of the picture.
DISTANCE = 1.2


def _skewed(degrees: float, random: Random, size: Size) -> Matrix:
    turn = math.radians(degrees) * random.choice((-1, 1))
    cos, sin = math.cos(turn), math.sin(turn)
    return _into_view(np.array([(cos, -sin, 0), (sin, cos, 0), (0, 0, 1)]), size)


def _from_the_side(degrees: float, random: Random, size: Size) -> Matrix:
    """A plane turned by *degrees* about an upright or level axis through its middle, seen by a pinhole camera.

    The near end stays as large as it was.
    """
    height, width = size
    turn, upright = math.radians(degrees) * random.choice((-1, 1)), bool(random.integers(2))
    far = DISTANCE * math.hypot(height, width)
    cos, sin = math.cos(turn), math.sin(turn)
    if upright:
        plane, reach = np.array([(cos, 0, 0), (0, 1, 0), (sin / far, 0, 1)]), width / 2
    else:
        plane, reach = np.array([(1, 0, 0), (0, cos, 0), (0, sin / far, 1)]), height / 2
    near = 1 - reach * abs(sin) / far
    middle = np.array([(1, 0, -width / 2), (0, 1, -height / 2), (0, 0, 1)])
    return _into_view(np.diag((near, near, 1)) @ plane @ middle, size)


def _turned(degrees: float, random: Random, size: Size) -> Matrix:
    height, width = size
    quarters = int(random.integers(1, 4))
    turn = {
        1: np.array([(0, 1, 0), (-1, 0, width), (0, 0, 1)]),
        2: np.array([(-1, 0, width), (0, -1, height), (0, 0, 1)]),
        3: np.array([(0, -1, height), (1, 0, 0), (0, 0, 1)]),
    }[quarters].astype(np.float64)
    return _skewed(degrees, random, (height, width) if quarters == 2 else (width, height)) @ turn


def _into_view(matrix: Matrix, size: Size) -> Matrix:
    """*matrix*, then moved so that the picture begins at the upper left."""
    low, _ = _bounds(matrix, size)
    return np.array([(1, 0, -low[0]), (0, 1, -low[1]), (0, 0, 1)]) @ matrix


def _bounds(matrix: Matrix, size: Size) -> tuple[Matrix, Matrix]:
    """The least and the largest (across, down) of the moved corners."""
    height, width = size
    across, down, depth = matrix @ np.array([(0, 0, 1), (width, 0, 1), (0, height, 1), (width, height, 1)]).T
    corners = np.array([across / depth, down / depth])
    return corners.min(axis=1), corners.max(axis=1)


def _warped(flat: Picture, matrix: Matrix) -> Picture:
    """*flat* after *matrix*, on as many pixels as it then needs."""
    _, high = _bounds(matrix, (flat.shape[0], flat.shape[1]))
    width, height = (max(1, math.ceil(side - 1e-6)) for side in high)
    to_middle = np.array([(1, 0, 0.5), (0, 1, 0.5), (0, 0, 1)])
    between = np.linalg.inv(to_middle) @ matrix @ to_middle
    around = _colour_of_edge(flat)
    seen = cv2.warpPerspective(
        flat, between, (width, height), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT, borderValue=around
    )
    return np.asarray(seen, dtype=np.uint8)


def _colour_of_edge(flat: Picture) -> tuple[int, int, int]:
    edge = np.concatenate([flat[0], flat[-1], flat[:, 0], flat[:, -1]])
    red, green, blue = np.median(edge, axis=0)
    return int(red), int(green), int(blue)


def _skew(flat: Picture, degrees: float, random: Random) -> Picture:
    return _warped(flat, _skewed(degrees, random, (flat.shape[0], flat.shape[1])))


def _perspective(flat: Picture, degrees: float, random: Random) -> Picture:
    return _warped(flat, _from_the_side(degrees, random, (flat.shape[0], flat.shape[1])))


def _quarter_turn(flat: Picture, degrees: float, random: Random) -> Picture:
    return _warped(flat, _turned(degrees, random, (flat.shape[0], flat.shape[1])))


SKEW = Degradation(
    "skew",
    "Skew",
    "The page lies at a slant before the camera or on the glass of the scanner.",
    "{:g} degrees",
    (0.7, 2, 5, 10, 20),
    _skew,
    _skewed,
)
PERSPECTIVE = Degradation(
    "perspective",
    "Perspective",
    "The camera looks from the side, so that the far end is smaller.",
    "{:g} degrees from the side",
    (8, 20, 32, 44, 56),
    _perspective,
    _from_the_side,
)
QUARTER_TURN = Degradation(
    "quarter-turn",
    "Quarter turn",
    "The picture lies on its side or upside down, and not quite straight where a hand laid it.",
    "a quarter, half or three quarter turn and {:g} degrees",
    (0, 1, 3, 7, 15),
    _quarter_turn,
    _turned,
)
