"""Lines about requests, without people."""

from __future__ import annotations

import logging

import pytest

from playground.server.log import LOGGERS, WithoutPeople, bare, keep_people_out


@pytest.mark.parametrize(
    ("message", "args", "line"),
    [
        (
            '%s - "%s %s HTTP/%s" %d',
            ("203.0.113.7:4711", "GET", "/notice?lang=ar&code=k7m2", "1.1", 200),
            '- - "GET /notice HTTP/1.1" 200',
        ),
        (
            '%s - "%s %s HTTP/%s" %d',
            ("203.0.113.7:4711", "PUT", "/disclose/_stcore/upload_file/5f0c/77aa", "1.1", 204),
            '- - "PUT /disclose/_stcore/upload_file/- HTTP/1.1" 204',
        ),
        ('%s - "WebSocket %s" [accepted]', (("203.0.113.7", 4711), "/_stcore/stream?x=1"), '- - "WebSocket /_stcore/stream" [accepted]'),
        ("Started server process [%d]", (7,), "Started server process [7]"),
        ("connection open", (), "connection open"),
    ],
)  # fmt: skip
def test_lines(message, args, line):
    """Uvicorn's lines lose the client and the query, others stay."""
    record = logging.LogRecord("uvicorn.access", logging.INFO, "", 0, message, args, None)
    assert WithoutPeople().filter(record)
    assert record.getMessage() == line


@pytest.mark.parametrize(
    ("text", "is_"),
    [("/a?b=c", "/a"), ("/media/8f.png", "/media/-"), ("/site/media.html", "/site/media.html"), ("GET", "GET")],
)
def test_bare(text, is_):
    """Names of sessions and of files of a session are no part of a path."""
    assert bare(text) == is_


def test_once():
    """However often the server is made, each logger has the filter once."""
    keep_people_out()
    keep_people_out()
    for name in LOGGERS:
        assert [type(each) for each in logging.getLogger(name).filters].count(WithoutPeople) == 1
