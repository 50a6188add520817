"""Training: labelled pictures in, a tagger and an honest account of it out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from toolkit.model.training import Mask, Purpose, Training
from toolkit.source import HIDDEN
from toolkit.vision.classifier import concerns as doubts
from toolkit.vision.classifier.concerns import Concern
from toolkit.vision.classifier.errors import TrainingError
from toolkit.vision.classifier.folder import open_folder
from toolkit.vision.classifier.learning import Ints, calibrators, fitted
from toolkit.vision.classifier.likeness import pixel_hash
from toolkit.vision.classifier.mask import masked
from toolkit.vision.classifier.measure import Measured, across_halves, across_photographs
from toolkit.vision.classifier.model import Classifier
from toolkit.vision.classifier.pieces import Photograph, Piece, Pieces, cut, look
from toolkit.vision.reading import Picture

#: Weights are kept to this many decimals: processors that add in another order still write the same file.
DECIMALS = 12


class Origin(NamedTuple):
    """Where what was learned comes from, and what it may be used for."""

    training: Training
    purpose: Purpose
    day: dt.date


class Trained(NamedTuple):
    """A classifier, how it did on what was held back, what is doubtful about the pictures, and the pieces.

    `origin` is None for pictures without a training folder; such a classifier cannot be saved.
    """

    classifier: Classifier
    measured: Measured
    concerns: tuple[Concern, ...]
    pieces: tuple[Piece, ...]
    seed: int
    origin: Origin | None = None


class Example(NamedTuple):
    """A tile that a classifier of this folder did not learn from, its label, and its photograph."""

    picture: Picture
    label: str
    photograph: str


def train(folder: Path, *, today: dt.date, purpose: str | None = None, seed: int = 0) -> Trained:
    """Train on a folder with `training.yml`, for one of the purposes that it allows.

    *purpose* is the id or the sentence of one; it may be left out where there is only one. Raises TrainingError for
    another purpose, for a problem in `training.yml`, and for pictures that cannot be read or are too few.
    """
    opened = open_folder(folder)
    allowed = opened.purpose(purpose)
    training = opened.training
    labels = [label.name for label in training.labels]
    pieces = look(opened.photographs(), training.mask, training.tiles)
    trained = _trained(training.name, labels, pieces, training.mask, seed)
    passed = (doubts.not_pictures(opened.passed_over),) if opened.passed_over else ()
    return trained._replace(concerns=trained.concerns + passed, origin=Origin(training, allowed, today))


def train_pictures(labelled: Mapping[str, Sequence[Picture]], mask: Mask | None = None, seed: int = 0) -> Trained:
    """Train on pictures in memory: at least two tags with at least two different pictures each.

    Indexes in the result count the pictures in the order of *labelled*. Raises TrainingError for fewer.
    """
    labels = list(labelled)
    for label in labels:
        if not 0 < len(label.strip()) <= 200 or HIDDEN.search(label):
            raise TrainingError("a tag has no name that can be read", "use 1 to 200 letters that can be seen")
    mask = mask or ()
    pieces = look(_numbered(labelled), mask)
    return _trained("own pictures", labels, pieces, mask, seed)


def held_out(folder: Path, *, purpose: str | None = None) -> list[Example]:
    """The tiles of the halves that a classifier of this folder is tested on.

    Raises TrainingError as `train`, and where whole photographs are held back in turn, so that none is left over.
    """
    opened = open_folder(folder)
    opened.purpose(purpose)
    training = opened.training
    photographs = [each._replace(picture=masked(each.picture, training.mask)) for each in opened.photographs()]
    distinct = {(each.label, pixel_hash(each.picture)) for each in photographs}
    fewest = min(sum(label == number for label, _ in distinct) for number in range(len(training.labels)))
    if training.tiles is None or fewest > 1:
        raise TrainingError(f"{training.name}: no part is held back for good", "see the cross-validation of `train`")
    return [
        Example(tile, training.labels[each.label].name, each.name)
        for each in photographs
        for _, right, tile in cut(each.picture, training.tiles)
        if right
    ]


def _numbered(labelled: Mapping[str, Sequence[Picture]]) -> Iterator[Photograph]:
    for number, (label, pictures) in enumerate(labelled.items()):
        for count, picture in enumerate(pictures, 1):
            yield Photograph(number, f"{label} {count}", picture)


def _trained(name: str, labels: list[str], pieces: Pieces, mask: Mask, seed: int) -> Trained:
    counts = pieces.counts(len(labels))
    if len(labels) < 2:
        raise TrainingError("one tag cannot be told from anything", "add a second tag")
    if min(counts) < 2 and not any(piece.right for piece in pieces.all):
        short = ", ".join(f"`{label}`" for label, count in zip(labels, counts, strict=True) if count < 2)
        raise TrainingError(f"two different pictures are the least for a tag: {short}", doubts.GUIDANCE)
    if min(counts) > 1:
        return _by_photographs(name, labels, pieces, mask, seed)
    return _by_halves(name, labels, pieces, mask, seed)


def _by_photographs(name: str, labels: list[str], pieces: Pieces, mask: Mask, seed: int) -> Trained:
    """Learn from everything; the figures come from holding back photographs in turn."""
    measured, parts = across_photographs(pieces, labels, seed)
    model = fitted(pieces.features, pieces.labels, pieces.photographs, seed)
    found = (*_uncalibrated(model), *doubts.concerns(pieces, labels, parts))
    return Trained(_classifier(name, labels, mask, model), measured, found, pieces.all, seed)


def _by_halves(name: str, labels: list[str], pieces: Pieces, mask: Mask, seed: int) -> Trained:
    """Learn from the left half of each photograph; the figures come from the right half."""
    right = np.array([piece.right for piece in pieces.all])
    left, other = pieces.where(~right), pieces.where(right)
    tiles: Ints = np.arange(len(left.all), dtype=np.int64)
    model = fitted(left.features, left.labels, tiles, seed)
    classifier = _classifier(name, labels, mask, model)
    photographs = sum(pieces.counts(len(labels)))
    scores = classifier.scores(other.features)
    measured = across_halves(scores, other.labels, np.flatnonzero(right), labels, photographs)
    same = doubts.same_photographs(photographs)
    found = (same, *_uncalibrated(model), *doubts.concerns(pieces, labels, right.astype(np.int64)))
    return Trained(classifier, measured, found, pieces.all, seed)


def _uncalibrated(model: Any) -> tuple[Concern, ...]:
    return () if calibrators(model) else (doubts.uncalibrated(),)


def _classifier(name: str, labels: list[str], mask: Mask, model: Any) -> Classifier:
    """The numbers of what `fitted` gives."""
    sigmoids = calibrators(model)
    pipeline = model.calibrated_classifiers_[0].estimator if sigmoids else model
    regressions = pipeline[-1].estimators_
    numbers = {
        "mean": pipeline[0].mean_,
        "scale": pipeline[0].scale_,
        "weights": np.round([each.coef_[0] for each in regressions], DECIMALS),
        "intercept": np.round([each.intercept_[0] for each in regressions], DECIMALS),
        # A slope of -1 and no offset is the logistic function itself.
        "slope": np.round([each.a_ for each in sigmoids] or [-1.0] * len(regressions), DECIMALS),
        "offset": np.round([each.b_ for each in sigmoids] or [0.0] * len(regressions), DECIMALS),
    }
    return Classifier.of(name, labels, mask, numbers)
