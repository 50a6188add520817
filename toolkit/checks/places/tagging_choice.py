"""For each service that gives tags it is said which of them may be shown here, in labels that its tagger has.

A tag that nobody needs can still insult or mislead, and a misspelt label in a block list holds nothing back. Under
`tagging:` give each such service an `allow:` or a `block:` list; an empty `allow:` shows no tag at all.

Pass:

    # services/example/service.yml
    outputs: [{id: tags, name: Tags, meaning: Labels for what the picture shows.}]
    # deployments/desk/deployment.yml
    tagging: [{service: example, tagger: opencv, allow: [blurred, dark], block: [cat face]}]

Fail:

    # services/example/service.yml
    outputs: [{id: tags, name: Tags, meaning: Labels for what the picture shows.}]
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toolkit.checks.places.statuses import ALWAYS, BINDING
from toolkit.checks.problem import Problem, hint
from toolkit.model.tagging import TagLists
from toolkit.source import Path_
from toolkit.vision.taggers.detectors import LABELS

if TYPE_CHECKING:
    from toolkit.view.place import PlaceView

ID = "tagging-choice"
ERROR_IN = BINDING
#: What a service calls the output that holds its tags.
OUTPUT = "tags"


def check(view: PlaceView) -> Iterator[Problem]:
    """Services without a list, then lists that hold for nothing."""
    place = view.deployment
    chosen = {lists.service for lists in place.tagging if lists.allow is not None or lists.block}
    tagging = {service.identity.id for service in view.services if any(out.id == OUTPUT for out in service.outputs)}
    for index, id in enumerate(place.services):
        if id in tagging - chosen:
            advice = f"add `tagging: [{{service: {id}, allow: [...]}}]` with the tags that your purpose needs"
            yield Problem(("services", index), f"nothing says which tags of `{id}` may be shown here", advice)
    seen: set[str] = set()
    for index, lists in enumerate(place.tagging):
        where = ("tagging", index)
        if lists.service not in place.services:
            advice = hint(lists.service, place.services, "name one of `services:`")
            message = f"`{lists.service}` is no service of this place"
            yield Problem((*where, "service"), message, advice, error_in=ALWAYS)
        if lists.service in seen:
            message = f"the tags of `{lists.service}` are chosen twice"
            yield Problem((*where, "service"), message, "keep one of the two", error_in=ALWAYS)
        seen.add(lists.service)
        yield from _labels(lists, where)


def _labels(lists: TagLists, where: Path_) -> Iterator[Problem]:
    """Labels that the tagger never gives, as far as they are known, and labels that stand in both lists."""
    named = [
        *(((*where, "allow", index), label) for index, label in enumerate(lists.allow or ())),
        *(((*where, "block", index), label) for index, label in enumerate(lists.block)),
        *(((*where, "thresholds", label), label) for label in lists.thresholds),
    ]
    for path, label in named:
        if lists.tagger == "opencv" and label not in LABELS:
            advice = hint(label, LABELS, "name a label that the tagger has")
            message = f"the tagger `opencv` gives no tag called {label!r}"
            yield Problem(path, message, advice, at_key="thresholds" in path, error_in=ALWAYS)
    allowed = frozenset(lists.allow or ())
    for index, label in enumerate(lists.block):
        if label in allowed:
            message = f"{label!r} stands on both lists, and the block list wins"
            yield Problem((*where, "block", index), message, "take it out of one of the two", error_in=ALWAYS)
