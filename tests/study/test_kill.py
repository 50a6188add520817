"""Whoever was told that an answer is kept can rely on it, whatever happens to the server."""

from __future__ import annotations

from killed import kill_often


def test_killed_ten_times(tmp_path):
    """At ten random moments; a hundred are in tests/prove."""
    assert kill_often(tmp_path, None, 10) > 10
