"""What the place says is asked about: the ten disclosure items, and what is not recorded.

A study of twenty points tires people, so leave out what matters least, and say so with `allow:`. What nobody asks
about, nobody can claim to be understood.

Pass:

    points:
      - {id: what, knows: A picture of my form., tests: items.collected, told_by: items.collected}
      - {id: how, knows: A clerk scans the form., tests: items.method, told_by: items.method}
      - {id: why, knows: To type what is printed., tests: items.purpose, told_by: items.purpose}
      - {id: good, knows: I wait less., tests: items.benefits, told_by: items.benefits}
      - {id: who, knows: The clerks see it., tests: items.access, told_by: items.access}
      - {id: reason, knows: They compare the words., tests: items.access_reason, told_by: items.access_reason}
      - {id: decides, knows: A clerk decides., tests: items.automated_decision, told_by: items.automated_decision}
      - {id: how-long, knows: It is kept for one day., tests: kept.scan.retention, told_by: statements.kept}
      - {id: ask, knows: I can ask at the desk., tests: items.contact, told_by: items.contact}
      - {id: safe, knows: It stays at the desk., tests: items.protection, told_by: items.protection}

Fail:

    points: [{id: how-long, knows: It is kept for one day., tests: items.retention, told_by: statements.kept}]
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toolkit.checks.places.ten_items import MISSING
from toolkit.checks.problem import Problem
from toolkit.checks.studies.statuses import NEVER
from toolkit.i18n import listing
from toolkit.view.told import item_of

if TYPE_CHECKING:
    from toolkit.view.study import StudyView

ID = "study-items"
ERROR_IN = NEVER


def check(view: StudyView) -> Iterator[Problem]:
    """One problem that lists what no point asks about."""
    place, points = view.place.deployment, view.study.points
    asked = {item_of(path) for point in points for path in (point.tests, f"{point.tests}.value")}
    untested = [name for name in MISSING if getattr(place.items, name) is not None and name not in asked]
    if place.not_collected and not any(point.tests.startswith("not_collected") for point in points):
        untested.append("not_collected")
    if untested:
        message = f"no point asks about {listing(untested, 'or')}"
        yield Problem(("points",), message, "add points, or accept it in `allow:` with a reason", at_key=True)
