"""Waiting for a job, with the place in the line on the page. Whoever presses Stop or moves on ends the job."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import streamlit as st

from playground.say import say
from playground.theme import told
from playground.work import NoAnswer, Ticket

Answer = TypeVar("Answer")
#: Seconds between two looks at the line; what is there sooner shows no word of waiting.
LOOK = 0.2


def wait(ask: Callable[[], Ticket[Answer]]) -> Answer | None:
    """What the job gives that *ask* asks for; None where there is no answer, and the page says why."""
    spot = st.empty()
    ticket = None
    try:
        ticket = ask()
        while True:
            try:
                answer = ticket.answer(LOOK)
            except TimeoutError:
                place = ticket.position
                # Writing is also where Streamlit ends this run when somebody touches the page.
                spot.info(say("work.queue", place=place) if place else say("work.first"), icon=":material/hourglass:")
            else:
                spot.empty()
                return answer
    except NoAnswer as error:
        with spot.container():
            failed = error.reason == "failed"
            told(str(error) if failed else say(f"work.{error.reason}"), error.help if failed else "")
        return None
    finally:
        if ticket and not ticket.done:
            ticket.stop()
