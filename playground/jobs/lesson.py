"""Teaching in a worker: what is learned from the samples or from own pictures, and how it does on what it never saw.

Everything here is computed from what is handed in and handed back; no picture is kept.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import cv2
import numpy as np

from toolkit.model.training import Mask
from toolkit.vision.classifier import Classifier, Trained, held_out, masked, train, train_pictures
from toolkit.vision.degradations import degrade
from toolkit.vision.reading import Picture, Tagging

#: Pictures of visitors are reduced to this many pixels along the long side: the classifier looks at 128.
SIDE = 384
#: A cell of the confusion shows so many pictures, each with so many pixels along a side.
SHOWN, THUMB = 8, 64
#: The samples are made worse by this: it is what a camera without focus does.
WORSE = "defocus"


class Cell(NamedTuple):
    """Pictures that bear one tag and got one tag: how many, and the first of them, small."""

    number: int
    thumbs: tuple[Picture, ...]


#: `grid[true][given]`.
Grid = tuple[tuple[Cell, ...], ...]


class Share(NamedTuple):
    """How many of how many."""

    right: int
    of: int


def teach_samples(folder: Path, today: dt.date) -> Trained:
    """A classifier of the sample surfaces: it learns from the left half of each photograph."""
    return train(folder, today=today)


def teach_own(labelled: Mapping[str, Sequence[Picture]], mask: Mask) -> Trained:
    """A classifier of a visitor's pictures, everything under *mask* blanked before it looks. Raises TrainingError."""
    return train_pictures(labelled, mask)


def exam(folder: Path, classifier: Classifier, level: int) -> Grid:
    """How *classifier* does on the right halves of the samples, out of focus at *level* 0 to 5."""
    labels = classifier.labels
    found: list[list[list[Picture]]] = [[[] for _ in labels] for _ in labels]
    for example in held_out(folder):
        seen = degrade(example.picture, WORSE, level)
        given = classifier.tag(seen).tags[0].label
        found[labels.index(example.label)][labels.index(given)].append(seen)
    return tuple(tuple(_cell(pictures) for pictures in row) for row in found)


def own_grid(trained: Trained, pictures: Sequence[Picture]) -> Grid:
    """The confusion of own *pictures*, in the order in which they taught, as the classifier saw them."""
    seen = [masked(picture, trained.classifier.mask) for picture in pictures]
    return tuple(tuple(_cell([seen[index] for index in cell]) for cell in row) for row in trained.measured.confusion)


def answer(classifier: Classifier, picture: Picture) -> Tagging:
    """What *classifier* says of *picture*."""
    return classifier.tag(picture)


def borne(grid: Grid, true: int) -> Share:
    """Of the pictures that bear a tag, how many got it (recall)."""
    return Share(grid[true][true].number, sum(cell.number for cell in grid[true]))


def given(grid: Grid, tag: int) -> Share:
    """Of the pictures that got a tag, how many bear it (precision)."""
    return Share(grid[tag][tag].number, sum(row[tag].number for row in grid))


def small(picture: Picture, side: int = SIDE) -> Picture:
    """*picture* with at most *side* pixels along its long side."""
    height, width = picture.shape[:2]
    factor = side / max(height, width)
    if factor >= 1:
        return picture
    size = (max(1, round(width * factor)), max(1, round(height * factor)))
    return np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.uint8)


def _cell(pictures: Sequence[Picture]) -> Cell:
    return Cell(len(pictures), tuple(small(picture, THUMB) for picture in pictures[:SHOWN]))
