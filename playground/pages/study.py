"""Take part in a study: agree, answer one question after the other, see and withdraw one's answers."""

from __future__ import annotations

import logging

import streamlit as st

from playground.parts import answering, consent, own_answers
from playground.parts.sitting import CODE, PLACE, TOKEN, VIEW, Sitting, forget, titled, tongue
from playground.say import say
from playground.server.kept import project, store
from playground.server.places import open_places
from playground.theme import told
from toolkit.store.engine import StoreError
from toolkit.study.enquiry import Enquiry
from toolkit.view.place import PlaceView
from toolkit.view.study import StudyWording

#: What is said to somebody who is gone from this screen.
LAST = {
    "withdrawn": ("withdrawn-title", "withdrawn"),
    "left": ("left-title", "left"),
    "thanks": ("thanks-title", "thanks"),
}
log = logging.getLogger(__name__)


def main() -> None:
    """The study of the place that the address asks for, or the first."""
    st.title(say("study.title"), anchor=False)
    places = {id: view for id, view in open_places(project()).items() if view.study}
    if not places:
        told(say("study.list-none"))
        return
    try:
        _study(_chosen(places))
    except StoreError as error:
        log.error("a study was not served: %s", error)  # noqa: TRY400 - it holds no words of people
        told(say("study.error.closed"))


def _chosen(places: dict[str, PlaceView]) -> PlaceView:
    """The place of this visit. Somebody who answers stays where they are, whatever the address says."""
    state = st.session_state
    asked = st.query_params.get("place", "")
    if TOKEN in state and state.get(PLACE) in places:
        return places[state[PLACE]]
    if asked and asked not in places:
        told(say("study.lost"))
    ids = list(places)
    wanted = asked if asked in places else state.get(PLACE)
    if len(ids) > 1:
        names = {id: view.deployment.name for id, view in places.items()}
        start = ids.index(wanted) if wanted in places else 0
        label = say("notice.place")
        state[PLACE] = st.selectbox(label, ids, start, format_func=names.__getitem__, key=f"study.place.{asked}")
    else:
        state[PLACE] = ids[0]
    return places[state[PLACE]]


def _study(view: PlaceView) -> None:
    study = view.study
    if study is None:
        return
    enquiry, state = Enquiry(store(project()), view), st.session_state
    seat = enquiry.seat(state[TOKEN]) if TOKEN in state else None
    if seat is None:
        if TOKEN in state:
            forget()
            titled(say("study.away-title"), say("study.away"))
        _farewell()
        consent.front(view, study, enquiry)
        return
    here = Sitting(view, study, enquiry, StudyWording(view, study, tongue(study, seat.language)), seat)
    if seat.use != "real":
        told(say("study.trial"))
    shown = state.get(VIEW)
    if CODE in state:
        consent.code(here)
    elif shown == "mine":
        own_answers.mine(here)
    elif shown == "withdraw":
        own_answers.withdraw(here)
    elif shown == "leave":
        answering.leave(here)
    elif seat.reconsent:
        consent.again(here)
        answering.footer(here)
    else:
        answering.thanks(here) if seat.state == "complete" else answering.answer(here)
        answering.footer(here)


def _farewell() -> None:
    """What was done last, once."""
    last = st.session_state.get(VIEW)
    if last in LAST:
        titled(*(say(f"study.{name}") for name in LAST[last]))
        del st.session_state[VIEW]


main()
