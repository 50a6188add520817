"""Whatever an entry of a place points to exists: people, notices, statements, entrances, cameras, data and choices.

An id that leads nowhere leaves out what it should show, and other rules then look at nothing. `of:` of a statement
holds ids of what is kept, of choices, and of services and their limitations. Correct the id, or add the entry it names.

Pass:

    notices:
      - {id: before, kind: upfront, channel: sign, audience: [visitors], moment: Before the scan.}

Fail:

    notices:
      - {id: before, kind: upfront, channel: sign, audience: [visitor], moment: Before the scan.}
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from toolkit.checks.dead_link import ID
from toolkit.checks.places.statuses import ALWAYS
from toolkit.checks.places.texts import walk
from toolkit.checks.problem import Problem, hint
from toolkit.checks.texts import ids
from toolkit.model.deployment import Kept
from toolkit.model.people import Consent, Notice
from toolkit.model.sign import Sign, Statement

if TYPE_CHECKING:
    from toolkit.view.place import PlaceView

__all__ = ["ERROR_IN", "ID", "check"]
ERROR_IN = ALWAYS


class Target(NamedTuple):
    """What a link leads to: in words, which ids there are, and where to add one."""

    what: str
    known: Callable[[PlaceView], set[str]]
    where: str


def _ids(records: Iterable[Any]) -> set[str]:
    return {record.id for record in records}


def _shortened(view: PlaceView) -> set[str]:
    """Everything that a statement can shorten."""
    limits = _ids(limit for service in view.services for limit in service.limitations)
    own = _ids(view.deployment.kept) | _ids(view.deployment.choices)
    return own | limits | set(view.deployment.services)


PEOPLE = Target("group of people", lambda view: _ids(view.deployment.people), "people")
NOTICE = Target("notice", lambda view: _ids(view.deployment.notices), "notices")
STATEMENT = Target("statement", lambda view: _ids(view.deployment.statements), "statements")
ENTRANCE = Target("entrance", lambda view: _ids(view.deployment.place.entrances), "place.entrances")
CAMERA = Target("camera", lambda view: _ids(view.deployment.place.cameras), "place.cameras")
KEPT = Target("data", lambda view: _ids(view.deployment.kept), "kept")
SERVICE = Target("service of this place", lambda view: set(view.deployment.services), "services")
SHORTENED = Target("data, choice, service or limitation", _shortened, "kept")
#: By kind of record: the fields that link, and to what.
LINKS: dict[type, dict[str, Target]] = {
    Consent: {"from_people": PEOPLE},
    Kept: {"copy_of": KEPT, "derived_from": KEPT, "service": SERVICE},
    Notice: {"audience": PEOPLE},
    Sign: {"notice": NOTICE, "statements": STATEMENT, "entrances": ENTRANCE, "cameras": CAMERA},
    Statement: {"of": SHORTENED},
}


def check(view: PlaceView) -> Iterator[Problem]:
    """One problem for each id that leads nowhere."""
    known: dict[Target, set[str]] = {}
    for path, record in walk(view).records:
        for field, target in LINKS.get(type(record), {}).items():
            if target not in known:
                known[target] = target.known(view)
            for index, id in enumerate(ids(getattr(record, field))):
                if id not in known[target]:
                    advice = hint(id, known[target], f"add it to `{target.where}`, or delete the link")
                    yield Problem((*path, field, index), f"there is no {target.what} called `{id}`", advice)
                elif target is KEPT and id == record.id:
                    message = f"{record.name!r} points to itself"
                    yield Problem((*path, field), message, "name what it was made of, or delete the line")
