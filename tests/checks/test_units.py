"""Limits, their numbers and units."""

from __future__ import annotations

import pytest


def limits(*rows):
    return f"inputs: [{{id: form, medium: document, limits: [{', '.join(f'{{{row}}}' for row in rows)}]}}]"


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (["what: pages, note: See the price list."], "the limit for pages has no number"),
        (["what: bytes, max: 4"], "the limit for file size has no unit"),
        (
            ["what: bytes, max: 4, unit: MB", "what: bytes, max: 50, unit: MB"],
            "`max` for file size is 50 here and 4 MB above",
        ),
        (
            ["what: bytes, max: 4, unit: MB", "what: bytes, max: 4, unit: GB"],
            "`max` for file size is 4 here and 4 MB above",
        ),
        (
            ["what: pages, max: 2, unit: pages, tier: free", "what: pages, max: 9, unit: pages, tier: free"],
            "`max` for pages is 9 here and 2 pages above",
        ),
    ],
)
def test_limits(rows, message, said):
    """A limit without number or unit, or against another, is named."""
    assert said("units", limits(*rows)) == [message]


@pytest.mark.parametrize(
    "rows",
    [
        ["what: ratio, max: 20"],
        ["what: pixels, min: 50, unit: px", "what: pixels, max: 9000, unit: px"],
        ["what: bytes, max: 4, unit: MB", "what: bytes, max: 4000, unit: kB"],
        ["what: bytes, max: 4, unit: MB, tier: free", "what: bytes, max: 50, unit: MB, tier: paid"],
        ["what: bytes, max: 4, unit: MB, version: '3'", "what: bytes, max: 50, unit: MB, version: '4'"],
        ["what: items, max: 5, unit: tags", "what: items, max: 100, unit: pictures"],
        ["what: items, of: tags, max: 5, unit: pieces", "what: items, of: pictures, max: 100, unit: pieces"],
    ],
)
def test_limits_that_agree(rows, said):
    """Other bounds, tiers, versions, units and things counted do not contradict each other."""
    assert said("units", limits(*rows)) == []


def test_limits_of_other_inputs(said):
    """Two inputs may have different limits."""
    fragment = """\
inputs:
  - {id: a, medium: document, limits: [{what: pages, max: 2, unit: pages}]}
  - {id: b, medium: document, limits: [{what: pages, max: 9, unit: pages}]}
"""
    assert said("units", fragment) == []
