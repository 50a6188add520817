"""The learning itself: logistic regressions with calibrated scores, by scikit-learn."""

from __future__ import annotations

from typing import Any, Self

import numpy as np
import numpy.typing as npt
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.calibration import CalibratedClassifierCV
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold
from sklearn.multiclass import OneVsRestClassifier
from sklearn.pipeline import Pipeline, make_pipeline

from toolkit.vision.classifier.features import COUNT, KINDS, Numbers

Ints = npt.NDArray[np.int64]

MAX_FOLDS = 5
#: Units of a label below which the two numbers of a sigmoid would be guesses.
CALIBRATABLE = 5
#: Variance that is rounding and nothing else.
TINY = 1e-12


def folds(labels: Ints, units: Ints, seed: int) -> Ints | None:
    """For each row the number of its fold; None where a label has a single unit, so that nothing could be held back.

    Rows of one unit, such as the tiles of a photograph, share a fold; each fold has units of every label.
    """
    distinct, first = np.unique(units, return_index=True)
    of_units = labels[first]
    count = min(MAX_FOLDS, int(units_of(labels, units).min()))
    if count < 2:
        return None
    of_each = np.zeros(len(distinct), dtype=np.int64)
    for number, (_, held) in enumerate(StratifiedKFold(count, shuffle=True, random_state=seed).split(first, of_units)):
        of_each[held] = number
    return np.asarray(of_each[np.searchsorted(distinct, units)], dtype=np.int64)


def units_of(labels: Ints, units: Ints) -> Ints:
    """How many units each label has."""
    _, first = np.unique(units, return_index=True)
    return np.unique(labels[first], return_counts=True)[1]


def splits(parts: Ints) -> list[tuple[Ints, Ints]]:
    """For each fold, the rows to learn from and the rows held back."""
    return [(np.flatnonzero(parts != number), np.flatnonzero(parts == number)) for number in np.unique(parts)]


def fitted(rows: Numbers, labels: Ints, units: Ints, seed: int) -> Any:
    """A scikit-learn classifier with `predict_proba`.

    Decisions on units that were held back calibrate the scores (Platt's sigmoid); the weights then come from all rows.
    The scores stay those of plain logistic regressions where a label has fewer than `CALIBRATABLE` units, and where
    held back units were told apart no better than by chance: a sigmoid would then turn answers round.
    """
    parts = folds(labels, units, seed)
    plain = _plain().fit(rows, labels)
    if parts is None or units_of(labels, units).min() < CALIBRATABLE:
        return plain
    calibrated = CalibratedClassifierCV(_plain(), method="sigmoid", cv=splits(parts), ensemble=False).fit(rows, labels)
    return calibrated if all(each.a_ < 0 for each in calibrators(calibrated)) else plain


def calibrators(model: Any) -> list[Any]:
    """The sigmoids of a fitted classifier, one for each row of its weights; none where it is not calibrated."""
    inner = getattr(model, "calibrated_classifiers_", None)
    return list(inner[0].calibrators) if inner else []


class KindScaler(TransformerMixin, BaseEstimator):  # type: ignore[misc]
    """Centres the features, and divides those of each kind by one number, so that each kind has the same say.

    Inside a kind the proportions stay: a bin of a histogram that hardly ever fills is not blown up.
    """

    def fit(self, rows: Numbers, labels: Ints | None = None) -> Self:  # noqa: ARG002 - the interface of scikit-learn
        """Learn mean and scale, each of shape (features,)."""
        self.mean_ = rows.mean(axis=0)
        spread = np.add.reduceat(rows.var(axis=0), np.cumsum([0, *KINDS.values()])[:-1])
        wanted = COUNT / len(KINDS)
        self.scale_ = np.repeat(np.where(spread > TINY, np.sqrt(spread / wanted), 1.0), list(KINDS.values()))
        return self

    def transform(self, rows: Numbers) -> Numbers:
        """*rows* with a mean of 0, in which each kind varies as much as the others."""
        return np.asarray((rows - self.mean_) / self.scale_)


def _plain() -> Pipeline:
    """A logistic regression for each label against all others. For each label apart little memory is needed, however
    many labels there are, and liblinear takes features that do not vary at all.
    """
    regression = LogisticRegression(solver="liblinear", tol=1e-8, max_iter=1000)
    return make_pipeline(KindScaler(), OneVsRestClassifier(regression))
