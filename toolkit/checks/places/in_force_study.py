"""A study of whether people understand the notice is planned before it is in force.

Nobody can tell from a desk whether a sign is understood. `study.yml` beside `deployment.yml` holds whom to ask and what
(disclosure design guidelines for spatial analysis, Microsoft 2022: 10 to 20 of the people affected).

Pass:

    # deployments/desk/study.yml
    schema_version: "1.0"
    deployment: desk
    purpose: To find out whether the sign is understood.
    consent: {text: You may stop at any time., freeze: 2027-03-31}
    compensation: A cup of coffee.
    contact: Ask at the desk.
    recruitment: {how: A helper asks people in the queue.}
    arms: [{id: sign, exposure: {form: wall}}]
    criterion: {name: eu-leaflet, share: 0.8}
    points: [{id: how-long, knows: It is kept for one day., tests: items.retention, told_by: items.retention}]
    questions:
      - id: kept
        kind: understanding
        form: choice
        point: how-long
        prompt: How long do we keep the picture?
        options: [{id: day, text: One day, correct: true}, {id: always, text: For ever}]
    keep_until: 2027-06-30

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
