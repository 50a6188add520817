"""ALTO 2 to 4 (loc.gov/standards/alto): strings with boxes, in pixels or in units of paper."""

from __future__ import annotations

from toolkit.evaluate.truth.element import Element, from_xml
from toolkit.evaluate.truth.shape import Canvas, LineError, TrueWord, Truth, around, boxed, truth_of
from toolkit.vision.reading import Box

#: Units of paper in an inch.
UNITS = {"mm10": 254.0, "inch1200": 1200.0}


def read(data: bytes, canvas: Canvas) -> Truth:
    """Strings as printed, in the order of the file: the two halves of a hyphenated word stay two words, the first with
    its hyphen, and SUBS_CONTENT is not used. Units of paper become pixels by the size of the page, else by the
    picture's own pixels an inch.

    Raises LineError where the file is no ALTO, holds several pages, or a box or unit is wrong.
    """
    root = from_xml(data)
    if root.name != "alto":
        raise LineError(root.line, f"this is no ALTO: it starts with <{root.name[:40]}>", "check the file")
    pages = list(root.all("Page"))
    if len(pages) > 1:
        raise LineError(pages[1].line, "a second page in one file", "keep one file for each picture")
    across, down = _scale(root, pages[0] if pages else None, canvas)
    return truth_of(_words(line, canvas, across, down) for line in root.all("TextLine"))


def _scale(root: Element, page: Element | None, canvas: Canvas) -> tuple[float, float]:
    """Pixels in a unit, across and down."""
    stated = next(root.all("MeasurementUnit"), None)
    unit = stated.text.strip() if stated else "pixel"
    if stated is None or unit == "pixel":
        return 1.0, 1.0
    if unit not in UNITS:
        raise LineError(stated.line, f"the unit {unit[:40]} is not known", "use pixel, mm10 or inch1200")
    if page and page.attributes.keys() >= {"WIDTH", "HEIGHT"}:
        width, height = page.number("WIDTH"), page.number("HEIGHT")
        if min(width, height) > 0:
            return canvas.width / width, canvas.height / height
    if canvas.dpi:
        return canvas.dpi / UNITS[unit], canvas.dpi / UNITS[unit]
    advice = "write WIDTH and HEIGHT of <Page>, or use pixel"
    raise LineError(stated.line, f"nothing says how many pixels a unit of {unit} has", advice)


def _words(line: Element, canvas: Canvas, across: float, down: float) -> list[TrueWord]:
    words: list[TrueWord] = []
    for part in line.children:
        if part.name not in {"String", "HYP"}:
            continue
        word = TrueWord(part.attribute("CONTENT"), _box(part, canvas, across, down))
        if part.name == "HYP" and words:
            before = words.pop()
            boxes = [box for box in (before.box, word.box) if box]
            word = TrueWord(before.text + word.text, around(boxes) if boxes else None)
        words.append(word)
    return words


def _box(part: Element, canvas: Canvas, across: float, down: float) -> Box | None:
    """The box of a string; None for one without a place, which ALTO 4 and every HYP allow."""
    if not part.attributes.keys() & {"HPOS", "VPOS"}:
        return None
    if part.name == "HYP" and "HEIGHT" not in part.attributes:
        return None
    left, top = part.number("HPOS") * across, part.number("VPOS") * down
    width, height = part.number("WIDTH") * across, part.number("HEIGHT") * down
    return boxed([left, top, left + width, top + height], canvas, part.line)
