"""A screen for many."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from playground.server.kiosk import head, routes


@pytest.fixture
def client():
    return TestClient(Starlette(routes=routes()), follow_redirects=False)


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("/reset", "/?kiosk=1"),
        ("/reset?lang=ar", "/?kiosk=1&lang=ar"),
        ("/reset?lang=%0d%0aset-cookie:x", "/?kiosk=1"),
        ("/reset?lang=//evil.example", "/?kiosk=1"),
    ],
)
def test_reset(client, address, place):
    """A plain address starts anew: the browser drops what it stored of us and goes to the first page."""
    answer = client.get(address)
    assert (answer.status_code, answer.headers["location"]) == (303, place)
    assert answer.headers["clear-site-data"] == '"cache", "cookies", "storage"'


def test_head(client):
    """With a script the page starts anew when nobody touches it, without one after ten minutes."""
    assert head() == (
        '<script src="./kiosk.js" data-seconds="105"></script>'
        '<noscript><meta http-equiv="refresh" content="600;url=./reset"></noscript>'
    )
    assert 'src="/disclose/kiosk.js" data-seconds="75"' in head(60, "/disclose")
    assert client.get("/kiosk.js").headers["content-type"].startswith("text/javascript")
