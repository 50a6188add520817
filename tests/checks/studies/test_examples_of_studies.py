"""Every rule for studies: its examples, as they stand in its documentation, run; and the smallest open study."""

from __future__ import annotations

import pytest

from toolkit.checks import STUDY_RULES, check_study
from toolkit.checks.reference import SMALLEST_STUDY, documented


@pytest.mark.parametrize("id", STUDY_RULES)
def test_pass(id, judged):
    """The example under Pass: has no problem of its rule."""
    assert judged(id, documented(STUDY_RULES[id]).passing) == []


@pytest.mark.parametrize("id", STUDY_RULES)
def test_fail(id, judged):
    """The example under Fail: has at least one, with a sentence and something to do."""
    found = judged(id, documented(STUDY_RULES[id]).failing)
    assert found
    assert all(message and not message.endswith(".") for _, _, message in found)


def test_smallest_study(study_of):
    """It can be open as it stands; all that a larger one would add is more points."""
    assert SMALLEST_STUDY.count("\n") <= 40
    assert [(finding.rule, finding.severity) for finding in check_study(study_of())] == [("study-items", "warning")]
