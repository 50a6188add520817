"""Ids that stand twice."""

from __future__ import annotations


def test_twice(weighed):
    """The second entry of the same id is an error whatever the status."""
    top = """\
statements:
  - {id: kept, item: retention, pictogram: delete-clock-outline, title: Kept, text: One day.}
  - {id: kept, item: choice, pictogram: account-switch-outline, title: Choose, text: Ask us.}
"""
    assert weighed("duplicate-id", top) == [("3:10", "error", "error", "two entries of `statements` are called `kept`")]
