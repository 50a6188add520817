"""Entries with the same name."""

from __future__ import annotations

import pytest

LIMIT = "{id: a, category: language, condition: A., effect: B.}"


@pytest.mark.parametrize(
    ("fragment", "message"),
    [
        (f"limitations: [{LIMIT}, {LIMIT}]", "two entries of `limitations` are called `a`"),
        ("terms: [{term: Cut, meaning: A.}, {term: cut, meaning: B.}]", "two entries of `terms` are called `cut`"),
        ("guidelines: [{ref: security}, {ref: security}]", "two entries of `guidelines` are called `security`"),
        ("conduct: {must: [{id: a, text: B.}, {id: a, text: C.}]}", "two entries of `conduct.must` are called `a`"),
        ("conduct: {must: [{id: a, text: B.}], must_not: [{id: a, text: C.}]}", None),
        (
            "metrics: [{id: recall, reported: [{value: 1, unit: a, conditions: B.}, {value: 1, unit: a, conditions: B.}]}]",
            None,
        ),
    ],
)
def test_duplicates(fragment, message, problems):
    """Within a list names differ, whatever the case; other lists and records without a name do not matter."""
    found = [finding.message for finding in problems("duplicate-id", fragment)]
    assert found == ([message] if message else [])
