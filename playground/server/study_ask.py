"""One thing after the other: each question on a page of its own, kept before the next one is shown."""

from __future__ import annotations

import logging
import secrets
import time
from typing import Any

from starlette.responses import Response

from playground import config
from playground.say import said
from playground.server.pace import Pace, Rate
from playground.server.study_notice import exhibit
from playground.server.study_pages import STATUS, page, see, told
from playground.server.study_question import Known, earlier, fields, met, open_steps
from playground.server.study_visit import Visit, drop
from toolkit.model.study import DONT_KNOW
from toolkit.store.engine import StoreError
from toolkit.store.words import LONGEST, Refused
from toolkit.study.enquiry import Enquiry, Seat
from toolkit.view.study import Answer, Step, applies, read_answer

log = logging.getLogger(__name__)
#: A class behind one address answers together, each person a question in some seconds.
PACE = Pace(Rate(600, 1.0), Rate(6000, 0.1))
#: Whoever took longer than this for a page was away.
LONGEST_SECONDS = 86_400
#: What is wrong with an answer, and not with how it came.
OWN = {"answer", "words", "only", "too-long"}


def go_on(visit: Visit, enquiry: Enquiry) -> Response:
    """To the first thing that somebody has not seen yet."""
    seat = visit.seat
    if seat is None:
        return away(visit)
    if seat.reconsent:
        return see(visit.reader, visit.at("consent"))
    if seat.state == "complete":
        return see(visit.reader, visit.at("thanks"))
    step = enquiry.next(seat)
    return see(visit.reader, visit.at(f"ask/{step.id}" if step else "check"))


def show_step(visit: Visit, enquiry: Enquiry) -> Response:
    """A question with the answer that it has, the notice, or the task; else what comes next."""
    step = _step(visit)
    if step is None or visit.seat is None or visit.seat.state == "complete" or visit.seat.reconsent:
        return go_on(visit, enquiry)
    known = enquiry.answers(visit.seat)
    return _page(visit, step, known.get(step.id)) if applies(step, known) else go_on(visit, enquiry)


def take_step(visit: Visit, enquiry: Enquiry) -> Response:
    """Keep an answer, then go on; else the same page with what was entered and what is wrong."""
    step, seat = _step(visit), visit.seat
    if step is None or seat is None:
        return go_on(visit, enquiry)
    answer, wrong = _judged(visit, step)
    if not wrong:
        try:
            _keep(visit, enquiry, seat, step, answer)
        except Refused as refused:
            return _refused(visit, enquiry, step, answer, refused)
        except StoreError as error:
            log.error("an answer was not kept: %s", error)  # noqa: TRY400 - it holds no words of people
            wrong = "closed"
    return _page(visit, step, answer, wrong) if wrong else see(visit.reader, visit.at("go"))


def away(visit: Visit) -> Response:
    """Nobody is answering here (any more)."""
    reader = visit.reader
    coded = reader.view is None or visit.study.mode == "coded"
    links = [(reader.to("/study/resume"), "study.have-code")] if coded else []
    begin = (visit.to(), "study.away-begin") if visit.place else None
    answer = told(reader, "study.away-title", [reader.say("study.away")], 403, stay=begin, links=links)
    return drop(visit, answer)


def ways(visit: Visit) -> list[tuple[str, str]]:
    """What one can always do besides answering."""
    known = {"leave": "study.pause", "mine": "study.see", "withdraw": "study.withdraw"}
    return [(visit.reader.to(f"/study/{name}"), key) for name, key in known.items()]


def _keep(visit: Visit, enquiry: Enquiry, seat: Seat, step: Step, answer: Answer) -> None:
    """Keep *answer* once. A form that the browser showed again from its memory has the key of one that came already:
    what was changed in it is kept under a new key.
    """
    seconds = _seconds((visit.fields or {}).get("shown", ""))
    if enquiry.save(seat, step.id, answer, visit.once(), visit.now, seconds):
        return
    if enquiry.answers(seat).get(step.id) != answer:
        enquiry.save(seat, step.id, answer, secrets.token_urlsafe(24), visit.now, seconds)


def _refused(visit: Visit, enquiry: Enquiry, step: Step, answer: Answer, refused: Refused) -> Response:
    """What cannot be mended here is told by itself; the rest beside what was entered."""
    if refused.reason in {"finished", "consent", "unknown-item"}:
        return go_on(visit, enquiry)
    if refused.reason in OWN and visit.seat:
        return _page(visit, step, answer, refused.reason)
    reader = visit.reader
    known = {"withdrawn": "study.error.withdrawn", "closed": "study.shut.closed", "over": "study.shut.over"}
    links = [] if refused.reason in {"withdrawn", "over"} else [(reader.to("/study/mine"), "study.see")]
    line = reader.say(known.get(refused.reason, "study.error.changed"))
    return told(reader, "study.not-kept", [line], 409, links=links)


def _judged(visit: Visit, step: Step) -> tuple[Answer, str]:
    """What the form sent as an answer, and what is wrong with it or with how it came."""
    if visit.foreign or visit.sent is None:
        return None, "foreign" if visit.foreign else "form"
    answer, wrong = _given(visit, step)
    return answer, wrong or ("" if PACE.allows(visit.sender) else "busy")


def _given(visit: Visit, step: Step) -> tuple[Answer, str]:
    """What the form sent as an answer, and what is wrong with it."""
    sent = visit.values("answer")
    if step.form == "show" or visit.values("act") == ["skip"]:
        return None, ""
    if step.form == "text":
        written = sent[0] if sent else ""
        if not written.strip():
            return ((DONT_KNOW,), "") if visit.values("unsure") else (None, "words")
        return written, "only" if visit.values("unsure") else ""
    try:
        answer = read_answer(step, sent)
    except ValueError:
        return None, "answer"
    if answer is None:
        return None, "answer"
    return answer, "only" if isinstance(answer, tuple) and DONT_KNOW in answer and len(answer) > 1 else ""


def _page(visit: Visit, step: Step, answer: Answer, wrong: str = "") -> Response:
    """The page of *step* with *answer* in it, and with what is *wrong* with that."""
    reader, known = visit.reader, _known(visit)
    before, road = earlier(visit, known, step), open_steps(visit, known)
    line = reader.say(f"study.error.{wrong}", most=LONGEST) if wrong else ""
    status = STATUS.get(wrong, 422) if wrong else 200
    shared: dict[str, Any] = {
        "wrong": [("answer" if wrong in OWN else "", line)] if line else (),
        "fault": line if wrong in OWN else "",
        "trial": visit.trial,
        "action": visit.to(f"ask/{step.id}"),
        "once": visit.once() if wrong in {"closed", "busy"} else secrets.token_urlsafe(24),
        "shown": "" if visit.study.mode == "anonymous" else str(int(time.time())),
        "back": visit.to(f"ask/{before.id}") if before else "",
        "done": f"{100 * road.index(step) // len(road)}%" if step in road else "0%",
        "ways": ways(visit),
    }
    if step.id == "notice":
        return page(reader, "notice", "study.notice-title", status, it=exhibit(visit), **shared)
    if step.id == "task":
        return page(reader, "task", "study.task-title", status, **_task(visit), **shared)
    asked = [each for each in road if each.form != "show"]
    number = {"number": asked.index(step) + 1 if step in asked else len(asked), "total": len(asked)}
    heading = said(reader.language, "study.progress", **number)
    progress, again = reader.say("study.progress", **number), _again(visit, step)
    placed = fields(visit, step, answer)
    more = {**shared, **placed, "heading": heading, "progress": progress, "again": again}
    return page(reader, "question", "study.title", status, **more)


def _known(visit: Visit) -> Known:
    return visit.enquiry.answers(visit.seat) if visit.enquiry and visit.seat else {}


def _again(visit: Visit, step: Step) -> object:
    """The notice, for whoever may look at it again while they answer."""
    seat = visit.seat
    if seat is None or step.stage != "after" or not visit.wording.arm(seat.arm).exposure.open_book:
        return None
    return exhibit(visit)


def _task(visit: Visit) -> dict[str, Any]:
    """What to try, and where; a shared screen stays one."""
    task = visit.study.task
    if task is None:
        return {}
    place = f"&place={visit.place}" if task.page == "notice" else ""
    shared = "&kiosk=1" if config.read().kiosk else ""
    href = f"{visit.reader.to(f'/{task.page}')}{place}{shared}"
    return {"task": visit.wording.text("task.text", task.text), "href": href}


def _step(visit: Visit) -> Step | None:
    wanted = str(visit.request.path_params["item"])
    return next((step for step in met(visit) if step.id == wanted), None)


def _seconds(shown: str) -> float | None:
    """How long a page was looked at, where the form says when it was shown."""
    if not (shown.isascii() and shown.isdecimal() and len(shown) < 12):
        return None
    passed = time.time() - int(shown)
    return passed if 0 <= passed <= LONGEST_SECONDS else None
