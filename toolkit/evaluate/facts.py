"""Results of a sweep in, evidence out: each figure with its interval, n, corpus, engine, condition, seed and day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from toolkit.evaluate.corpus import Corpus, Item
from toolkit.evaluate.interval import Estimate, Share, rate
from toolkit.evaluate.sweep import CLEAN, Condition, Result
from toolkit.i18n import lower_first
from toolkit.model.evidence import Amount, CorpusRef, CurvePoint, EngineRef, Evidence, Interval
from toolkit.model.uses import Limitation, Run
from toolkit.vision.degradations import DEGRADATIONS, LEVELS

#: The level whose value stands for a whole curve.
MIDDLE = 3
DIGITS = 6


class Measured(NamedTuple):
    """A run with its results, and what is needed to tell where they come from."""

    run: Run
    corpus: Corpus
    engine: EngineRef
    day: dt.date
    limitations: tuple[Limitation, ...]
    results: Mapping[tuple[str, Condition], Result]

    def of(self, condition: Condition, items: Iterable[Item] | None = None) -> list[tuple[Item, Any]]:
        """Items with their results under *condition*."""
        every = self.corpus.items if items is None else items
        return [(item, self.results[item.id, condition]) for item in every if (item.id, condition) in self.results]

    @property
    def degradations(self) -> tuple[str, ...]:
        """What was done to the pictures, in the order of the table."""
        done = {condition.degradation for _, condition in self.results}
        return tuple(id for id in DEGRADATIONS if id in done)

    def limitation(self, degradation: str) -> str | None:
        """The limitation that names *degradation* as its demonstration."""
        named = (each.id for each in self.limitations if each.demo and each.demo.degradation == degradation)
        return next(named, None)


#: What the result of an item adds to a rate.
Part = Callable[[Item, Any], Share]


def estimate(found: Iterable[tuple[Item, Any]], part: Part, seed: int) -> Estimate | None:
    """A rate over items, where those of one photograph count together."""
    shares: dict[Hashable, list[Share]] = {}
    for item, result in found:
        shares.setdefault(item.photograph, []).append(part(item, result))
    return rate(shares, seed)


def fact(measured: Measured, id: str, metric: str, told: Estimate, condition: str, **more: Any) -> Evidence:
    """One record of evidence. *more* are further fields of it."""
    corpus = measured.corpus
    interval = None
    if told.low is not None and told.high is not None:
        interval = Interval(low=_round(told.low), high=_round(told.high), method=told.method)
    method = f"{told.method}; rates are summed errors over summed length"
    fields: dict[str, Any] = {"method": method, **more}
    return Evidence(
        schema_version="1.0",
        id=f"{measured.run.id}-{id}",
        metric=metric,
        value=_round(told.value),
        unit="ratio",
        interval=interval,
        n=Amount(count=told.photographs, of=_counted(told.photographs, corpus)),
        corpus=_reference(corpus),
        condition=condition,
        engine=measured.engine,
        run=measured.run.id,
        seed=measured.run.seed,
        date=measured.day,
        review_due=_next_year(measured.day),
        **fields,
    )


def curve(measured: Measured, degradation: str, metric: str, part: Part, **more: Any) -> Evidence | None:
    """How a rate grows with the severity of *degradation*; None where there is nothing to measure. The value is the
    one in the middle, level 3.
    """
    known = DEGRADATIONS[degradation]
    points: list[CurvePoint] = []
    middle: Estimate | None = None
    for spoilt, setting in [(CLEAN, "untouched"), *_levels(degradation, known.levels)]:
        found = estimate(measured.of(spoilt), part, measured.run.seed)
        if found is None:
            return None
        points.append(point(spoilt.level, setting, found))
        middle = found if spoilt.level == MIDDLE else middle
    if middle is None:
        return None
    condition = f"{lower_first(known.name)} at level {MIDDLE} of {len(LEVELS)} ({known.levels[MIDDLE - 1]})"
    id = more.pop("id", degradation)
    limitation = measured.limitation(degradation)
    return fact(measured, id, metric, middle, condition, curve=tuple(points), limitation=limitation, **more)


def _levels(degradation: str, settings: Sequence[str]) -> list[tuple[Condition, str]]:
    return [(Condition(degradation, level), str(settings[level - 1])) for level in LEVELS]


def point(level: float, setting: str, told: Estimate) -> CurvePoint:
    """A point of a curve."""
    low, high = (None if each is None else _round(each) for each in (told.low, told.high))
    return CurvePoint(level=level, setting=setting, value=_round(told.value), low=low, high=high)


def slices(items: Sequence[Item]) -> list[tuple[str, str]]:
    """The parts of a corpus by each of its properties; a property that all items share parts nothing."""
    known = sorted({(name, value) for item in items for name, value in item.slices.items()})
    names = [name for name, _ in known]
    return [(name, value) for name, value in known if names.count(name) > 1]


def _reference(corpus: Corpus) -> CorpusRef:
    name, licence = corpus.name, corpus.licence[:200]
    return CorpusRef(name=name, hash=corpus.hash, synthetic=corpus.synthetic, licence=licence, place=corpus.place)


def _counted(count: int, corpus: Corpus) -> str:
    """What n counts: pictures that were made (some of them, at least), or photographs and scans that were taken."""
    noun = "picture" if corpus.synthetic else "photograph"
    return noun if count == 1 else f"{noun}s"


def slug(text: str) -> str:
    """*text* as a part of an id."""
    return "-".join("".join(c if c.isascii() and c.isalnum() else " " for c in text.lower()).split()) or "other"


def _round(value: float) -> float:
    return round(value, DIGITS)


def _next_year(day: dt.date) -> dt.date:
    return day.replace(year=day.year + 1, day=min(day.day, 28) if day.month == 2 else day.day)
