"""A study of whether people understand the notice is planned before it is in force.

Nobody can tell from a desk whether a sign is understood. `study.yml` beside `deployment.yml` holds whom to ask and what
(disclosure design guidelines for spatial analysis, Microsoft 2022: 10 to 20 of the people affected).

Pass:

    # deployments/desk/study.yml
    schema_version: "1.0"
    deployment: desk
    plan: {consent: You may stop at any time., compensation: A cup of coffee., method: Talks at the desk.}
    questions: [{id: kept, targets: retention, kind: awareness, prompt: How long do we keep the picture?}]

Fail:

    status: in_force
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toolkit.checks.places.statuses import IN_FORCE
from toolkit.checks.problem import Problem

if TYPE_CHECKING:
    from toolkit.view.place import PlaceView

ID = "in-force-study"
ERROR_IN = IN_FORCE


def check(view: PlaceView) -> Iterator[Problem]:
    """One problem where no study is planned."""
    if view.study is None:
        advice = "write `study.yml` beside this file: whom to ask, and which questions"
        yield Problem(("status",), "nobody plans to ask whether people understand this notice", advice, waits=True)
