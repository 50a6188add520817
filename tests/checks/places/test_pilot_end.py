"""The end of a pilot."""

from __future__ import annotations

import datetime as dt

import pytest


@pytest.mark.parametrize(
    ("top", "today", "found"),
    [
        ("status: pilot\n", "2026-11-20", [("1:9", "error", "nothing says when the pilot ends")]),
        ("status: pilot\nstatus_until: 2026-11-20\n", "2026-11-20", []),
        (
            "status: pilot\nstatus_until: 2026-11-20\n",
            "2026-11-21",
            [("2:15", "error", "the pilot ended on 20 November 2026")],
        ),
        ("status: in_force\nstatus_until: 2020-01-01\n", "2026-11-20", []),
        ("status: draft\n", "2026-11-20", []),
    ],
)
def test_end(top, today, found, place_of, run_place):
    """A pilot without an end, or after it, is an error; other statuses have none."""
    assert run_place("pilot-end", place_of(top, today=dt.date.fromisoformat(today))) == found
