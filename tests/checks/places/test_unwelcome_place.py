"""Where people accept cameras least."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("kind", "words"),
    [("own_desk", "somebody's own desk"), ("meeting_room", "a meeting room"), ("corridor", "a corridor")],
)
def test_unwelcome(kind, words, weighed):
    """Such a place is a warning, even in force."""
    top = f"""\
place:
  name: The first floor
  kind: building
  cameras:
    - id: floor
      place: Above the lift.
      view_degrees: 60
      view_metres: 8
      sees: [{{what: A part of the floor, kind: {kind}}}]
"""
    message = f"the camera `floor` sees {words}, where people accept it least"
    assert weighed("unwelcome-place", top) == [("9:48", "warning", "warning", message)]
