"""A privacy mask that a person draws with two sliders, one rectangle after the other."""

from __future__ import annotations

import streamlit as st

from playground.say import say
from toolkit.model.training import Mask

#: Shares of the width and height of the picture in percent: left, right, top, bottom.
Rectangle = tuple[int, int, int, int]
#: Where a new rectangle lies.
FIRST: Rectangle = (35, 65, 30, 70)
MOST = 6


def shapes(rectangles: tuple[Rectangle, ...]) -> Mask:
    """The mask of *rectangles*; those without width or height cover nothing and are left out."""
    return tuple(
        ((left / 100, top / 100), (right / 100, bottom / 100))
        for left, right, top, bottom in rectangles
        if left < right and top < bottom
    )


def draw(page: str) -> Mask:
    """Two range sliders for one rectangle at a time, buttons for more; gives the mask that they draw.

    It is kept for the session under `<page>.mask`, as numbers in percent.
    """
    key = f"{page}.mask"
    rectangles: list[Rectangle] = st.session_state.setdefault(key, [FIRST])
    number = _which(key, rectangles)
    left, right, top, bottom = rectangles[number]
    across = st.slider(say("teach.across"), 0, 100, (left, right), format="%d%%", key=f"{key}.across.{number}")
    down = st.slider(say("teach.down"), 0, 100, (top, bottom), format="%d%%", key=f"{key}.down.{number}")
    rectangles[number] = (*across, *down)
    with st.container(horizontal=True):
        full = len(rectangles) >= MOST
        st.button(say("teach.add-rectangle"), key=f"{key}.add", disabled=full, on_click=_add, args=(key,))
        if len(rectangles) > 1:
            said = say("teach.remove-rectangle", number=number + 1)
            st.button(said, key=f"{key}.remove", on_click=_remove, args=(key, number))
    return shapes(tuple(rectangles))


def _which(key: str, rectangles: list[Rectangle]) -> int:
    if len(rectangles) == 1:
        return 0
    chosen = st.segmented_control(
        say("teach.which-rectangle"),
        range(len(rectangles)),
        format_func=lambda number: str(number + 1),
        required=True,
        default=len(rectangles) - 1,
        key=f"{key}.which.{len(rectangles)}",
    )
    return int(chosen or 0)


def _add(key: str) -> None:
    """A rectangle more, a little beside the last one."""
    left, right, top, bottom = st.session_state[key][-1]
    step = 12 if right <= 88 else -12
    wide = (max(0, left + step), min(100, right + step))
    st.session_state[key] = [*st.session_state[key], (*wide, top, bottom)]


def _remove(key: str, number: int) -> None:
    """One rectangle less. The sliders of those behind it are made anew, so that each shows its own numbers."""
    st.session_state[key] = [each for index, each in enumerate(st.session_state[key]) if index != number]
    for name in [name for name in st.session_state if str(name).startswith((f"{key}.across.", f"{key}.down."))]:
        del st.session_state[name]
