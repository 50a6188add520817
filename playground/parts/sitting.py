"""Who answers here: what this session holds of them, and doing something for them that the store may refuse.

The store has every answer as soon as it was given. This session holds nothing but a random token and, until it was
noted, the code; both are gone when the page is loaded anew.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import NamedTuple

import streamlit as st
from markupsafe import Markup

from playground.say import language, say
from playground.server.pace import PACE
from playground.theme import told
from toolkit.model import Study
from toolkit.store.engine import StoreError
from toolkit.store.words import LONGEST, Refused
from toolkit.study.enquiry import Begun, Enquiry, Seat
from toolkit.view.place import PlaceView
from toolkit.view.study import Step, StudyWording, steps

PLACE, TOKEN, CODE, WRONG, VIEW, LEFT = (
    f"study.{name}" for name in ("place", "token", "code", "wrong", "view", "left")
)
#: Why something is refused, by the word that the store has for it; any other means that the plan was changed.
REASONS = {
    "store": "error.closed",
    "closed": "shut.closed",
    "over": "shut.over",
    **{name: f"error.{name}" for name in ("agree", "answer", "words", "only", "too-long", "busy", "withdrawn")},
}
#: What the next page shows by itself.
PLAIN = {"consent", "finished", "unknown-item"}
log = logging.getLogger(__name__)


class Sitting(NamedTuple):
    """A person before the questions of one place, in the language in which they read these."""

    view: PlaceView
    study: Study
    enquiry: Enquiry
    wording: StudyWording
    seat: Seat


def tongue(study: Study, began: str = "") -> str:
    """The language of the playground where the study has it, else that in which somebody began, or its first."""
    return language() if language() in study.languages else began or study.languages[0]


def attempt(do: Callable[[], object]) -> bool:
    """Whether *do* could be done; where not, the page says so when it is drawn next."""
    try:
        do()
    except Refused as refused:
        if refused.reason not in PLAIN:
            st.session_state[WRONG] = refused.reason
    except StoreError as error:
        log.error("a study was not served: %s", error)  # noqa: TRY400 - it holds no words of people
        st.session_state[WRONG] = "store"
    else:
        return True
    return False


def paced() -> bool:
    """Whether one more may begin or try a code from where this request came."""
    allowed = PACE.allows(st.context.ip_address or "")
    if not allowed:
        st.session_state[WRONG] = "busy"
    return allowed


def sit(begun: Begun) -> None:
    """Hold who *begun* is; a code is shown before anything else."""
    forget()
    st.session_state[TOKEN] = begun.token
    if begun.code:
        st.session_state[CODE] = str(begun.code)


def show(view: str = "") -> None:
    """Show *view* next; without one, what comes next in the study."""
    st.session_state[VIEW] = view


def asked_of(here: Sitting) -> tuple[Step, ...]:
    """Every step that this person may meet in this wave."""
    background = here.study.consent.background is None or "background" in here.seat.agreed
    return steps(here.study, here.seat.arm, here.seat.wave, background=background)


def forget() -> None:
    """Nothing of whoever was here is left in this session but the place they chose."""
    for name in [name for name in st.session_state if str(name).startswith("study.") and name != PLACE]:
        del st.session_state[name]


def wrong() -> None:
    """Say once what could not be done."""
    reason = st.session_state.pop(WRONG, None)
    if reason:
        name = REASONS.get(reason, "error.changed")
        titled(say("study.not-kept"), say(f"study.{name}", most=LONGEST))


def titled(title: str, text: str) -> None:
    """Something to know first, under a title."""
    told(Markup("<strong>{}</strong><br>{}").format(title, text))
