"""Everybody is told before it starts, can look it up at any time, and is answered where the question comes up.

There is at least one notice `kind: upfront` and one `kind: on_demand`; where there is a camera, a form or a dashboard,
also one `kind: just_in_time`. Each group under `people:` is the `audience:` of some notice, and the notices for a group
together hold all ten items; one on demand that lists no `items:` is the full notice and holds them all. So ask the
disclosure design guidelines for spatial analysis (Microsoft 2022). What a group is not told is a warning.

Pass:

    notices:
      - {id: before, kind: upfront, channel: sign, audience: visitors, moment: Before the scan.}
      - {id: all-facts, kind: on_demand, channel: page, audience: visitors, moment: At any time.}

Fail:

    notices:
      - {id: before, kind: upfront, channel: sign, audience: visitors, moment: Before the scan.}
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from toolkit.checks.places.statuses import BINDING, NEVER
from toolkit.checks.problem import Problem
from toolkit.i18n import listing
from toolkit.model.people import DisclosureItems, Notice

if TYPE_CHECKING:
    from toolkit.view.place import PlaceView

ID = "notices-kinds"
ERROR_IN = BINDING
KINDS = {
    "upfront": "nothing tells people before it starts",
    "on_demand": "people cannot look it up at any time",
    "just_in_time": "nothing answers people beside the camera, the form or the dashboard",
}
#: Touchpoints at which questions come up.
ASKED_AT = frozenset({"form", "dashboard"})
ALL = tuple(DisclosureItems.model_fields)


def check(view: PlaceView) -> Iterator[Problem]:
    """Kinds that are missing, then people who are told nothing or not everything."""
    notices = view.deployment.notices
    kinds = {notice.kind for notice in notices}
    asked = bool(view.deployment.place.cameras) or any(notice.channel in ASKED_AT for notice in notices)
    for kind, message in KINDS.items():
        if kind not in kinds and (kind != "just_in_time" or asked):
            yield Problem(("notices",), message, f"add an entry with `kind: {kind}` to `notices:`", at_key=True)
    for_people: dict[str, list[Notice]] = defaultdict(list)
    for notice in notices:
        for id in dict.fromkeys(notice.audience):
            for_people[id].append(notice)
    for index, person in enumerate(view.deployment.people):
        found = _missing(person.id, for_people[person.id])
        if found:
            yield Problem(("people", index), *found, error_in=NEVER)


def _missing(id: str, notices: list[Notice]) -> tuple[str, str] | None:
    """What a group of people is not told by its *notices*, and what to do."""
    if not notices:
        return f"no notice is for the group `{id}`", "add it to the `audience:` of a notice, or remove it with a reason"
    if any(notice.kind == "on_demand" and not notice.items for notice in notices):
        return None
    items = {item for notice in notices for item in notice.items}
    left = [name for name in ALL if name not in items]
    advice = "add them to `items:` of a notice for this group, or the group to the audience of the full notice"
    return (f"no notice tells the group `{id}` of {listing(left)}", advice) if left else None
