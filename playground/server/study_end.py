"""After the last question: what one said, and a word of thanks."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup
from starlette.responses import Response

from playground.server.study_ask import away, go_on, ways
from playground.server.study_begin import slip
from playground.server.study_pages import page, see, told
from playground.server.study_question import answered, earlier, row
from playground.server.study_visit import Visit, drop
from toolkit.store.words import Refused
from toolkit.study.enquiry import Enquiry
from toolkit.words import words


def show_check(visit: Visit, enquiry: Enquiry) -> Response:
    """What somebody answered, before they are done."""
    seat = visit.seat
    if seat is None or seat.state == "complete" or enquiry.next(seat) is not None:
        return go_on(visit, enquiry)
    known = enquiry.answers(seat)
    last = earlier(visit, known, None)
    shown: dict[str, Any] = {
        "rows": [row(visit, step, known[step.id], visit.to(f"ask/{step.id}")) for step in answered(visit, known)],
        "back": visit.to(f"ask/{last.id}") if last else "",
        "done": "100%",
        "action": visit.to("finish"),
        "trial": visit.trial,
        "ways": ways(visit),
    }
    return page(visit.reader, "check", "study.check-title", **shown)


def take_finish(visit: Visit, enquiry: Enquiry) -> Response:
    """Somebody is done. Without codes nothing leads back to them from here on."""
    seat = visit.seat
    if seat is None:
        return away(visit)
    if visit.foreign or enquiry.next(seat) is not None:
        return go_on(visit, enquiry)
    try:
        enquiry.finish(seat, visit.now)
    except Refused:
        return away(visit)
    answer = see(visit.reader, visit.at("thanks"))
    return drop(visit, answer) if enquiry.anonymous else answer


def show_thanks(visit: Visit, enquiry: Enquiry) -> Response:
    """The answers are kept; what happens next, and the code once more."""
    seat, reader = visit.seat, visit.reader
    if not enquiry.anonymous and (seat is None or seat.state != "complete"):
        return go_on(visit, enquiry)
    own = [("/study/mine", "study.see"), ("/study/withdraw", "study.withdraw")] if seat else []
    leave = [("/study/leave", "study.leave-go")] if seat else []
    to = [*own, (f"/feedback/{visit.place}", "study.then-feedback"), *leave]
    lines = [reader.say("study.thanks-trial" if visit.trial else "study.thanks")]
    links = [(reader.to(path), key) for path, key in to]
    more: dict[str, Any] = {"trial": visit.trial, "next": _next(visit), "links": links, **slip(visit)}
    return told(reader, "study.thanks-title", lines, **more)


def _next(visit: Visit) -> list[Markup]:
    """What happens with the answers."""
    seat, study, say = visit.seat, visit.study, visit.reader.say
    found = [say("study.then-count"), say("study.then-better")]
    if seat and study.consent.quotes:
        found.append(say("study.then-quotes" if "quotes" in seat.agreed else "study.then-no-quotes"))
    later = next((wave for wave in study.waves if wave.id == "continued"), None)
    if seat and later and seat.wave == "first" and "recontact" in seat.agreed:
        days = words(visit.reader.language).amount(later.after_days or 0, "days")
        found.append(say("study.then-again", days=days))
    return found
