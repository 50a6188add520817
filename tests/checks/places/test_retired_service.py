"""Services that their providers have ended."""

from __future__ import annotations

import datetime as dt

import pytest

#: A service in our own words; the day is that of Azure AI Vision Spatial Analysis, which Microsoft has ended.
COUNTER = """\
schema_version: "1.0"
identity:
  id: room-counter
  name: Room counter
  lifecycle: {LIFECYCLE}
summary: {purpose: It counts people in pictures of a room.}
"""
TOP = "services: [example, room-counter]\n"


def ended(lifecycle):
    return {"services/room-counter/service.yml": COUNTER.replace("LIFECYCLE", lifecycle)}


@pytest.mark.parametrize(
    ("lifecycle", "when"),
    [
        ("status: retired, retires_on: 2025-03-30", " on 30 March 2025"),
        ("status: retired", ""),
        ("status: retiring, retires_on: 2025-03-30", " on 30 March 2025"),
        ("status: retiring, retires_on: 2026-11-20", " on 20 November 2026"),
        ("status: retiring, retires_on: 2026-11-21", None),
        ("status: retiring", None),
        ("status: legacy", None),
    ],
)
def test_ended(lifecycle, when, weighed):
    """A place in force that rests on it is an error, from the day on which the service ends."""
    found = weighed("retired-service", TOP, more=ended(lifecycle), today=dt.date(2026, 11, 20))
    message = f"the service `room-counter` was ended by its provider{when}"
    assert found == ([] if when is None else [("1:21", "warning", "error", message)])


def test_replacement(place_of, run_place):
    """A pilot is an error as well, an example a warning; the service that takes over is named."""
    more = ended("status: retired, replacement: example")
    assert [severity for _, severity, _ in run_place("retired-service", place_of(TOP, "pilot", more=more))] == ["error"]
    assert [severity for _, severity, _ in run_place("retired-service", place_of(TOP, more=more))] == ["warning"]
