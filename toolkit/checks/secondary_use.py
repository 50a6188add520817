"""What is said about other uses and about sharing does not contradict itself.

Data that trains models of others has another use. Data with recipients is shared. Correct whichever of the two is
wrong; for a model of the customer's own write `trains_models: customer_only`.

Pass:

    data:
      items:
        - {id: scan, name: Scan, category: personal, purpose: To read it., retention: {kind: none},
           trains_models: customer_only, secondary_use: none, sharing_consent: none_shared}

Fail:

    data:
      items:
        - {id: scan, name: Scan, category: personal, purpose: To read it., retention: {kind: none},
           trains_models: "yes", secondary_use: none}
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.checks.problem import ALWAYS, Problem
from toolkit.view import View

ID = "secondary-use"
ERROR_IN = ALWAYS


def check(view: View) -> Iterator[Problem]:
    """One problem for each contradiction of an item."""
    for index, item in enumerate(view.service.data.items):
        path = ("data", "items", index)
        if item.trains_models == "yes" and (item.secondary_use or "").lower().rstrip(".") == "none":
            message = f"{item.name!r} trains models, yet it is said to have no other use"
            yield Problem((*path, "secondary_use"), message, "write the other use: which models are trained with it")
        if item.recipients and item.sharing_consent == "none_shared":
            message = f"{item.name!r} has recipients, yet it is said not to be shared"
            advice = "write `sharing_consent: explicit` or `contract`, or delete the recipients"
            yield Problem((*path, "sharing_consent"), message, advice)
