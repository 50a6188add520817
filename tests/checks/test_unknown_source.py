"""Ids of sources that no list has."""

from __future__ import annotations

from samples import SUITE


def test_unknown_source_in_depth(said):
    """Sources of nested facts are looked up; catalogue and suite may list them."""
    fragment = f"""\
{SUITE}
data:
  items:
    - id: scan
      name: Scan
      category: personal
      purpose: To read it.
      source: [city-rules, ghost]
      retention: {{kind: none, source: spirit}}
"""
    assert said("unknown-source", fragment) == [
        "no source is called `ghost`",
        "no source is called `spirit`",
    ]
