"""What is known to stand in a picture, and what all readers of such files share."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from toolkit.vision.reading import Box


class TrueWord(NamedTuple):
    """A word that stands in the picture; the box is None where its place was not written down."""

    text: str
    box: Box | None


class Truth(NamedTuple):
    """What stands in a picture, in reading order and Unicode's composed form (NFC).

    `text`: lines joined by line feeds, words by single spaces. `words` may be empty where only the text is known.
    `ignored`: places where a reading is neither right nor wrong, such as letters too small to be told apart.
    """

    text: str
    words: tuple[TrueWord, ...]
    ignored: tuple[Box, ...] = ()


class Canvas(NamedTuple):
    """The picture that a truth belongs to: pixels, and pixels an inch where the file says so."""

    width: int
    height: int
    dpi: float | None = None


class LineError(ValueError):
    """What is wrong in a line of a file with a truth, and what to do."""

    def __init__(self, line: int, message: str, help: str) -> None:
        super().__init__(message)
        self.line, self.message, self.help = line, message, help


def truth_of(lines: Iterable[Sequence[TrueWord]], ignored: Sequence[Box] = ()) -> Truth:
    """The truth of *lines* of words; empty words and empty lines are left out. Words without any box are only text."""
    kept = [[word._replace(text=nfc(word.text)) for word in line if word.text.strip()] for line in lines]
    text = "\n".join(" ".join(word.text for word in line) for line in kept if line)
    words = tuple(word for line in kept for word in line)
    return Truth(text, words if any(word.box for word in words) else (), tuple(ignored))


def unplaced(text: str) -> list[TrueWord]:
    """The words of *text* without a place."""
    return [TrueWord(word, None) for word in text.split()]


def nfc(text: str) -> str:
    """*text* in composed form, with single spaces."""
    return unicodedata.normalize("NFC", " ".join(text.split()))


def decoded(data: bytes) -> str:
    """*data* as UTF-8, with or without a mark at its start. Raises LineError where it is no UTF-8, or holds NUL."""
    advice = "save the file in the encoding UTF-8"
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise LineError(line, f"byte 0x{data[error.start]:02x} is not UTF-8", advice) from error
    if "\0" in text:
        raise LineError(text[: text.index("\0")].count("\n") + 1, "a NUL character is no text", advice)
    return text


def boxed(edges: Sequence[float], canvas: Canvas, line: int) -> Box:
    """The box with *edges* left, top, right and bottom in pixels, rounded to whole ones. Raises LineError where it has
    no area or leaves the picture by more than a pixel, as rounding does.
    """
    if not all(map(math.isfinite, edges)):
        raise LineError(line, "a box needs four numbers", "write the edges in pixels")
    left, top, right, bottom = map(round, edges)
    shown = f"the box from {left},{top} to {right},{bottom}"
    if right <= left or bottom <= top:
        raise LineError(line, f"{shown} has no area", "write the left and upper edge first")
    if min(left, top) < -1 or right > canvas.width + 1 or bottom > canvas.height + 1:
        advice = "check that the truth belongs to this picture, in this size"
        raise LineError(line, f"{shown} leaves the picture, which is {canvas.width} by {canvas.height} pixels", advice)
    left, top = max(0, left), max(0, top)
    right, bottom = min(canvas.width, right), min(canvas.height, bottom)
    if right <= left or bottom <= top:
        raise LineError(line, f"{shown} lies beside the picture", "check that the truth belongs to this picture")
    return Box(left, top, right - left, bottom - top)


def around(boxes: Sequence[Box]) -> Box:
    """The smallest box around *boxes*."""
    left, top = min(box.left for box in boxes), min(box.top for box in boxes)
    right, bottom = max(box.left + box.width for box in boxes), max(box.top + box.height for box in boxes)
    return Box(left, top, right - left, bottom - top)
