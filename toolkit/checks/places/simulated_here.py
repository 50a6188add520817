"""No place rests on simulated results.

A rehearsal shows how results will look; nobody was asked. `disclose study simulate` writes simulated evidence into a
copy of the project that says so on each page of a place. Take such a file out of a project that others read.

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
     "simulated": true,
     "understood": {"point": "how-long", "tests": "items.retention", "told_by": "statements.kept", "right": 18,
     "people": 20, "target": 0.8, "criterion": "eu-leaflet", "meets_target": true, "demonstrated": false,
     "message_hash": "1d08cdec52d884ddd138dba2306240c4c11e50e08799a859e42e375314789e15",
     "protocol_hash": "0000000000000000000000000000000000000000000000000000000000000000",
     "language": "en", "form": "wall", "arm": "sign"}}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toolkit.checks.places.statuses import ALWAYS
from toolkit.checks.problem import Problem

if TYPE_CHECKING:
    from toolkit.view.place import PlaceView

ID = "simulated-here"
ERROR_IN = ALWAYS


def check(view: PlaceView) -> Iterator[Problem]:
    """One problem for each simulated result outside a rehearsal."""
    for fact in view.evidence:
        if fact.simulated and not view.rehearsal:
            advice = "ask people, or move the file out of `evidence/`"
            yield Problem(("id",), f"evidence `{fact.id}` is simulated", advice)
