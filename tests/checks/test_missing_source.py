"""Facts without a source."""

from __future__ import annotations

from samples import SUITE


def test_missing_source_counts_own_facts(said):
    """One warning a list, with how many; facts from above and facts inside a sourced fact are left out."""
    fragment = f"""\
{SUITE}
identity: {{basis: restated}}
sources: [{{id: manual, title: Manual, as_of: 2026-01-31}}]
summary: {{source: manual}}
uses: {{intended: [], considerations: []}}
limitations:
  - {{id: a, category: language, condition: A., effect: B.}}
  - {{id: b, category: language, condition: A., effect: B., source: manual}}
  - {{id: c, category: language, condition: A., effect: B.}}
data:
  items:
    - {{id: d, name: D, category: personal, purpose: E., retention: {{kind: none}}, source: manual}}
oversight: {{level: in_the_loop}}
"""
    assert said("missing-source", fragment) == [
        "2 of 3 entries of `limitations` name no source",
        "`oversight` names no source",
    ]


def test_missing_source_in_authored_drafts(said):
    """An authored draft is not asked for sources."""
    assert said("missing-source", "") == []
    assert said("missing-source", "identity: {status: published}") != []
