"""For all data kept at a place it is said what else it is used for and who else gets it, without contradiction.

Silence reads like a no and may be a yes. `secondary_use: none` and `sharing_consent: none_shared` are good answers
where they are true; else name the other use, and the `recipients:`. A contradiction is always an error.

Pass:

    kept:
      - {id: scan, form: original, name: The picture, category: personal, purpose: To read it., retention: {kind: none},
         secondary_use: none, sharing_consent: none_shared}

Fail:

    kept:
      - {id: scan, form: original, name: The picture, category: personal, purpose: To read it., retention: {kind: none},
         secondary_use: none, sharing_consent: none_shared, recipients: [{who: The archive, why: To keep it.}]}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toolkit.checks.places.statuses import ALWAYS, BINDING
from toolkit.checks.problem import Problem
from toolkit.model.deployment import Kept
from toolkit.source import Path_

if TYPE_CHECKING:
    from toolkit.view.place import PlaceView

ID = "secondary-use-here"
ERROR_IN = BINDING


def check(view: PlaceView) -> Iterator[Problem]:
    """What is left open, then what contradicts itself."""
    for index, item in enumerate(view.deployment.kept):
        path = ("kept", index)
        if not item.secondary_use:
            advice = "add `secondary_use:`; the word `none` where there is nothing else"
            yield Problem(path, f"nothing says what else {item.name!r} is used for", advice)
        if not item.recipients and item.sharing_consent != "none_shared":
            advice = "add `recipients:` with `who:` and `why:`, or `sharing_consent: none_shared`"
            yield Problem(path, f"nothing says who else gets {item.name!r}", advice)
        yield from _contradictions(item, path)


def _contradictions(item: Kept, path: Path_) -> Iterator[Problem]:
    if item.trains_models == "yes" and (item.secondary_use or "").lower().rstrip(".") == "none":
        message = f"{item.name!r} trains models, yet it is said to have no other use"
        advice = "write the other use: which models are trained with it"
        yield Problem((*path, "secondary_use"), message, advice, error_in=ALWAYS)
    if item.recipients and item.sharing_consent == "none_shared":
        message = f"{item.name!r} has recipients, yet it is said not to be shared"
        advice = "write `sharing_consent: explicit` or `contract`, or delete the recipients"
        yield Problem((*path, "sharing_consent"), message, advice, error_in=ALWAYS)
