"""The mask is solid, covers its shapes whole, and nothing behind it sees what was there."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from skimage.measure import points_in_poly

from toolkit.vision.classifier import model, pieces, train, train_pictures
from toolkit.vision.classifier.mask import GREY, masked
from toolkit.vision.classifier.saving import saved

LEFT_HALF = (((0, 0), (0.5, 1)),)


def test_rectangle():
    """Two points are opposite corners, in any order; the edge is covered by one pixel more."""
    white = np.full((4, 8, 3), 255, np.uint8)
    row = [GREY] * 6 + [255] * 2
    assert masked(white, LEFT_HALF)[..., 0].tolist() == [row] * 4
    assert masked(white, (((0.5, 1), (0, 0)),))[..., 2].tolist() == [row] * 4
    assert white.min() == 255


def test_no_mask():
    """Without a mask the picture is as it was."""
    white = np.full((4, 8, 3), 255, np.uint8)
    assert masked(white, ()) is white


@given(
    st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=3, max_size=3),
    st.integers(1, 30),
    st.integers(1, 30),
)
def test_every_pixel_inside(corners, height, width):
    """Every pixel whose middle lies in a triangle is grey, and the mask is grey or nothing."""
    white = np.full((height, width, 3), 255, np.uint8)
    found = masked(white, (tuple(corners),))
    middles = np.stack(np.mgrid[:height, :width][::-1], axis=-1).reshape(-1, 2) + 0.5
    inside = points_in_poly(middles, np.array(corners) * [width, height]).reshape(height, width)
    assert (found[inside] == GREY).all()
    assert set(np.unique(found)) <= {GREY, 255}


def hidden(draw, number, seed):
    """A drawn picture in whose left half, and a pixel further, nothing is as it was."""
    picture = draw(number)
    picture[:, :41] = np.random.default_rng(seed).integers(0, 256, picture[:, :41].shape)
    return picture


@pytest.fixture
def watched(monkeypatch):
    """What every function behind the mask is given, as the greys of the left half."""
    seen = {}

    def watch(module, name):
        inner = getattr(module, name)

        def outer(picture, *others):
            seen.setdefault(f"{module.__name__}.{name}", []).append(np.unique(picture[:, :41]).tolist())
            return inner(picture, *others)

        monkeypatch.setattr(module, name, outer)

    for name in ("cut", "features", "outline", "pixel_hash"):
        watch(pieces, name)
    watch(model, "features")
    return seen


def test_nothing_behind_sees_it(patterns, watched):
    """Hashes, fingerprints, features and the tagger get grey where the mask is; so what was there changes nothing."""
    results = []
    for seed in (1, 2):
        labelled = {tag: [hidden(draw, n, seed + 10 * n) for n in range(3)] for tag, draw in patterns.items()}
        trained = train_pictures(labelled, LEFT_HALF)
        tagging = trained.classifier.tag(hidden(patterns["striped"], 7, seed))
        marks = [(piece.sha256, piece.outline.tobytes(), piece.features.tobytes()) for piece in trained.pieces]
        results.append((trained.classifier.version, trained.measured, trained.concerns, marks, tagging))
    assert results[0] == results[1]
    module = "toolkit.vision.classifier"
    of_pieces = {f"{module}.pieces.{name}": [[GREY]] * 12 for name in ("cut", "features", "outline", "pixel_hash")}
    assert watched == of_pieces | {f"{module}.model.features": [[GREY]] * 2}


def test_nothing_in_the_file(make_folder, patterns, patterns_yaml):
    """The file that is written does not depend on what the mask covers."""
    folder = make_folder(patterns_yaml + "mask:\n  - [[0, 0], [0.5, 1]]\n")
    files = []
    for seed in (1, 2):
        for tag, draw in patterns.items():
            for number in range(5):
                Image.fromarray(hidden(draw, number, seed)).save(folder / tag / f"{number}.png")
        files.append(saved(train(folder, today=dt.date(2026, 11, 27), purpose="trying")))
    assert files[0] == files[1]
    assert files[0].mask == LEFT_HALF
