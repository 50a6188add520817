"""The questions of whoever answers: which they are, how one is placed on a page, and an answer in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from markupsafe import Markup, escape

from playground.server.feedback_pages import lines
from playground.server.study_pages import phrase
from playground.server.study_visit import Visit
from toolkit.model.study import DONT_KNOW, SCALE
from toolkit.store.words import LONGEST
from toolkit.translations import Said
from toolkit.view.study import Answer, Step, applies, steps
from toolkit.words import words

Known = Mapping[str, Answer]


class Option(NamedTuple):
    """What can be chosen; `end` says what this end of a scale means, `unsure` marks "I don't know"."""

    id: str
    text: Said
    chosen: bool
    end: Markup | str = ""
    unsure: bool = False


def met(visit: Visit) -> tuple[Step, ...]:
    """Everything that whoever answers may meet."""
    seat, study = visit.seat, visit.study
    if seat is None or seat.arm not in {arm.id for arm in study.arms}:
        return ()
    asked = study.consent.background is None or "background" in seat.agreed
    return steps(study, seat.arm, seat.wave, background=asked)


def open_steps(visit: Visit, known: Known) -> list[Step]:
    """What is met after the answers *known*, or may still be, for what it depends on has no answer yet."""

    def may_be(step: Step) -> bool:
        when = step.question.when if step.question else None
        return when is None or when.question not in known or applies(step, known)

    return [step for step in met(visit) if may_be(step)]


def answered(visit: Visit, known: Known) -> list[Step]:
    """The questions that somebody met."""
    return [step for step in met(visit) if step.form != "show" and step.id in known]


def earlier(visit: Visit, known: Known, step: Step | None) -> Step | None:
    """What was seen before *step* (None: the last of all); None before the first."""
    seen = [each for each in met(visit) if each.id in known and applies(each, known)]
    before = seen[: seen.index(step)] if step in seen else seen
    return before[-1] if before else None


def fields(visit: Visit, step: Step, answer: Answer) -> dict[str, Any]:
    """What the page of *step* places, with *answer* in it."""
    return {
        "form": step.form,
        "prompt": prompt(visit, step),
        "hint": _hint(visit, step),
        "options": options(visit, step, answer),
        "text": lines(answer) if isinstance(answer, str) else "",
        "unsure": answer == (DONT_KNOW,),
        "dont_know": unsure(visit),
    }


def row(visit: Visit, step: Step, answer: Answer, href: str = "", wave: str = "") -> dict[str, Any]:
    """A question with what somebody answered, for a list; *href* leads to where it can be changed."""
    return {"prompt": prompt(visit, step, wave), "answers": in_words(visit, step, answer), "href": href}


def prompt(visit: Visit, step: Step, wave: str = "") -> Said:
    """The words of a question as *wave* has them, else as the wave of whoever answers; a statement of the scale."""
    if step.question is None:
        return phrase(visit.reader, f"study.{step.id}")
    return visit.wording.prompt(step.question, wave or (visit.seat.wave if visit.seat else "first"))


def options(visit: Visit, step: Step, answer: Answer) -> list[Option]:
    """What can be chosen, with what *answer* chose; nothing where one writes."""
    chosen = {str(answer)} if isinstance(answer, int) else set(answer) if isinstance(answer, tuple) else set()
    if step.form == "scale":
        return [*_scale(visit, step, chosen), Option(DONT_KNOW, unsure(visit), DONT_KNOW in chosen, unsure=True)]
    if step.question is None or step.form == "text":
        return []
    shown = visit.wording.options(step.question)
    return [Option(id, text, id in chosen, unsure=id == DONT_KNOW) for id, text in shown]


def in_words(visit: Visit, step: Step, answer: Answer) -> list[Markup]:
    """An answer as its author reads it again; nothing for one that was passed over."""
    if isinstance(answer, str):
        return [lines(answer)]
    if answer is None:
        return []
    found = options(visit, step, answer) or [Option(DONT_KNOW, unsure(visit), chosen=True)]
    chosen = [(option.text.text, option.end) for option in found if option.chosen]
    return [Markup("{} {}").format(text, end) if end else escape(text) for text, end in chosen]


def _scale(visit: Visit, step: Step, chosen: set[str]) -> list[Option]:
    """The steps of a scale, with words at both ends."""
    reader, number = visit.reader, words(visit.reader.language).number
    low, high = ("agree-not", "agree-fully") if step.question is None else ("not-at-all", "fully")
    ends = {1: reader.say(f"study.{low}"), SCALE: reader.say(f"study.{high}")}
    return [
        Option(str(n), Said(number(n), reader.language, "source"), str(n) in chosen, ends.get(n, ""))
        for n in range(1, SCALE + 1)
    ]


def _hint(visit: Visit, step: Step) -> Markup:
    if step.question is None:
        return visit.reader.say("study.usability")
    keys = {"multiple": ["study.several"], "text": ["study.words", "study.words-careful"]}.get(step.form, ["study.one"])
    private = ["study.sensitive"] if step.question.sensitive else []
    return Markup(" ").join(visit.reader.say(key, most=LONGEST) for key in [*private, *keys])


def unsure(visit: Visit) -> Said:
    """What everybody may answer to everything."""
    return Said(visit.wording.place.say("study.dont-know"), visit.reader.language, "source")
