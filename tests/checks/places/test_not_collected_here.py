"""What is not recorded at a place."""

from __future__ import annotations

CAMERA = """\
place:
  name: The desk
  kind: desk
  cameras:
    - {id: desk-camera, place: Above the desk., view_degrees: 30, view_metres: 1, sees: [{what: The mat, kind: desk}]}
"""
SIGN = """\
signs:
  - id: desk-sign
    notice: before
    place: On the desk.
    pictogram: file-eye-outline
    headline: AI reads here
    lead: It types for you.
    statements: [kept]
    cameras: [desk-camera]
"""


def test_camera(weighed):
    """Where there is a camera, in force the notice says what is not recorded."""
    assert weighed("not-collected-here", CAMERA) == [
        ("4:3", "warning", "error", "there is a camera, but nothing says what is not recorded")
    ]


def test_sound(weighed):
    """So it does where sound is recorded."""
    top = "law:\n  personal_data: true\n  basis: public_task\n  sound: true\n"
    assert weighed("not-collected-here", top) == [
        ("4:3", "warning", "error", "sound is recorded, but nothing says what is not recorded")
    ]


def test_sign_of_a_camera(weighed):
    """So does each sign of a camera, at its statements."""
    top = f"{CAMERA}not_collected: [Your face.]\n{SIGN}"
    assert weighed("not-collected-here", top) == [
        ("14:5", "warning", "error", "the sign `desk-sign` speaks of a camera, but not of what is not recorded")
    ]


def test_said(weighed):
    """A statement about it on the sign is enough."""
    sign = SIGN.replace("[kept]", "[faces]")
    faces = "  - {id: faces, item: not_collected, pictogram: camera-off-outline, title: Not you, text: No face.}\n"
    top = f"{CAMERA}not_collected: [Your face.]\n{sign}statements:\n{faces}"
    assert weighed("not-collected-here", top) == []
