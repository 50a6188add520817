"""Every guideline of the services in use has an answer at this place: applied, planned by a day, or not applicable.

An answer `applied` says `how:`, by whom (`owner:`), since when (`on:`) and where to see it (`proof:`); one `planned`
says by which day (`by:`), and that day has not passed; one `not_applicable` gives the `reason:`. Guidelines are known
by the `ref:` of the catalogue; one that does not exist is always an error.

Pass:

    adoption:
      - {ref: human-in-loop, state: planned, by: 2030-01-01}

Fail:

    adoption:
      - {ref: human-in-loop, state: applied}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toolkit.checks.places.statuses import ALWAYS, BINDING
from toolkit.checks.problem import Problem, hint
from toolkit.i18n import day, listing
from toolkit.model.deployment import Adoption
from toolkit.source import Path_

if TYPE_CHECKING:
    from toolkit.view.place import PlaceView

ID = "adoption"
ERROR_IN = BINDING
NEEDS = {"applied": ("how", "owner", "on", "proof"), "planned": ("by",), "not_applicable": ("reason",)}


def check(view: PlaceView) -> Iterator[Problem]:
    """Guidelines without an answer, then answers to nothing and answers that say too little."""
    answered = {answer.ref for answer in view.deployment.adoption}
    known: set[str] = set(view.house.entries["guidelines"])
    for service in view.services:
        for guideline in service.guidelines:
            known.add(guideline.ref)
            if guideline.ref not in answered:
                answered.add(guideline.ref)
                message = f"`{service.identity.id}` asks for `{guideline.ref}`, and the place gives no answer"
                advice = f"add `ref: {guideline.ref}` with a `state:` to `adoption:`"
                yield Problem(("adoption",), message, advice, at_key=True)
    for index, answer in enumerate(view.deployment.adoption):
        path = ("adoption", index)
        if answer.ref not in known:
            advice = hint(answer.ref, known, "see the guidelines of the catalogue")
            yield Problem((*path, "ref"), f"there is no guideline called `{answer.ref}`", advice, error_in=ALWAYS)
        yield from _left_open(view, answer, path)


def _left_open(view: PlaceView, answer: Adoption, path: Path_) -> Iterator[Problem]:
    left = [f"`{name}`" for name in NEEDS[answer.state] if getattr(answer, name) is None]
    if left:
        message = f"`{answer.ref}` is {answer.state.replace('_', ' ')}, but {listing(left)} is missing"
        yield Problem(path, message, f"add {listing(left)} to this entry, or change its `state:`")
    if answer.state == "planned" and answer.by is not None and answer.by < view.house.today:
        message = f"`{answer.ref}` was planned by {day(answer.by)}, and that day has passed"
        yield Problem((*path, "by"), message, "write `state: applied` if it is done, else a new day")
