"""Services that are new, old or on their way out."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("lifecycle", "message"),
    [
        ("status: active", None),
        ("status: retiring, retires_on: 2026-11-21", None),
        ("status: retired, retires_on: 2026-11-20", None),
        ("status: legacy, notice: Use the new one.", None),
        ("status: legacy", "nothing says what `legacy` means for the reader"),
        ("status: preview", "nothing says what `preview` means for the reader"),
        ("status: retired", "the day on which the service ends is missing"),
        ("status: retiring, retires_on: 2026-11-20", "the service ended on 20 November 2026"),
        ("status: retired, retires_on: 2026-11-21", "the service ends only on 21 November 2026"),
        ("status: active, retires_on: 2026-11-21", "the service ends on 21 November 2026"),
        ("status: active, retires_on: 2026-11-19", "the service ended on 19 November 2026"),
    ],
)
def test_lifecycle(lifecycle, message, problems):
    """Status, day and notice fit together on the day of the run."""
    found = [finding.message for finding in problems("lifecycle", f"identity: {{lifecycle: {{{lifecycle}}}}}")]
    assert found == ([message] if message else [])
