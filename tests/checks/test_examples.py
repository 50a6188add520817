"""Every rule's examples, as they stand in its documentation, run."""

from __future__ import annotations

import pytest
from samples import MINIMAL

from toolkit.checks import RULES, check
from toolkit.checks.reference import documented

COMPLETE = """\
identity:
  status: published
  review_due: 2030-01-01
  owners: [{team: Digital office, contact: digital@city.example, role: author}]
sources: [{id: manual, title: Manual of the form reader, as_of: 2026-01-31}]
summary: {source: manual}
uses:
  intended:
    - {id: typing, title: Less typing, description: A clerk scans a form and checks it., source: manual}
  considerations:
    - {id: alone, stance: avoid, use: Deciding without a person., reason: A digit can be misread., source: manual}
limitations:
  - {id: ink, category: input_quality, condition: The ink is pale., effect: Words are missed., source: manual}
data:
  items:
    - id: scan
      name: The scanned form
      category: personal
      purpose: To read it.
      retention: {kind: none}
      secondary_use: none
      source: manual
oversight: {level: in_the_loop, statement: A clerk compares the text with the form., source: manual}
disclosure: {feedback: [{id: desk, channel: The clerk at the desk., source: manual}]}
"""


@pytest.mark.parametrize("id", RULES)
def test_pass(id, problems):
    """The example under Pass: has no problem of its rule."""
    assert problems(id, documented(RULES[id]).passing) == []


@pytest.mark.parametrize("id", RULES)
def test_fail(id, problems):
    """The example under Fail: has at least one problem of its rule, with a sentence and something to do."""
    found = problems(id, documented(RULES[id]).failing)
    assert found
    assert all(finding.message and not finding.message.endswith(".") for finding in found)
    assert all(finding.help for finding in found)


def test_smallest_service(view_of):
    """The smallest service is a draft of at most 30 lines that passes, and its warnings list what is missing."""
    assert MINIMAL.count("\n") <= 30
    assert max(map(len, MINIMAL.splitlines())) <= 100
    assert [(finding.rule, finding.severity, finding.message) for finding in check(view_of())] == [
        ("before-publishing", "warning", "nothing says who watches the service"),
        ("before-publishing", "warning", "there is no way to report a problem"),
        ("before-publishing", "warning", "nobody answers for this text"),
        ("before-publishing", "warning", "nothing says when this text is looked at again"),
        ("sharing-stated", "warning", "nothing says what else 'The scanned form' is used for"),
    ]


def test_thirty_lines_are_published(view_of):
    """With what the warnings ask for, a service of 30 lines is published without any finding."""
    assert COMPLETE.count("\n") <= 30
    assert check(view_of(COMPLETE)) == []
