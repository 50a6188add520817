"""A point asks about something that the place says, and that the notice tells: both paths lead somewhere.

`tests:` is the path of the deployment that says so, such as `items.retention`, `kept.picture.retention` or
`not_collected`. `told_by:` is the part that tells it: `statements.kept`, `items.retention`, `notices.at-door`. What
nobody is shown in any arm, nobody can have understood; a sign shows its own statements, headline, lead and contacts.

Pass:

    points: [{id: how-long, knows: It is kept for one day., tests: items.retention, told_by: statements.kept}]

Fail:

    points: [{id: how-long, knows: It is kept for one day., tests: items.retntion, told_by: statements.kept}]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from toolkit.checks.problem import Problem, hint
from toolkit.checks.studies.statuses import ALWAYS, NEVER
from toolkit.view.told import message

if TYPE_CHECKING:
    from toolkit.model import Deployment
    from toolkit.model.sign import Sign
    from toolkit.model.study import Arm
    from toolkit.view.study import StudyView

ID = "study-traced"
ERROR_IN = ALWAYS
#: By the first step of a path: the kind of statement that tells of it on a sign.
TOLD_OF = {"not_collected": "not_collected", "choices": "choice", "oversight": "oversight", "risks": "risk"}
#: What every sign tells in its lead and at its foot.
ON_EVERY_SIGN = ("items.contact", "items.purpose", "purpose", "controller")


def check(view: StudyView) -> Iterator[Problem]:
    """One problem for each path that leads nowhere, and for each point that no arm is told."""
    known = _prefixes(message(view.place.deployment))
    words = _prefixes(path for path, _ in view.place.sentences)
    for index, point in enumerate(view.study.points):
        where = ("points", index)
        if point.tests not in known:
            advice = hint(point.tests, known, "write a path of deployment.yml, such as items.retention")
            yield Problem((*where, "tests"), f"the place says nothing at `{point.tests}`", advice)
        if point.told_by not in words:
            advice = hint(point.told_by, words, "write a part of the notice, such as statements.kept")
            yield Problem((*where, "told_by"), f"no sign and no notice holds `{point.told_by}`", advice)
        elif not any(_shows(view.place.deployment, arm, point.told_by) for arm in view.study.arms):
            sentence = f"no arm is shown `{point.told_by}`, so nobody can know it"
            advice = "add an arm that shows it, or name a part that the sign has"
            yield Problem((*where, "told_by"), sentence, advice, error_in=NEVER)


def _prefixes(paths: Iterable[str]) -> set[str]:
    """All *paths*, and everything that they lie below."""
    found = set()
    for path in paths:
        steps = path.split(".")
        found |= {".".join(steps[:end]) for end in range(1, len(steps) + 1)}
    return found


def _shows(place: Deployment, arm: Arm, told_by: str) -> bool:
    """Whether people in *arm* are shown the part of the notice at *told_by*."""
    if arm.shows in {"notice", "plain"}:
        return True
    sign = next((each for each in place.signs if each.id == arm.sign), None) if arm.shows == "sign" else None
    return sign is not None and _holds(place, sign, told_by)


def _holds(place: Deployment, sign: Sign, told_by: str) -> bool:
    head, _, rest = told_by.partition(".")
    name = rest.partition(".")[0]
    own = {"statements": name in sign.statements, "signs": name == sign.id, "notices": name == sign.notice}
    if head in own:
        return own[head]
    if told_by.startswith(ON_EVERY_SIGN):
        return True
    item = TOLD_OF.get(head, name)
    facts = [fact for fact in place.statements if fact.id in sign.statements]
    return any(fact.item == item or name in fact.of for fact in facts)
