"""It is settled beforehand what counts as right: one option of a choice, words for coders, beliefs that mislead.

A choice of understanding has exactly one right option, and at least two plausible ones beside it, since fewer are
easily guessed. An open question says in `accept:` what coders count as right. A question about what is **not** recorded
flags as `critical: true` what misleads people in a way that matters, such as being recorded without knowing. A scale
has no right answer.

Pass:

    questions:
      - id: kept
        kind: understanding
        form: choice
        point: how-long
        prompt: How long do we keep the picture?
        options:
          - {id: day, text: One day, correct: true}
          - {id: month, text: One month}
          - {id: always, text: For ever, critical: true}

Fail:

    questions:
      - id: kept
        kind: understanding
        form: choice
        point: how-long
        prompt: How long do we keep the picture?
        options: [{id: day, text: One day}, {id: month, text: One month}, {id: always, text: For ever}]
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toolkit.checks.problem import Problem
from toolkit.checks.studies.statuses import ALWAYS, NEVER, OPEN

if TYPE_CHECKING:
    from toolkit.model.study import Question
    from toolkit.view.study import StudyView

ID = "study-answers"
ERROR_IN = ALWAYS
#: Fewer options are guessed too easily.
FEWEST = 3
CHOSEN = frozenset({"choice", "multiple"})


def check(view: StudyView) -> Iterator[Problem]:
    """Problems of each question with its options, its key and its words for coders."""
    denied = {point.id for point in view.study.points if point.tests.partition(".")[0] == "not_collected"}
    for index, question in enumerate(view.study.questions):
        found = _key(question) if question.kind == "understanding" else _no_key(question)
        for field, problem in [*_options(question), *found, *_critical(question, denied)]:
            yield problem._replace(path=("questions", index, *field))
    spoken = any(question.form == "text" for question in view.study.questions)
    if spoken and view.study.coders < 2:
        advice = "let two people code each answer by themselves"
        yield Problem(("coders",), "nobody can tell how far coders agree where there is one", advice, error_in=NEVER)


Found = Iterator[tuple[tuple[str, ...], Problem]]


def _options(question: Question) -> Found:
    if question.form in CHOSEN and len(question.options) < 2:
        yield (), Problem((), f"`{question.id}` is a choice with fewer than two options", "add `options:`")
    if question.form not in CHOSEN and question.options:
        message = f"`{question.id}` has options, and nobody can choose one on a {question.form}"
        yield ("options",), Problem((), message, "write `form: choice`, or delete the options")
    if question.accept and question.form != "text":
        yield ("accept",), Problem((), "only open questions are coded by words", "delete `accept:`, flag an option")
    for option in question.options:
        if option.correct and option.critical:
            message = f"`{option.id}` is right, and a belief that misleads"
            yield ("options",), Problem((), message, "delete one of `correct:` and `critical:`")


def _key(question: Question) -> Found:
    right = [option.id for option in question.options if option.correct]
    if question.form == "scale":
        yield ("form",), Problem((), "a scale has no right answer", "write `form: choice`, or another `kind:`")
    elif question.form == "text":
        if not question.accept:
            advice = "add `accept:`, with an answer that is just right and one that is just not"
            yield (), Problem((), f"nothing says what coders count as right for `{question.id}`", advice)
    elif not right:
        yield ("options",), Problem((), f"no option of `{question.id}` is right", "add `correct: true` to one")
    elif question.form == "choice" and len(right) > 1:
        message = f"a choice has one right option, and `{question.id}` has {len(right)}: {', '.join(right)}"
        yield ("options",), Problem((), message, "leave one, or write `form: multiple`")
    elif len(right) == len(question.options):
        yield ("options",), Problem((), f"every option of `{question.id}` is right", "add some that are not")
    elif len(question.options) < FEWEST:
        message = f"`{question.id}` has {len(question.options)} options, so half of those who guess are right"
        yield ("options",), Problem((), message, "add others that people might believe", error_in=NEVER)


def _no_key(question: Question) -> Found:
    if any(option.correct or option.critical for option in question.options):
        message = f"`{question.id}` has a right or misleading option, and only understanding is scored"
        yield ("options",), Problem((), message, "delete the flags, or write `kind: understanding`")


def _critical(question: Question, denied: set[str]) -> Found:
    asked = question.kind == "understanding" and question.form in CHOSEN and question.point in denied
    if asked and not any(option.critical for option in question.options):
        message = f"`{question.id}` asks what is not recorded, and no option is `critical`"
        advice = "flag what misleads people, such as being filmed without knowing"
        yield ("options",), Problem((), message, advice, error_in=OPEN)
