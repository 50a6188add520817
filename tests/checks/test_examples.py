"""Every rule's examples, as they stand in its documentation, run."""

from __future__ import annotations

import pytest
from samples import MINIMAL

from toolkit.checks import RULES, check
from toolkit.checks.reference import documented


@pytest.mark.parametrize("id", RULES)
def test_pass(id, problems):
    """The example under Pass: has no problem of its rule."""
    assert problems(id, documented(RULES[id]).passing) == []


@pytest.mark.parametrize("id", RULES)
def test_fail(id, problems):
    """The example under Fail: has at least one problem of its rule, with a sentence and something to do."""
    found = problems(id, documented(RULES[id]).failing)
    assert found
    for finding in found:
        assert finding.message[0] in "`'" or not finding.message[0].isupper()
        assert not finding.message.endswith(".")


def test_smallest_service(view_of):
    """The smallest service is a draft of at most 30 lines that passes, and its warnings list what is missing."""
    assert MINIMAL.count("\n") <= 30
    assert max(map(len, MINIMAL.splitlines())) <= 100 + 4
    found = check(view_of())
    assert [(finding.rule, finding.severity, finding.message) for finding in found] == [
        ("before-publishing", "warning", "nothing says who watches the service"),
        ("before-publishing", "warning", "there is no way to report a problem"),
        ("before-publishing", "warning", "nobody answers for this text"),
        ("before-publishing", "warning", "nothing says when this text is looked at again"),
        ("sharing-stated", "warning", "nothing says what else 'The scanned form' is used for"),
    ]


def test_what_is_missing_can_be_added(view_of):
    """With what the warnings ask for, the smallest service is published without a finding."""
    sources = "sources: [{id: manual, title: Manual, as_of: 2026-01-31}]\n"
    fragment = documented(RULES["missing-source"]).passing.replace("basis: restated", "status: published")
    fragment = fragment.replace(
        "status: published", "status: published, review_due: 2030-01-01, owners: [{team: A, contact: b, role: author}]"
    )
    fragment = fragment.replace("source: manual}\n\n", "source: manual}\n").replace(
        "retention: {kind: none}", "retention: {kind: none}, secondary_use: none"
    )
    fragment += "oversight: {level: in_the_loop, statement: A clerk reads it., source: manual}\n"
    fragment += "disclosure: {feedback: [{id: desk, channel: The clerk at the desk., source: manual}]}\n"
    assert sources.strip() in " ".join(fragment.split()) or "sources:" in fragment
    assert check(view_of(fragment)) == []
