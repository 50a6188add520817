"""A question that depends on another comes after it, and on an answer that can be chosen.

`when:` names an earlier question and the options after which this one is asked. A circle, an unknown id, or a question
that is asked later would mean that nobody ever meets this one. Awareness and expectations are asked the first time
only, so nothing in a second wave can depend on them.

Pass:

    questions:
      - id: seen
        kind: awareness
        form: choice
        prompt: Did you notice a sign?
        options: [{id: noticed, text: "Yes"}, {id: missed, text: "No"}]
      - id: where
        kind: awareness
        form: text
        prompt: Where did you see it?
        when: {question: seen, answered: noticed}

Fail:

    questions:
      - id: seen
        kind: awareness
        form: choice
        prompt: Did you notice a sign?
        options: [{id: noticed, text: "Yes"}, {id: missed, text: "No"}]
      - id: where
        kind: awareness
        form: text
        prompt: Where did you see it?
        when: {question: seen, answered: saw-it}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toolkit.checks.problem import Problem, hint
from toolkit.checks.studies.statuses import ALWAYS, NEVER
from toolkit.model.study import DONT_KNOW
from toolkit.view.study import STAGES

if TYPE_CHECKING:
    from toolkit.model.study import Question, When
    from toolkit.view.study import StudyView

ID = "study-skips"
ERROR_IN = ALWAYS
#: The stage in which each kind of question is asked.
STAGE = {kind: stage for stage, kinds in STAGES for kind in kinds}


def check(view: StudyView) -> Iterator[Problem]:
    """At most one problem for each question that depends on another."""
    study = view.study
    kinds = [kind for _, kinds in STAGES for kind in kinds]
    order = [question for kind in kinds for question in study.questions if question.kind == kind]
    met = {question.id: place for place, question in enumerate(order)}
    by_id = {question.id: question for question in study.questions}
    again = any(wave.id == "continued" for wave in study.waves)
    for index, question in enumerate(study.questions):
        when = question.when
        if when is None:
            continue
        problem = _unmet(question, when, by_id, met) or (_only_first(question, when, by_id) if again else None)
        if problem:
            yield problem._replace(path=("questions", index, "when"))


def _unmet(question: Question, when: When, by_id: dict[str, Question], met: dict[str, int]) -> Problem | None:
    """Why nobody ever meets *question*."""
    before = by_id.get(when.question)
    if before is None:
        advice = hint(when.question, list(by_id), "name a question that is asked before")
        return Problem((), f"there is no question called `{when.question}`", advice)
    circle = _circle(question, by_id)
    if circle:
        return Problem((), f"`when` runs in a circle: {' > '.join(circle)}", "break the circle")
    if met[before.id] >= met[question.id]:
        message = f"`{before.id}` is asked later than `{question.id}`, so nobody meets this one"
        return Problem((), message, "depend on an earlier question; kinds are asked in a fixed order")
    if before.form not in {"choice", "multiple"}:
        return Problem((), f"`{before.id}` has no options to depend on", "depend on a choice")
    offered = [*(option.id for option in before.options), DONT_KNOW]
    unknown = next((id for id in when.answered if id not in offered), None)
    if unknown or not when.answered:
        message = f"`{before.id}` has no option called `{unknown}`" if unknown else "`answered` names no option"
        return Problem((), message, hint(unknown or "", offered, f"options are: {', '.join(offered)}"))
    return None


def _circle(question: Question, by_id: dict[str, Question]) -> list[str]:
    way = [question.id]
    while (when := by_id[way[-1]].when) and when.question in by_id:
        if when.question in way:
            return [*way, when.question] if when.question == question.id else []
        way.append(when.question)
    return []


def _only_first(question: Question, when: When, by_id: dict[str, Question]) -> Problem | None:
    if STAGE[by_id[when.question].kind] != "before" or STAGE[question.kind] == "before":
        return None
    message = f"`{when.question}` is asked the first time only, so `{question.id}` is missing in the second wave"
    return Problem((), message, "depend on a question of understanding, or on none", error_in=NEVER)
