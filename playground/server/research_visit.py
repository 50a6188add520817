"""A visit to the researcher's area: who comes, with which role, about which study, and what a form sent.

`guarded` is the one door: nothing of a study is read before it has seen the role.
"""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Callable, Collection
from typing import NamedTuple
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from playground.server import kept
from playground.server.asked import Fields
from playground.server.places import open_places
from playground.server.research_pages import HEADERS, told_page
from playground.server.research_seat import SESSIONS, Session
from toolkit.model.study import Study
from toolkit.paths import Project
from toolkit.store.engine import Store
from toolkit.store.study.people import Role, role_of
from toolkit.study.enquiry import Enquiry, Use
from toolkit.view.place import PlaceView

COOKIE = "research"


class Visit(NamedTuple):
    """What came in. `role` is None where nobody is signed in; `fields` is None where the form cannot be read."""

    request: Request
    project: Project
    store: Store
    view: PlaceView | None
    session: Session | None
    role: Role | None
    fields: Fields | None
    now: dt.datetime

    @property
    def root(self) -> str:
        return str(self.request.scope.get("root_path", ""))

    @property
    def name(self) -> str:
        return self.session.name if self.session else ""

    @property
    def sent(self) -> Fields:
        """What the form sent."""
        return self.fields or {}

    @property
    def use(self) -> Use:
        """Which answers the visit is about: those that count, else trial ones."""
        asked = self.sent.get("use") or self.request.query_params.get("use", "")
        return "demo" if asked == "demo" else "test" if asked == "test" else "real"

    @property
    def place(self) -> PlaceView:
        """The place whose study it is about. ValueError where it is about none."""
        if self.view is None:
            raise ValueError("a visit to no study")
        return self.view

    @property
    def study(self) -> Study:
        """The study it is about. ValueError as above."""
        if self.place.study is None:
            raise ValueError("a visit to no study")
        return self.place.study

    @property
    def enquiry(self) -> Enquiry:
        """The answers to the study. ValueError as above."""
        return Enquiry(self.store, self.place)

    @property
    def foreign(self) -> bool:
        """Whether another site sent the form."""
        headers = self.request.headers
        site, origin = headers.get("sec-fetch-site"), headers.get("origin")
        if site is not None:
            return site != "same-origin"
        return origin is not None and urlsplit(origin).netloc != headers.get("host")

    @property
    def sender(self) -> str:
        return self.request.client.host if self.request.client else ""

    def to(self, path: str = "", **query: str) -> str:
        """The address of a page of this area; of trial answers where this one is about those."""
        more = {**({} if self.use == "real" else {"use": self.use}), **query}
        asked = "&".join(f"{name}={value}" for name, value in more.items())
        return f"{self.root}/research/{path}{'?' if asked else ''}{asked}"

    def of(self, path: str = "", **query: str) -> str:
        """The address of a page of this study."""
        return self.to(f"{self.place.id}/{path}", **query)


Answer = Callable[[Visit], Response]


def visit_of(request: Request, fields: Fields | None) -> Visit:
    """Who sent *request*, and what about. Raises StoreError."""
    here = kept.project()
    store = kept.store(here)
    session = SESSIONS.of(request.cookies.get(COOKIE, ""))
    role = role_of(store, session.name) if session else None
    view = open_places(here).get(str(request.path_params.get("deployment", ""))) if role else None
    return Visit(request, here, store, view if view and view.study else None, session, role, fields, kept.now())


def guarded(visit: Visit, roles: Collection[Role], answer: Answer) -> Response:
    """*answer* where somebody with one of *roles* asks, and by a form of ours where something is to change; else where
    to sign in, or why not.
    """
    posts = visit.request.method == "POST"
    if visit.role is None or visit.session is None:
        return see(visit, "login", ended="1") if not posts else told_page(visit, "login", ["login-ended"], 401)
    if visit.role not in roles:
        lead = {"role": visit.role, "roles": ", ".join(sorted(roles))}
        return told_page(visit, "no-role", ["no-role-lead"], 403, **lead)
    if posts:
        if visit.fields is None:
            return told_page(visit, "wrong", ["form"], 400)
        key = visit.fields.get("form", "").encode("utf-8", "surrogatepass")
        if visit.foreign or not secrets.compare_digest(key, visit.session.form.encode()):
            return told_page(visit, "wrong", ["foreign"], 403)
    if "deployment" in visit.request.path_params and visit.view is None:
        return told_page(visit, "lost", ["lost-lead"], 404)
    return answer(visit)


def see(visit: Visit, path: str = "", **query: str) -> Response:
    """The answer to a form: another page, which can be loaded again without sending anything."""
    return RedirectResponse(visit.to(path, **query), 303, HEADERS)


def hold(visit: Visit, token: str, answer: Response) -> Response:
    """*answer*, with which the browser takes the key of a session: no script reads it, no other site sends it."""
    secure = visit.request.url.scheme == "https"
    path = f"{visit.root}/research"
    answer.set_cookie(COOKIE, token, path=path, secure=secure, httponly=True, samesite="strict")
    return answer


def drop(visit: Visit, answer: Response) -> Response:
    """*answer*, with which the browser drops that key."""
    answer.delete_cookie(COOKIE, path=f"{visit.root}/research", httponly=True, samesite="strict")
    return answer
