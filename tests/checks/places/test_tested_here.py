"""A place in force was tested with its own pictures."""

from __future__ import annotations

import json

FACT = {
    "schema_version": "1.0",
    "id": "forms",
    "metric": "word-error-rate",
    "value": 0.1,
    "unit": "ratio",
    "n": {"count": 60, "of": "photographs"},
    "condition": "untouched pictures",
    "date": "2026-05-01",
    "method": "trial",
}
CORPUS = {"name": "Forms", "hash": f"sha256:{'0' * 64}", "synthetic": False, "place": "desk"}
FILE = "deployments/desk/evidence/forms.json"


def test_nothing_of_here(weighed):
    """Without pictures of this place: a warning in an example, an error in force, at the status."""
    message = "nothing here was tested with pictures of this place"
    expected = [("1:9", "warning", "error", message)]
    assert weighed("tested-here", "status: in_force\n") == expected
    elsewhere = json.dumps({**FACT, "corpus": {**CORPUS, "place": "hall"}})
    assert weighed("tested-here", "status: in_force\n", more={FILE: elsewhere}) == expected
    synthetic = json.dumps({**FACT, "corpus": {**CORPUS, "synthetic": True}})
    assert weighed("tested-here", "status: in_force\n", more={FILE: synthetic}) == expected


def test_tested(weighed):
    """Real pictures of this place are enough."""
    assert weighed("tested-here", "status: in_force\n", more={FILE: json.dumps({**FACT, "corpus": CORPUS})}) == []
