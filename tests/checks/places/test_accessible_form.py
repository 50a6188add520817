"""Signs and people who cannot see them."""

from __future__ import annotations

SIGN = """\
signs:
  - id: desk-sign
    notice: before
    place: On the desk.
    pictogram: file-eye-outline
    headline: AI reads here
    lead: It types for you.
"""


def test_nothing(weighed):
    """A sign that reaches only those who see it is an error whatever the status."""
    message = "the sign `desk-sign` does not reach people who cannot see it"
    assert weighed("accessible-form", SIGN) == [("2:5", "error", "error", message)]


def test_only_said(weighed):
    """Who does not know of the sign must feel it or be able to call."""
    message = "nobody can feel for the sign `desk-sign` or call to hear it"
    top = f"{SIGN}    accessible_form: {{said_by: The clerk reads it.}}\n"
    assert weighed("accessible-form", top) == [("8:22", "warning", "error", message)]


def test_felt_or_called(weighed):
    """One of the two is enough."""
    for more in ("felt: A raised frame.", "call: 01 234"):
        top = f"{SIGN}    accessible_form: {{said_by: The clerk reads it., {more}}}\n"
        assert weighed("accessible-form", top) == []
