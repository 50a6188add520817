"""hOCR 1.2 (kba.github.io/hocr-spec): HTML in which classes name lines and words, and titles their boxes."""

from __future__ import annotations

import re

from toolkit.evaluate.truth.element import Element, from_html
from toolkit.evaluate.truth.shape import Canvas, LineError, TrueWord, Truth, boxed, decoded, truth_of, unplaced
from toolkit.vision.reading import Box

#: Classes that start a new line; a paragraph does so for words that lie in no line.
LINES = {"ocr_line", "ocrx_line", "ocr_header", "ocr_footer", "ocr_caption", "ocr_textfloat", "ocr_par"}
BOX = re.compile(r"\bbbox((?:\s+-?[0-9]{1,7}(?:\.[0-9]{1,9})?){4})(?=\s*(?:;|$))")


def read(data: bytes, canvas: Canvas) -> Truth:
    """Words with their boxes; where a line has no words, its text. XHTML and HTML with tags left open are read.

    Raises LineError where the file is no UTF-8, no hOCR, holds several pages, or a box is wrong.
    """
    root = from_html(decoded(data))
    lines: list[list[TrueWord]] = [[]]
    texts: dict[int, str] = {}
    pages = 0
    waiting = [(child, 0) for child in reversed(root.children)]
    while waiting:
        element, line = waiting.pop()
        classes = set(element.attributes.get("class", "").split())
        pages += "ocr_page" in classes
        if pages > 1:
            raise LineError(element.line, "a second page in one file", "keep one file for each picture")
        if "ocrx_word" in classes:
            lines[line].append(TrueWord(element.text, _box(element, canvas)))
            continue
        if classes & LINES:
            lines.append([])
            line = len(lines) - 1
            texts[line] = "" if "ocr_par" in classes else element.text
        waiting += [(child, line) for child in reversed(element.children)]
    if not pages and not texts and not lines[0]:
        raise LineError(
            1, "this is no hOCR: no element has the class ocr_page, ocr_line or ocrx_word", "check the file"
        )
    return truth_of(words or unplaced(texts.get(line, "")) for line, words in enumerate(lines))


def _box(word: Element, canvas: Canvas) -> Box | None:
    title = word.attributes.get("title", "")
    found = BOX.search(title)
    if found:
        return boxed([float(number) for number in found[1].split()], canvas, word.line)
    if "bbox" in title:
        raise LineError(
            word.line, f"four numbers should follow bbox, not {title[:60]}", "write `bbox left top right bottom`"
        )
    return None
