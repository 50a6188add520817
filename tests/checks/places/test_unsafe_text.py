"""Markup at a place."""

from __future__ import annotations


def test_markup(weighed):
    """Markup in any text is an error whatever the status."""
    top = "questions:\n  - {id: a, question: Why?, answer: 'Because <b>we</b> say so.'}\n"
    assert weighed("unsafe-text", top) == [("2:37", "error", "error", "a tag in a text: <b>")]
