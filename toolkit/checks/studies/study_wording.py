"""A question asks one thing, and does not tell people what to answer.

Who is asked two things at once answers one of them, and nobody knows which. Who hears "don't you agree" agrees. Looked
for are two question marks, a second question after "and" or "or", "and" in what is rated on a scale, and turns of
phrase that lead. Only English is looked at; let a speaker read the other languages for it.

Pass:

    questions:
      - {id: clear, kind: satisfaction, form: scale, prompt: How clear is the sign to you?}

Fail:

    questions:
      - {id: clear, kind: satisfaction, form: scale, prompt: "The sign is clear, don't you agree?"}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from toolkit.checks.problem import Problem
from toolkit.checks.readability_formulas import primary
from toolkit.checks.studies.statuses import NEVER

if TYPE_CHECKING:
    from toolkit.view.study import StudyView

ID = "study-wording"
ERROR_IN = NEVER
ASKING = "what|who|whom|whose|when|where|how|why|which|do|does|did|is|are|can|will|would|should|may"
SECOND = re.compile(rf"\b(?:and|or),? (?:{ASKING})\b", re.IGNORECASE)
JOINED = re.compile(r"\band\b", re.IGNORECASE)
LEADING = re.compile(
    r"\b(?:(?:do|is|are|does|did|would|wo|ca|could|should)n['\u2019]t (?:you|it|they|we|this|that)|of course"
    r"|obviously|surely|clearly|as you (?:know|can see)|you (?:must|will) agree|everybody knows|right\?$)",
    re.IGNORECASE,
)


def check(view: StudyView) -> Iterator[Problem]:
    """One problem for each prompt that asks twice, and for each that leads."""
    if primary(view.language) != "en":
        return
    for index, question in enumerate(view.study.questions):
        for field, text in (("prompt", question.prompt), ("again", question.again or "")):
            path = ("questions", index, field)
            if text.count("?") > 1 or SECOND.search(text) or (question.form == "scale" and JOINED.search(text)):
                yield Problem(path, f"`{question.id}` asks two things at once", "make two questions of it")
            if found := LEADING.search(text):
                yield Problem(path, f"`{found[0]}` tells people what to answer", "ask without it")
