"""Ids of points, questions, options, arms and waves are used once, and none is one that the toolkit uses itself.

Answers are kept under these ids, so two things with one id could not be told apart. `notice`, `task` and `sus-1` to
`sus-10` are steps of their own, and `dont-know` is the answer that every question offers.

Pass:

    arms:
      - {id: sign, shows: sign, sign: desk-sign, exposure: {form: wall, distance: 1}}
      - {id: page, shows: notice, exposure: {form: screen}}

Fail:

    arms:
      - {id: sign, shows: sign, sign: desk-sign, exposure: {form: wall, distance: 1}}
      - {id: sign, shows: notice, exposure: {form: screen}}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toolkit.checks.problem import Problem
from toolkit.checks.studies.statuses import ALWAYS
from toolkit.model.study import DONT_KNOW
from toolkit.source import Path_
from toolkit.view.study import USABILITY

if TYPE_CHECKING:
    from toolkit.view.study import StudyView

ID = "study-ids"
ERROR_IN = ALWAYS
RESERVED = frozenset({"notice", "task", *USABILITY})


def check(view: StudyView) -> Iterator[Problem]:
    """One problem for each id that is used twice, or that is none to choose."""
    study = view.study
    yield from _twice(("points",), [point.id for point in study.points])
    yield from _twice(("questions",), [question.id for question in study.questions], RESERVED)
    yield from _twice(("arms",), [arm.id for arm in study.arms])
    yield from _twice(("waves",), [wave.id for wave in study.waves])
    for index, question in enumerate(study.questions):
        ids = [option.id for option in question.options]
        yield from _twice(("questions", index, "options"), ids, frozenset({DONT_KNOW}))


def _twice(path: Path_, ids: list[str], reserved: frozenset[str] = frozenset()) -> Iterator[Problem]:
    for index, id in enumerate(ids):
        if id in reserved:
            yield Problem((*path, index, "id"), f"the toolkit uses the id `{id}` itself", "choose another id")
        elif id in ids[:index]:
            yield Problem((*path, index, "id"), f"the id `{id}` is used twice here", "choose another id")
