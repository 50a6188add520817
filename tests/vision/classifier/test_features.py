"""The features of a picture: how many, in what range, and for pictures of every size."""

from __future__ import annotations

import numpy as np
import pytest

from toolkit.vision.classifier.features import COUNT, features
from toolkit.vision.classifier.file import Saved


def test_count():
    """10 and 18 patterns, 144 outlines, 24 colours; the file format names the version that gives them."""
    assert COUNT == 10 + 18 + 144 + 24
    assert Saved.model_fields["features"].annotation.__args__ == ("lbp-hog-hsv-1",)


@pytest.mark.parametrize("shape", [(1, 1, 3), (1, 500, 3), (128, 128, 3), (300, 200, 3)])
def test_every_size(shape):
    """Any picture gives as many numbers, each from 0 to 1; histograms sum to one."""
    found = features(np.random.default_rng(0).integers(0, 256, shape).astype(np.uint8))
    assert found.shape == (COUNT,)
    assert found.min() >= 0
    assert found.max() <= 1
    for part in (found[:10], found[10:28], found[172:180], found[180:188], found[188:]):
        assert part.sum() == pytest.approx(1, abs=1e-7)


def test_plain_red():
    """A red area has one pattern in each ring, no outline, and falls into one bin of hue, saturation and value."""
    red = np.zeros((40, 40, 3), np.uint8)
    red[..., 0] = 255
    found = features(red)
    assert found[28:172].tolist() == [0] * 144
    assert np.flatnonzero(found[172:]).tolist() == [0, 15, 23]
