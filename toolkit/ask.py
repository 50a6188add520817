"""Fifteen plain questions in, the draft of a place with one sign out."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from toolkit.checks.unsafe_text import PATTERNS
from toolkit.errors import DiscloseError, ProjectError
from toolkit.i18n import upper_first
from toolkit.load import load, service_ids
from toolkit.load.validate import did_you_mean
from toolkit.paths import Project
from toolkit.render.environment import Templates
from toolkit.source import HIDDEN
from toolkit.start import refuse_bad_id, write_new
from toolkit.view.durations import COUNTS

#: A sign is read in passing: no more words in its band, and no longer answers on it.
MOST_WORDS, LONGEST = 8, 200
LATER = "Not described yet"
AMOUNTS = {word: count for word, count in COUNTS.items() if count}
TIME = re.compile(rf"([1-9]\d{{0,3}}|{'|'.join(AMOUNTS)}) +(minute|hour|day|week|month|year)s?", re.IGNORECASE)
UNTIL = re.compile(r"until +(?P<event>.*\w.*)", re.IGNORECASE)
NEVER_KEPT = frozenset({"not kept", "not at all", "none", "no", "0", "nothing"})
NOBODY = frozenset({"nobody", "no one", "none", "no"})
TELEPHONE = re.compile(r"\+?(?=(?:\D*\d){3})[\d ()/.-]{3,30}")
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
#: What is left to say where an answer is empty.
OPEN = {
    "person": "where people can ask in person.",
    "purpose": "why it is used here.",
    "benefit": "what people gain.",
    "collected": "what is collected.",
    "not_recorded": "what is not recorded.",
    "choice": "what people can do instead.",
}
#: When a person checks: the level of oversight, and what the sign says.
CHECKS = {
    "1": ("in_the_loop", "A person checks each result before it counts."),
    "2": ("on_the_loop", "A person watches it and can step in."),
    "3": ("after_the_fact", "A person checks afterwards."),
}


class StoppedError(DiscloseError):
    """Somebody broke off, or there was nothing more to read."""

    exit_code = 130


def _nothing_wrong(typed: str) -> str:  # noqa: ARG001 - called like every other check
    return ""


class Question(NamedTuple):
    """What is asked, an answer as an example, what is wrong with an answer, and what an empty one takes."""

    key: str
    asks: str
    example: str
    check: Callable[[str], str] = _nothing_wrong
    default: str = ""
    required: bool = False


def _no_service(services: Collection[str], typed: str) -> str:
    if typed in services:
        return ""
    hint = upper_first(did_you_mean(typed, services)).replace("`", "")
    return f"There is no service called {typed!r}. {hint}".strip()


def _too_long(typed: str) -> str:
    words = len(typed.split())
    return f"That has {words} words. At most {MOST_WORDS} can be read from afar." if words > MOST_WORDS else ""


def _no_telephone(typed: str) -> str:
    return "" if TELEPHONE.fullmatch(typed) else "That is no telephone number. Write digits, such as 555 0100."


def _no_email(typed: str) -> str:
    return "" if EMAIL.fullmatch(typed) else "That is no e-mail address. Write it as ask@library.example."


def _no_time(typed: str) -> str:
    fits = typed.casefold() in NEVER_KEPT or TIME.fullmatch(typed) or UNTIL.fullmatch(typed)
    return "" if fits else "Write 24 hours, 30 days, until you leave, or not kept."


def _no_choice(typed: str) -> str:
    return "" if typed in CHECKS else "Answer 1, 2 or 3."


QUESTIONS = (
    Question("name", "What is the place called?", "Front desk of the city library"),
    Question("service", "Which service is used there?", "form-reader"),
    Question("organisation", "Who is responsible for it?", "Example City Library"),
    Question("person", "Where can people ask somebody in person?", "Ask anybody at this desk"),
    Question("telephone", "Which number can they call?", "555 0100", _no_telephone),
    Question("email", "Which e-mail address can they write to?", "ask@library.example", _no_email),
    Question(
        "headline",
        "What should people read from afar? At most eight words.",
        "AI reads your form at this desk",
        _too_long,
    ),
    Question("purpose", "Why is it used here? One sentence.", "A camera reads your form, so that you wait less."),
    Question("benefit", "What do people gain from it?", "You wait less."),
    Question("collected", "What is collected?", "A picture of your form."),
    Question("not_recorded", "What do people fear is recorded, and is not?", "Your face and your voice."),
    Question("retention", "How long is it kept?", "24 hours; 30 days; until you leave; not kept", _no_time),
    Question("recipients", "Who else gets it?", "Nobody"),
    Question(
        "oversight",
        "When does a person check? 1: before a result counts. 2: while it runs, and can stop it. 3: afterwards.",
        "1",
        _no_choice,
    ),
    Question("choice", "What can people do who do not want this?", "Ask us to type your form."),
)


def deployment(project: Project, id: str, ask: Callable[[str], str], say: Callable[[str], None] = print) -> list[Path]:
    """Ask for everything a first sign needs and write `deployments/<id>/deployment.yml`, a draft. Gives the file.

    *ask* shows a question and gives what was typed; *say* shows what is wrong with it. An empty answer takes the
    default, or stays open. Raises UsageError for a bad id, ProjectError where the file is there or no service is,
    and StoppedError where the answers end; then nothing is written.
    """
    refuse_bad_id(id)
    if (project.deployments / id / "deployment.yml").exists():
        raise ProjectError(f"deployments/{id}/deployment.yml exists already", "choose another id, or edit that file")
    services = service_ids(project)
    if not services:
        raise ProjectError("there is no service yet", "start one with `disclose new service`")
    answers: dict[str, str] = {}
    try:
        for number, question in enumerate(_prepared(project, id, services), 1):
            answers[question.key] = _answer(question, number, ask, say)
    except (EOFError, KeyboardInterrupt):
        message = f"stopped at question {len(answers) + 1} of {len(QUESTIONS)}; nothing was written"
        raise StoppedError(message, f"start again with: disclose new deployment {id} --ask") from None
    text = Templates(project).render("project/deployment-asked.yml.j2", **_fields(project, id, answers))
    return write_new({project.deployments / id / "deployment.yml": text})


def _prepared(project: Project, id: str, services: list[str]) -> list[Question]:
    """The questions with answers that are known already, and true."""
    house = load(project, (), places=False).organisation
    known = {"name": id.replace("-", " ").capitalize()} | ({"service": services[0]} if len(services) == 1 else {})
    if house:
        known |= {"organisation": house.record.name, "person": house.record.contact or ""}
    no_service = partial(_no_service, services)
    asked = [question._replace(default=known.get(question.key, "")) for question in QUESTIONS]
    return [
        each._replace(check=no_service, required=not each.default) if each.key == "service" else each for each in asked
    ]


def _answer(question: Question, number: int, ask: Callable[[str], str], say: Callable[[str], None]) -> str:
    """An answer that can stand in the file, asked for until it is one; empty where it stays open."""
    hint = f"Enter takes: {question.default}" if question.default else f"Such as: {question.example}"
    prompt = f"\n{number}/{len(QUESTIONS)}  {question.asks}\n      {hint}\n> "
    while True:
        typed = " ".join(ask(prompt).split())
        wrong = _wrong(typed, question.check) if typed or question.required else ""
        if not wrong:
            return typed or question.default
        say(wrong)


def _wrong(typed: str, check: Callable[[str], str]) -> str:
    """What is wrong with an answer and what to do; empty where nothing is."""
    if len(typed) > LONGEST:
        return f"That is longer than {LONGEST} characters. Say it in one short sentence."
    if typed and not any(sign.isalnum() for sign in typed):
        return "That holds no word. Type one, or press Enter to leave it open."
    if HIDDEN.search(typed):
        return "That holds a character nobody can see. Type it again."
    for pattern, what, advice in PATTERNS:
        if pattern.search(typed):
            return f"That holds {what}: {advice}."
    return check(typed)


def _fields(project: Project, id: str, answers: Mapping[str, str]) -> dict[str, Any]:
    """What the template places: the answers as sentences, and what follows from them."""
    text = {key: _sentence(answers[key]) or f"{LATER}: {open}" for key, open in OPEN.items()}
    nobody = answers["recipients"].casefold().rstrip(".") in NOBODY
    level, checked = CHECKS.get(answers["oversight"], ("", f"{LATER}: who checks, and when."))
    return {
        **answers,
        **text,
        "id": id,
        "headline": upper_first(answers["headline"]) or f"{LATER}: what the sign says.",
        "data": answers["collected"].rstrip(".") or LATER,
        "telephone": answers["telephone"] or LATER,
        "email": answers["email"] or LATER,
        "recipients": answers["recipients"].rstrip("."),
        "nobody": nobody,
        "shared": "" if nobody else _sentence(answers["recipients"]),
        "level": level or ("" if _hands_down(project, answers["service"]) else "after_the_fact"),
        "checked": checked,
        "decided": checked if level else "",
        **_time(answers["retention"], text["collected"]),
        "later": LATER,
    }


def _hands_down(project: Project, service: str) -> bool:
    """Whether the service says itself who checks."""
    known = load(project, (service,), places=False).services.get(service)
    return known is not None and known.record.oversight is not None


def _time(typed: str, collected: str) -> dict[str, Any]:
    """How long something is kept: as data, as a sentence, and as a fact with a heading of a few words."""
    kept: dict[str, Any]
    if not typed:
        told = f"{LATER}: how long it is kept."
        return {"kept": None, "kept_text": told, "kept_title": "How long it is kept", "kept_fact": told}
    if typed.casefold() in NEVER_KEPT:
        kept = {"kind": "none"}
        return {"kept": kept, "kept_text": "It is not kept.", "kept_title": "Not kept", "kept_fact": collected}
    if until := UNTIL.fullmatch(typed):
        event = until["event"].rstrip(".")
        kept, told = {"kind": "until_event", "event": event}, f"It is kept until {event}."
        return {"kept": kept, "kept_text": told, "kept_title": "How long it is kept", "kept_fact": told}
    found = TIME.fullmatch(typed)
    count, unit = (found[1].lower(), found[2].lower()) if found else ("1", "day")
    kept = {"kind": "duration", "value": AMOUNTS[count] if count in AMOUNTS else int(count), "unit": f"{unit}s"}
    told = f"It is kept for {typed.lower()}."
    return {"kept": kept, "kept_text": told, "kept_title": f"Kept {typed.lower()}", "kept_fact": collected}


def _sentence(text: str) -> str:
    """*text* with a capital in front and a full stop behind, where its script has both."""
    stop = "." if text[-1:].isalnum() and text[-1:] < "\u0250" else ""
    return f"{upper_first(text)}{stop}"
