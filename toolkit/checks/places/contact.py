"""People can reach somebody in two ways, and one of them is a person or a telephone.

Not everybody writes or has a network; not everybody can call. List the ways under `controller.contacts`.

Pass:

    controller:
      contacts: [{kind: person, value: Ask at the desk}, {kind: post, value: "Town hall, 1 Market Square"}]

Fail:

    controller:
      contacts: [{kind: post, value: "Town hall, 1 Market Square"}]
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toolkit.checks.places.statuses import BINDING
from toolkit.checks.problem import Problem

if TYPE_CHECKING:
    from toolkit.view.place import PlaceView

ID = "contact"
ERROR_IN = BINDING
FEWEST = 2


def check(view: PlaceView) -> Iterator[Problem]:
    """Nobody to talk to, then only one way."""
    contacts = view.deployment.controller.contacts
    path = ("controller", "contacts")
    if not any(contact.kind in {"person", "telephone"} for contact in contacts):
        message = "there is nobody to talk to: no person and no telephone"
        yield Problem(path, message, "add `kind: person` or `kind: telephone` to `controller.contacts`", at_key=True)
    if len(contacts) < FEWEST:
        message = "there are not two ways to reach somebody"
        yield Problem(path, message, "add another entry to `controller.contacts`", at_key=True)
