"""Coding of open answers, blind, and what is settled on where coders differ.

A page holds the question in its first words (those of the second wave would tell the wave), the answer, and a handle
that only this server can turn back into whose answer it is. The order is another one for each coder.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Sequence
from typing import NamedTuple

from starlette.responses import Response

from playground.server.research_pages import page
from playground.server.research_results import agreement
from playground.server.research_visit import Visit, see
from toolkit.model.study import Question
from toolkit.store.study.coding import FRAME, Said, adjudicate, code
from toolkit.study import table
from toolkit.study.words import Words, left_for, words

#: Drawn anew with each start; a page from before leads to the next answer.
KEY = secrets.token_bytes(32)


class Shown(NamedTuple):
    """An answer as a coder or an adjudicator sees it."""

    handle: str
    prompt: str
    accept: str
    text: str
    language: str
    codes: tuple[tuple[str, str], ...]
    settled: str


def show_coding(visit: Visit) -> Response:
    """The next answer."""
    return _coding(visit)


def take_code(visit: Visit) -> Response:
    """Keep the code, then show the next answer."""
    chosen = visit.sent.get("code", "")
    found = _found(visit, _left(visit))
    if found is None:
        return _coding(visit, "coding-gone", 409)
    if chosen not in FRAME:
        return _coding(visit, "coding-empty", 422)
    kept = code(visit.store, _said(visit, found), visit.now.date())
    return see(visit, f"{visit.place.id}/coding") if kept else _coding(visit, "coding-gone", 409)


def show_differences(visit: Visit) -> Response:
    """Where coders differ, with what was settled on."""
    return _differences(visit)


def take_settled(visit: Visit) -> Response:
    """Keep what was settled on, beside the codes."""
    chosen = visit.sent.get("code", "")
    found = _found(visit, [each for each in _words(visit) if each.differ])
    if found is None or chosen not in FRAME:
        return _differences(visit, "coding-empty" if found else "coding-gone", 422 if found else 409)
    kept = adjudicate(visit.store, _said(visit, found), visit.now.date())
    return see(visit, f"{visit.place.id}/differences") if kept else _differences(visit, "coding-gone", 409)


def handle(visit: Visit, each: Words) -> str:
    """By which name a page knows an answer: for this visitor and these words only."""
    parts = (visit.name, visit.place.id, *each.spot, each.text)
    data = "\0".join(parts).encode("utf-8", "surrogatepass")
    return hmac.new(KEY, data, hashlib.sha256).hexdigest()


def _coding(visit: Visit, wrong: str = "", status: int = 200) -> Response:
    left = _left(visit)
    shown = _shown(visit, left[0]) if left else None
    return page(visit, "coding", "coding", status, wrong=wrong, left=len(left), shown=shown, frame=FRAME)


def _differences(visit: Visit, wrong: str = "", status: int = 200) -> Response:
    every = [_shown(visit, each) for each in _ordered(visit, [each for each in _words(visit) if each.differ])]
    rows = table.rows(visit.study, visit.enquiry.given(visit.use))
    kept = [row for row in rows if not row.excluded]
    return page(
        visit, "differences", "differences", status, wrong=wrong, every=every, frame=FRAME, agreement=agreement(kept)
    )


def _words(visit: Visit) -> list[Words]:
    return words(visit.study, visit.enquiry.given(visit.use))


def _left(visit: Visit) -> list[Words]:
    return _ordered(visit, left_for(visit.name, _words(visit), visit.study.coders))


def _ordered(visit: Visit, every: Sequence[Words]) -> list[Words]:
    """By question, and within one in an order that tells nothing."""
    return sorted(every, key=lambda each: (each.spot.item, handle(visit, each)))


def _found(visit: Visit, every: Sequence[Words]) -> Words | None:
    sent = visit.sent.get("answer", "").encode("utf-8", "surrogatepass")
    return next((each for each in every if hmac.compare_digest(handle(visit, each).encode(), sent)), None)


def _said(visit: Visit, each: Words) -> Said:
    return Said(visit.place.id, each.spot, each.text, visit.name, visit.sent.get("code", ""))


def _shown(visit: Visit, each: Words) -> Shown:
    question: Question = next(one for one in visit.study.questions if one.id == each.spot.item)
    return Shown(
        handle(visit, each), question.prompt, question.accept or "", each.text, each.language, each.codes,
        each.adjudicated,
    )  # fmt: skip
