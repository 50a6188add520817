"""Signing in to the researcher's area with a password, and out of it."""

from __future__ import annotations

from starlette.responses import Response

from playground.server.pace import Pace, Rate
from playground.server.research_oidc import provider
from playground.server.research_pages import page, told_page
from playground.server.research_seat import SESSIONS
from playground.server.research_visit import COOKIE, Visit, drop, hold, see
from toolkit.store.study.people import clean, knows, logged, role_of, team

#: Ten at once from one address, then one in half a minute; from everywhere thirty, then one in five seconds.
PACE = Pace(Rate(10, 30.0), Rate(30, 5.0))


def show_login(visit: Visit) -> Response:
    """The form."""
    return see(visit) if visit.role else _form(visit)


def take_login(visit: Visit) -> Response:
    """Let somebody in; the same answer after the same work whether it is the name or the password that is wrong."""
    if visit.foreign or visit.fields is None:
        return told_page(visit, "wrong", ["foreign" if visit.foreign else "form"], 403 if visit.foreign else 400)
    if not PACE.allows(visit.sender):
        answer = _form(visit, "login-busy", 429)
        answer.headers["retry-after"] = "60"
        return answer
    name = clean(visit.sent.get("name", ""))
    if not knows(visit.store, name, visit.sent.get("password", "")):
        return _form(visit, "login-wrong", 422)
    return let_in(visit, name, see(visit))


def let_in(visit: Visit, name: str, answer: Response) -> Response:
    """*answer*, with which *name* is signed in; a session that the browser had ends."""
    SESSIONS.end(visit.request.cookies.get(COOKIE, ""))
    if role_of(visit.store, name) is None:
        return _form(visit, "login-wrong", 422)
    logged(visit.store, name, "login", visit.now.date())
    return hold(visit, SESSIONS.open(name), answer)


def take_logout(visit: Visit) -> Response:
    """End the session."""
    logged(visit.store, visit.name, "logout", visit.now.date())
    SESSIONS.end(visit.request.cookies.get(COOKIE, ""))
    return drop(visit, see(visit, "login", ended="1"))


def _form(visit: Visit, wrong: str = "", status: int = 200) -> Response:
    return page(
        visit,
        "login",
        "login",
        status,
        wrong=wrong,
        name=visit.sent.get("name", ""),
        ended=not wrong and visit.request.query_params.get("ended") == "1",
        nobody=not team(visit.store),
        oidc=visit.to("oidc") if provider() else "",
    )
