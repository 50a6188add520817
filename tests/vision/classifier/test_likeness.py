"""Copies and near copies are found, and different pictures are not."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image
from skimage import data

from toolkit.vision.classifier.likeness import near_pairs, outline, pixel_hash


def test_pixel_hash():
    """Pixels and shape decide; a picture that lies on its side is another one."""
    one = np.zeros((2, 3, 3), np.uint8)
    assert pixel_hash(one) == pixel_hash(one.copy())
    assert pixel_hash(one) != pixel_hash(np.zeros((3, 2, 3), np.uint8))
    assert pixel_hash(one) != pixel_hash(one + 1)


def test_outline_of_a_slope():
    """Getting lighter to the right sets every bit, getting darker none."""
    slope = np.repeat(np.arange(0, 250, 10, dtype=np.uint8)[None, :, None], 20, axis=0).repeat(3, axis=2)
    assert outline(slope).tolist() == [True] * 64
    assert outline(slope[:, ::-1]).tolist() == [False] * 64


@pytest.mark.parametrize("name", ["coffee", "chelsea", "rocket"])
def test_near(name):
    """A smaller and darker copy is near; another photograph and the picture upside down are not."""
    picture = getattr(data, name)()
    height, width = picture.shape[:2]
    smaller = np.asarray(Image.fromarray(picture).resize((width // 3, height // 3))) // 2
    others = [outline(each) for each in (picture, smaller, data.astronaut(), picture[::-1])]
    assert near_pairs(np.stack(others), np.arange(4)) == [(0, 1)]


def test_only_across_parts():
    """Two near pictures on the same side of the split do no harm."""
    bits = np.zeros((3, 64), bool)
    assert near_pairs(bits, np.array([0, 0, 1])) == [(0, 2), (1, 2)]
