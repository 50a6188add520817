"""A part of a picture: chosen with keys or a finger, made small, and shown exactly as it would be sent."""

from __future__ import annotations

import base64
import io
from collections.abc import Sequence

import streamlit as st
from PIL import Image

from playground.say import say
from playground.theme import said
from toolkit.vision.reading import Box, Picture

#: The longest side of what is sent, in pixels.
LONGEST = 640


def chosen(key: str, picture: Picture, boxes: Sequence[Box]) -> bytes:
    """The part of *picture* that somebody chooses, as PNG: one of *boxes*, the whole, or what two ranges leave."""
    options = ["part", "whole", *range(len(boxes))]
    how = st.radio(say("report.which"), options, format_func=_named, key=f"{key}.which")
    height, width = picture.shape[:2]
    box = Box(0, 0, width, height)
    if isinstance(how, int):
        box = boxes[how]
    elif how == "part":
        left, right = st.slider(say("report.across"), 0, 100, (25, 75), key=f"{key}.across")
        top, bottom = st.slider(say("report.down"), 0, 100, (25, 75), key=f"{key}.down")
        box = part(width, height, (left, right), (top, bottom))
    png = as_png(picture, box)
    source = f"data:image/png;base64,{base64.b64encode(png).decode()}"  # the very bytes, and no file of Streamlit's
    said('<p>{}</p><img alt="{}" src="{}">', say("report.preview"), say("report.crop-alt"), source)
    return png


def part(width: int, height: int, across: tuple[int, int], down: tuple[int, int]) -> Box:
    """The box between two pairs of hundredths of a picture of *width* by *height* pixels; never an empty one."""
    left, top = min(across[0] * width // 100, width - 1), min(down[0] * height // 100, height - 1)
    right, bottom = across[1] * width // 100, down[1] * height // 100
    return Box(left, top, max(1, right - left), max(1, bottom - top))


def as_png(picture: Picture, box: Box) -> bytes:
    """What lies in *box*, at most LONGEST pixels long, as PNG with nothing but pixels in it."""
    left, top = max(0, box.left), max(0, box.top)
    cut = Image.fromarray(picture[top : box.top + box.height, left : box.left + box.width])
    cut.thumbnail((LONGEST, LONGEST))
    out = io.BytesIO()
    cut.save(out, "PNG")
    return out.getvalue()


def _named(option: str | int) -> str:
    return say("report.which.box", n=option + 1) if isinstance(option, int) else say(f"report.which.{option}")
