"""What people notice and expect is asked before they are shown the notice, and what they accept after it.

Kinds are asked in a fixed order, so nothing has to be sorted. Where nothing asks whether people noticed the sign, the
study shows how a notice is understood that one was told to read, and not whether anybody would have read it.

Pass:

    questions:
      - {id: seen, kind: awareness, form: text, prompt: What is the sign at this desk for?}
      - {id: expects, kind: expectation, form: text, prompt: What do you think is recorded here?}
      - {id: fine, kind: acceptability, form: scale, prompt: How acceptable is it that the picture stays one day?}

Fail:

    questions:
      - {id: fine, kind: acceptability, form: scale, prompt: How acceptable is it that the picture stays one day?}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toolkit.checks.problem import Problem
from toolkit.checks.studies.statuses import NEVER

if TYPE_CHECKING:
    from toolkit.view.study import StudyView

ID = "study-awareness"
ERROR_IN = NEVER
MISSING = {
    "awareness": ("nothing asks whether people noticed the notice", "add a question of the kind `awareness`"),
    "expectation": ("nothing asks what people expect", "add a question of the kind `expectation`"),
    "acceptability": ("nothing asks what people find acceptable", "add a question of the kind `acceptability`"),
}


def check(view: StudyView) -> Iterator[Problem]:
    """One problem for each kind that is missing."""
    kinds = {question.kind for question in view.study.questions}
    for kind, (message, advice) in MISSING.items():
        if kind not in kinds:
            yield Problem(("questions",), message, advice, at_key=True)
