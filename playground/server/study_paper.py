"""`/research/<deployment>/paper`: the team enters what somebody answered on paper, all of it on one page; without
signing in at `/study/<deployment>/paper`, on a computer that nobody else uses.

Two people can enter the same paper one after the other. The first entry waits in the form of the second and nowhere
else; where they differ that is listed, and nothing is kept before somebody has looked at the paper again.
"""

from __future__ import annotations

import json
import logging
from typing import Any, NamedTuple

from markupsafe import Markup
from starlette.responses import RedirectResponse, Response

from playground import config
from playground.say import said
from playground.server.feedback_pages import lines
from playground.server.research_seat import SESSIONS
from playground.server.research_visit import COOKIE
from playground.server.study_begin import agreed_in
from playground.server.study_pages import HEADERS, STATUS, languages_of, page, told
from playground.server.study_question import Option, in_words, options, prompt, unsure
from playground.server.study_visit import Visit
from toolkit.model.study import DONT_KNOW
from toolkit.store.codes import read_code
from toolkit.store.engine import StoreError
from toolkit.store.study.people import Role, role_of
from toolkit.store.words import LONGEST, Refused, kept_text
from toolkit.study.enquiry import CLAUSES, Begun, Enquiry, Seat
from toolkit.view.study import Answer, Step, applies, read_answer, steps
from toolkit.words import words

log = logging.getLogger(__name__)
#: The form of a whole questionnaire has more fields than that of one question.
MOST_FIELDS = 600
#: Who may, of those who sign in.
MAY: tuple[Role, ...] = ("owner", "analyst")
#: Before the id of an item, so that no item is taken for another field.
ITEM = "item."
#: What is said of a paper besides its answers.
ASIDE = {
    "wave": "study.paper-wave",
    "language": "study.paper-language",
    "arm": "study.paper-arm",
    "agreed": "study.mine-agreed",
}
FIRST = "first"


class Sheet(NamedTuple):
    """What one person entered of a paper."""

    code: str
    wave: str
    language: str
    arm: str
    agreed: frozenset[str]
    answers: dict[str, Answer]

    def plain(self) -> dict[str, Any]:
        """The same for a comparison and for JSON, without the code."""
        own = {f"{ITEM}{id}": list(each) if isinstance(each, tuple) else each for id, each in self.answers.items()}
        aside = {"wave": self.wave, "language": self.language, "arm": self.arm, "agreed": sorted(self.agreed)}
        return {**aside, **own}


class Entry(NamedTuple):
    """Where the entry of a paper stands: what is wrong by field, what the first person entered, where both differ."""

    faults: dict[str, str] = {}  # noqa: RUF012 - never changed
    first: dict[str, Any] | None = None
    differ: tuple[str, ...] = ()


def show_paper(visit: Visit, _: Enquiry) -> Response:
    """The empty form."""
    return _form(visit, _empty(visit), Entry()) if _open(visit) else _shut(visit)


def take_paper(visit: Visit, enquiry: Enquiry) -> Response:
    """Keep a paper, once both entries of it agree where there are two."""
    if not _open(visit):
        return _shut(visit)
    sheet, entry = _read(visit)
    if entry.faults:
        return _form(visit, sheet, entry)
    if entry.first is None and visit.values("twice"):
        return _form(visit, _empty(visit), entry._replace(first=sheet.plain()))
    if not set(entry.differ) <= set(visit.values("looked")):
        return _form(visit, sheet, entry)
    try:
        return _kept(visit, sheet, _keep(visit, enquiry, sheet))
    except Refused as refused:
        shut = refused.reason if refused.reason in {"closed", "over"} else "changed"
        faults = {"code": "study.paper-code-wrong"} if refused.reason == "used" else {"": f"study.shut.{shut}"}
    except StoreError as error:
        log.error("a paper was not kept: %s", error)  # noqa: TRY400 - it holds no words of people
        faults = {"": "study.error.closed"}
    return _form(visit, sheet, entry._replace(faults=faults))


def _read(visit: Visit) -> tuple[Sheet, Entry]:
    """What was entered, and what is wrong with it or with how it came."""
    if visit.foreign or visit.fields is None:
        return _empty(visit), Entry({"": f"study.error.{'foreign' if visit.foreign else 'form'}"})
    fields, empty, faults = visit.fields, _empty(visit), dict[str, str]()
    code = fields.get("code", "").strip()
    if code and read_code(code) is None:
        faults["code"] = "study.paper-code-wrong"
    agreed = agreed_in(fields)
    if "participation" not in agreed:
        faults["participation"] = "study.error.agree"
    answers: dict[str, Answer] = {}
    for step in _asked(visit):
        answers[step.id], wrong = _answer(step, visit.values(f"{ITEM}{step.id}"))
        if wrong:
            faults[f"{ITEM}{step.id}"] = f"study.error.{wrong}"
    wave, language, arm = (fields.get(name, "") for name in ("wave", "language", "arm"))
    if wave in _waves(visit) and wave != FIRST and not code:
        faults["code"] = "study.paper-code-wrong"
    sheet = Sheet(
        code,
        wave if wave in _waves(visit) else empty.wave,
        language if language in languages_of(visit.reader.view) else empty.language,
        arm if arm in {each.id for each in visit.study.arms} else empty.arm,
        agreed,
        answers,
    )
    first = _first(visit)
    return sheet, Entry(faults, first, _differences(first, sheet) if first is not None else ())


def _answer(step: Step, sent: list[str]) -> tuple[Answer, str]:
    """An answer as it stands on the paper, and what is wrong with it."""
    try:
        answer = read_answer(step, sent)
        if isinstance(answer, str):
            return kept_text(answer) or None, ""
    except ValueError:
        return None, "answer"
    except Refused:
        return sent[0], "too-long"
    return answer, "only" if isinstance(answer, tuple) and DONT_KNOW in answer and len(answer) > 1 else ""


def _first(visit: Visit) -> dict[str, Any] | None:
    """What the first person entered, which waited in the form."""
    try:
        found = json.loads((visit.fields or {}).get("first") or "null")
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def _differences(first: dict[str, Any], sheet: Sheet) -> tuple[str, ...]:
    """Where two entries of a paper differ."""
    return tuple(name for name, value in sheet.plain().items() if first.get(name) != value)


def _keep(visit: Visit, enquiry: Enquiry, sheet: Sheet) -> Begun:
    """Keep a paper as one participant who is done."""
    once = visit.once()
    begun, seat = _seated(visit, enquiry, sheet, once)
    asked = visit.study.consent.background is None or "background" in seat.agreed
    known: dict[str, Answer] = {}
    for step in steps(visit.study, seat.arm, seat.wave, background=asked):
        if applies(step, known):
            known[step.id] = sheet.answers.get(step.id)
            enquiry.save(seat, step.id, known[step.id], f"{once}.{step.id}", visit.now)
    enquiry.finish(seat, visit.now)
    enquiry.leave(begun.token)
    return begun


def _seated(visit: Visit, enquiry: Enquiry, sheet: Sheet, once: str) -> tuple[Begun, Seat]:
    """Whose paper it is: somebody new, or whoever has the code and is asked a second time. Raises Refused."""
    if sheet.wave == FIRST:
        code = read_code(sheet.code)
        begun = enquiry.begin(sheet.language, "paper", sheet.agreed, once, visit.now, arm=sheet.arm, code=code)
    else:
        again = enquiry.resume(sheet.code, visit.now)
        if again is None:
            raise Refused("used", "nobody has this code", "compare each letter")
        begun = again
    seat = enquiry.seat(begun.token)
    if seat is None:
        raise StoreError("a session that was just begun is gone", "enter the paper again")
    if seat.wave != sheet.wave or seat.state != "active":
        raise Refused("used", "this paper was entered, or it is not time for it", "look at the day on the first one")
    return begun, enquiry.agree(seat, sheet.agreed, visit.now) if seat.reconsent else seat


def _waves(visit: Visit) -> tuple[str, ...]:
    """How often people are asked."""
    return tuple(each.id for each in visit.study.waves)


def _kept(visit: Visit, sheet: Sheet, begun: Begun) -> Response:
    """The paper is in; the code, where the paper brought none."""
    say, new = visit.reader.say, begun.code is not None and not sheet.code
    lines = [say("study.paper-kept"), *([say("study.paper-new-code")] if new else [])]
    stay = (_here(visit), "study.paper-next")
    return told(
        visit.reader, "study.paper-title", lines, trial=visit.trial, stay=stay, code=str(begun.code) if new else ""
    )


def _form(visit: Visit, sheet: Sheet, entry: Entry) -> Response:
    """The form with what was entered, what is wrong, and where two entries differ."""
    reader, study = visit.reader, visit.study
    faults = {field: reader.say(key, most=LONGEST) for field, key in entry.faults.items()}
    kinds = [key for field, key in entry.faults.items() if not field]
    differ = [(name, _difference(visit, entry, sheet, name)) for name in entry.differ] if not faults else []
    alarm = {"alarm": "study.paper-differs"} if differ else {}
    shown: dict[str, Any] = {
        "wrong": [*faults.items(), *differ],
        **alarm,
        "faults": faults,
        "trial": visit.trial,
        "action": _here(visit),
        "once": visit.once(),
        "sheet": sheet,
        "clauses": [name for name in CLAUSES if name == CLAUSES[0] or getattr(study.consent, name)],
        "tongues": [(tag, words(tag).own_name) for tag in languages_of(reader.view)],
        "arms": [each.id for each in study.arms],
        "waves": [(id, f"study.mine-{id}") for id in _waves(visit)],
        "coded": study.mode == "coded",
        "rows": [_row(visit, step, sheet.answers.get(step.id)) for step in _asked(visit)],
        "first": "" if entry.first is None else json.dumps(entry.first, ensure_ascii=False),
        "looked": [name for name, _ in differ],
        "waits": entry.first is not None and not differ and not faults,
    }
    status = STATUS.get(kinds[0].removeprefix("study.error."), 409) if kinds else 422 if faults or differ else 200
    return page(reader, "paper", "study.paper-title", status, **shown)


def _row(visit: Visit, step: Step, answer: Answer) -> dict[str, Any]:
    """One question with the answer that was entered."""
    known = options(visit, step, answer) or [Option(DONT_KNOW, unsure(visit), answer == (DONT_KNOW,), unsure=True)]
    text = lines(answer) if isinstance(answer, str) else ""
    own = {"prompt": prompt(visit, step, FIRST), "options": known, "text": text, "none": answer is None}
    return {"id": step.id, "name": f"{ITEM}{step.id}", "form": step.form, **own}


def _difference(visit: Visit, entry: Entry, sheet: Sheet, name: str) -> Markup:
    """One place where two entries differ, in words."""
    say, first, now = visit.reader.say, (entry.first or {}).get(name), sheet.plain()[name]
    if name in ASIDE:
        both = [", ".join(each) if isinstance(each, list) else str(each) for each in (first, now)]
        return say(
            "study.paper-differs-at", item=said(visit.reader.language, ASIDE[name]), first=both[0], second=both[1]
        )
    step = next(each for each in _asked(visit) if each.id == name.removeprefix(ITEM))
    answers = [tuple(each) if isinstance(each, list) else each for each in (first, now)]
    empty = said(visit.reader.language, "study.paper-empty")
    both = [", ".join(map(str, in_words(visit, step, each))) or empty for each in answers]
    return say("study.paper-differs-at", item=step.id, first=both[0], second=both[1])


def _asked(visit: Visit) -> list[Step]:
    """Every question that is printed, of all versions."""
    found = {step.id: step for arm in visit.study.arms for step in steps(visit.study, arm.id) if step.form != "show"}
    return list(found.values())


def _empty(visit: Visit) -> Sheet:
    language, arm = languages_of(visit.reader.view)[0], visit.study.arms[0].id
    return Sheet("", FIRST, language, arm, frozenset(), {})


def _open(visit: Visit) -> bool:
    """Whether papers are entered here: by whoever is signed in to read answers, or where nobody else comes."""
    found = config.read()
    if visit.reader.path.startswith("/study/"):
        return found.researchers and not found.shared and not found.kiosk
    session = SESSIONS.of(visit.request.cookies.get(COOKIE, ""))
    return found.researchers and session is not None and role_of(visit.store, session.name) in MAY


def _shut(visit: Visit) -> Response:
    if visit.reader.path.startswith("/research/"):
        return RedirectResponse(f"{visit.reader.root}/research/login", 303, HEADERS)
    return told(visit.reader, "study.paper-title", [visit.reader.say("study.paper-shut")], 403)


def _here(visit: Visit) -> str:
    return visit.reader.to(visit.reader.path)
