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
#: What Streamlit would tell anybody of its sessions, and its doors for programs.
CLOSED = ("/_stcore/metrics", "/_stcore/agent")
SAFE = {"GET", "HEAD", "OPTIONS"}


class Answers:
    """*app* with headers that keep its answers private; pages without a policy of their own get *policy*."""

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
                for name, value in HEADERS.items():
                    headers[name] = value
                headers.setdefault("content-security-policy", self.policy)
                if not kept:
                    headers["cache-control"] = "no-store"
            await send(message)

        await self.app(scope, receive, sent)


class Doors:
    """*app* for people and its own pages only: nothing is changed, and nothing is opened, on the word of another site.

    Browsers say where a request comes from: in `Sec-Fetch-Site` (https://www.w3.org/TR/fetch-metadata/) and in
    `Origin`, which is `null` for a form of a page that sends no referrer. A connection of a page always has an origin;
    one of another host is refused here, since Streamlit would ask an outside service for its own address first.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket" and _foreign(Headers(scope=scope), bare=False):
            await send({"type": "websocket.close", "code": 1008})
        elif scope["type"] == "http" and _path(scope).startswith(CLOSED):
            await PlainTextResponse("There is nothing here.\n", 404)(scope, receive, send)
        elif scope["type"] == "http" and scope["method"] not in SAFE and _foreign(Headers(scope=scope), bare=True):
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


def _foreign(headers: Headers, *, bare: bool) -> bool:
    """Whether a browser says that a page of another site asks; *bare* says that an origin may be hidden."""
    site = headers.get("sec-fetch-site")
    if site is not None and site not in {"same-origin", "none"}:
        return True
    origin = headers.get("origin")
    if origin is None or (bare and origin == "null"):
        return False
    return urlsplit(origin).netloc != headers.get("host")


def _path(scope: Scope) -> str:
    return str(scope["path"]).removeprefix(scope.get("root_path", ""))
