"""A reading as hOCR 1.2 (https://kba.github.io/hocr-spec/1.2/): HTML in which titles hold boxes and confidence."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import groupby

from toolkit.vision.reading import Box, Reading, Word


def hocr(reading: Reading, size: tuple[int, int], languages: Sequence[str]) -> str:
    """*reading* of a picture of *size* (height, width) in pixels, read in *languages* (BCP 47), as one page of hOCR.

    Words keep their boxes in pixels and their confidence in percent (`x_wconf`). No name of a file is in it.
    """
    height, width = size
    lines = "\n".join(_line(number, list(words)) for number, words in groupby(reading.words, lambda word: word.line))
    system = escape(f"{reading.reader} {reading.version}".strip())
    return f"""<!DOCTYPE html>
<html lang="{escape(languages[0] if languages else "")}">
<head>
<meta charset="utf-8">
<title>{system}</title>
<meta name="ocr-system" content="{system}">
<meta name="ocr-capabilities" content="ocr_page ocr_line ocrx_word">
</head>
<body>
<div class="ocr_page" id="page_1" title="bbox 0 0 {width} {height}">
{lines}
</div>
</body>
</html>
"""


def _line(number: int, words: Sequence[Word]) -> str:
    left, top = min(word.box.left for word in words), min(word.box.top for word in words)
    right = max(word.box.left + word.box.width for word in words)
    bottom = max(word.box.top + word.box.height for word in words)
    inside = " ".join(_word(word) for word in words)
    around = _bbox(Box(left, top, right - left, bottom - top))
    return f'<span class="ocr_line" id="line_{number + 1}" title="{around}">{inside}</span>'


def _word(word: Word) -> str:
    title = f"{_bbox(word.box)}; x_wconf {round(100 * word.confidence)}"
    return f'<span class="ocrx_word" title="{title}">{escape(word.text)}</span>'


def _bbox(box: Box) -> str:
    return f"bbox {box.left} {box.top} {box.left + box.width} {box.top + box.height}"
