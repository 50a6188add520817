"""At least one sign says that the machine makes mistakes, or who catches them.

Trust grows where benefits and limits stand together, and falls with the first mistake that nobody spoke of (research
insights for spatial analysis, Microsoft 2022). Put a statement with `item: risk` or `item: oversight` on a sign.

Pass:

    statements:
      - {id: checked, item: oversight, pictogram: account-check-outline, title: A clerk checks, text: It can err.}

Fail:

    statements:
      - {id: kept, item: retention, pictogram: delete-clock-outline, title: Kept one day, text: Then it is deleted.}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toolkit.checks.places.signs import told
from toolkit.checks.places.statuses import NEVER
from toolkit.checks.problem import Problem

if TYPE_CHECKING:
    from toolkit.view.place import PlaceView

ID = "unknown-service-limits"
ERROR_IN = NEVER


def check(view: PlaceView) -> Iterator[Problem]:
    """One problem where no sign speaks of mistakes."""
    signs = view.deployment.signs
    if signs and not any({"risk", "oversight"} & told(view, sign) for sign in signs):
        advice = "add a statement with `item: risk` or `item: oversight` to a sign"
        yield Problem(("signs",), "no sign says that the machine makes mistakes", advice, at_key=True)
