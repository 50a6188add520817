"""A hundred kills at random moments lose no answer that was acknowledged, and none is there twice."""

from __future__ import annotations

from databases import postgresql
from killed import kill_often


def test_a_hundred_kills(tmp_path):
    """With SQLite, whose files the killed process was writing."""
    print(kill_often(tmp_path, None, 100), "answers in 100 processes that were killed")


def test_kills_of_those_who_use_postgresql(tmp_path):
    """With PostgreSQL, which lives on."""
    with postgresql() as url:
        print(kill_often(tmp_path, url, 30), "answers in 30 processes that were killed")
