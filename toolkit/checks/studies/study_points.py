"""Every question of understanding belongs to a point, and every point has a question.

Answers are scored by point, never as one mark for the whole. A question without a point counts for nothing, and of a
point without a question nobody will know anything.

Pass:

    points: [{id: how-long, knows: It is kept for one day., tests: items.retention, told_by: statements.kept}]

Fail:

    points:
      - {id: how-long, knows: It is kept for one day., tests: items.retention, told_by: statements.kept}
      - {id: who-checks, knows: A clerk compares the words., tests: oversight.level, told_by: statements.checked}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toolkit.checks.problem import Problem, hint
from toolkit.checks.studies.statuses import ALWAYS

if TYPE_CHECKING:
    from toolkit.view.study import StudyView

ID = "study-points"
ERROR_IN = ALWAYS


def check(view: StudyView) -> Iterator[Problem]:
    """One problem for each question without a point, and for each point without a question."""
    known = [point.id for point in view.study.points]
    asked = {question.point for question in view.study.questions if question.kind == "understanding"}
    for index, question in enumerate(view.study.questions):
        if question.point is not None and question.point not in known:
            advice = hint(question.point, known, "add the point to `points:`")
            yield Problem(("questions", index, "point"), f"there is no point called `{question.point}`", advice)
        elif question.point is None and question.kind == "understanding":
            message = f"`{question.id}` asks what people understood, and belongs to no point"
            yield Problem(("questions", index), message, "add `point:`, or another `kind:`")
    for index, id in enumerate(known):
        if id not in asked:
            message = f"no question of understanding asks about the point `{id}`"
            yield Problem(("points", index), message, "add a question with this `point:`, or delete the point")
    if not known:
        yield Problem(
            ("points",), "nothing is named that people should know", "add a point, such as how long it is kept"
        )
