"""People agree before they are asked about themselves, may keep silent, and know that they may stop.

Questions about themselves are of the kind `background` and have a clause of their own, `consent.background:`. What law
protects, such as health or origin, is `sensitive: true` and never asked among other questions. A choice about oneself
offers not to say; groups are joined by choice alone. Whether the text says that one may stop is looked for in English.

Pass:

    consent: {background: May we ask how old you are?}
    questions:
      - id: age
        kind: background
        form: choice
        prompt: How old are you?
        options:
          - {id: young, text: Under 30}
          - {id: older, text: 30 or over}
          - {id: not-said, text: I would rather not say}

Fail:

    questions:
      - id: age
        kind: background
        form: choice
        prompt: How old are you?
        options:
          - {id: young, text: Under 30}
          - {id: older, text: 30 or over}
          - {id: not-said, text: I would rather not say}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from toolkit.checks.problem import Problem
from toolkit.checks.readability_formulas import primary
from toolkit.checks.studies.statuses import ALWAYS, NEVER, OPEN

if TYPE_CHECKING:
    from toolkit.model.study import Question
    from toolkit.view.study import StudyView

ID = "study-consent"
ERROR_IN = ALWAYS
SILENT = re.compile(r"not-said|not-say|prefer-not|rather-not")
#: Words by which an English text says that nobody has to take part.
FREE = re.compile(r"\b(?:stop|voluntar\w*|withdraw|skip|need not|do not have to|say no)\b", re.IGNORECASE)


def check(view: StudyView) -> Iterator[Problem]:
    """Problems of the clauses, then of the questions about people themselves."""
    study, consent = view.study, view.study.consent
    if primary(view.language) == "en" and not FREE.search(consent.text):
        advice = "say that nobody has to take part, and how to stop"
        yield Problem(("consent", "text"), "nothing tells people that they may stop", advice, error_in=OPEN)
    if consent.background and not any(question.kind == "background" for question in study.questions):
        message = "people are asked for questions about themselves, and there are none"
        yield Problem(("consent", "background"), message, "delete the clause", error_in=NEVER)
    if consent.quotes and not any(question.form == "text" for question in study.questions):
        message = "people are asked for words of theirs, and no question is open"
        yield Problem(("consent", "quotes"), message, "delete the clause", error_in=NEVER)
    for index, question in enumerate(study.questions):
        for problem in _about_oneself(question, asked=bool(consent.background)):
            yield problem._replace(path=("questions", index))


def _about_oneself(question: Question, *, asked: bool) -> Iterator[Problem]:
    if question.sensitive and question.kind != "background":
        message = f"`{question.id}` asks for what law protects, among other questions"
        yield Problem((), message, "write `kind: background`, so that it has a consent of its own")
    if question.kind != "background":
        return
    if not asked:
        message = f"`{question.id}` asks people about themselves, and they have not agreed to that"
        yield Problem((), message, "add `background:` to `consent:`")
    if question.form in {"choice", "multiple"} and not any(SILENT.search(each.id) for each in question.options):
        message = f"nobody can say that they would rather not answer `{question.id}`"
        yield Problem((), message, "add the option `not-said`: I would rather not say", error_in=OPEN)
