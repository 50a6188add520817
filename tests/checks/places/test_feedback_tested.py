"""Whether ways to report a problem were tried."""

from __future__ import annotations

import datetime as dt

import pytest


def channel(more):
    return f"""\
feedback:
  - id: box
    kind: anonymous_box
    how: Put a note in.
    owner: Head of the desk
    response_days: 7
    anonymous: true
{more}"""


def test_never(weighed):
    """A way that nobody has tried is an error in force."""
    message = "nobody has tried whether `box` works"
    assert weighed("feedback-tested", channel("")) == [("2:5", "warning", "error", message)]


@pytest.mark.parametrize(
    ("tested", "today", "old"),
    [
        ("2025-11-20", dt.date(2026, 11, 20), False),
        ("2025-11-19", dt.date(2026, 11, 20), True),
        ("2024-02-29", dt.date(2025, 2, 28), False),
        ("2024-02-29", dt.date(2025, 3, 1), True),
        ("2026-11-20", dt.date(2026, 11, 20), False),
    ],
)
def test_twelve_months(tested, today, old, weighed):
    """Twelve months to the day it counts, a day later no more."""
    found = weighed("feedback-tested", channel(f"    last_tested: {tested}\n"), today=today)
    assert [(where, in_force) for where, _, in_force, _ in found] == ([("8:18", "error")] if old else [])


def test_sentence(weighed):
    """The sentence names the day."""
    ((_, _, _, message),) = weighed("feedback-tested", channel("    last_tested: 2024-05-01\n"))
    assert message == "nobody has tried `box` since 1 May 2024"
