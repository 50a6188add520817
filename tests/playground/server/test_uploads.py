"""What somebody uploads stays in memory."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from serving import served
from uploads import visit
from watched import SAID

MB = 1024 * 1024
#: What frames a file in a request counts too.
FRAME = 300
TESTS = str(Path(__file__).parents[2])


def test_nothing_is_written(project):
    """Files of up to five megabytes go through the process, and it opens none to write and says nothing of any."""
    with (
        served(project, start="watched", PYTHONPATH=TESTS, PYTHONDONTWRITEBYTECODE="1") as server,
        visit(server) as page,
    ):
        before = server.log()
        assert before.startswith(SAID), "the watcher sees a file without a name"
        sizes = (10, MB - 1, MB + 1, 3 * MB, 5 * MB - FRAME)
        assert [page.upload(f"passport-{size}.png", os.urandom(size)) for size in sizes] == [204] * 5
        after = server.log().removeprefix(before)
    assert SAID not in after
    assert "passport" not in after
    assert "127.0.0.1" not in after
    assert after.count("PUT /_stcore/upload_file/- HTTP/1.1") == 5


@pytest.mark.parametrize(("size", "status"), [(5 * MB, 413), (6 * MB, 413), (40 * MB, 413)])
def test_too_large(server, size, status):
    """More than five megabytes are refused."""
    with visit(server) as page:
        assert page.upload("a.png", bytes(size)) == status


@pytest.mark.parametrize(
    "headers", [{"x-xsrftoken": "2|0|0|0"}, {"sec-fetch-site": "cross-site"}, {"origin": "http://evil.example"}]
)
def test_only_our_own_pages(server, headers):
    """A page of another site cannot upload into somebody's session."""
    with visit(server) as page:
        assert page.upload("a.png", b"x", **headers) == 403
