"""Every rule for places: its examples, as they stand in its documentation, run; and the smallest place in force."""

from __future__ import annotations

import pytest
from studies import STUDY
from understandings import FILE, evidence

from toolkit.checks import PLACE_RULES, check_place
from toolkit.checks.reference import SMALLEST_PLACE, documented

TESTED = """\
{"schema_version": "1.0", "id": "forms", "metric": "word-error-rate", "value": 0.1, "unit": "ratio",
 "n": {"count": 60, "of": "pictures"}, "condition": "untouched pictures", "date": "2026-05-01", "method": "trial",
 "corpus": {"name": "Forms of this desk", "synthetic": false, "place": "desk", "hash": "sha256:%s"}}
""" % ("0" * 64)


@pytest.mark.parametrize("id", PLACE_RULES)
def test_pass(id, place_problems):
    """The example under Pass: has no problem of its rule."""
    assert place_problems(id, documented(PLACE_RULES[id]).passing) == []


@pytest.mark.parametrize("id", PLACE_RULES)
def test_fail(id, place_problems):
    """The example under Fail: has at least one problem of its rule, with a sentence and something to do."""
    found = place_problems(id, documented(PLACE_RULES[id]).failing)
    assert found
    assert all(finding.message and not finding.message.endswith(".") for finding in found)
    assert all(finding.help for finding in found)


@pytest.mark.parametrize("status", ["example", "draft", "in_force"])
def test_smallest_place(status, place_of):
    """The smallest place holds at most 100 short lines; with a study, its result and a measurement it can be in force."""
    assert SMALLEST_PLACE.count("\n") <= 100
    assert max(map(len, SMALLEST_PLACE.splitlines())) <= 110
    more = {"deployments/desk/study.yml": STUDY, "deployments/desk/evidence/forms.json": TESTED, FILE: evidence()}
    assert check_place(place_of(status=status, more=more)) == []
