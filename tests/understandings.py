"""Evidence of a made-up study of the smallest place: what twenty people understood of one point."""

from __future__ import annotations

import json

#: `message_hash` of the smallest place, as its readers are told.
TODAY = "1d08cdec52d884ddd138dba2306240c4c11e50e08799a859e42e375314789e15"
FILE = "deployments/desk/evidence/understood-how-long.json"


def evidence(right: int = 18, *, simulated: bool = False, **other: object) -> str:
    """The file, with *other* in its block `understood`."""
    of = {
        "point": "how-long",
        "tests": "items.retention",
        "told_by": "statements.kept",
        "right": right,
        "people": 20,
        "target": 0.8,
        "criterion": "eu-leaflet",
        "meets_target": right >= 16,
        "demonstrated": False,
        "message_hash": TODAY,
        "protocol_hash": "0" * 64,
        "language": "en",
        "form": "wall",
        "arm": "sign",
    }
    fact = {
        "schema_version": "1.0",
        "id": "understood-how-long",
        "metric": "comprehension",
        "value": right / 20,
        "unit": "ratio",
        "n": {"count": 20, "of": "people"},
        "condition": "people at the desk",
        "date": "2026-10-05",
        "method": "study",
        "simulated": simulated,
        "understood": {**of, **other},
    }
    return json.dumps(fact)
