"""What saving and sending does: strong compression, few pixels."""

from __future__ import annotations

import io

import cv2
import numpy as np
from PIL import Image

from toolkit.vision.degradations.linear import light, picture
from toolkit.vision.degradations.record import Degradation, Random
from toolkit.vision.reading import Picture


def _jpeg(clear: Picture, quality: float, _random: Random) -> Picture:
    saved = io.BytesIO()
    Image.fromarray(clear).save(saved, "JPEG", quality=round(quality), subsampling="4:2:0")
    return np.array(Image.open(saved, formats=["JPEG"]))


def _low_resolution(clear: Picture, times: float, _random: Random) -> Picture:
    height, width = clear.shape[:2]
    small = (max(1, round(width / times)), max(1, round(height / times)))
    averaged = np.asarray(cv2.resize(light(clear), small, interpolation=cv2.INTER_AREA), dtype=np.float32)
    few = picture(averaged)
    return np.asarray(cv2.resize(few, (width, height), interpolation=cv2.INTER_LINEAR), dtype=np.uint8)


JPEG = Degradation(
    "jpeg",
    "JPEG compression",
    "The picture was saved as a very small JPEG, which leaves blocks and false edges.",
    "quality {:g} of 100",
    (50, 25, 12, 6, 3),
    _jpeg,
)
LOW_RESOLUTION = Degradation(
    "low-resolution",
    "Low resolution",
    "The camera is far away or has few pixels; the picture is then enlarged to its old size.",
    "{:g} times fewer pixels along each side",
    (1.3, 1.8, 2.5, 3.5, 5),
    _low_resolution,
)
