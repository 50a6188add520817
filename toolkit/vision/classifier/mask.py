"""The privacy mask: what is blanked before anything else sees a picture."""

from __future__ import annotations

import cv2
import numpy as np
from skimage import draw

from toolkit.model.training import Mask, Shape
from toolkit.vision.reading import Picture

#: The one value of all blanked pixels.
GREY = 127
#: Corners are placed to a 256th of a pixel.
FINE_BITS = 8
FINE = 2**FINE_BITS


def masked(picture: Picture, mask: Mask) -> Picture:
    """A copy of *picture* in which every shape of *mask* is solid grey, one pixel further than its edge.

    Shapes are in shares of width and height, so that one mask fits every size of picture that a camera takes. Without
    a mask the picture itself comes back.
    """
    if not mask:
        return picture
    height, width = picture.shape[:2]
    stencil = np.zeros((height, width), dtype=np.uint8)
    for shape in mask:
        # The middle of the first pixel lies at half a pixel.
        corners = np.array(_corners(shape)) * [width, height] - 0.5
        stencil[draw.polygon(corners[:, 1], corners[:, 0], stencil.shape)] = 255  # type: ignore[no-untyped-call]
        # This one adds the edges, and slivers in which no middle of a pixel lies.
        cv2.fillPoly(stencil, [np.round(corners * FINE).astype(np.int32)], 255, shift=FINE_BITS)
    copy = picture.copy()
    copy[cv2.dilate(stencil, np.ones((3, 3), dtype=np.uint8)) > 0] = GREY
    return copy


def _corners(shape: Shape) -> Shape:
    """Every corner of a shape; a rectangle is written with two."""
    if len(shape) > 2:
        return shape
    (left, top), (right, bottom) = shape
    return ((left, top), (right, top), (right, bottom), (left, bottom))
