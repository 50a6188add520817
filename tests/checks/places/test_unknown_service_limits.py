"""Whether a sign speaks of mistakes."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("item", "said"), [("risk", True), ("oversight", True), ("choice", False), ("retention", False)]
)
def test_mistakes(item, said, weighed):
    """A statement on a risk or on oversight is enough on one sign; without it there is a warning, even in force."""
    top = f"""\
statements:
  - {{id: checked, item: {item}, pictogram: account-check-outline, title: Checked, text: It errs.}}
signs:
  - {{id: one, notice: before, place: Here., pictogram: file-eye-outline, headline: AI, lead: It., statements: []}}
  - {{id: two, notice: before, place: Here., pictogram: file-eye-outline, headline: AI, lead: It., statements: checked}}
"""
    found = [("3:1", "warning", "warning", "no sign says that the machine makes mistakes")]
    assert weighed("unknown-service-limits", top) == ([] if said else found)


def test_statement_that_no_sign_carries(weighed):
    """A statement that hangs nowhere tells nobody; a place without signs is not asked."""
    sign = "  - {id: one, notice: before, place: Here., pictogram: file-eye-outline, headline: AI, lead: It.}\n"
    assert len(weighed("unknown-service-limits", f"signs:\n{sign}")) == 1
    assert weighed("unknown-service-limits", "signs: []\n") == []
