"""No place rests on a service that its provider has ended.

What is retired gets no more repairs, may stop on any day, and its documents describe something that is gone. Move to
another service, or set the place to `status: retired`.

Pass:

    # services/example/service.yml
    identity: {lifecycle: {status: retiring, retires_on: 2030-01-01}}

Fail:

    # services/example/service.yml
    identity: {lifecycle: {status: retired, retires_on: 2025-03-30}}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toolkit.checks.places.statuses import BINDING
from toolkit.checks.problem import Problem
from toolkit.i18n import day

if TYPE_CHECKING:
    from toolkit.view.place import PlaceView

ID = "retired-service"
ERROR_IN = BINDING


def check(view: PlaceView) -> Iterator[Problem]:
    """One problem for each service that has ended."""
    used = {service.identity.id: service for service in view.services}
    for index, id in enumerate(view.deployment.services):
        cycle = used[id].identity.lifecycle if id in used else None
        if cycle is None or cycle.status not in {"retiring", "retired"}:
            continue
        ends = cycle.retires_on
        if cycle.status == "retired" or (ends is not None and ends <= view.house.today):
            when = f" on {day(ends)}" if ends else ""
            other = f"move to `{cycle.replacement}`" if cycle.replacement else "move to another service"
            advice = f"{other}, or write `status: retired` for this place"
            yield Problem(("services", index), f"the service `{id}` was ended by its provider{when}", advice)
