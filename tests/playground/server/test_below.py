"""A base path that a proxy leaves on or takes off."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient

from playground.server.below import Below


async def where(request):
    return JSONResponse([request.scope["root_path"], request.scope["path"], str(request.url.query)])


async def door(socket):
    await socket.accept()
    await socket.send_text(f"{socket.scope['root_path']} {socket.scope['path']}")
    await socket.close()


APP = Starlette(routes=[Route("/", where), Route("/page", where), WebSocketRoute("/stream", door)])


@pytest.mark.parametrize(
    ("base", "asked", "root", "path"),
    [
        ("", "/page?x=1", "", "/page"),
        ("/disclose", "/disclose/page?x=1", "/disclose", "/disclose/page"),
        ("/disclose", "/page?x=1", "/disclose", "/disclose/page"),
        ("/disclose", "/disclose/?x=1", "/disclose", "/disclose/"),
        ("/a/b", "/a/b/page?x=1", "/a/b", "/a/b/page"),
    ],
)
def test_pages(base, asked, root, path):
    """The same page answers with the base and without; it knows where it lies."""
    assert TestClient(Below(APP, base)).get(asked).json() == [root, path, "x=1"]


@pytest.mark.parametrize("asked", ["/stream", "/disclose/stream"])
def test_connections(asked):
    """Connections too."""
    with TestClient(Below(APP, "/disclose")).websocket_connect(asked) as socket:
        assert socket.receive_text() == "/disclose /disclose/stream"


def test_the_base_itself():
    """Without its slash, the base leads to the first page, so that relative links hold."""
    answer = TestClient(Below(APP, "/disclose")).get("/disclose?lang=ar", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (307, "/disclose/?lang=ar")


def test_a_longer_name():
    """A page whose name starts like the base is not below it."""
    assert TestClient(Below(APP, "/page")).get("/pages", follow_redirects=False).status_code == 404
