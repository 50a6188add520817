"""A second wave has people who agreed to it, a code to find them by, days in between and other words.

Who is asked the same words twice remembers the answer and not the notice, so each question of understanding has
`again:` with other words. People are paired by their code, so an anonymous study has one wave.

Pass:

    waves: [{id: first}]

Fail:

    waves: [{id: first}, {id: continued, after_days: 14}]
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toolkit.checks.problem import Problem
from toolkit.checks.studies.statuses import ALWAYS, NEVER, OPEN

if TYPE_CHECKING:
    from toolkit.view.study import StudyView

ID = "study-waves"
ERROR_IN = ALWAYS


def check(view: StudyView) -> Iterator[Problem]:
    """Problems of the waves; where there is one alone, whether people are asked for a second for nothing."""
    study = view.study
    at = {wave.id: index for index, wave in enumerate(study.waves)}
    if "first" not in at:
        yield Problem(("waves",), "there is no wave `first`", "add `- id: first`")
    if "continued" not in at:
        if study.consent.recontact:
            message = "people are asked for a second wave, and there is none"
            yield Problem(("consent", "recontact"), message, "delete the clause, or add the wave", error_in=NEVER)
        return
    where = ("waves", at["continued"])
    if study.waves[at["continued"]].after_days is None:
        yield Problem(where, "nothing says after how many days people are asked again", "add `after_days:`")
    if study.mode == "anonymous":
        message = "in an anonymous study nobody has a code, so nobody can answer a second time"
        yield Problem(where, message, "delete the wave, or write `mode: coded`")
    if not study.consent.recontact:
        message = "nobody is asked whether they will answer a second time"
        yield Problem(where, message, "add `recontact:` to `consent:`")
    yield from _same_words(view)


def _same_words(view: StudyView) -> Iterator[Problem]:
    for index, question in enumerate(view.study.questions):
        same = question.again is not None and question.again == question.prompt
        if same or (question.kind == "understanding" and not question.again):
            message = f"`{question.id}` is asked in the same words the second time"
            advice = "write other words for the same question into `again:`"
            yield Problem(("questions", index), message, advice, error_in=OPEN)
