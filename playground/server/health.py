"""`/healthz`: the process answers. `/readyz`: people can use it, and where not, which part is missing."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Mapping

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route
from streamlit.runtime import Runtime

from playground.server import kept
from toolkit.paths import Project
from toolkit.store.engine import StoreError
from toolkit.vision.readers import probe

#: Seconds for which an answer holds, so that whoever asks often costs little.
FRESH = 20.0

Part = Callable[[], Awaitable[bool]]


def routes(parts: Mapping[str, Part]) -> list[BaseRoute]:
    """`/healthz`, and `/readyz` with a line for each of *parts*: 200 where all are there, else 503."""
    known: dict[str, bool] = {}
    until = 0.0

    async def healthy(_: Request) -> Response:
        return PlainTextResponse("ok\n")

    async def ready(_: Request) -> Response:
        nonlocal known, until
        if time.monotonic() >= until:
            known = {name: await part() for name, part in parts.items()}
            until = time.monotonic() + FRESH
        return JSONResponse({"ready": all(known.values()), "parts": known}, 200 if all(known.values()) else 503)

    return [Route("/healthz", healthy), Route("/readyz", ready)]


def needed(project: Project) -> dict[str, Part]:
    """What people need: the built site, the playground's script, an engine that reads, the store of what they send."""

    async def site() -> bool:
        return (project.site / "index.html").is_file()

    async def script() -> bool:
        return (await Runtime.instance().does_script_run_without_error())[0]

    async def reader() -> bool:
        return any(each.here for each in await run_in_threadpool(probe))

    async def store() -> bool:
        try:
            with (await run_in_threadpool(kept.store, project)).read():
                return True
        except StoreError:
            return False

    return {"site": site, "script": script, "reader": reader, "store": store}
