"""A visit to the pages of a study: which study, who is answering on this screen, and what a form sent.

Who answers is known by one cookie, which no script can read, no other site can send, and which ends with the browser.
It holds the key of the session and the code, so that the last page can show the code once more; neither ever stands in
an address or in a log.
"""

from __future__ import annotations

import datetime as dt
import re
import secrets
from typing import NamedTuple

from starlette.requests import Request
from starlette.responses import Response

from playground.server.asked import Fields, foreign
from playground.server.feedback_pages import Reader
from playground.server.kept import now, project, store
from playground.server.places import open_places
from playground.server.study_pages import reader_of
from toolkit.model.study import Study
from toolkit.store.engine import Store
from toolkit.study.enquiry import Begun, Enquiry, Seat
from toolkit.view.place import PlaceView
from toolkit.view.study import StudyWording

COOKIE = "study"
HELD = re.compile(r"([a-z0-9-]+)\.([A-Za-z0-9_-]+)\.([a-z0-9-]*)")
#: The fields of a form with their values; None where it cannot be read.
Sent = list[tuple[str, str]] | None
#: A key that we drew ourselves; a shorter one could be somebody else's.
ONCE = re.compile(r"[A-Za-z0-9_-]{22,64}")


class Held(NamedTuple):
    """What the cookie holds: the place, the key of the session, the code (empty where people have none)."""

    place: str
    token: str
    code: str


class Visit(NamedTuple):
    """What came in, for whom and about which study; `enquiry` is None on pages about no single one."""

    request: Request
    reader: Reader
    places: dict[str, PlaceView]
    enquiry: Enquiry | None
    held: Held | None
    seat: Seat | None
    sent: Sent
    now: dt.datetime

    @property
    def fields(self) -> Fields | None:
        """What the form sent, the last value of each field; None where it cannot be read."""
        return None if self.sent is None else dict(self.sent)

    def values(self, name: str) -> list[str]:
        """Every value that the form sent for the field *name*."""
        return [value for field, value in self.sent or () if field == name]

    @property
    def study(self) -> Study:
        """The study that the visit is about. ValueError where it is about none."""
        if self.reader.view is None or self.reader.view.study is None:
            raise ValueError("a visit to no study")
        return self.reader.view.study

    @property
    def wording(self) -> StudyWording:
        """The study in the reader's language. ValueError as above."""
        view, study = self.reader.view, self.study
        if view is None:
            raise ValueError("a visit to no study")
        return StudyWording(view, study, self.reader.language)

    @property
    def store(self) -> Store:
        """The open store. Raises StoreError."""
        return store(self.reader.project)

    @property
    def place(self) -> str:
        return self.reader.view.id if self.reader.view else ""

    @property
    def sender(self) -> str:
        return self.request.client.host if self.request.client else ""

    @property
    def foreign(self) -> bool:
        """Whether another site sent the form."""
        return foreign(self.request, "")

    @property
    def trial(self) -> bool:
        """Whether what is answered counts for nothing."""
        return self.seat.use != "real" if self.seat else self.study.status == "draft"

    def at(self, path: str = "") -> str:
        """The path of a page of this study, for `see` and `Reader.to`."""
        return f"/study/{self.place}{f'/{path}' if path else ''}"

    def to(self, path: str = "") -> str:
        """The address of a page of this study."""
        return self.reader.to(self.at(path))

    def once(self) -> str:
        """The key that the form came with, else a new one."""
        sent = (self.fields or {}).get("once", "")
        return sent if ONCE.fullmatch(sent) else secrets.token_urlsafe(24)


def visit_of(request: Request, sent: Sent) -> Visit:
    """Who sent *request*, and about which study: that of the address, else that of the cookie. Raises StoreError."""
    here = project()
    places = {id: view for id, view in open_places(here).items() if view.study}
    held = held_by(request)
    named = str(request.path_params.get("deployment", ""))
    view = places.get(named or (held.place if held else ""))
    enquiry = Enquiry(store(here), view) if view else None
    mine = held if held and view and held.place == view.id else None
    seat = enquiry.seat(mine.token) if enquiry and mine else None
    reader = reader_of(request, here, view, seat.language if seat else "")
    return Visit(request, reader, places, enquiry, mine, seat, sent, now())


def bare_visit(request: Request, sent: Sent) -> Visit:
    """The same where the store cannot be read: about no study, by nobody."""
    here = project()
    return Visit(request, reader_of(request, here, None), {}, None, None, None, sent, now())


def held_by(request: Request) -> Held | None:
    """What the cookie of *request* holds."""
    found = HELD.fullmatch(request.cookies.get(COOKIE, ""))
    return Held(*found.groups()) if found else None


def hold(visit: Visit, place: str, begun: Begun, answer: Response) -> Response:
    """*answer*, with which the browser takes the cookie of *begun*."""
    value = f"{place}.{begun.token}.{begun.code or ''}"
    secure = visit.request.url.scheme == "https"
    answer.set_cookie(COOKIE, value, path=_below(visit), secure=secure, httponly=True, samesite="strict")
    return answer


def drop(visit: Visit, answer: Response) -> Response:
    """*answer*, with which the browser drops the cookie."""
    answer.delete_cookie(COOKIE, path=_below(visit), httponly=True, samesite="strict")
    return answer


def _below(visit: Visit) -> str:
    return f"{visit.reader.root}/study"
