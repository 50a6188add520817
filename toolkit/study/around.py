"""What a report says besides comprehension: who took part, who was left out, how coders agreed, and other counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import mean, median
from typing import NamedTuple

from toolkit.model.study import DONT_KNOW, SCALE, Question, Study
from toolkit.study.agreement import Kappa, alpha, fleiss, kappa
from toolkit.study.suppression import THRESHOLD, shown
from toolkit.study.table import CODER, JOIN, Row
from toolkit.study.usability import ITEMS, sus
from toolkit.view.study import USABILITY

#: What people are asked besides what they understood, and in which order it is told.
KINDS = ("awareness", "expectation", "acceptability", "satisfaction", "background")


class People(NamedTuple):
    """Who took part: how many began, how many of them went to the end, and why some were left out."""

    began: int
    complete: int
    excluded: dict[str, int]
    other_use: dict[str, int]
    """Trial answers and others that are no part of this."""
    channels: dict[str, int]
    languages: dict[str, int]
    arms: dict[str, int]
    later: int
    """How many of them answered in the second wave."""


class Coding(NamedTuple):
    """How coders agreed on open answers. `kappa` for two of them, `fleiss` and `alpha` for more."""

    coders: tuple[str, ...]
    answers: int
    coded_twice: int
    differ: int
    settled: int
    kappa: Kappa | None
    fleiss: float | None
    alpha: float | None


class Usability(NamedTuple):
    """Scores of the System Usability Scale."""

    people: int
    mean: float
    median: float
    low: float
    high: float


class Asked(NamedTuple):
    """How often each answer to a question was given; None is held back. `middle` is the median step of a scale."""

    question: Question
    people: int
    counts: dict[str, int | None]
    middle: float | None


def people(table: Sequence[Row], use: str) -> People:
    """Who is in *table*, of *use* and of others."""
    first: dict[str, Row] = {}
    later, done = set(), set()
    for row in table:
        first.setdefault(row.participant, row)
        if row.use == use and not row.excluded:
            if row.wave != "first":
                later.add(row.participant)
            elif row.state == "complete":
                done.add(row.participant)
    ours = [row for row in first.values() if row.use == use]
    kept = [row for row in ours if not row.excluded]
    return People(
        len(ours),
        len(done),
        _counted(row.excluded for row in ours if row.excluded),
        _counted(row.use for row in first.values() if row.use != use),
        _counted(row.channel for row in kept),
        _counted(row.language for row in kept),
        _counted(row.arm for row in kept),
        len(later),
    )


def _counted(values: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(values).items()))


def coding(table: Iterable[Row]) -> Coding | None:
    """How coders agreed on all open answers about a point; None where there is none."""
    open_ = [row for row in table if _in_words(row) and row.kind == "understanding"]
    if not open_:
        return None
    given = [dict(each.split(CODER, 1) for each in row.codes.split(JOIN) if CODER in each) for row in open_]
    coders = tuple(sorted({coder for codes in given for coder in codes}))
    frame = sorted({code for codes in given for code in codes.values()})
    twice = [codes for codes in given if len(codes) > 1]
    number = {code: float(index) for index, code in enumerate(frame)}
    lines = [[number[codes[coder]] if coder in codes else None for codes in given] for coder in coders]
    return Coding(
        coders,
        len(open_),
        len(twice),
        sum(len(set(codes.values())) > 1 for codes in twice),
        sum(bool(row.code) for row in open_),
        _kappa(coders, frame, twice) if len(coders) == 2 else None,
        _fleiss(coders, frame, given) if len(coders) > 2 else None,
        alpha(lines) if len(coders) > 1 else None,
    )


def _in_words(row: Row) -> bool:
    return row.form == "text" and row.answer not in {"", DONT_KNOW}


def _kappa(coders: Sequence[str], frame: Sequence[str], given: Iterable[dict[str, str]]) -> Kappa | None:
    pairs = Counter((codes[coders[0]], codes[coders[1]]) for codes in given)
    return kappa([[pairs[one, other] for other in frame] for one in frame])


def _fleiss(coders: Sequence[str], frame: Sequence[str], given: Iterable[dict[str, str]]) -> float | None:
    """Only of answers that every coder coded."""
    counts = (Counter(codes.values()) for codes in given if len(codes) == len(coders))
    return fleiss([[each[code] for code in frame] for each in counts])


def usability(table: Iterable[Row]) -> Usability | None:
    """The scores of all who answered the ten statements in the first wave; None where nobody did."""
    answers: dict[str, dict[str, int]] = {}
    for row in table:
        if row.item in USABILITY and row.wave == "first" and row.answer.isdigit():
            answers.setdefault(row.participant, {})[row.item] = int(row.answer)
    scores = [sus([each[id] for id in USABILITY]) for each in answers.values() if len(each) == ITEMS]
    return Usability(len(scores), mean(scores), median(scores), min(scores), max(scores)) if scores else None


def asked(study: Study, table: Iterable[Row]) -> tuple[Asked, ...]:
    """Answers to all that is no question of comprehension, in the first wave. Few people who said the same about
    themselves are held back.
    """
    by_item: dict[str, list[Row]] = {}
    for row in table:
        if row.wave == "first" and row.kind in KINDS:
            by_item.setdefault(row.item, []).append(row)
    questions = sorted(study.questions, key=lambda each: KINDS.index(each.kind) if each.kind in KINDS else -1)
    return tuple(_asked(each, by_item[each.id]) for each in questions if each.id in by_item)


def _asked(question: Question, rows: Sequence[Row]) -> Asked:
    given = [row.answer for row in rows if row.answer]
    if question.form == "text":
        return Asked(question, len(given), {}, None)
    every = Counter(id for answer in given for id in answer.split(JOIN))
    ids = [option.id for option in question.options] or [str(step) for step in range(1, SCALE + 1)]
    counts: dict[str, int | None] = {id: every[id] for id in (*ids, DONT_KNOW)}
    if question.kind == "background":
        counts = dict(shown({id: every[id] for id in counts}))
    steps = [int(answer) for answer in given if answer.isdigit()]
    return Asked(question, len(given), counts, median(steps) if question.form == "scale" and steps else None)


def quotable(table: Iterable[Row]) -> tuple[tuple[str, str], ...]:
    """Question and words of people who agreed that words of theirs are printed; only where at least five did. Somebody
    has to go over them before they are printed: people write names.
    """
    words = [row for row in table if _in_words(row) and row.quotes == "1" and row.wave == "first"]
    enough = len({row.participant for row in words}) >= THRESHOLD
    return tuple(sorted((row.item, row.answer) for row in words)) if enough else ()
