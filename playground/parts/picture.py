"""Where a picture comes from: a sample, a file, the camera; and a picture with boxes drawn over it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import streamlit as st

from playground.parts.overlay import STYLE, Mark, as_jpeg, drawing
from playground.say import say
from toolkit.evaluate.corpus import Item
from toolkit.vision.reading import Picture

__all__ = ["Given", "Mark", "boxes", "choose", "clear"]

FILES = ["png", "jpg", "jpeg", "webp", "bmp", "tif", "tiff", "pdf"]


class Given(NamedTuple):
    """A picture that somebody chose."""

    picture: Picture
    sample: Item | None
    """None for what somebody brought: nothing of that is kept or shared."""
    told: tuple[str, ...]
    """What was left out of its file: keys of `toolkit.vision.intake.TOLD`."""
    mark: str
    """Tells it from every other picture of this session."""

    @property
    def key(self) -> str | None:
        """For `playground.work.ask`: the content of a sample; None for what somebody brought."""
        return self.sample.pixels if self.sample else None


def choose(page: str, samples: Sequence[Item]) -> Given | None:
    """Let somebody choose on *page* among *samples*, a file and the camera; None while nothing is chosen."""
    raise NotImplementedError


def clear(page: str) -> None:
    """Forget what somebody brought to *page*."""
    raise NotImplementedError


def boxes(picture: Picture, marks: Sequence[Mark]) -> None:
    """Show *picture* with *marks* over it, and the same as a list for who cannot see it."""
    about = say("picture.about", count=len(marks))
    height, width, _ = picture.shape
    st.html(f"<style>{STYLE}</style>{drawing(as_jpeg(picture), (height, width), marks, about)}")
