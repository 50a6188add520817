"""Where no camera may look, and who checked it."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("restroom", "restroom"),
        ("changing_room", "changing room"),
        ("prayer_room", "prayer room"),
        ("care_room", "care room"),
        ("rest_room", "rest room"),
    ],
)
def test_seen(kind, words, weighed):
    """A camera that sees such a place is an error whatever the status, at the kind of the area."""
    top = f"""\
place:
  name: The hall
  kind: building
  cameras:
    - id: hall-camera
      place: Above the door.
      view_degrees: 70
      view_metres: 9
      sees:
        - {{what: The floor, kind: hall}}
        - {{what: A door, kind: {kind}}}
      protected_places: [{{kind: restroom, outside_because: It is upstairs., checked_on: 2026-10-01}}]
"""
    assert weighed("protected-place", top) == [
        ("11:32", "error", "error", f"the camera `hall-camera` looks into a {words}")
    ]


def test_unchecked(weighed):
    """In force, each camera says why it does not see the restrooms, and somebody has looked at each such place."""
    top = """\
place:
  name: The hall
  kind: building
  cameras:
    - id: hall-camera
      place: Above the door.
      view_degrees: 70
      view_metres: 9
      sees: [{what: The floor, kind: hall}]
      protected_places:
        - {kind: prayer_room, outside_because: It is on another floor.}
        - {kind: rest_room, outside_because: It is on another floor.}
        - {kind: care_room, outside_because: It is in the next house., checked_on: 2026-10-01}
"""
    assert weighed("protected-place", top) == [
        ("5:7", "warning", "error", "nothing says why the camera `hall-camera` does not see a restroom"),
        (
            "10:7",
            "warning",
            "error",
            "nobody has checked that the camera `hall-camera` does not see a prayer room or a rest room",
        ),
    ]
