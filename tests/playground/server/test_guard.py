"""Who may ask, how much, and what every answer says."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient, WebSocketDisconnect

from playground.server.guard import Answers, Doors, Limited

MOST = 1000


async def page(request):
    body = await request.body()
    own = {"content-security-policy": "own", "referrer-policy": "same-origin"} if request.url.path == "/site/x" else {}
    return PlainTextResponse(f"{len(body)} bytes", headers={"cache-control": "max-age=9", **own})


async def stream(socket):
    await socket.accept()
    await socket.send_text("hello")
    await socket.close()


PATHS = (
    "/",
    "/site/x",
    "/static/x.js",
    "/media/x.png",
    "/_stcore/upload_file/a/b",
    "/_stcore/metrics",
    "/_stcore/agent/mcp",
)


@pytest.fixture
def client():
    routes = [Route(path, page, methods=["GET", "POST", "PUT", "DELETE"]) for path in PATHS]
    middleware = [Middleware(Answers, "default-src 'none'"), Middleware(Doors), Middleware(Limited, MOST)]
    return TestClient(Starlette(routes=[*routes, WebSocketRoute("/_stcore/stream", stream)], middleware=middleware))


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("/", "no-store"),
        ("/media/x.png", "no-store"),
        ("/_stcore/upload_file/a/b", "no-store"),
        ("/site/x", "max-age=9"),
        ("/static/x.js", "max-age=9"),
        ("/nowhere", "no-store"),
    ],
)
def test_headers(client, path, kept):
    """Every answer keeps to itself where it came from; what may be about somebody is stored nowhere."""
    headers = client.get(path).headers
    assert headers["cache-control"] == kept
    assert headers["referrer-policy"] == ("same-origin" if path == "/site/x" else "no-referrer")
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "SAMEORIGIN"
    assert "camera=(self)" in headers["permissions-policy"]
    assert headers["content-security-policy"] == ("own" if path == "/site/x" else "default-src 'none'")


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"origin": "http://testserver"}, 200),
        ({"origin": "null"}, 403),
        ({"origin": "http://testserver", "sec-fetch-site": "cross-site"}, 403),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "http://testserver.evil.example"}, 403),
        ({"origin": "http://testserver", "sec-fetch-site": "same-site"}, 403),
        ({"sec-fetch-site": "none"}, 200),
    ],
)
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_changes(client, method, headers, status):
    """Something is uploaded by a page of this server, never by one of another site; forms see to themselves."""
    assert client.request(method, "/_stcore/upload_file/a/b", headers=headers).status_code == status
    assert client.request(method, "/", headers=headers).status_code == 200
    assert client.get("/_stcore/upload_file/a/b", headers=headers).status_code == 200


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://testserver:81"])
def test_connections_of_others(client, origin):
    """A page of another site gets no connection."""
    with (
        pytest.raises(WebSocketDisconnect) as told,
        client.websocket_connect("/_stcore/stream", headers={"origin": origin}),
    ):
        pass
    assert told.value.code == 1008


@pytest.mark.parametrize("headers", [{}, {"origin": "http://testserver"}])
def test_connections(client, headers):
    """A page of this server gets one."""
    with client.websocket_connect("/_stcore/stream", headers=headers) as socket:
        assert socket.receive_text() == "hello"


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/agent/mcp"])
def test_closed(client, path):
    """What Streamlit would tell programs is told to nobody."""
    assert client.get(path).status_code == 404


@pytest.mark.parametrize(("size", "status"), [(0, 200), (MOST, 200), (MOST + 1, 413), (50 * MOST, 413)])
def test_sizes(client, size, status):
    """A request that is too large is refused, whether it says so or not."""
    assert client.post("/", content=b"x" * size).status_code == status
    assert client.post("/", content=iter([b"x" * (size // 2), b"x" * (size - size // 2)])).status_code == status
