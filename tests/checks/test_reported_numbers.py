"""Figures that somebody published."""

from __future__ import annotations


def test_reported_numbers(said):
    """The source of the metric covers its figures."""
    fragment = """\
sources: [{id: manual, title: Manual, as_of: 2026-01-31}]
metrics: [{id: recall, source: manual, reported: [{value: 9.5, unit: percent, conditions: On forms.}]}]
"""
    assert said("reported-numbers", fragment) == []
    bare = fragment.replace(", source: manual", "")
    assert said("reported-numbers", bare) == ["nothing says when or by whom 9.5 percent was found"]
