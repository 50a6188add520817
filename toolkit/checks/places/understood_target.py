"""Enough of the people who were asked about the notice of today understood it.

A result below its target is published as it is, and says which text to work on: the part that should tell it
(`told_by:` of the point), and what it tells (`tests:`). Write it in another way, then ask again.

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
    {"schema_version": "1.0", "id": "understood-how-long", "metric": "comprehension", "value": 0.55, "unit": "ratio",
     "n": {"count": 20, "of": "people"}, "condition": "people at the desk", "date": "2026-10-05", "method": "study",
     "understood": {"point": "how-long", "tests": "items.retention", "told_by": "statements.kept", "right": 11,
     "people": 20, "target": 0.8, "criterion": "eu-leaflet", "meets_target": false, "demonstrated": false,
     "message_hash": "1d08cdec52d884ddd138dba2306240c4c11e50e08799a859e42e375314789e15",
     "protocol_hash": "0000000000000000000000000000000000000000000000000000000000000000",
     "language": "en", "form": "wall", "arm": "sign"}}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toolkit.checks.places.statuses import NEVER
from toolkit.checks.places.texts import written_at
from toolkit.checks.problem import Problem
from toolkit.view.understood import found

if TYPE_CHECKING:
    from toolkit.view.place import PlaceView

ID = "understood-target"
ERROR_IN = NEVER


def check(view: PlaceView) -> Iterator[Problem]:
    """One problem for each result about today's words that misses its target."""
    for each in found(view):
        of = each.of
        if each.today and not of.meets_target and not each.fact.simulated:
            misled = f", and {of.critical} believed something wrong that matters" if of.critical else ""
            message = f"only {of.right} of {of.people} people knew the point `{of.point}` ({of.language}){misled}"
            advice = f"say it in other words at `{of.told_by}`, which tells of `{of.tests}`; then ask again"
            yield Problem(written_at(view.document.root, of.told_by) or ("status",), message, advice)
