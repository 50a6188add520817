"""The plan says whom to ask: ten people or more, and among them those who are often left out.

Ten to twenty people find most of what is hard to understand (disclosure design guidelines for spatial analysis,
Microsoft 2022; Faulkner 2003); fewer are no study result. People with a disability, people at the margins, and people
who clean, guard and serve meet a notice differently, and are reached on purpose or not at all.

Pass:

    recruitment: {include: [disabled, marginalised, service_worker]}

Fail:

    recruitment: {include: [], participants: {min: 5, max: 8}}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toolkit.checks.problem import Problem, hint
from toolkit.checks.studies.statuses import ALWAYS, NEVER
from toolkit.i18n import listing

if TYPE_CHECKING:
    from toolkit.view.study import StudyView

ID = "study-people"
ERROR_IN = ALWAYS
FEWEST = 10
LEFT_OUT = {
    "disabled": "people with a disability",
    "marginalised": "marginalised people",
    "service_worker": "service workers",
}


def check(view: StudyView) -> Iterator[Problem]:
    """Problems of numbers, of groups that the place does not have, and of people who are left out."""
    plan = view.study.recruitment
    people = plan.participants
    where = ("recruitment", "participants")
    if people.min > people.max:
        yield Problem(where, f"at least {people.min} people and at most {people.max}", "put the two right")
    elif people.min < FEWEST:
        message = f"{people.min} people are planned at the least; below {FEWEST} it is not a study result"
        yield Problem(where, message, f"plan {FEWEST} or more, or call it a trial", error_in=NEVER)
    known = [each.id for each in view.place.deployment.people]
    for index, id in enumerate(plan.reach):
        if id not in known:
            advice = hint(id, known, "add the group to `people:` of the deployment")
            yield Problem(("recruitment", "reach", index), f"the place has no group of people called `{id}`", advice)
    if not plan.reach:
        advice = f"add `reach:`, such as {known[0]}" if known else "add `people:` to the deployment"
        yield Problem(("recruitment",), "no group of the people affected is named", advice, error_in=NEVER)
    missing = [words for id, words in LEFT_OUT.items() if id not in plan.include]
    if missing:
        message = f"nobody sets out to reach {listing(missing, 'or')}"
        advice = "add them to `include:`, and say in `how:` where you find them"
        yield Problem(("recruitment", "include"), message, advice, at_key=True, error_in=NEVER)
