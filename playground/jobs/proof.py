"""The proof that what lies under a mask has no effect: other pixels under it, and the same scores to the last digit."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from playground.jobs.lesson import small
from toolkit.model.training import Mask
from toolkit.vision.classifier import Classifier, masked
from toolkit.vision.classifier.model import NUMBERS
from toolkit.vision.reading import Picture, Tagging

#: Pixels along the long side of the pictures that come with a proof.
SHOWN = 240


class Proof(NamedTuple):
    """What a classifier says of one picture in four states of it."""

    bare: Tagging
    """Without a mask."""
    covered: Tagging
    """With the mask."""
    inverted: Tagging
    """With the mask, every pixel under it turned into its opposite beforehand."""
    noise: Tagging
    """With the mask, every pixel under it replaced by chance beforehand."""
    pictures: tuple[Picture, Picture, Picture]
    """The picture as it is, with the opposite and with noise under the mask, small."""
    share: float
    """How much of the picture lies under the mask, from 0 to 1."""

    @property
    def gone(self) -> bool:
        """Whether what lies under the mask makes no difference at all, to the last digit."""
        return self.covered.tags == self.inverted.tags == self.noise.tags

    def change(self, label: str) -> float:
        """By how much the mask changes the score of *label*, from -1 to 1."""
        before, after = (
            next(tag.score for tag in each.tags if tag.label == label) for each in (self.bare, self.covered)
        )
        return after - before


def under(picture: Picture, mask: Mask) -> npt.NDArray[np.bool_]:
    """Which pixels of *picture* the mask blanks, height by width: those that come out the same for black and white."""
    dark, light = (masked(np.full_like(picture, value), mask) for value in (0, 255))
    return np.asarray((dark == light).all(axis=2))


def prove(classifier: Classifier, picture: Picture, mask: Mask) -> Proof:
    """What *classifier* says of *picture* without *mask*, with it, and with other pixels under it."""
    hidden = under(picture, mask)
    inverted, noise = picture.copy(), picture.copy()
    inverted[hidden] = 255 - picture[hidden]
    noise[hidden] = np.random.default_rng(0).integers(0, 256, noise[hidden].shape, np.uint8)
    bare, covering = _with(classifier, ()), _with(classifier, mask)
    answers = (bare.tag(picture), covering.tag(picture), covering.tag(inverted), covering.tag(noise))
    pictures = (small(picture, SHOWN), small(inverted, SHOWN), small(noise, SHOWN))
    return Proof(*answers, pictures, float(hidden.mean()))


def _with(classifier: Classifier, mask: Mask) -> Classifier:
    """The same numbers behind another mask."""
    numbers = {key: getattr(classifier, key) for key in NUMBERS}
    return Classifier.of(classifier.name, classifier.labels, mask, numbers)
