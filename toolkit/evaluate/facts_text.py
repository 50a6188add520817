"""Evidence of a reader: errors of characters and words, words and boxes found, what confidence is worth."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any, NamedTuple

import numpy as np

from toolkit.evaluate.corpus import Item
from toolkit.evaluate.facts import Measured, Part, curve, estimate, fact, point, slices, slug
from toolkit.evaluate.interval import Estimate, Share, figure
from toolkit.evaluate.scores import Score
from toolkit.evaluate.sweep import CLEAN
from toolkit.model import Evidence

THRESHOLDS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
#: Groups of like confidence.
GROUPS = 10
UNTOUCHED = "untouched pictures"


class Rate(NamedTuple):
    """A metric of the catalogue, and what one picture adds to it."""

    metric: str
    part: Part


def _characters(_: Item, score: Score) -> Share:
    return Share(score.characters.errors, score.characters.length)


def _words(_: Item, score: Score) -> Share:
    return Share(score.words.errors, score.words.length)


RATES = {
    "cer": Rate("character-error-rate", _characters),
    "wer": Rate("word-error-rate", _words),
    "word-precision": Rate("precision", lambda _, score: Share(score.right, score.read)),
    "word-recall": Rate("recall", lambda _, score: Share(score.right, score.words.length)),
    "word-f1": Rate("f1", lambda _, score: Share(2 * score.right, score.read + score.words.length)),
    "box-recall": Rate("box-recall", lambda _, score: Share(score.boxes_found, score.boxes)),
}


def facts(measured: Measured, default_threshold: float | None) -> Iterator[Evidence]:
    """Every fact that the results of a reader hold. *default_threshold* is the one whose value stands for a curve."""
    every = measured.of(CLEAN)
    with_text = [(item, score) for item, score in every if score.characters.length]
    for id, (metric, part) in RATES.items():
        told = estimate(with_text, part, measured.run.seed)
        if told:
            yield fact(measured, id, metric, told, _of_words(id))
    for name, value in slices([item for item, _ in with_text]):
        told = estimate(_slice(with_text, name, value), _characters, measured.run.seed)
        if told:
            condition = f"{UNTOUCHED}, {name} {value}"
            yield fact(
                measured, f"cer-{name}-{slug(value)}", "character-error-rate", told, condition, slice={name: value}
            )
    yield from _confidence(measured, with_text, default_threshold)
    yield from _invented(measured, [(item, score) for item, score in every if not score.characters.length])
    for degradation in measured.degradations:
        found = curve(measured, degradation, "character-error-rate", _characters)
        if found:
            yield found


def _of_words(id: str) -> str:
    return f"{UNTOUCHED}, words in any order" if id.startswith("word-") else UNTOUCHED


def _slice(found: list[tuple[Item, Score]], name: str, value: str) -> list[tuple[Item, Score]]:
    return [(item, score) for item, score in found if item.slices.get(name) == value]


def _confidence(measured: Measured, found: list[tuple[Item, Score]], default: float | None) -> Iterator[Evidence]:
    """How far confidence is from the truth, and for each threshold what is sent to a person and what slips through."""
    gap = _gap(found, measured.run.seed)
    if gap:
        yield fact(measured, "confidence-gap", "confidence-calibration", gap, f"words of {UNTOUCHED}")
    for id, part in (("slipped-through", _slipped), ("sent-to-person", _sent)):
        told = {t: estimate(found, partial(part, t), measured.run.seed) for t in THRESHOLDS}
        points = tuple(point(t, f"threshold {t:g}", each) for t, each in told.items() if each)
        threshold = min(THRESHOLDS, key=lambda t: abs(t - (default or 0.8)))
        middle = told[threshold]
        if middle:
            condition = f"words of {UNTOUCHED}, threshold {threshold:g}"
            yield fact(measured, id, id, middle, condition, curve=points)


def _slipped(threshold: float, _: Item, score: Score) -> Share:
    kept = [right for value, right in score.confidences if value >= threshold]
    return Share(len(kept) - sum(kept), len(kept))


def _sent(threshold: float, _: Item, score: Score) -> Share:
    return Share(sum(value < threshold for value, _ in score.confidences), len(score.confidences))


def _gap(found: list[tuple[Item, Score]], seed: int) -> Estimate | None:
    """The mean distance of confidence and truth over groups of like confidence (expected calibration error; Naeini,
    Cooper and Hauskrecht, AAAI 2015), its interval drawn over photographs.
    """
    sums: dict[str, Any] = {}
    for item, score in found:
        of_one = sums.setdefault(item.photograph, np.zeros((3, GROUPS)))
        for value, right in score.confidences:
            group = min(int(value * GROUPS), GROUPS - 1)
            of_one[:, group] += (1, value, right)
    return figure(list(sums.values()), _of_groups, seed)


def _of_groups(sums: Any) -> Any:
    count, confidence, right = (sums[..., row, :] for row in range(3))
    return np.abs(confidence - right).sum(axis=-1) / np.maximum(count.sum(axis=-1), 1)


def _invented(measured: Measured, found: list[tuple[Item, Score]]) -> Iterator[Evidence]:
    """Of the pictures without any text, how many had text read into them."""
    told = estimate(found, lambda _, score: Share(score.invented > 0, 1), measured.run.seed)
    if told:
        yield fact(measured, "invented", "invented-text", told, "pictures without text")
