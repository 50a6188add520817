"""Documents that are promised."""

from __future__ import annotations

import pytest
from samples import documents

PARENT = """\
# services/umbrella/service.yml
schema_version: "1.0"
identity: {id: umbrella, name: Umbrella, documents: [{kind: transparency-note}]}
summary: {purpose: It holds others.}
# services/example/service.yml
identity: {parent: umbrella, documents: [{kind: %s, state: inherited}]}
"""


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (["kind: transparency-note", "kind: limited-access, state: merged, into: transparency-note"], None),
        (["kind: transparency-note", "kind: transparency-note"], "`transparency-note` is promised twice"),
        (
            ["kind: limited-access, state: merged"],
            "`limited-access` is part of another document, but that one has no page here",
        ),
        (
            ["kind: limited-access, state: merged, into: code-of-conduct"],
            "`limited-access` is part of another document, but that one has no page here",
        ),
        (["kind: limited-access, state: inherited"], "`limited-access` is inherited, but no parent is named"),
        (["kind: limited-access, state: absent"], "`limited-access` is absent, and nothing says why"),
        (["kind: limited-access, state: absent, reason: Everybody may use it."], None),
    ],
)
def test_documents(rows, message, said):
    """Each promise leads somewhere, and none is made twice."""
    assert said("documents", documents(*rows)) == ([message] if message else [])


def test_inherited_documents(said):
    """The parent has the document that is inherited, as a page of its own."""
    assert said("documents", PARENT % "transparency-note") == []
    assert said("documents", PARENT % "code-of-conduct") == [
        "`code-of-conduct` is inherited, but `umbrella` has no such document"
    ]
