"""Answers are kept until a day, and withdrawals count until a day that does not lie after it.

`consent.freeze:` is the last day on which a withdrawal changes totals, `keep_until:` the day on which all answers are
deleted. Both lie ahead while a study is open; people agree to them.

Pass:

    keep_until: 2027-06-30

Fail:

    keep_until: 2027-01-31
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toolkit.checks.problem import Problem
from toolkit.checks.studies.statuses import ALWAYS, OPEN
from toolkit.i18n import day

if TYPE_CHECKING:
    from toolkit.view.study import StudyView

ID = "study-days"
ERROR_IN = ALWAYS


def check(view: StudyView) -> Iterator[Problem]:
    """One problem for each day that cannot be."""
    study, today = view.study, view.house.today
    freeze = study.consent.freeze
    if freeze > study.keep_until:
        message = f"withdrawals count until {day(freeze)}, and answers are deleted on {day(study.keep_until)}"
        yield Problem(("consent", "freeze"), message, "write a day that is not after `keep_until:`")
    if study.status == "closed":
        return
    for path, value, what in (
        (("consent", "freeze"), freeze, "withdrawals count until"),
        (("keep_until",), study.keep_until, "all answers are deleted on"),
    ):
        if value <= today:
            message = f"{what} {day(value)}, which is past"
            yield Problem(path, message, "write a day to come, or close the study", error_in=OPEN)
