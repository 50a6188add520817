"""Making a picture worse by hand: which ways, and a slider for each."""

from __future__ import annotations

import streamlit as st

from playground.jobs.reading import Worse
from playground.say import say
from playground.theme import said
from toolkit.vision.degradations import DEGRADATIONS, LEVELS

#: With the list of ways, three controls are on view; further ones fold away.
ON_VIEW = 2
#: The level at which limits are stated.
STATED = 3
#: Pixels of each control; where there is room, they stand side by side.
WIDTH = 320


def worse(page: str, first: str = "") -> Worse:
    """Let somebody on *page* choose ways and levels; to start with *first* at the level at which limits are stated."""
    with st.container(horizontal=True, gap="large"):
        chosen = st.multiselect(
            say("picture.worse"),
            list(DEGRADATIONS),
            [first or "defocus"],
            format_func=lambda way: say(f"picture.worse.{way}"),
            key=f"{page}.worse.{first}",
            width=WIDTH,
        )
        levels = [(id, _level(page, id, first)) for id in chosen[:ON_VIEW]]
    if chosen[ON_VIEW:]:
        with st.expander(say("picture.more")), st.container(horizontal=True, gap="large"):
            levels += [(id, _level(page, id, first)) for id in chosen[ON_VIEW:]]
    return tuple((id, level) for id, level in levels if level)


def _level(page: str, id: str, first: str) -> int:
    start = STATED if id == first else 0
    with st.container(width=WIDTH, gap=None):
        level = st.slider(say(f"picture.worse.{id}"), 0, LEVELS[-1], start, key=f"{page}.level.{id}.{first}")
        known = DEGRADATIONS[id]
        amount = say(f"picture.amount.{id}", amount=known.amounts[level - 1]) if level else ""
        what = say("picture.level", level=level, amount=amount) if level else say("picture.level-none")
        said('<p class="quiet">{} {}</p>', say(f"picture.happens.{id}"), what)
    return int(level)
