"""A screen for many."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from playground.server.kiosk import Leaving, head, routes


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


def test_reset_drops_what_a_study_left(client):
    """A browser that heeds no `Clear-Site-Data`, as over plain HTTP, forgets who answered all the same."""
    cookie = client.get("/reset", headers={"cookie": "study=desk.key.code"}).headers["set-cookie"]
    assert cookie.startswith('study=""; ')
    assert "Max-Age=0; Path=/study" in cookie


def test_head(client):
    """With a script the page starts anew when nobody touches it, without one after ten minutes."""
    assert head() == (
        '<script src="./kiosk.js" data-seconds="105"></script>'
        '<noscript><meta http-equiv="refresh" content="600;url=./reset"></noscript>'
    )
    assert 'data-seconds="75"' in head(60)
    assert client.get("/kiosk.js").headers["content-type"].startswith("text/javascript")


@pytest.mark.parametrize(("path", "refresh"), [("/feedback/desk", "600;url=/disclose/reset"), ("/site/", None)])
def test_forms_that_somebody_left(path, refresh):
    """A form starts anew without a script; pages that hold nothing of anybody stay."""

    async def page(_):
        return PlainTextResponse("")

    app = Starlette(routes=[Route(path, page)], middleware=[Middleware(Leaving, ("/feedback/",))])
    assert TestClient(app, root_path="/disclose").get(path).headers.get("refresh") == refresh
