"""Sources without a fact."""

from __future__ import annotations

from samples import SUITE


def test_unused_source(said):
    """Only sources of the service itself must be used."""
    fragment = f"""\
{SUITE}
sources:
  - {{id: manual, title: Manual, as_of: 2026-01-31}}
  - {{id: leaflet, title: Leaflet, as_of: 2026-01-31}}
summary: {{source: manual}}
"""
    assert said("unused-source", fragment) == ["no fact rests on the source `leaflet`"]
