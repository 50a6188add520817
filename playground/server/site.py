"""The built site at `/site/`, and the codes on signs at `/n/<code>`."""

from __future__ import annotations

import os
import re
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from playground.server.policy import policy

#: Links from the root of a host, which the page of what is not there holds: it is shown at any depth.
FROM_ROOT = re.compile(r'((?:href|src)="|"(?:base|search)": ")/(?!/)')


def routes(site: Path) -> list[BaseRoute]:
    """The site in the folder *site*, and its codes in small and in large letters."""
    pages = Pages(site)

    async def whole(request: Request) -> Response:
        return RedirectResponse(f"{request.scope['root_path']}/site/")

    async def code(request: Request) -> Response:
        name = str(request.path_params["code"]).lower()
        if name.isalnum() and (site / "n" / name / "index.html").is_file():
            return RedirectResponse(f"{request.scope['root_path']}/site/n/{name}/")
        return pages.lost(f"{request.scope['root_path']}/site/")

    addresses = ("/n/{code}", "/n/{code}/", "/N/{code}", "/N/{code}/")
    return [
        *(Route(address, code) for address in addresses),
        Route("/site", whole),
        Mount("/site", pages, name="site"),
    ]


class Pages(StaticFiles):
    """The files of a site; each page with the policy that its own scripts need."""

    def __init__(self, site: Path) -> None:
        super().__init__(directory=site, html=True, check_dir=False)
        self.site = site

    async def get_response(self, path: str, scope: Scope) -> Response:
        try:
            response = await super().get_response(path, scope)
        except HTTPException as error:
            if error.status_code != 404:
                raise
            return self.lost(f"{scope['root_path']}/")
        if response.status_code == 404:
            return self.lost(f"{scope['root_path']}/")
        if isinstance(response, RedirectResponse):  # a proxy knows better by which scheme and name it was asked
            response.headers["location"] = urlsplit(response.headers["location"]).path
        return response

    def file_response(
        self, full_path: str | os.PathLike[str], stat_result: os.stat_result, scope: Scope, status_code: int = 200
    ) -> Response:
        response = super().file_response(full_path, stat_result, scope, status_code)
        response.headers["cache-control"] = "no-cache"
        if str(full_path).endswith(".html"):
            response.headers["content-security-policy"] = _policy(str(full_path), stat_result.st_mtime_ns)
        return response

    def lost(self, base: str) -> Response:
        """The site's own page of what is not there, with links that start at *base*."""
        try:
            found = (self.site / "404.html").read_text("utf-8")
        except OSError:
            found = "<!doctype html><title>404</title><p>404</p>"
        page = FROM_ROOT.sub(rf"\g<1>{base}", found)
        return HTMLResponse(page, 404, {"content-security-policy": policy(page)})


@lru_cache(maxsize=4096)
def _policy(path: str, _: int) -> str:
    """The policy of the page at *path* as it was at that time."""
    return policy(Path(path).read_text("utf-8"))
