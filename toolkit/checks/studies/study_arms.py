"""It is clear what people are shown, how, and by which measure it counts as understood.

An arm with `shows: sign` names a sign of the place. What hangs on a wall is read from a distance, which belongs into
`exposure:`. A team that sets its own target says in `source:` who set it and why; a target that has a name has its
share: 0.8 for eu-leaflet (16 of 20), 0.67 for iso, 0.85 for ansi.

Pass:

    arms: [{id: sign, shows: sign, sign: desk-sign, exposure: {form: wall, distance: 1}}]

Fail:

    arms: [{id: sign, shows: sign, sign: door-sign, exposure: {form: wall, distance: 1}}]
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toolkit.checks.problem import Problem, hint
from toolkit.checks.studies.statuses import ALWAYS, NEVER, OPEN

if TYPE_CHECKING:
    from toolkit.model.study import Arm
    from toolkit.view.study import StudyView

ID = "study-arms"
ERROR_IN = ALWAYS
SHARES = {"eu-leaflet": 0.8, "iso": 0.67, "ansi": 0.85}


def check(view: StudyView) -> Iterator[Problem]:
    """Problems of each arm, then of the task and of the target."""
    study = view.study
    signs = [sign.id for sign in view.place.deployment.signs]
    for index, arm in enumerate(study.arms):
        for problem in _arm(arm, signs):
            yield problem._replace(path=("arms", index, *problem.path))
    if all(arm.shows == "nothing" for arm in study.arms):
        yield Problem(("arms",), "nobody is shown the notice", "add an arm that shows a sign or the notice")
    if study.usability and study.task is None:
        message = "the ten statements on usability follow a task, and there is none"
        yield Problem(("usability",), message, "add `task:`, or delete this line", error_in=NEVER)
    target = study.criterion
    if target.name == "own" and not target.source:
        message = "nothing says who set this target, and why"
        yield Problem(("criterion",), message, "add `source:`", error_in=OPEN)
    elif target.share != SHARES.get(target.name, target.share):
        message = f"{target.name} is known for a share of {SHARES[target.name]}, and this is {target.share}"
        yield Problem(("criterion", "share"), message, "write that share, or `name: own` with its source")


def _arm(arm: Arm, signs: list[str]) -> Iterator[Problem]:
    if arm.shows == "sign" and arm.sign is None:
        yield Problem((), f"the arm `{arm.id}` shows a sign, and does not say which", f"add `sign:` {', '.join(signs)}")
    elif arm.sign is not None and arm.shows != "sign":
        yield Problem(("sign",), f"the arm `{arm.id}` names a sign, and shows none", "write `shows: sign`")
    elif arm.sign is not None and arm.sign not in signs:
        advice = hint(arm.sign, signs, "add the sign to the deployment")
        yield Problem(("sign",), f"the place has no sign called `{arm.sign}`", advice)
    if arm.shows != "nothing" and arm.exposure.form == "wall" and arm.exposure.distance is None:
        message = f"nothing says from how far people in `{arm.id}` read what hangs there"
        yield Problem(("exposure",), message, "add `distance:` in metres", error_in=NEVER)
