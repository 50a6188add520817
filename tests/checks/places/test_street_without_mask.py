"""What belongs to others and is in view."""

from __future__ import annotations

import pytest

TOP = """\
place:
  name: The porch
  kind: building
  cameras:
    - id: porch
      place: Above the door.
      view_degrees: 60
      view_metres: 8
      sees: [{what: The ramp, kind: entrance}, {what: What lies beyond, kind: KIND}]
"""


@pytest.mark.parametrize(
    ("kind", "words"), [("public_street", "a public street"), ("neighbour", "a neighbour's ground")]
)
def test_without_mask(kind, words, weighed):
    """The street and the neighbour's ground are an error whatever the status, unless they are blanked."""
    top = TOP.replace("KIND", kind)
    assert weighed("street-without-mask", top) == [
        ("9:79", "error", "error", f"the camera `porch` sees {words}, and nothing blanks it")
    ]
    assert weighed("street-without-mask", f"{top}      mask: It is blacked out inside the camera.\n") == []
