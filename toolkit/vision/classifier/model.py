"""The tagger that a training gives: dot products and a calibration, in NumPy alone."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np
import numpy.typing as npt

from toolkit.model.training import Mask
from toolkit.vision.classifier import file
from toolkit.vision.classifier.errors import ClassifierError
from toolkit.vision.classifier.features import VERSION, Numbers, features
from toolkit.vision.classifier.mask import masked
from toolkit.vision.reading import Picture, Tag, Tagging

#: The arrays of a classifier.
NUMBERS = ("mean", "scale", "weights", "intercept", "slope", "offset")


@dataclass(eq=False)
class Classifier:
    """Gives every picture all of its labels, with scores that sum to 1; it has no label for something else.

    `mean` and `scale` have one number a feature, `weights` one row for each label (for two labels: one row, for the
    second), and `intercept`, `slope` and `offset` one number a row.
    """

    name: str
    version: str
    labels: tuple[str, ...]
    mask: Mask
    mean: Numbers
    scale: Numbers
    weights: Numbers
    intercept: Numbers
    slope: Numbers
    offset: Numbers

    @classmethod
    def load(cls, path: Path, *, purpose: str | None = None) -> Self:
        """The classifier in a file. *purpose* is what it will be used for: an id or a sentence.

        Raises ClassifierError where there is none, or where it may not be used for *purpose*.
        """
        saved = file.read(path)
        allowed = saved.training.purposes
        if purpose is not None and not any(purpose in (each.id, each.text) for each in allowed):
            listed = "; ".join(f"{each.id} ({each.text})" for each in allowed)
            raise ClassifierError(f"{saved.name} may not be used for `{purpose}`", f"allowed are: {listed}")
        made = cls.of(saved.name, saved.labels, saved.mask, {key: getattr(saved, key) for key in NUMBERS})
        if made.version != saved.version:
            raise ClassifierError(f"{path.name} names a version that is not its own", "train it again")
        return made

    @classmethod
    def of(cls, name: str, labels: Sequence[str], mask: Mask, numbers: Mapping[str, npt.ArrayLike]) -> Self:
        """From its parts; *numbers* has the keys `NUMBERS`. The version is a hash over all that decides on a score."""
        arrays = {key: np.asarray(numbers[key], dtype=np.float64) for key in NUMBERS}
        said = json.dumps([VERSION, list(labels), mask]).encode()
        hashed = hashlib.sha256(said + b"".join(array.astype("<f8").tobytes() for array in arrays.values()))
        return cls(name, hashed.hexdigest()[:12], tuple(labels), mask, **arrays)

    @property
    def calibrated(self) -> bool:
        """Whether the scores were calibrated; else read them as an order."""
        return bool((self.slope != -1).any() or self.offset.any())

    def tag(self, image: Picture) -> Tagging:
        """Every label with its score, about the whole picture. The mask is blanked first."""
        scores = self.scores(features(masked(image, self.mask))[np.newaxis])[0]
        tags = [Tag(label, float(score)) for label, score in zip(self.labels, scores, strict=True)]
        return Tagging(tuple(sorted(tags, key=lambda tag: -tag.score)), self.name, self.version)

    def scores(self, rows: Numbers) -> Numbers:
        """The scores of *rows* of features, shape (n, labels).

        A logistic regression and Platt's sigmoid for each label against all others, scaled to a sum of 1
        (Platt 1999; Zadrozny and Elkan 2002), as `sklearn.calibration.CalibratedClassifierCV` does it.
        """
        decisions = (rows - self.mean) / self.scale @ self.weights.T + self.intercept
        each = 0.5 * (
            1 - np.tanh((self.slope * decisions + self.offset) / 2)
        )  # the logistic function, never overflowing
        if len(self.labels) == 2:
            return np.concatenate([1 - each, each], axis=1)
        total = each.sum(axis=1, keepdims=True)
        even = np.full_like(each, 1 / len(self.labels))
        return np.asarray(np.divide(each, total, out=even, where=total > 0))
