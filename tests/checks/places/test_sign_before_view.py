"""Signs and the view of cameras."""

from __future__ import annotations

import pytest

TOP = """\
place:
  name: The desk
  kind: desk
  cameras:
    - id: desk-camera
      place: Above the desk.
      view_degrees: 30
      view_metres: 1
      sees: [{what: The mat, kind: desk}]
signs:
  - id: desk-sign
    notice: NOTICE
    place: On the desk.
    pictogram: file-eye-outline
    headline: AI reads here
    lead: It types for you.
    cameras: [desk-camera]
"""
BEFORE = TOP.replace("NOTICE", "before")


def test_not_measured(weighed):
    """Nobody measured how far before the view the sign is read."""
    message = "nothing says how far before the view of a camera the sign `desk-sign` is read"
    assert weighed("sign-before-view", BEFORE) == [("11:5", "error", "error", message)]


@pytest.mark.parametrize("metres", ["0", "-0.5"])
def test_too_late(metres, weighed):
    """At the edge of the view or inside it, the sign comes too late."""
    message = "who reads the sign `desk-sign` is in view of a camera already"
    top = f"{BEFORE}    metres_before_view: {metres}\n"
    assert weighed("sign-before-view", top) == [("18:25", "error", "error", message)]


def test_in_time(weighed):
    """Before the view it is in time."""
    assert weighed("sign-before-view", f"{BEFORE}    metres_before_view: 0.1\n") == []


def test_sign_at_the_camera(weighed):
    """A sign of a notice that is not the first may hang in view."""
    assert weighed("sign-before-view", TOP.replace("NOTICE", "all-facts")) == []


def test_camera_without_sign(weighed):
    """A camera that no sign names is an error in force."""
    top = BEFORE.replace("cameras: [desk-camera]", "cameras: []")
    assert weighed("sign-before-view", top) == [
        ("5:7", "warning", "error", "no sign speaks of the camera `desk-camera`")
    ]
