"""Before the first question: what the study is, what people agree to, the code that they are given."""

from __future__ import annotations

import logging
from typing import Any

from starlette.responses import Response

from playground.server.pace import PACE
from playground.server.study_pages import STATUS, page, paragraphs, see, told
from playground.server.study_visit import Visit, drop, hold
from toolkit.render import html
from toolkit.store.engine import StoreError
from toolkit.store.words import Refused
from toolkit.study.enquiry import CLAUSES, Channel, Enquiry
from toolkit.view.study import steps
from toolkit.words import words

log = logging.getLogger(__name__)
GROUP = "-"


def show_start(visit: Visit, enquiry: Enquiry) -> Response:
    """What the study is, and whether one takes part; why not, where nobody can."""
    if visit.seat:
        return _under_way(visit)
    reason = enquiry.shut(visit.now)
    return _shut(visit, reason) if reason else _start(visit)


def take_start(visit: Visit, enquiry: Enquiry) -> Response:
    """Somebody agreed or did not."""
    if (visit.fields or {}).get("act") == "refuse" and not visit.foreign:
        return _refuse(visit, enquiry)
    wrong = _wrong(visit)
    if wrong or not PACE.allows(visit.sender):
        return _start(visit, wrong or "busy")
    fields = visit.fields or {}
    channel: Channel = "helped" if fields.get("helped") else "html"
    try:
        begun = enquiry.begin(visit.reader.language, channel, agreed_in(fields), visit.once(), visit.now)
    except Refused as refused:
        known = refused.reason in {"closed", "changed", "over"}
        return _shut(visit, refused.reason) if known else see(visit.reader, visit.at("go" if visit.seat else ""))
    except StoreError as error:
        log.error("nobody can begin: %s", error)  # noqa: TRY400 - it holds no words of people
        return _start(visit, "closed")
    return hold(visit, visit.place, begun, see(visit.reader, visit.at("code" if begun.code else "go")))


def show_refused(visit: Visit, _: Enquiry) -> Response:
    """Somebody said no, and that is all."""
    reader = visit.reader
    notice = (f"{reader.root}/site/notices/{visit.place}/{reader.language}/", "study.refused-notice")
    links = [notice] if (reader.project.site / "notices" / visit.place / reader.language).is_dir() else []
    return told(reader, "study.refused-title", [reader.say("study.refused")], links=links)


def show_code(visit: Visit, _: Enquiry) -> Response:
    """The code of whoever began on this screen."""
    if visit.held is None or not visit.held.code:
        return see(visit.reader, visit.at("go"))
    return page(visit.reader, "code", "study.code-title", trial=visit.trial, go=visit.to("go"), **slip(visit))


def show_consent(visit: Visit, _: Enquiry) -> Response:
    """What one agrees to, where that has changed since."""
    return _start(visit) if visit.seat and visit.seat.reconsent else see(visit.reader, visit.at("go"))


def take_consent(visit: Visit, enquiry: Enquiry) -> Response:
    """Somebody agreed to what has changed, or leaves."""
    seat = visit.seat
    if seat is None or not seat.reconsent:
        return see(visit.reader, visit.at("go"))
    if (visit.fields or {}).get("act") == "refuse" and visit.held and not visit.foreign:
        enquiry.leave(visit.held.token)
        return drop(visit, see(visit.reader, "/study/left"))
    wrong = _wrong(visit)
    if wrong:
        return _start(visit, wrong)
    try:
        enquiry.agree(seat, agreed_in(visit.fields or {}), visit.now)
    except StoreError as error:
        log.error("a consent was not kept: %s", error)  # noqa: TRY400 - it holds no words of people
        return _start(visit, "closed")
    return see(visit.reader, visit.at("go"))


def slip(visit: Visit) -> dict[str, Any]:
    """The code of this visit as it is shown, where to enter it, and what it is for; nothing where there is none."""
    if visit.held is None or not visit.held.code:
        return {"groups": (), "where": "", "may": ()}
    say, later = visit.reader.say, [wave for wave in visit.study.waves if wave.id == "continued"]
    days = words(visit.reader.language).amount
    again = [say("study.code-again", days=days(wave.after_days or 0, "days")) for wave in later]
    may = [say(f"study.code-{name}") for name in ("resume", "see", "withdraw")]
    asked = visit.seat is not None and "recontact" in visit.seat.agreed
    url = visit.request.url
    where = f"{url.netloc}{visit.reader.root}/study/resume"
    return {"groups": visit.held.code.split(GROUP), "where": where, "may": [*may, *(again if asked else [])]}


def agreed_in(fields: dict[str, str]) -> frozenset[str]:
    """The clauses that somebody ticked."""
    return frozenset(name for name in CLAUSES if fields.get(name))


def questions(visit: Visit) -> int:
    """The most questions that somebody is asked."""
    counts = [[step.form for step in steps(visit.study, arm.id)] for arm in visit.study.arms]
    return max(len(forms) - forms.count("show") for forms in counts)


def _wrong(visit: Visit) -> str:
    """What is wrong with a consent or with how it came; empty: nothing."""
    if visit.foreign or visit.fields is None:
        return "foreign" if visit.foreign else "form"
    return "" if "participation" in agreed_in(visit.fields) else "agree"


def _start(visit: Visit, wrong: str = "") -> Response:
    reader, wording, study = visit.reader, visit.wording, visit.study
    again = bool(visit.seat and visit.seat.reconsent)
    said = reader.say(f"study.error.{wrong}") if wrong else ""
    consent, fields = study.consent, visit.fields or {}
    clauses = [(name, getattr(consent, name)) for name in CLAUSES[1:]]
    title = "study.again-title" if again else "study.title"
    field = "participation" if wrong == "agree" else ""
    return page(
        reader,
        "start",
        title,
        STATUS.get(wrong, 422) if wrong else 200,
        choose=visit.seat is None,
        wrong=[(field, said)] if said else (),
        fault=said if field else "",
        trial=visit.trial,
        helped=bool(fields.get("helped") or visit.request.query_params.get("helped")),
        again=again,
        purpose=wording.text("purpose", study.purpose),
        about=_about(visit),
        consent=paragraphs(wording.text("consent.text", consent.text)),
        clauses=[(name, wording.text(f"consent.{name}", text)) for name, text in clauses if text],
        agreed=agreed_in(fields),
        once=visit.once(),
        action=visit.to("consent" if again else ""),
        links=[(reader.to("/study/resume"), "study.have-code")] if study.mode == "coded" and not again else (),
    )


def _about(visit: Visit) -> list[tuple[str, list[object]]]:
    """What one knows before one says yes: who asks, how long, what for, what is kept."""
    reader, study, wording = visit.reader, visit.study, visit.wording
    day, coded = words(reader.language).day, study.mode == "coded"
    show = html.said(reader.language)
    told = "study.later" if coded else "study.at-once"
    after = "study.kept-freeze" if coded else "study.kept-alone"
    return [
        ("study.who", [wording.place.responsible]),
        ("study.long", [reader.say("study.long-more", count=questions(visit)), reader.say(told)]),
        ("study.for-it", [show(wording.text("compensation", study.compensation))]),
        (
            "study.kept",
            [
                reader.say("study.kept-none"),
                *([reader.say("study.kept-times")] if coded else []),
                reader.say("study.kept-until", day=day(study.keep_until)),
                reader.say(after, day=day(study.consent.freeze)),
            ],
        ),
        ("study.ask", [show(wording.text("contact", study.contact))]),
    ]


def _under_way(visit: Visit) -> Response:
    """Somebody is answering on this screen: that is theirs until they leave it."""
    reader = visit.reader
    links = [(reader.to("/study/leave"), "study.other-person")]
    stay = (visit.to("go"), "study.go-on")
    return told(reader, "study.title", [reader.say("study.under-way")], trial=visit.trial, stay=stay, links=links)


def _refuse(visit: Visit, enquiry: Enquiry) -> Response:
    """Counted, where it can be; whoever says no is never told of a fault."""
    if PACE.allows(visit.sender):
        try:
            enquiry.refuse(visit.now)
        except StoreError as error:
            log.error("a refusal was not counted: %s", error)  # noqa: TRY400 - it holds no words of people
    return see(visit.reader, visit.at("refused"))


def _shut(visit: Visit, reason: str) -> Response:
    reader = visit.reader
    lines = [reader.say(f"study.shut.{reason}")]
    if reason != "over" and visit.study.mode == "coded":
        lines.append(reader.say("study.shut-mine"))
    links = [(reader.to("/study/resume"), "study.have-code")] if len(lines) > 1 else []
    return told(reader, "study.shut-title", lines, choose=True, links=links)
