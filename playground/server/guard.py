"""What holds for every request: who may ask, how much may be sent, and the headers of every answer."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

#: A camera is asked for by the playground alone, everything else by nobody.
HEADERS = {
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "SAMEORIGIN",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(self), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
}
#: Below these lies what is the same for everybody; any other answer may be about somebody and is kept nowhere.
SAME_FOR_ALL = ("/static/", "/site/", "/favicon.png", "/kiosk.js")
#: Streamlit's own addresses, and those of them that tell of its sessions or let programs in.
STREAMLIT = "/_stcore/"
CLOSED = ("/_stcore/metrics", "/_stcore/agent")
SAFE = {"GET", "HEAD", "OPTIONS"}


class Answers:
    """*app* with headers that keep its answers private; *policy* is for pages without one of their own."""

    def __init__(self, app: ASGIApp, policy: str) -> None:
        self.app = app
        self.policy = policy

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        kept = _path(scope).startswith(SAME_FOR_ALL)

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in (*HEADERS.items(), ("content-security-policy", self.policy)):
                    headers.setdefault(name, value)
                if not kept:
                    headers["cache-control"] = "no-store"
            await send(message)

        await self.app(scope, receive, sent)


class Doors:
    """*app* with Streamlit for people and our own pages only: another site opens no connection and uploads nothing.

    Browsers say where a request comes from, in `Sec-Fetch-Site` (https://www.w3.org/TR/fetch-metadata/) and `Origin`.
    A connection of another host is refused here, since Streamlit would first ask an outside service for its address.
    Forms have a rule of their own, because a notice at another address may send them.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket" and _foreign(Headers(scope=scope)):
            await send({"type": "websocket.close", "code": 1008})
        elif scope["type"] == "http" and _path(scope).startswith(CLOSED):
            await PlainTextResponse("There is nothing here.\n", 404)(scope, receive, send)
        elif scope["type"] == "http" and _path(scope).startswith(STREAMLIT) and _changes(scope):
            await PlainTextResponse("This was sent by another site.\n", 403)(scope, receive, send)
        else:
            await self.app(scope, receive, send)


class Limited:
    """*app* with requests of at most *most* bytes, so that what is kept in memory stays there and stays small."""

    def __init__(self, app: ASGIApp, most: int) -> None:
        self.app = app
        self.most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        length = Headers(scope=scope).get("content-length", "0")
        if length.isdecimal() and int(length) > self.most:
            await PlainTextResponse("This is too large.\n", 413)(scope, receive, send)
            return
        received = 0

        async def counted() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > self.most:
                raise HTTPException(413, "This is too large.")
            return message

        await self.app(scope, counted, send)


def _changes(scope: Scope) -> bool:
    """Whether a page of another site wants to change something."""
    return scope["method"] not in SAFE and _foreign(Headers(scope=scope))


def _foreign(headers: Headers) -> bool:
    """Whether a browser says that a page of another site asks."""
    site = headers.get("sec-fetch-site")
    if site is not None and site not in {"same-origin", "none"}:
        return True
    origin = headers.get("origin")
    return origin is not None and urlsplit(origin).netloc != headers.get("host")


def _path(scope: Scope) -> str:
    return str(scope["path"]).removeprefix(scope.get("root_path", ""))
