"""A base path in front of a server, whether a proxy takes it off or leaves it on."""

from __future__ import annotations

from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send


class Below:
    """*app* below the address *base*, such as `/disclose`.

    ASGI names the part of the address that belongs to somebody else `root_path`, and `path` starts with it
    (https://asgi.readthedocs.io/en/latest/specs/www.html). A proxy that takes the base off is put right here, so that
    nobody has to say which kind theirs is.
    """

    def __init__(self, app: ASGIApp, base: str) -> None:
        self.app = app
        self.base = base

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not self.base or scope["type"] not in {"http", "websocket"}:
            await self.app(scope, receive, send)
            return
        path = scope["path"]
        if path == self.base and scope["type"] == "http":
            query = scope["query_string"].decode("latin-1")
            await RedirectResponse(f"{self.base}/{'?' if query else ''}{query}")(scope, receive, send)
            return
        whole = path if path.startswith(f"{self.base}/") else self.base + path
        await self.app({**scope, "path": whole, "root_path": self.base}, receive, send)
