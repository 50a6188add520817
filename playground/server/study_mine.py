"""With one's code: go on elsewhere, see everything that is kept, withdraw; and leave a screen that others use."""

from __future__ import annotations

import json
import logging
from typing import Any

from starlette.responses import Response

from playground.server.feedback_pages import lines
from playground.server.pace import PACE
from playground.server.study_pages import HEADERS, page, see, told
from playground.server.study_question import row
from playground.server.study_visit import Visit, drop, hold
from toolkit.store.codes import read_code
from toolkit.store.engine import StoreError
from toolkit.store.words import Refused
from toolkit.study.enquiry import CLAUSES, Begun, Enquiry, Mine, Seat
from toolkit.translations import Said
from toolkit.view.study import Answer, Step, steps
from toolkit.words import SOURCE, words

log = logging.getLogger(__name__)
#: What the form for a code offers, and where it leads.
THEN = {"go": "study.resume-go", "mine": "study.resume-see", "withdraw": "study.resume-withdraw"}


def show_resume(visit: Visit) -> Response:
    """The form that asks for a code."""
    return _resume(visit, "go")


def take_resume(visit: Visit) -> Response:
    """Let whoever has the code in, on this screen."""
    fields = visit.fields
    then = (fields or {}).get("then", "")
    then = then if then in THEN else "go"
    if visit.foreign or fields is None:
        return _resume(visit, then, "study.error.foreign" if visit.foreign else "study.error.form", 403)
    if not PACE.allows(visit.sender):
        return _resume(visit, then, "study.error.busy", 429)
    typed = read_code(fields.get("code", ""))
    try:
        found = _found(visit, str(typed)) if typed else None
    except StoreError as error:
        log.error("a code cannot be looked up: %s", error)  # noqa: TRY400 - it holds no words of people
        return _resume(visit, then, "study.resume-closed", 503)
    if found is None:
        return _resume(visit, then, "study.resume-unknown", 404)
    place, begun = found
    path = f"/study/{place}/go" if then == "go" else f"/study/{then}"
    return hold(visit, place, begun, see(visit.reader, path))


def show_mine(visit: Visit) -> Response:
    """Everything that is kept of whoever is here."""
    if visit.enquiry is None or visit.seat is None:
        return _resume(visit, "mine")
    mine = visit.enquiry.mine(visit.seat)
    waves = [(f"study.mine-{wave}", _rows(visit, mine, wave)) for wave in ("first", "continued")]
    shown: dict[str, Any] = {
        "about": _about(visit, visit.seat),
        "waves": [wave for wave in waves if wave[1]],
        "also": visit.reader.say("study.mine-also") if visit.study.mode == "coded" else "",
        "trial": visit.trial,
        "action": visit.reader.to("/study/mine"),
        "withdraw": visit.reader.to("/study/withdraw"),
        "links": [(visit.to("go"), "study.go-on")] if visit.seat.state == "active" else [],
    }
    return page(visit.reader, "mine", "study.mine-title", **shown)


def take_mine(visit: Visit) -> Response:
    """The same as a file."""
    if visit.enquiry is None or visit.seat is None or visit.foreign:
        return _resume(visit, "mine", status=403)
    seat = visit.seat
    whole = {
        "study": visit.place,
        "language": seat.language,
        "version_of_the_notice": seat.arm,
        "state": seat.state,
        "counts": seat.use == "real",
        "agreed": sorted(seat.agreed),
        "answers": [
            {"wave": each.wave, "question": each.item, "answer": each.answer} for each in visit.enquiry.mine(seat)
        ],
    }
    data = json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
    name = {"content-disposition": f'attachment; filename="{visit.place}-answers.json"'}
    return Response(data.encode(), media_type="application/json", headers={**HEADERS, **name})


def show_withdraw(visit: Visit) -> Response:
    """What is deleted, before it is."""
    return _withdraw(visit) if visit.enquiry and visit.seat else _resume(visit, "withdraw")


def take_withdraw(visit: Visit) -> Response:
    """Delete everything that somebody gave, for good."""
    if visit.enquiry is None or visit.seat is None or visit.foreign:
        return _resume(visit, "withdraw", status=403)
    try:
        visit.enquiry.withdraw(visit.seat, visit.now)
    except (StoreError, Refused) as error:
        log.error("a withdrawal failed: %s", error)  # noqa: TRY400 - it holds no words of people
        line = visit.reader.say("study.withdraw-closed")
        return told(visit.reader, "study.withdraw-title", [line], 503, links=[_to_withdraw(visit)])
    return drop(visit, see(visit.reader, "/study/withdrawn"))


def show_withdrawn(visit: Visit) -> Response:
    """It is done."""
    return told(visit.reader, "study.withdrawn-title", [visit.reader.say("study.withdrawn")])


def show_leave(visit: Visit) -> Response:
    """Whether somebody wants to free this screen."""
    if visit.seat is None:
        return show_left(visit)
    reader, anonymous = visit.reader, visit.study.mode == "anonymous"
    line = reader.say("study.leave-alone" if anonymous else "study.leave-lead")
    stay = (visit.to("go"), "study.leave-stay") if visit.seat.state == "active" else None
    return told(
        reader, "study.leave-title", [line], action=reader.to("/study/leave"), button="study.leave-go", stay=stay
    )


def take_leave(visit: Visit) -> Response:
    """Free this screen; the answers stay."""
    if visit.foreign:
        return show_leave(visit)
    if visit.enquiry and visit.held:
        try:
            visit.enquiry.leave(visit.held.token)
        except StoreError as error:
            log.error("a session was not ended: %s", error)  # noqa: TRY400 - it holds no words of people
    return drop(visit, see(visit.reader, "/study/left"))


def show_left(visit: Visit) -> Response:
    """Nobody can go on from here without a code."""
    reader = visit.reader
    links = [(reader.to("/study/resume"), "study.have-code"), (reader.to("/study/"), "study.list-title")]
    return told(reader, "study.left-title", [reader.say("study.left")], links=links)


def _resume(visit: Visit, then: str, wrong: str = "", status: int = 200) -> Response:
    """The form for a code, with what is wrong; *then* stands first."""
    line = visit.reader.say(wrong) if wrong else ""
    acts = [(then, THEN[then]), *(each for each in THEN.items() if each[0] != then)]
    shown: dict[str, Any] = {
        "wrong": [("code", line)] if line else (),
        "alarm": "study.resume-wrong",
        "fault": line,
        "code": (visit.fields or {}).get("code", "")[:60],
        "acts": acts,
        "action": visit.reader.to("/study/resume"),
        "choose": True,
    }
    return page(visit.reader, "resume", "study.resume-title", status, **shown)


def _found(visit: Visit, code: str) -> tuple[str, Begun] | None:
    """Whose code it is: the place, and a session there."""
    for id, view in visit.places.items():
        begun = Enquiry(visit.store, view).resume(code, visit.now)
        if begun is not None:
            return id, begun
    return None


def _withdraw(visit: Visit) -> Response:
    reader, seat, enquiry = visit.reader, visit.seat, visit.enquiry
    say = reader.say
    given = [each for each in enquiry.mine(seat) if each.answer is not None] if enquiry and seat else []
    points = [say("study.withdraw-answers", count=len(given)), say("study.withdraw-words"), say("study.withdraw-code")]
    frozen = visit.now.date() > visit.study.consent.freeze
    day = words(reader.language).day(visit.study.consent.freeze)
    then = [say("study.withdraw-left"), *([say("study.withdraw-frozen", day=day)] if frozen else [])]
    stay = visit.to("go") if seat and seat.state == "active" else reader.to("/study/mine")
    return told(
        reader,
        "study.withdraw-title",
        [say("study.withdraw-lead")],
        points=points,
        then=[*then, say("study.withdraw-why")],
        button="study.withdraw-go",
        action=reader.to("/study/withdraw"),
        stay=(stay, "study.withdraw-stay"),
        trial=visit.trial,
    )


def _to_withdraw(visit: Visit) -> tuple[str, str]:
    return visit.reader.to("/study/withdraw"), "study.withdraw"


def _about(visit: Visit, seat: Seat) -> list[tuple[str, list[object]]]:
    say, own = visit.reader.say, words(seat.language).own_name
    arms = [each.id for each in visit.study.arms]
    number = f"{arms.index(seat.arm) + 1} / {len(arms)}" if seat.arm in arms else seat.arm
    agreed: list[object] = [say(f"study.mine-agreed.{name}") for name in CLAUSES if name in seat.agreed]
    return [
        ("study.mine-language", [own]),
        ("study.mine-arm", [number]),
        ("study.mine-state", [say(f"study.mine-state.{seat.state}")]),
        ("study.mine-agreed", agreed),
    ]


def _rows(visit: Visit, mine: list[Mine], wave: str) -> list[dict[str, object]]:
    """The answers of one wave in the order of the questions; those to questions that are no more come last."""
    seat, given = visit.seat, {each.item: each.answer for each in mine if each.wave == wave}
    known = steps(visit.study, seat.arm, wave) if seat and seat.arm in {arm.id for arm in visit.study.arms} else ()
    asked: list[Step] = [step for step in known if step.id in given and step.form != "show"]
    rows = [row(visit, step, given[step.id], wave=wave) for step in asked]
    gone = {id: answer for id, answer in given.items() if id not in {step.id for step in known}}
    return [*rows, *(_gone(id, answer) for id, answer in gone.items())]


def _gone(id: str, answer: Answer) -> dict[str, object]:
    """An answer to a question that is no more, by its id alone."""
    said = ", ".join(answer) if isinstance(answer, tuple) else "" if answer is None else str(answer)
    return {"prompt": Said(id, SOURCE, "source"), "answers": [lines(said)] if said else [], "href": ""}
