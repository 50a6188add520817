"""Limits of use and the document about them."""

from __future__ import annotations

import pytest
from samples import documents


@pytest.mark.parametrize(
    ("promise", "access", "messages"),
    [
        ("kind: transparency-note", "limited: none", []),
        (
            "kind: transparency-note",
            "limited: feature, why: A., eligibility: B.",
            ["use is limited, but no document says so"],
        ),
        ("kind: limited-access", "limited: none", ["a document on limited access is promised, but nothing is limited"]),
        ("kind: limited-access", "limited: service, why: A., eligibility: B.", []),
        (
            "kind: limited-access, state: absent, reason: Closed.",
            "limited: service",
            ["nothing says why use is limited", "nothing says who may use it"],
        ),
    ],
)
def test_limited_access(promise, access, messages, said):
    """Limits and the document about them come together."""
    fragment = f"{documents(promise)}access: {{{access}}}\n"
    assert said("limited-access", fragment) == messages
