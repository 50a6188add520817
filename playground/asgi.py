"""One process that serves the built site at `/site/`; the folder comes from `DISCLOSE_SITE`."""

from __future__ import annotations

import os
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles


def application(site: Path) -> Starlette:
    """The server of a built *site*."""

    async def home(request: Request) -> Response:
        return RedirectResponse(request.url_for("site", path="/").path)

    async def healthy(_: Request) -> Response:
        return PlainTextResponse("ok\n")

    return Starlette(
        routes=[
            Route("/", home),
            Route("/healthz", healthy),
            Mount("/site", StaticFiles(directory=site, html=True), name="site"),
        ]
    )


app = application(Path(os.environ.get("DISCLOSE_SITE", "site")))
