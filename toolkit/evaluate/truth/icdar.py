"""Boxes as in the ICDAR Robust Reading competitions (rrc.cvc.uab.es): one place and its text a line."""

from __future__ import annotations

import re

from toolkit.evaluate.truth.shape import Canvas, LineError, TrueWord, Truth, boxed, decoded, nfc, truth_of, unplaced
from toolkit.vision.reading import Box

NUMBER = r"\s*(-?[0-9]{1,7}(?:\.[0-9]{1,9})?)\s*"
#: Four corners and the text, as of 2015: `x1,y1,x2,y2,x3,y3,x4,y4,text`.
CORNERS = re.compile(rf"{NUMBER}{f',{NUMBER}' * 7},(.*)")
#: Left, top, right, bottom and the text in quotes, as of 2011 and 2013, with commas or spaces.
EDGES = re.compile(rf'{NUMBER}{f"[, ]{NUMBER}" * 3}[, ]\s*"(.*)"\s*')
ESCAPED = re.compile(r'\\([\\"])')
#: What stands in place of a text that nobody has to read.
IGNORED = "###"


def read(data: bytes, canvas: Canvas) -> Truth:
    """Words in the order of the file. Places one beside the other become a line of text; a place with several words
    gives its text, while the place of each word stays unknown.

    Raises LineError where the file is no UTF-8, a line is no box with a text, or a box is wrong.
    """
    lines: list[list[TrueWord]] = []
    ignored: list[Box] = []
    before: Box | None = None
    for number, row in enumerate(decoded(data).split("\n"), 1):
        if not row.strip():
            continue
        box, text = _row(row.rstrip("\r"), canvas, number)
        if text == IGNORED:
            ignored.append(box)
            continue
        if before is None or not _beside(before, box):
            lines.append([])
        lines[-1] += [TrueWord(text, box)] if len(text.split()) == 1 else unplaced(text)
        before = box
    return truth_of(lines, ignored)


def _row(row: str, canvas: Canvas, number: int) -> tuple[Box, str]:
    corners = CORNERS.fullmatch(row)
    edges = None if corners else EDGES.fullmatch(row)
    if corners:
        numbers = [float(group) for group in corners.groups()[:8]]
        across, down = numbers[::2], numbers[1::2]
        return boxed([min(across), min(down), max(across), max(down)], canvas, number), nfc(corners[9])
    if edges:
        numbers = [float(group) for group in edges.groups()[:4]]
        return boxed(numbers, canvas, number), nfc(ESCAPED.sub(r"\1", edges[5]))
    advice = 'write x1,y1,x2,y2,x3,y3,x4,y4,text or left,top,right,bottom,"text"'
    raise LineError(number, f"this is no box with a text: {row[:40]}", advice)


def _beside(before: Box, box: Box) -> bool:
    """Whether two boxes share at least half the height of the lower one and do not lie in each other."""
    shared = min(before.top + before.height, box.top + box.height) - max(before.top, box.top)
    apart = (
        before.left + before.width <= box.left + box.width / 2 or box.left + box.width <= before.left + before.width / 2
    )
    return shared * 2 >= min(before.height, box.height) and apart
