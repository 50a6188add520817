"""An answer in, what it shows out: right or not, critical, unsure. A person is scored for each point, never as a whole.

A choice is right with exactly the correct options. "I don't know" and a question passed over are not right, and no
wrong guess either, so never critical. Open answers count by their code, in the categories of ISO 9186 (Brugger):
certain and likely are right.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from toolkit.model.study import DONT_KNOW, Question
from toolkit.view.study import Answer

#: Codes of open answers that count as right, and those that mean the opposite of what is true.
RIGHT_CODES = frozenset({"certain", "likely"})
OPPOSITE_CODES = frozenset({"opposite"})


class Mark(NamedTuple):
    """What one answer shows. `right` is None where it cannot be told: not coded, or nothing to be right about."""

    right: bool | None
    critical: bool = False
    unsure: bool = False


def score(question: Question, answer: Answer, code: str = "") -> Mark:
    """What *answer* to *question* shows; *code* is what coders settled on for words."""
    if answer is None:
        return Mark(False if _key(question) or question.accept else None)
    if isinstance(answer, tuple) and DONT_KNOW in answer:
        return Mark(False if _key(question) or question.accept else None, unsure=True)
    if question.form == "text":
        return _coded(question, code)
    if not isinstance(answer, tuple):
        return Mark(None)
    key, critical = _key(question), {option.id for option in question.options if option.critical}
    return Mark(set(answer) == key if key else None, bool(critical & set(answer)))


def settled(code: str, codes: Iterable[tuple[str, str]], coders: int) -> str:
    """The code that counts: the adjudicated one, else the one that at least *coders* people gave without a dissenter;
    empty where there is none yet.
    """
    given = [each for _, each in codes if each]
    agreed = given[0] if len(given) >= coders and len(set(given)) == 1 else ""
    return code or agreed


def together(marks: Iterable[Mark]) -> Mark:
    """Of all answers of one person about one point: right where all are, critical or unsure where one is. Not told
    where one waits to be coded.
    """
    every = list(marks)
    told = [mark.right for mark in every]
    right = None if None in told or not told else all(told)
    return Mark(right, any(mark.critical for mark in every), any(mark.unsure for mark in every))


def _key(question: Question) -> set[str]:
    return {option.id for option in question.options if option.correct}


def _coded(question: Question, code: str) -> Mark:
    if not code or question.accept is None:
        return Mark(None)
    return Mark(code in RIGHT_CODES, code in OPPOSITE_CODES, code == DONT_KNOW)
