"""The full notice says all ten things that people ask: what, how, why, who sees it, how long, whom to turn to.

Write each in `items:` as it holds at this place. `access_reason:` may be left out only where `access:` says that nobody
sees it. What the service says in general counts, but only the place knows what holds here, so that is a warning. The
list is that of the disclosure design guidelines for spatial analysis (Microsoft 2022); that it holds for every service
is our own choice.

Pass:

    items: {protection: They stay on the computer at the desk.}

Fail:

    items: {protection: null}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from toolkit.checks.places.statuses import BINDING
from toolkit.checks.problem import NEVER, Problem
from toolkit.model.people import DisclosureItems

if TYPE_CHECKING:
    from toolkit.view.place import PlaceView

ID = "ten-items"
ERROR_IN = BINDING
MISSING = {
    "collected": "which data is taken",
    "method": "how it works",
    "purpose": "what it is for",
    "benefits": "what good it does the people affected",
    "access": "who gets to see the data",
    "access_reason": "why they get to see it",
    "automated_decision": "whether a machine decides anything",
    "retention": "how long the data is kept",
    "contact": "whom to ask",
    "protection": "how the data is protected",
}
NOBODY = re.compile(r"(?:nobody|no one|none)\b(?!.*\b(?:apart|besides|but|except|other)\b)", re.IGNORECASE)


def check(view: PlaceView) -> Iterator[Problem]:
    """One problem for each item that is missing; at the block of the level that wrote last."""
    items = view.deployment.items
    for name, what in MISSING.items():
        if getattr(items, name) is None and (name != "access_reason" or _seen_by_somebody(items)):
            advice = f"add `{name}:` to `items:`, as it holds at this place"
            yield Problem(("items", name), f"nothing says {what}", advice, at_key=True)
        elif view.document.level(("items", name)) == "service":
            message = f"only the service says {what}, as it holds anywhere"
            advice = f"write `{name}:` as it holds at this place"
            yield Problem(("items", name), message, advice, error_in=NEVER)


def _seen_by_somebody(items: DisclosureItems) -> bool:
    return items.access is not None and not NOBODY.match(items.access)
