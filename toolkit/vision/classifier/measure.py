"""How well a classifier does on what it has not seen: confusion, precision, recall and calibration."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.stats import binomtest

from toolkit.vision.classifier.features import Numbers
from toolkit.vision.classifier.learning import CALIBRATABLE, Ints, fitted, folds, splits, units_of
from toolkit.vision.classifier.pieces import Pieces

#: Scores are sorted into this many bins of equal width.
BINS = 5


class Ratio(NamedTuple):
    """How many of how many. The interval holds the true share with 95 % confidence (Wilson 1927); there is none where
    tiles were counted, since tiles of one photograph repeat each other.
    """

    right: int
    of: int
    independent: bool

    @property
    def value(self) -> float | None:
        """The share; None where nothing was counted."""
        return self.right / self.of if self.of else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Low and high."""
        if not self.independent or not self.of:
            return None
        found = binomtest(self.right, self.of).proportion_ci(0.95, method="wilson")
        return float(found.low), float(found.high)


class TagFigures(NamedTuple):
    """Of one tag: how many of those that got it bear it, and how many of those that bear it got it."""

    label: str
    precision: Ratio
    recall: Ratio


class Bin(NamedTuple):
    """What became of answers whose score lies in one range."""

    low: float
    high: float
    answers: int
    mean_score: float
    share_right: float


class Calibration(NamedTuple):
    """Whether scores can be taken at their word."""

    brier: float
    """The mean squared distance of the scores from the truth, over all labels: 0 is best, 2 is worst (Brier 1950)."""
    bins: tuple[Bin, ...]
    """By the highest score of each picture; empty ranges are left out."""


class Measured(NamedTuple):
    """What a classifier of this making did with pictures held back from it."""

    level: Literal["photographs", "tiles"]
    """What was counted."""
    photographs: int
    """How many different photographs there are in all: the number of independent cases."""
    folds: int
    """How often it was trained anew to hold each photograph back once; 0 where one half of each photograph was."""
    labels: tuple[str, ...]
    confusion: tuple[tuple[tuple[int, ...], ...], ...]
    """`confusion[true][given]`: the indexes of the pieces (`Trained.pieces`) that bear one label and got the other."""
    calibration: Calibration | None
    """None where the parts that were learned from were too small to calibrate."""

    @property
    def tags(self) -> tuple[TagFigures, ...]:
        """Precision and recall of each tag."""
        counts = np.array([[len(cell) for cell in row] for row in self.confusion])
        independent = self.level == "photographs"
        return tuple(
            TagFigures(
                label,
                Ratio(int(counts[each, each]), int(counts[:, each].sum()), independent),
                Ratio(int(counts[each, each]), int(counts[each].sum()), independent),
            )
            for each, label in enumerate(self.labels)
        )

    @property
    def confused(self) -> tuple[int, ...]:
        """The indexes of all pieces that got a wrong label."""
        cells = [cell for true, row in enumerate(self.confusion) for given, cell in enumerate(row) if true != given]
        return tuple(sorted(index for cell in cells for index in cell))


def across_photographs(pieces: Pieces, labels: Sequence[str], seed: int) -> tuple[Measured, Ints]:
    """Cross-validation in which all pieces of a photograph are held back together; the scores of a photograph are the
    mean of its pieces. Also gives the fold of each piece. Every label has at least two photographs.
    """
    rows, truth, photographs = pieces.features, pieces.labels, pieces.photographs
    parts = folds(truth, photographs, seed)
    if parts is None:
        raise ValueError("a label has a single photograph")
    scores = np.zeros((len(rows), len(labels)))
    calibrated = True
    for learned, held in splits(parts):
        calibrated = calibrated and bool(units_of(truth[learned], photographs[learned]).min() >= CALIBRATABLE)
        scores[held] = fitted(rows[learned], truth[learned], photographs[learned], seed).predict_proba(rows[held])
    first = np.unique(photographs)
    mean = np.stack([scores[photographs == each].mean(axis=0) for each in first])
    truth_of = np.array([truth[photographs == each][0] for each in first])
    index_of = np.array([np.flatnonzero(photographs == each)[0] for each in first])
    measured = Measured(
        "photographs",
        len(first),
        int(parts.max()) + 1,
        tuple(labels),
        _confusion(truth_of, mean, index_of),
        _calibration(truth_of, mean) if calibrated else None,
    )
    return measured, parts


def across_halves(scores: Numbers, truth: Ints, indexes: Ints, labels: Sequence[str], photographs: int) -> Measured:
    """Figures of the very classifier on tiles of those halves that it did not learn from.

    *indexes* are those of the tiles among all pieces, *photographs* how many there are.
    """
    confusion, calibration = _confusion(truth, scores, indexes), _calibration(truth, scores)
    return Measured("tiles", photographs, 0, tuple(labels), confusion, calibration)


def _confusion(truth: Ints, scores: Numbers, indexes: Ints) -> tuple[tuple[tuple[int, ...], ...], ...]:
    given = scores.argmax(axis=1)
    numbers = range(scores.shape[1])
    return tuple(tuple(_chosen(indexes, (truth == true) & (given == one)) for one in numbers) for true in numbers)


def _chosen(indexes: Ints, where: npt.NDArray[np.bool_]) -> tuple[int, ...]:
    return tuple(int(index) for index in indexes[where])


def _calibration(truth: Ints, scores: Numbers) -> Calibration:
    wanted = np.eye(scores.shape[1])[truth]
    brier = float(np.mean(np.sum((scores - wanted) ** 2, axis=1)))
    top, right = scores.max(axis=1), scores.argmax(axis=1) == truth
    number = np.minimum((top * BINS).astype(int), BINS - 1)
    bins = [
        Bin(each / BINS, (each + 1) / BINS, int(inside.sum()), float(top[inside].mean()), float(right[inside].mean()))
        for each in range(BINS)
        if (inside := number == each).any()
    ]
    return Calibration(brier, tuple(bins))
