"""Measurements that are past their day, or of another version."""

from __future__ import annotations

import json

import pytest

FACT = {
    "schema_version": "1.0",
    "id": "ink",
    "metric": "word-error-rate",
    "value": 0.2,
    "unit": "ratio",
    "n": {"count": 40, "of": "pages"},
    "condition": "pale ink",
    "date": "2026-05-01",
    "method": "trial",
    "engine": {"name": "Reader", "version": "5.5.4"},
}


def fragment(versions, **more):
    """The measurement, and the versions that the service names."""
    return (
        f"# services/example/evidence/ink.json\n{json.dumps({**FACT, **more})}\n"
        f"# services/example/service.yml\nidentity: {{versions: [{versions}]}}\n"
    )


@pytest.mark.parametrize(
    ("versions", "message"),
    [
        ("{id: 5.5.4, kind: engine}", None),
        ("{id: 5.3.0, kind: engine}, {id: 5.5.4, kind: engine}", None),
        ("{id: 5.3.0, kind: engine}", "evidence `ink` measured version 5.5.4, the service has 5.3.0"),
        ("{id: abc, kind: model}", "evidence `ink` measured version 5.5.4, the service has abc"),
        ("{id: v3, kind: api}", None),
    ],
)
def test_versions(versions, message, said):
    """Evidence of an engine or model that the service does not name is stale; versions of an interface are none."""
    assert said("stale-evidence", fragment(versions)) == ([message] if message else [])


def test_past_its_day(said):
    """The day that a measurement sets itself."""
    assert said("stale-evidence", fragment("", review_due="2026-05-02")) == [
        "evidence `ink` was to be measured again by 2 May 2026"
    ]
