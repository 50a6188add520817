"""Evidence of a tagger: precision and recall of each tag, and how they fall when pictures are spoilt.

A tag is measured with at least ten photographs that show it and ten that do not; others stay "not measured".
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from toolkit.evaluate.corpus import Item
from toolkit.evaluate.facts import Measured, curve, estimate, fact, slug
from toolkit.evaluate.interval import Share
from toolkit.evaluate.sweep import CLEAN
from toolkit.model import Evidence

FEWEST = 10
THRESHOLD = 0.5
UNTOUCHED = "untouched pictures"


class Known(NamedTuple):
    """Of how many photographs it is known that they show a tag, and that they do not."""

    shown: int
    not_shown: int

    @property
    def enough(self) -> bool:
        return self.shown >= FEWEST and self.not_shown >= FEWEST


def known(items: tuple[Item, ...]) -> dict[str, Known]:
    """How many photographs are known for each tag."""
    labels = sorted({label for item in items for label in item.tags})
    return {label: Known(_count(items, label, there=True), _count(items, label, there=False)) for label in labels}


def _count(items: tuple[Item, ...], label: str, *, there: bool) -> int:
    return len({item.photograph for item in items if item.tags.get(label) is there})


def facts(measured: Measured, threshold: float | None, labels: Collection[str]) -> Iterator[Evidence]:
    """Every fact that the results of a tagger hold, at *threshold* (0.5 where there is none). *labels* are those that
    it can give: of others nothing is measured.
    """
    line = THRESHOLD if threshold is None else threshold
    for label, count in known(measured.corpus.items).items():
        if count.enough and label in labels:
            yield from _of_label(measured, label, line)
    if measured.run.model:
        yield from _of_whole(measured)


def _of_label(measured: Measured, label: str, line: float) -> Iterator[Evidence]:
    def hit(scores: Mapping[str, float]) -> bool:
        return scores.get(label, 0.0) >= line

    def precision(item: Item, scores: Mapping[str, float]) -> Share:
        there = item.tags.get(label)
        return Share(0, 0) if there is None else Share(hit(scores) and there, hit(scores))

    def recall(item: Item, scores: Mapping[str, float]) -> Share:
        there = item.tags.get(label, False)
        return Share(hit(scores) and there, there)

    of_tag = {"slice": {"tag": label}}
    for metric, part in (("precision", precision), ("recall", recall)):
        told = estimate(measured.of(CLEAN), part, measured.run.seed)
        if told:
            condition = f"tag {label}, {UNTOUCHED}, threshold {line:g}"
            yield fact(measured, f"{metric}-{slug(label)}", metric, told, condition, **of_tag)
    curves = measured.degradations if label in (measured.run.tags or (label,)) else ()
    for degradation in curves:
        spoilt = curve(measured, degradation, "recall", recall, id=f"{degradation}-{slug(label)}", **of_tag)
        if spoilt:
            yield spoilt


def _of_whole(measured: Measured) -> Iterator[Evidence]:
    """For a classifier that gives every picture one of its labels: the share that got the right one."""

    def right(item: Item, scores: Mapping[str, float]) -> Share:
        best = max(sorted(scores), key=lambda label: scores[label], default="")
        return Share(item.tags.get(best, False), sum(item.tags.values()) == 1)

    told = estimate(measured.of(CLEAN), right, measured.run.seed)
    if told:
        yield fact(measured, "accuracy", "accuracy", told, UNTOUCHED)
    for degradation in measured.degradations:
        spoilt = curve(measured, degradation, "accuracy", right)
        if spoilt:
            yield spoilt
