"""What people understood is known of the notice as it is worded today.

A result belongs to the words that people were shown. Once these change it is shown as one about an earlier version, and
proves nothing of the new words. Ask again after a change that matters; delete evidence that helps nobody any more.

Pass:

    # deployments/desk/evidence/understood-how-long.json
    {"schema_version": "1.0", "id": "understood-how-long", "metric": "comprehension", "value": 0.9, "unit": "ratio",
     "n": {"count": 20, "of": "people"}, "condition": "people at the desk", "date": "2026-10-05", "method": "study",
     "understood": {"point": "how-long", "tests": "items.retention", "told_by": "statements.kept", "right": 18,
     "people": 20, "target": 0.8, "criterion": "eu-leaflet", "meets_target": true, "demonstrated": false,
     "message_hash": "1d08cdec52d884ddd138dba2306240c4c11e50e08799a859e42e375314789e15",
     "protocol_hash": "0000000000000000000000000000000000000000000000000000000000000000",
     "language": "en", "form": "wall", "arm": "sign"}}

Fail:

    # deployments/desk/evidence/understood-how-long.json
    {"schema_version": "1.0", "id": "understood-how-long", "metric": "comprehension", "value": 0.9, "unit": "ratio",
     "n": {"count": 20, "of": "people"}, "condition": "people at the desk", "date": "2026-10-05", "method": "study",
     "understood": {"point": "how-long", "tests": "items.retention", "told_by": "statements.kept", "right": 18,
     "people": 20, "target": 0.8, "criterion": "eu-leaflet", "meets_target": true, "demonstrated": false,
     "message_hash": "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
     "protocol_hash": "0000000000000000000000000000000000000000000000000000000000000000",
     "language": "en", "form": "wall", "arm": "sign"}}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toolkit.checks.places.statuses import NEVER
from toolkit.checks.problem import Problem
from toolkit.i18n import listing
from toolkit.view.understood import found

if TYPE_CHECKING:
    from toolkit.view.place import PlaceView

ID = "understood-stale"
ERROR_IN = NEVER


def check(view: PlaceView) -> Iterator[Problem]:
    """One problem for all results that are about other words."""
    old = [each.fact.id for each in found(view) if not each.today]
    if old:
        message = f"people were asked about an earlier version of this notice: {listing(old)}"
        yield Problem(("id",), message, "ask again about the words of today, or delete this evidence")
