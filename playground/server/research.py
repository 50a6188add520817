"""`/research/`: the area of the team that runs a study. Whoever takes part in one never signs in here.

Each page names the roles it is for; `guarded` asks for them before anything is read.
"""

from __future__ import annotations

import logging
from collections.abc import Collection

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from playground.phrases.research import told
from playground.server import (
    research_coding,
    research_files,
    research_login,
    research_monitor,
    research_oidc,
    research_people,
    research_results,
)
from playground.server.asked import Fields, fields_of
from playground.server.research_visit import Answer, guarded, visit_of
from toolkit.store.engine import StoreError
from toolkit.store.study.people import ROLES, Role

log = logging.getLogger(__name__)
OWNER: tuple[Role, ...] = ("owner",)
READERS: tuple[Role, ...] = ("owner", "analyst")
CODERS: tuple[Role, ...] = ("owner", "coder")
#: What each page is for: path, method, roles (none: nobody has to be signed in), answer.
PAGES: tuple[tuple[str, str, tuple[Role, ...], Answer], ...] = (
    ("login", "GET", (), research_login.show_login),
    ("login", "POST", (), research_login.take_login),
    ("oidc", "GET", (), research_oidc.show_start),
    ("oidc/back", "GET", (), research_oidc.take_back),
    ("logout", "POST", ROLES, research_login.take_logout),
    ("people", "GET", OWNER, research_people.show_people),
    ("people", "POST", OWNER, research_people.take_removed),
    ("", "GET", ROLES, research_monitor.show_list),
    ("{deployment}/", "GET", READERS, research_monitor.show_monitor),
    ("{deployment}/results", "GET", READERS, research_results.show_results),
    ("{deployment}/coding", "GET", CODERS, research_coding.show_coding),
    ("{deployment}/coding", "POST", CODERS, research_coding.take_code),
    ("{deployment}/differences", "GET", READERS, research_coding.show_differences),
    ("{deployment}/differences", "POST", READERS, research_coding.take_settled),
    ("{deployment}/exports", "GET", READERS, research_files.show_files),
    ("{deployment}/exports", "POST", READERS, research_files.take_file),
    ("{deployment}/exclude", "GET", OWNER, research_files.show_excluded),
    ("{deployment}/exclude", "POST", OWNER, research_files.take_excluded),
)


def _answered(request: Request, fields: Fields | None, roles: Collection[Role], answer: Answer) -> Response:
    try:
        visit = visit_of(request, fields)
        return guarded(visit, roles, answer) if roles else answer(visit)
    except StoreError as error:
        log.error("a page of the researcher's area cannot be shown: %s", error)  # noqa: TRY400 - without values
        return PlainTextResponse(f"{told('closed')}. {told('closed-lead')}\n", 503, {"cache-control": "no-store"})


def _route(path: str, method: str, roles: Collection[Role], answer: Answer) -> Route:
    async def endpoint(request: Request) -> Response:
        fields = await fields_of(request) if method == "POST" else {}
        return await run_in_threadpool(_answered, request, fields, roles, answer)

    return Route(f"/research/{path}", endpoint, methods=[method])


async def _whole(request: Request) -> Response:
    path, root = str(request.scope["path"]), str(request.scope.get("root_path", ""))
    return RedirectResponse(f"{root}{path.removeprefix(root)}/")


#: For a server to mount; the first that fits answers.
ROUTES: list[Route] = [
    *(_route(*each) for each in PAGES),
    Route("/research", _whole),
    Route("/research/{deployment}", _whole),
]
