"""Entrances and their signs."""

from __future__ import annotations


def test_entrance_without_sign(weighed):
    """Each entrance that no first sign names is an error in force, at its line."""
    top = """\
place:
  name: The hall
  kind: building
  entrances:
    - {id: hall, name: Main door}
    - {id: garden, name: Step-free door}
"""
    message = "who comes in by `garden` passes no sign that tells them first"
    assert weighed("sign-per-entrance", top) == [("6:7", "warning", "error", message)]


def test_a_later_notice_is_not_enough(weighed):
    """A sign of a notice on demand tells nobody first."""
    top = """\
place:
  name: The hall
  kind: building
  entrances: [{id: hall, name: Main door}]
signs:
  - {id: page-sign, notice: all-facts, place: In the hall., pictogram: file-eye-outline, headline: AI reads here,
     lead: It types for you., entrances: [hall]}
"""
    message = "who comes in by `hall` passes no sign that tells them first"
    assert weighed("sign-per-entrance", top) == [("4:15", "warning", "error", message)]
