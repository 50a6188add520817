"""Kinds of notices, and who is told what."""

from __future__ import annotations

import pytest

BEFORE = "  - {id: before, kind: upfront, channel: sign, audience: visitors, moment: Before the scan.}\n"
FACTS = "  - {id: all-facts, kind: on_demand, channel: page, audience: visitors, moment: At any time.}\n"
CAMERA = """\
place:
  name: The desk
  kind: desk
  cameras:
    - {id: desk-camera, place: Above the desk., view_degrees: 30, view_metres: 1, sees: [{what: The mat, kind: desk}]}
"""


def test_missing_kinds(weighed):
    """A notice before it starts and one on demand are there in force."""
    assert weighed("notices-kinds", f"notices:\n{FACTS}") == [
        ("1:1", "warning", "error", "nothing tells people before it starts")
    ]
    people = "people: [{id: visitors, role: Visitors, relation: subject}]\n"
    untold = (
        "no notice tells the group `visitors` of collected, method, purpose, benefits, access, access_reason, "
        "automated_decision, retention, contact and protection"
    )
    assert weighed("notices-kinds", f"notices:\n{BEFORE}{people}") == [
        ("1:1", "warning", "error", "people cannot look it up at any time"),
        ("3:10", "warning", "warning", untold),
    ]


@pytest.mark.parametrize("channel", ["form", "dashboard"])
def test_just_in_time(channel, weighed):
    """Beside a camera, a form or a dashboard people are answered."""
    message = "nothing answers people beside the camera, the form or the dashboard"
    assert weighed("notices-kinds", f"{CAMERA}notices:\n{BEFORE}{FACTS}") == [("6:1", "warning", "error", message)]
    top = f"notices:\n{BEFORE.replace('channel: sign', f'channel: {channel}')}{FACTS}"
    assert weighed("notices-kinds", top) == [("1:1", "warning", "error", message)]
    beside = "  - {id: beside, kind: just_in_time, channel: sign, audience: visitors, moment: At the form.}\n"
    assert weighed("notices-kinds", top + beside) == []


def test_people_who_are_told_nothing(weighed):
    """A group that is no audience is a warning, even in force."""
    top = """\
people:
  - {id: visitors, role: Visitors, relation: subject}
  - {id: guests, role: People named in a form, relation: indirect}
"""
    assert weighed("notices-kinds", top) == [("3:5", "warning", "warning", "no notice is for the group `guests`")]


def test_not_everything(weighed):
    """The notices for a group are put together; what none of them tells is named."""
    top = """\
notices:
  - {id: before, kind: upfront, channel: sign, audience: visitors, moment: Before., items: [collected, method, purpose]}
  - {id: all-facts, kind: on_demand, channel: page, audience: visitors, moment: Later.,
     items: [purpose, benefits, access, access_reason, retention, contact]}
people:
  - {id: visitors, role: Visitors, relation: subject}
"""
    message = "no notice tells the group `visitors` of automated_decision and protection"
    assert weighed("notices-kinds", top) == [("6:5", "warning", "warning", message)]
