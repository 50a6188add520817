"""Fourteen ways to get worse: named as services name them, the same pixels each time, worse from level to level."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
from collections.abc import Callable
from itertools import pairwise

import cv2
import numpy as np
import pytest
import skimage.data
from hypothesis import given, settings
from hypothesis import strategies as st
from projects import ROOT
from skimage.metrics import structural_similarity

from toolkit.vision.degradations import DEGRADATIONS, LEVELS, LONGEST, carried, degrade, moved
from toolkit.vision.reading import Box, Picture

STILL = [id for id in DEGRADATIONS if id not in {"skew", "perspective", "quarter-turn"}]
PAGE: Picture = np.stack([skimage.data.page()] * 3, axis=2)
SEEDS = (0, 1, 2)


def test_the_table():
    assert list(DEGRADATIONS) == [
        "defocus", "motion-blur", "noise", "low-light", "glare", "low-contrast", "jpeg",
        "low-resolution", "skew", "perspective", "uneven-light", "stain", "quarter-turn", "occlusion",
    ]  # fmt: skip
    assert all(id == each.id and each.name and each.sentence.endswith(".") for id, each in DEGRADATIONS.items())


def test_levels_are_told_in_words():
    assert DEGRADATIONS["jpeg"].levels == tuple(f"quality {q} of 100" for q in (50, 25, 12, 6, 3))
    assert DEGRADATIONS["skew"].levels[4] == "20 degrees"
    assert DEGRADATIONS["defocus"].levels[0] == "a disc with a radius of 0.15 % of the diagonal"


def test_services_name_nothing_else():
    """What `services/` promises to show is in the table, and all of the table is promised."""
    texts = [path.read_text("utf-8") for path in (ROOT / "services").rglob("*.yml")]
    named = {id for text in texts for id in re.findall(r"degradation: ([a-z-]+)", text)}
    assert named == set(DEGRADATIONS)


@pytest.mark.parametrize("id", DEGRADATIONS)
def test_level_nought_changes_nothing(id):
    assert degrade(PAGE, id, 0, 3) is PAGE
    assert np.array_equal(moved(id, 0, 3, (191, 384)), np.eye(3))


def test_what_is_no_level_or_no_picture():
    with pytest.raises(ValueError, match="levels go from 0 to 5, not 6"):
        degrade(PAGE, "jpeg", 6)
    with pytest.raises(ValueError, match="3 bytes"):
        degrade(PAGE[:, :, 0], "jpeg", 1)
    with pytest.raises(ValueError, match="3 bytes"):
        degrade(PAGE.astype(np.float64), "jpeg", 1)
    with pytest.raises(ValueError, match="32766 pixels from corner to corner"):
        degrade(np.zeros((1, LONGEST + 1, 3), np.uint8), "jpeg", 1)


# How bad it is


def likeness(picture: Picture) -> float:
    """Structural similarity to the page."""
    return float(structural_similarity(PAGE[:, :, 0], cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)))


def straightened(picture: Picture, matrix: np.ndarray) -> Picture:
    """The picture moved back to where the page was."""
    half = np.array([(1, 0, 0.5), (0, 1, 0.5), (0, 0, 1)])
    return cv2.warpPerspective(picture, np.linalg.inv(half) @ np.linalg.inv(matrix) @ half, (384, 191))


def stripes(picture: Picture) -> float:
    """How clearly rows of text stand out from the gaps between them, along rows and columns (Postl 1986)."""
    grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY).astype(float)
    middle = grey[grey.shape[0] // 4 : -(grey.shape[0] // 4), grey.shape[1] // 4 : -(grey.shape[1] // 4)]
    return float(max(np.square(np.diff(middle.mean(axis=axis))).sum() for axis in (0, 1)))


MEASURES: dict[str, Callable[[Picture, np.ndarray], float]] = {
    **{id: lambda picture, _matrix: likeness(picture) for id in STILL},
    "skew": lambda picture, _matrix: stripes(picture),
    "quarter-turn": lambda picture, _matrix: stripes(picture),
    "perspective": lambda picture, matrix: likeness(straightened(picture, matrix)),
}


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("id", DEGRADATIONS)
def test_each_level_is_worse_than_the_one_before(id, seed):
    """Measured on a photographed page: likeness for what stays in place, rows of text for what tilts."""
    qualities = [MEASURES[id](degrade(PAGE, id, level, seed), moved(id, level, seed, (191, 384))) for level in LEVELS]
    assert all(worse < better for better, worse in pairwise(qualities)), qualities


@pytest.mark.parametrize("id", STILL)
def test_the_first_level_is_mild_and_the_last_grave(id):
    assert likeness(degrade(PAGE, id, 1)) > 0.8
    assert likeness(degrade(PAGE, id, 5)) < 0.8


# The same each time

HASHES = """
import hashlib, numpy as np, skimage.data
from toolkit.vision.degradations import DEGRADATIONS, degrade
page = np.stack([skimage.data.page()] * 3, axis=2)
for id in DEGRADATIONS:
    print(id, *(hashlib.sha256(degrade(page, id, level, 5).tobytes()).hexdigest() for level in (1, 3, 5)))
"""


def test_another_process_makes_the_same_pixels():
    run = subprocess.run([sys.executable, "-c", HASHES], capture_output=True, text=True, check=True, cwd=ROOT)
    here = {
        id: [hashlib.sha256(degrade(PAGE, id, level, 5).tobytes()).hexdigest() for level in (1, 3, 5)]
        for id in DEGRADATIONS
    }
    assert {line.split()[0]: line.split()[1:] for line in run.stdout.splitlines()} == here


@pytest.mark.parametrize("id", ["motion-blur", "noise", "low-light", "glare", "uneven-light", "stain", "occlusion"])
def test_another_seed_makes_other_pixels(id):
    assert not np.array_equal(degrade(PAGE, id, 3, 1), degrade(PAGE, id, 3, 2))


def test_a_stain_stays_where_it_is_and_grows():
    """What is clean at a level was clean at the one before."""
    covered = [degrade(PAGE, "stain", level, 4)[:, :, 2] < PAGE[:, :, 2] * 0.5 for level in LEVELS]
    for small, large in pairwise(covered):
        assert not (small & ~large).any()
        assert small.sum() < large.sum()


pictures = st.tuples(st.integers(1, 40), st.integers(1, 40), st.integers(0, 2**32 - 1)).map(
    lambda sides: np.random.default_rng(sides[2]).integers(0, 256, (sides[0], sides[1], 3), np.uint8)
)


@settings(max_examples=40)
@given(pictures, st.sampled_from(LEVELS), st.integers())
def test_any_picture_and_any_seed(picture, level, seed):
    """Bytes come out, in the same shape unless the picture tilts, twice the same, and the picture given is untouched."""
    before = picture.copy()
    for id in DEGRADATIONS:
        seen = degrade(picture, id, level, seed)
        assert seen.dtype == np.uint8
        assert np.array_equal(seen, degrade(picture, id, level, seed))
        assert np.array_equal(picture, before)
        if id in STILL:
            assert seen.shape == picture.shape
            assert np.array_equal(moved(id, level, seed, picture.shape[:2]), np.eye(3))
        else:
            whole = carried(Box(0, 0, picture.shape[1], picture.shape[0]), moved(id, level, seed, picture.shape[:2]))
            assert (whole.left, whole.top, whole.height, whole.width) == (0, 0, *seen.shape[:2])


def test_single_rows_and_read_only_pictures():
    """Odd layouts of memory are pictures too."""
    row = np.zeros((1, 9, 3), np.uint8)
    row.flags.writeable = False
    for id in DEGRADATIONS:
        assert degrade(row, id, 5).dtype == np.uint8
        assert degrade(PAGE[::-1, ::2], id, 5).dtype == np.uint8


# Where things went

BOX = Box(30, 20, 12, 6)
MARKED = np.full((90, 120, 3), 255, np.uint8)
MARKED[20:26, 30:42] = 0


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("id", ["skew", "perspective", "quarter-turn"])
def test_a_box_is_carried_along_with_its_pixels(id, level, seed):
    """The carried box is the box around the dark mark, give or take the pixel over which edges are smoothed."""
    rows, columns = np.nonzero(degrade(MARKED, id, level, seed)[:, :, 0] < 128)
    box = carried(BOX, moved(id, level, seed, (90, 120)))
    found = (columns.min(), rows.min(), columns.max() + 1, rows.max() + 1)
    given = (box.left, box.top, box.left + box.width, box.top + box.height)
    assert np.abs(np.subtract(found, given)).max() <= 1


@pytest.mark.parametrize("seed", range(12))
def test_the_first_quarter_turn_loses_nothing(seed):
    turned = degrade(MARKED, "quarter-turn", 1, seed)
    assert any(np.array_equal(turned, np.rot90(MARKED, quarters)) for quarters in (1, 2, 3))


def test_all_three_turns_come_up():
    assert {
        quarters
        for seed in range(30)
        for quarters in (1, 2, 3)
        if np.array_equal(degrade(MARKED, "quarter-turn", 1, seed), np.rot90(MARKED, quarters))
    } == {1, 2, 3}


def test_a_box_carried_by_nothing_stays():
    assert carried(BOX, np.eye(3)) == BOX
