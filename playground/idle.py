"""A shared screen forgets whoever leaves it: a warning after half of its idle time, then everything starts anew.

The way to start anew is a plain link as well: a full load leaves nothing behind in this session, and works for whoever
finds the screen. Half of at least a minute to answer is more than the twenty seconds that WCAG 2.2 asks for (2.2.1).
"""

from __future__ import annotations

import time
from html import escape

import streamlit as st

from playground import config
from playground.say import say
from playground.server.kiosk import IDLE
from playground.ways import kept, reset

SEEN = "idle.seen"


def patience() -> int:
    """After how many seconds without a touch this screen starts anew; 0 where it is nobody's but one person's."""
    return config.read().kiosk or (IDLE if st.query_params.get("kiosk") == "1" else 0)


def watch() -> None:
    """On a shared screen: note that somebody is there, offer to start anew, and look again every few seconds."""
    if patience():
        st.session_state[SEEN] = time.monotonic()
        st.html(f'<p class="said"><a href="{escape(reset())}" target="_self">{escape(say("app.start-anew"))}</a></p>')
        _look()


@st.fragment(run_every=5)
def _look() -> None:
    remaining = left(patience(), st.session_state.get(SEEN, 0), time.monotonic())
    if remaining <= 0:
        forget()
    elif remaining <= patience() / 2:
        st.html(f'<p class="said told large" role="alert">{escape(say("app.idle", seconds=round(remaining)))}</p>')
        if st.button(say("app.still-here"), type="primary"):
            st.rerun()


def left(whole: float, seen: float, now: float) -> float:
    """Seconds until everything is forgotten, of *whole*, where the last touch was at *seen*."""
    return whole - (now - seen)


def forget() -> None:
    """Drop all that this session holds, pictures and answers too, and go to the first page."""
    shared = {name: value for name, value in kept().items() if name == "kiosk"}  # the next person speaks for themselves
    st.session_state.clear()
    st.switch_page("pages/welcome.py", query_params=shared)
