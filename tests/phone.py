"""What a phone sees of a printed sheet: 4,000 pixels across 69 degrees, tilted, out of focus; and what it reads."""

from __future__ import annotations

import io
import math

import zxingcpp
from PIL import Image, ImageFilter

PIXELS, ANGLE = 4000, math.radians(69)


def photographed(png: bytes, ppi: float, distance: float, *, tilt: float = 30, blur: float = 1.5) -> Image.Image:
    """The sheet of *png* as a phone sees it from *distance* metres, turned by *tilt* degrees about its upright axis.

    *blur* is the radius of a Gaussian in pixels of the phone.
    """
    sheet = Image.open(io.BytesIO(png)).convert("L")
    width, height = (side / ppi * 25.4 for side in sheet.size)
    focal = PIXELS / 2 / math.tan(ANGLE / 2)
    turn = math.radians(tilt)

    def seen(x: float, y: float) -> tuple[float, float]:
        depth = distance * 1000 + x * math.sin(turn)
        return focal * x * math.cos(turn) / depth, focal * y / depth

    corners = [seen(x, y) for x in (-width / 2, width / 2) for y in (-height / 2, height / 2)]
    left, top = min(x for x, _ in corners), min(y for _, y in corners)
    shape = (math.ceil(max(x for x, _ in corners) - left) + 1, math.ceil(max(y for _, y in corners) - top) + 1)
    pairs = [
        ((x - left, y - top), ((u + 0.5) * sheet.width, (v + 0.5) * sheet.height))
        for (u, v), (x, y) in (((u, v), seen(u * width, v * height)) for u in (-0.5, 0.5) for v in (-0.5, 0.5))
    ]
    photo = sheet.transform(
        shape, Image.Transform.PERSPECTIVE, _homography(pairs), Image.Resampling.BICUBIC, fillcolor=128
    )
    return photo.filter(ImageFilter.GaussianBlur(blur))


def _homography(pairs) -> list[float]:
    """The eight numbers that take each first point to its second (Pillow's PERSPECTIVE)."""
    import numpy as np

    rows, values = [], []
    for (x, y), (u, v) in pairs:
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        values += [u, v]
    return list(np.linalg.solve(np.array(rows), np.array(values)))


def read(photo: Image.Image) -> list[str]:
    """What the codes in *photo* say, by a decoder that shares nothing with what made them."""
    return [found.text for found in zxingcpp.read_barcodes(photo)]
