"""`/study/<deployment>`: a comprehension study in plain HTML that needs no script.

Every answer is on the disk before the next question is shown. What people write, their code and the key of their
session go to the store and into one cookie, and nowhere else: no address, no log, no error tells of them.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from playground.server import study_ask, study_begin, study_end, study_mine, study_paper
from playground.server.asked import MOST_FIELDS, pairs_of
from playground.server.study_pages import told
from playground.server.study_visit import Sent, Visit, bare_visit, visit_of
from toolkit.store.engine import StoreError
from toolkit.store.words import Refused
from toolkit.study.enquiry import Enquiry

log = logging.getLogger(__name__)
#: A page of one study, and one about whichever study the cookie names.
Placed = Callable[[Visit, Enquiry], Response]
Unplaced = Callable[[Visit], Response]


def show_list(visit: Visit) -> Response:
    """The places where people are asked."""
    reader = visit.reader
    names = {id: view.wording(reader.language) for id, view in visit.places.items()}
    places = [(reader.to(f"/study/{id}"), each.text("name", each.view.deployment.name)) for id, each in names.items()]
    line = reader.say("study.list-lead" if places else "study.list-none")
    links = [(reader.to("/study/resume"), "study.list-code")]
    return told(reader, "study.list-title", [line], choose=True, places=places, links=links)


def _lost(visit: Visit) -> Response:
    reader = visit.reader
    links = [(reader.to("/study/"), "study.list-title")]
    return told(reader, "study.lost-title", [reader.say("study.lost")], 404, links=links)


def _answered(request: Request, sent: Sent, answer: Callable[[Visit], Response]) -> Response:
    try:
        return answer(visit_of(request, sent))
    except Refused:  # whoever answers has a version of the notice that the plan holds no more
        return _changed(visit_of(request, sent))
    except StoreError as error:
        log.error("a page of a study cannot be shown: %s", error)  # noqa: TRY400 - it holds no words of people
    visit = bare_visit(request, sent)
    say = visit.reader.say
    if not sent:
        return told(visit.reader, "study.shut-title", [say("study.resume-closed")], 503)
    again = {"action": f"{visit.reader.root}{visit.reader.path}", "button": "study.try-again", "fields": sent}
    return told(visit.reader, "study.not-kept", [say("study.error.closed")], 503, **again)


def _changed(visit: Visit) -> Response:
    links = [(visit.reader.to("/study/mine"), "study.see"), (visit.reader.to("/study/withdraw"), "study.withdraw")]
    return told(visit.reader, "study.shut-title", [visit.reader.say("study.error.changed")], 409, links=links)


def _route(path: str, method: str, answer: Unplaced, most: int = MOST_FIELDS) -> Route:
    async def endpoint(request: Request) -> Response:
        sent = await pairs_of(request, most) if method == "POST" else []
        return await run_in_threadpool(_answered, request, sent, answer)

    return Route(path, endpoint, methods=[method])


def _at(path: str, method: str, answer: Placed, most: int = MOST_FIELDS, below: str = "study") -> Route:
    """A page of the study that the address names."""

    def placed(visit: Visit) -> Response:
        return answer(visit, visit.enquiry) if visit.enquiry else _lost(visit)

    return _route(f"/{below}/{{deployment}}{path}", method, placed, most)


#: For a server to mount; the first that fits answers, so no study can be that of a place called `mine`.
ROUTES: list[Route] = [
    _route("/study/", "GET", show_list),
    _route("/study/resume", "GET", study_mine.show_resume),
    _route("/study/resume", "POST", study_mine.take_resume),
    _route("/study/mine", "GET", study_mine.show_mine),
    _route("/study/mine", "POST", study_mine.take_mine),
    _route("/study/withdraw", "GET", study_mine.show_withdraw),
    _route("/study/withdraw", "POST", study_mine.take_withdraw),
    _route("/study/withdrawn", "GET", study_mine.show_withdrawn),
    _route("/study/leave", "GET", study_mine.show_leave),
    _route("/study/leave", "POST", study_mine.take_leave),
    _route("/study/left", "GET", study_mine.show_left),
    _at("", "GET", study_begin.show_start),
    _at("", "POST", study_begin.take_start),
    _at("/refused", "GET", study_begin.show_refused),
    _at("/code", "GET", study_begin.show_code),
    _at("/consent", "GET", study_begin.show_consent),
    _at("/consent", "POST", study_begin.take_consent),
    _at("/go", "GET", study_ask.go_on),
    _at("/ask/{item}", "GET", study_ask.show_step),
    _at("/ask/{item}", "POST", study_ask.take_step),
    _at("/check", "GET", study_end.show_check),
    _at("/finish", "POST", study_end.take_finish),
    _at("/thanks", "GET", study_end.show_thanks),
    _at("/paper", "GET", study_paper.show_paper),
    _at("/paper", "POST", study_paper.take_paper, study_paper.MOST_FIELDS),
    _at("/paper", "GET", study_paper.show_paper, below="research"),
    _at("/paper", "POST", study_paper.take_paper, study_paper.MOST_FIELDS, below="research"),
]
