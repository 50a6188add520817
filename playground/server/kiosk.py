"""A screen that many people use after one another (`?kiosk=1`): starting anew leaves nothing of whoever was there.

`/reset` is a plain address, so it works without a script. The browser drops what it stored of us
(https://www.w3.org/TR/clear-site-data/), the page itself was never stored, and a new session begins.
"""

from __future__ import annotations

from pathlib import Path

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from playground.say import LANGUAGES

SCRIPT = (Path(__file__).parent / "kiosk.js").read_text("utf-8")
#: Idle seconds of a screen that `?kiosk=1` alone makes a shared one, and of any page without scripts, which cannot know
#: whether somebody still reads.
IDLE, WITHOUT_SCRIPTS = 90, 600
#: The page warns by itself and starts anew; the script waits so much longer, for a page that lost its connection.
LATER = 15
#: What a browser drops.
CLEAR = '"cache", "cookies", "storage"'
#: Cookies by name and path, which go even where a browser does not heed that: it does over HTTPS alone.
COOKIES = (("study", "/study"),)


def head(idle: int = 0) -> str:
    """What the head of Streamlit's page holds on a shared screen, so that it starts anew after *idle* seconds."""
    return (
        f'<script src="./kiosk.js" data-seconds="{(idle or IDLE) + LATER}"></script>'
        f'<noscript><meta http-equiv="refresh" content="{WITHOUT_SCRIPTS};url=./reset"></noscript>'
    )


class Leaving:
    """*app* whose plain pages start anew after a while: a form that somebody walked away from holds their words.

    The header works without a script and in every browser
    (https://html.spec.whatwg.org/multipage/document-lifecycle.html#the-refresh-header).
    """

    def __init__(self, app: ASGIApp, paths: tuple[str, ...]) -> None:
        self.app = app
        self.paths = paths

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        root = scope.get("root_path", "")

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message)["refresh"] = f"{WITHOUT_SCRIPTS};url={root}/reset"
            await send(message)

        plain = scope["type"] == "http" and scope["path"].removeprefix(root).startswith(self.paths)
        await self.app(scope, receive, sent if plain else send)


def routes() -> list[BaseRoute]:
    """`/reset`, which leads to the first page in the language of `?lang=`, and the script that goes there."""

    async def reset(request: Request) -> Response:
        asked = request.query_params.get("lang", "")
        language = f"&lang={asked}" if asked in LANGUAGES else ""
        root = request.scope["root_path"]
        answer = RedirectResponse(f"{root}/?kiosk=1{language}", 303, {"clear-site-data": CLEAR})
        for name, path in COOKIES:
            answer.delete_cookie(name, path=f"{root}{path}", httponly=True, samesite="strict")
        return answer

    async def script(_: Request) -> Response:
        return Response(SCRIPT, media_type="text/javascript")

    return [Route("/reset", reset), Route("/kiosk.js", script)]
