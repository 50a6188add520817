"""What was understood of each comprehension point: counts, both intervals, both verdicts, and what to do about it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from toolkit.model.study import DONT_KNOW, Criterion, Point, Question, Study
from toolkit.study.count import Result, Tally, tally
from toolkit.study.proportion import LEVEL, Interval, at_most
from toolkit.study.publish import FEWEST
from toolkit.study.table import JOIN, Row
from toolkit.study.verdict import can_demonstrate, verdict
from toolkit.view.backing import covers
from toolkit.view.place import PlaceView

#: Sentences of the deployment at a path, each with its own path.
Told = Callable[[str], Sequence[tuple[str, str]]]
PASSED = "passed over"


def told_by(view: PlaceView) -> Told:
    """The sentences that readers of a place are told at a path; the bare path where there is none."""
    return lambda path: [(each.path, each.text) for each in view.sentences if covers(path, each.path)] or [(path, "")]


class Judged(NamedTuple):
    """Counts of a point in one group of people, against the criterion. Without anybody there are no intervals."""

    name: str
    counts: Tally
    wilson: Interval | None
    exact: Interval | None
    needed: int
    meets_target: bool
    demonstrated: bool
    can_demonstrate: bool
    too_critical: bool
    critical_at_most: float | None
    """Where nobody holds a critical belief: up to this share of all people still may, one-sided."""
    enough: bool
    """Whether at least ten people were asked, so that this is a result."""


class Wrong(NamedTuple):
    """An answer that was not right, and how many people gave it."""

    question: str
    answer: str
    people: int
    critical: bool


class Found(NamedTuple):
    """What was found of one point. `edit` are the sentences to work on where it failed."""

    point: Point
    overall: Judged
    groups: tuple[Judged, ...]
    wrong: tuple[Wrong, ...]
    edit: tuple[tuple[str, str], ...]

    @property
    def failed(self) -> bool:
        """Whether enough people were asked, and too few of them were right or too many misled."""
        return self.overall.enough and not self.overall.meets_target


def people_to_demonstrate(share: float) -> int:
    """How few people can demonstrate *share*, with everybody right: 23 for 85 %."""
    return math.ceil(math.log((1 - LEVEL) / 2) / math.log(share)) if 0 < share < 1 else 0


def judge(name: str, counts: Tally, criterion: Criterion) -> Judged:
    """*counts* against *criterion*. A point with too many critical beliefs does not meet the target."""
    people = counts.people
    if not people:
        return Judged(name, counts, None, None, 0, False, False, False, False, None, False)  # noqa: FBT003
    found = verdict(counts.right, people, criterion.share)
    too_critical = counts.critical > criterion.critical_at_most * people + 1e-9
    return Judged(
        name,
        counts,
        found.wilson,
        found.exact,
        found.needed,
        found.meets_target and not too_critical,
        found.demonstrated and not too_critical,
        can_demonstrate(people, criterion.share),
        too_critical,
        None if counts.critical else at_most(people),
        people >= FEWEST,
    )


def found(study: Study, table: Sequence[Row], results: Iterable[Result], told: Told) -> tuple[Found, ...]:
    """Each point of the plan, over everybody who was shown something in the first wave, and by arm and language."""
    seen = {arm.id for arm in study.arms if arm.shows != "nothing"}
    by_point: dict[str, list[Result]] = {point.id: [] for point in study.points}
    for each in results:
        if each.wave == "first" and each.arm in seen and each.point in by_point:
            by_point[each.point].append(each)
    asked = [row for row in table if row.wave == "first" and row.arm in seen and row.point]
    return tuple(_found(study, point, by_point[point.id], asked, told) for point in study.points)


def _found(study: Study, point: Point, results: list[Result], table: Iterable[Row], told: Told) -> Found:
    overall = judge("everybody", tally(results), study.criterion)
    groups = _by_group(study, results)
    wrong = tuple(_wrong(study, point, table))
    failed = overall.enough and not overall.meets_target
    paths = dict.fromkeys((point.told_by, point.tests)) if failed else ()
    edit = tuple(dict.fromkeys(sentence for path in paths for sentence in told(path) or ((path, ""),)))
    return Found(point, overall, groups, wrong, edit)


def _by_group(study: Study, results: Sequence[Result]) -> tuple[Judged, ...]:
    """By arm and language, where there is more than one of either."""
    groups: dict[tuple[str, str], list[Result]] = {}
    for each in results:
        groups.setdefault((each.arm, each.language), []).append(each)
    if len(groups) < 2:
        return ()
    return tuple(judge(", ".join(name), tally(each), study.criterion) for name, each in sorted(groups.items()))


def _wrong(study: Study, point: Point, table: Iterable[Row]) -> Iterable[Wrong]:
    """Answers about *point* that were not right, the most frequent first; of words, the code."""
    questions = {each.id: each for each in study.questions if each.point == point.id and each.kind == "understanding"}
    counts = Counter((row.item, _given(row)) for row in table if row.item in questions and row.correct == "0")
    for (item, answer), people in sorted(counts.items(), key=lambda each: (-each[1], each[0])):
        text, critical = _in_words(questions[item], answer)
        yield Wrong(item, text, people, critical)


def _given(row: Row) -> str:
    if row.answer in {"", DONT_KNOW}:
        return row.answer or PASSED
    return f"coded {row.code}" if row.form == "text" else row.answer


def _in_words(question: Question, answer: str) -> tuple[str, bool]:
    """An answer as people read it, and whether it is a critical belief."""
    if answer == "coded opposite" and question.form == "text":
        return answer, True
    options = {option.id: option for option in question.options}
    ids = answer.split(JOIN)
    words = {DONT_KNOW: "I don't know", PASSED: PASSED}
    texts = [options[id].text if id in options else words.get(id, id) for id in ids]
    return " + ".join(texts), any(id in options and options[id].critical for id in ids)
