"""Simulated people, for a rehearsal before anybody is asked: they pass through the same door as real ones.

What they answer is drawn by chance from a seed, and means nothing but that the way from an answer to the page works.
Their answers have the use `test`, their codes name nobody, and their words say that nobody said them.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import random
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from toolkit.model.study import DONT_KNOW, SCALE, Question
from toolkit.store.codes import Code
from toolkit.store.study.given import Given
from toolkit.study.enquiry import Begun, Enquiry, Use
from toolkit.view.study import Answer, Step

USE: Use = "test"
WORDS = "Simulated words, which nobody said."
CODERS = ("simulated-a", "simulated-b")
CLAUSES = frozenset({"participation", "quotes", "recontact", "background"})
#: How likely it is that a simulated person knows a point, does not know, passes over, and comes back.
KNOWS = (0.7, 0.97)
UNSURE, PASSES, RETURNS, AGREE = 0.4, 0.02, 0.75, 0.9


class _Person(NamedTuple):
    """A simulated person: a name for the table, and how likely they know each point."""

    name: str
    code: Code | None
    chance: random.Random


def simulate(enquiry: Enquiry, people: int, seed: int, now: dt.datetime) -> list[Given]:
    """Let *people* answer both waves, as many in each version of the first language; what analysis reads comes out, the
    same for the same seed. Raises Refused where the study takes no answers.
    """
    chance = random.Random(seed)  # noqa: S311 - a rehearsal, and to be repeated
    known = {point.id: chance.uniform(*KNOWS) for point in enquiry.study.points}
    arms = [arm.id for arm in enquiry.study.arms]
    names: dict[str, str] = {}
    came: list[_Person] = []
    for number in range(people):
        who = random.Random(f"{seed}/{number}")  # noqa: S311
        once = hashlib.sha256(f"{seed}/{number}".encode()).hexdigest()
        begun = enquiry.begin(
            enquiry.study.languages[0], "html", CLAUSES, once, now, use=USE, arm=arms[number % len(arms)]
        )
        names[_answer_all(enquiry, begun, who, known, now)] = f"simulated-{number + 1:0{len(str(people))}}"
        came.append(_Person(once, begun.code, who))
    _come_back(enquiry, came, known, now)
    codes = random.Random(f"{seed}/codes")  # noqa: S311
    given = sorted(enquiry.given(USE), key=lambda each: (names[each.participant], each.wave != "first", each.item))
    return [_coded(each._replace(participant=names[each.participant]), enquiry, known, codes) for each in given]


def _come_back(enquiry: Enquiry, came: Sequence[_Person], known: Mapping[str, float], now: dt.datetime) -> None:
    """Most of them answer the second wave, where there is one."""
    wave = next((each for each in enquiry.study.waves if each.id == "continued"), None)
    if wave is None:
        return
    later = now + dt.timedelta(days=wave.after_days or 0)
    for person in came:
        if person.code and person.chance.random() < RETURNS:
            begun = enquiry.resume(str(person.code), later)
            if begun:
                _answer_all(enquiry, begun, person.chance, known, later)


def _answer_all(
    enquiry: Enquiry, begun: Begun, who: random.Random, known: Mapping[str, float], now: dt.datetime
) -> str:
    """Answer everything that is asked. Gives the participant."""
    seat = enquiry.seat(begun.token)
    if seat is None:
        raise RuntimeError("a session that was just begun is not there")
    while step := enquiry.next(seat):
        once = f"{seat.wave}/{step.id}/{who.getrandbits(128):032x}"
        enquiry.save(seat, step.id, answer(step, who, known), once, now, round(who.uniform(3, 40), 1))
    enquiry.finish(seat, now)
    return seat.participant


def answer(step: Step, who: random.Random, known: Mapping[str, float]) -> Answer:
    """What a simulated person answers."""
    if step.form == "show" or who.random() < PASSES:
        return None
    if step.form == "scale":
        return who.randint(1, SCALE)
    if step.form == "text" or step.question is None:
        return WORDS
    return _choice(step.question, who, known)


def _choice(question: Question, who: random.Random, known: Mapping[str, float]) -> Answer:
    right = tuple(option.id for option in question.options if option.correct)
    wrong = [option.id for option in question.options if not option.correct] or [DONT_KNOW]
    if right and who.random() < known.get(question.point or "", 0.5):
        return right
    return (DONT_KNOW,) if who.random() < UNSURE else (who.choice(wrong),)


def _coded(given: Given, enquiry: Enquiry, known: Mapping[str, float], chance: random.Random) -> Given:
    """The same with the codes of two simulated coders, where words are to be coded."""
    open_ = {question.id: question for question in enquiry.study.questions if question.accept}
    question = open_.get(given.item)
    if question is None or given.answer != WORDS:
        return given
    one = _code(chance, known.get(question.point or "", 0.5))
    other = one if chance.random() < AGREE else _code(chance, 0.5)
    return given._replace(code=one, codes=tuple(zip(CODERS, (one, other), strict=True)))


def _code(chance: random.Random, known: float) -> str:
    return chance.choice(["certain", "likely"] if chance.random() < known else ["marginal", "wrong", DONT_KNOW])
