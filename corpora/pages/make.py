"""Lays out the pages of this corpus from `texts/` and `templates/`, and writes what stands on them as hOCR.

Run by hand, `.venv/bin/python corpora/pages/make.py`, after a change to a text or a template; then look at the pages.
It needs the typefaces of the Debian packages fonts-inter, fonts-noto-core, fonts-dejavu-core and fonts-dejavu-extra.
Nobody else does, for the pages are committed. On one machine the same texts give the same bytes; another version of a
typeface gives other pixels.
"""  # noqa: INP001 - a script, not a module

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from functools import cache
from html import escape
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import typst
import yaml
import zxingcpp
from PIL import Image

HERE = Path(__file__).parent
FONT_FOLDERS = ["/usr/share/fonts/opentype/inter", "/usr/share/fonts/truetype"]
#: Two pixels a point, so that 8, 12 and 20 points are small, medium and large type of 16, 24 and 40 pixels.
PPI = 144
POINTS = {"small": 8.0, "medium": 12.0, "large": 20.0}
#: Width of a page in points: what each kind takes at each size of type.
WIDTHS = {
    "letter": (300, 380, 440),
    "form": (260, 340, 460),
    "receipt": (170, 235, 360),
    "label": (210, 280, 420),
    "table": (310, 360, 480),
    "street-sign": (190, 260, 420),
}
#: Typefaces by the name that slices use: families, and width in percent.
TYPEFACES: dict[str, tuple[list[str], float]] = {
    "inter": (["Inter"], 100),
    "noto-sans": (["Noto Sans"], 100),
    "noto-serif": (["Noto Serif"], 100),
    "dejavu-sans-mono": (["DejaVu Sans Mono"], 100),
    "dejavu-sans-condensed": (["DejaVu Sans"], 87.5),
    "noto-sans-arabic": (["Noto Sans Arabic", "Noto Sans"], 100),
    "noto-naskh-arabic": (["Noto Naskh Arabic", "Noto Serif"], 100),
    "noto-kufi-arabic": (["Noto Kufi Arabic", "Noto Sans"], 100),
}
#: Arabic letters are smaller than Latin ones of the same type size.
ARABIC_GROWS = 1.15
#: How many colours or greys are kept; letters stay smooth and files small.
COLOURS = 24
#: Pixels of the smallest part of a code.
MODULES_OF_QR = {"small": 3, "medium": 4, "large": 6}
MODULES_OF_EAN = {"small": 2, "medium": 2, "large": 3}
MAX_PIXELS = 1_000_000
#: How far a pixel of ink differs from the ground around it, of 255.
INK = 40


class Word(NamedTuple):
    """A word of the page with its place in pixels: left, top, right, bottom."""

    text: str
    left: int
    top: int
    right: int
    bottom: int


class Page(NamedTuple):
    """A page ready to be written: its name below the corpus, the picture, and its lines of words."""

    name: str
    language: str
    picture: Image.Image
    lines: list[list[Word]]


def pages() -> Iterator[Page]:
    """Every page that the texts describe."""
    for path in sorted((HERE / "texts").glob("*.yml")):
        for entry in yaml.safe_load(path.read_text("utf-8")):
            yield page(path.stem, entry)


def page(language: str, entry: dict[str, Any]) -> Page:
    """The page of one *entry* of `texts/<language>.yml`."""
    kind, typeface, size = entry["kind"], entry["typeface"], entry["size"]
    compiler = typst.Compiler(
        str(HERE / "templates" / f"{kind}.typ"), root=str(HERE), font_paths=_fonts(), ignore_system_fonts=True
    )
    given = {"data": json.dumps(_data(language, entry), ensure_ascii=False)}
    drawn = compiler.compile(sys_inputs=given, format="png", ppi=PPI)
    if not isinstance(drawn, bytes):
        raise SystemExit(f"{kind}/{language}-{typeface}-{size}: more than one page")
    picture = _few_colours(Image.open(io.BytesIO(drawn)).convert("RGB"))
    placed = json.loads(compiler.query("<word>", field="value"))
    grey = np.asarray(picture.convert("L"), dtype=np.int16)
    words = [_tight(word, grey) for word in placed]
    name = f"{kind}/{language}-{typeface}-{size}"
    _sound(name, picture, words)
    return Page(name, language, picture, _lines(words))


def _data(language: str, entry: dict[str, Any]) -> dict[str, Any]:
    arabic = language == "ar"
    families, stretch = TYPEFACES[entry["typeface"]]
    code = entry.get("code")
    square = code is not None and not code.isdigit()
    format = zxingcpp.BarcodeFormat.QRCode if square else zxingcpp.BarcodeFormat.EAN13
    made = zxingcpp.create_barcode(code, format) if code else None
    return {
        "language": language,
        "script": "Arab" if arabic else "Latn",
        "fonts": families,
        "stretch": stretch,
        "points": POINTS[entry["size"]] * (ARABIC_GROWS if arabic else 1),
        "width": WIDTHS[entry["kind"]][list(POINTS).index(entry["size"])],
        **(_code(made, square=square, size=entry["size"]) if made else {"svg": None}),
        "digits": made.text if made and not square else "",
        "page": entry,
    }


def _code(made: zxingcpp.Barcode, *, square: bool, size: str) -> dict[str, Any]:
    """A code as a drawing, with its width in points: each of its dots or bars takes whole pixels."""
    svg = made.to_svg(add_quiet_zones=True)
    modules = int(svg.partition('<svg width="')[2].partition('"')[0])
    pixels = (MODULES_OF_QR if square else MODULES_OF_EAN)[size]
    return {"svg": svg, "code": modules * pixels * 72 / PPI}


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=FONT_FOLDERS)


def _tight(word: dict[str, Any], grey: np.ndarray) -> Word:
    """The box around the ink of a word, in whole pixels."""
    left, top = int(word["left"] * PPI / 72), int(word["top"] * PPI / 72) - 1
    right = int((word["left"] + word["width"]) * PPI / 72) + 1
    bottom = int((word["top"] + word["height"]) * PPI / 72) + 2
    room = grey[top:bottom, left:right]
    ink = np.abs(room - np.median(room[[0, -1]])) > INK
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    if not rows.size:
        raise SystemExit(f"no ink where {word['text']} should stand")
    edges = left + columns[0], top + rows[0], left + columns[-1] + 1, top + rows[-1] + 1
    return Word(word["text"], *map(int, edges))


def _sound(name: str, picture: Image.Image, words: list[Word]) -> None:
    """Stop where the page is too large, or words lie on each other."""
    if picture.width * picture.height > MAX_PIXELS:
        raise SystemExit(f"{name}: {picture.width} by {picture.height} is more than a megapixel")
    for index, one in enumerate(words):
        for other in words[:index]:
            across = min(one.right, other.right) - max(one.left, other.left)
            if across > 0 and min(one.bottom, other.bottom) - max(one.top, other.top) > 0:
                raise SystemExit(f"{name}: {one.text} lies on {other.text}")


def _lines(words: list[Word]) -> list[list[Word]]:
    """Words that follow one another at the same height are a line."""
    lines: list[list[Word]] = []
    for word in words:
        before = lines[-1][-1] if lines else None
        shared = min(before.bottom, word.bottom) - max(before.top, word.top) if before else 0
        if before and shared > 0.3 * min(before.bottom - before.top, word.bottom - word.top):
            lines[-1].append(word)
        else:
            lines.append([word])
    return lines


def _few_colours(picture: Image.Image) -> Image.Image:
    """Few greys where there is no colour, else few colours."""
    pixels = np.asarray(picture, dtype=np.int16)
    grey = bool((pixels.max(axis=2) - pixels.min(axis=2)).max() <= 2)
    return (picture.convert("L") if grey else picture).quantize(COLOURS, dither=Image.Dither.NONE)


def hocr(page: Page) -> str:
    """The truth of a page as hOCR."""
    width, height = page.picture.size
    rows = [
        "<!DOCTYPE html>",
        f'<html lang="{page.language}"><head><meta charset="utf-8"><title>{page.name}</title></head><body>',
        f'<div class="ocr_page" title="bbox 0 0 {width} {height}">',
    ]
    for line in page.lines:
        rows.append(f'<div class="ocr_line" title="{_box(line)}">')
        rows += [f' <span class="ocrx_word" title="{_box([word])}">{escape(word.text)}</span>' for word in line]
        rows.append("</div>")
    return "\n".join([*rows, "</div></body></html>", ""])


def _box(words: list[Word]) -> str:
    left, top = min(word.left for word in words), min(word.top for word in words)
    return f"bbox {left} {top} {max(word.right for word in words)} {max(word.bottom for word in words)}"


def main() -> None:
    """Write every page and its truth; give the folder of another place to write there."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    for made in pages():
        target = folder / made.name
        target.parent.mkdir(parents=True, exist_ok=True)
        made.picture.save(target.with_suffix(".png"), optimize=True)
        target.with_suffix(".hocr").write_text(hocr(made), "utf-8")


if __name__ == "__main__":
    main()
