"""What all printed matter shares: formats, colours, pictograms, codes, typefaces; plain data for the templates."""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import segno

from toolkit import fonts, legibility, palette
from toolkit.paths import pictogram_file
from toolkit.view.place import PlaceView, Wording

#: Width and height of a sheet upright, in millimetres (ISO 216; ANSI/ASME Y14.1 A and B).
FORMATS = {
    "A6": (105.0, 148.0),
    "A5": (148.0, 210.0),
    "A4": (210.0, 297.0),
    "A3": (297.0, 420.0),
    "letter": (215.9, 279.4),
    "tabloid": (279.4, 431.8),
}
#: The least size of running text on paper, in points, however near it is read.
BODY = 8.0


def size_of(format: str, orientation: str) -> tuple[float, float]:
    """Width and height of a sheet in millimetres."""
    short, long = FORMATS[format]
    return (short, long) if orientation == "portrait" else (long, short)


def colours(view: PlaceView) -> dict[str, str]:
    """The organisation's accent, what stands on it, and the ink."""
    shades = palette.palette(view.house.organisation.look.accent)
    return {
        "accent": shades.accent,
        "on_accent": shades.on_accent,
        "link": shades.link,
        "ink": palette.INK,
        "tint": palette.TINT,
        "quiet": shades.quiet,
    }


@lru_cache(maxsize=512)
def icon(name: str, colour: str) -> str:
    """A Material Design icon as SVG in one colour; empty where there is none of that name."""
    try:
        svg = pictogram_file(name).read_text("utf-8")
    except OSError:
        return ""
    return svg.replace("<svg ", f'<svg fill="{colour}" ', 1)


@lru_cache(maxsize=256)
def code(url: str, distance: float) -> Mapping[str, Any]:
    """A QR code (ISO/IEC 18004) for *url* to be scanned from *distance* metres: SVG with its quiet zone, width in
    millimetres with and without that zone. Capitals, because a code of capitals alone has fewer and larger dots.
    """
    made = segno.make(url.upper(), error="M", boost_error=False, micro=False)
    modules = round(made.symbol_size(border=0)[0])
    width = legibility.code_width(distance, modules)
    svg = io.BytesIO()
    made.save(svg, kind="svg", border=legibility.QUIET, xmldecl=False, svgns=True, light="#fff", nl=False)
    full = width * (modules + 2 * legibility.QUIET) / modules
    return {"svg": svg.getvalue().decode(), "width": full, "bare": width, "modules": modules}


def voice(wording: Wording) -> dict[str, Any]:
    """How a language is set: its typefaces, direction and leading."""
    faces = fonts.chain(wording.language)
    parts = wording.language.split("-")
    return {
        "lang": parts[0],
        "region": next((part for part in parts[1:] if len(part) == 2), None),
        "dir": wording.direction,
        "fonts": [face.family for face in faces],
        **LINES.get(faces[0], LATIN_LINES),
    }


#: From where to where a line reaches, and the white between two lines as a part of the type size. Latin lines are
#: measured from capitals to the line they stand on; scripts with marks above and below need their whole height.
LATIN_LINES = {"top": 0.727, "bottom": 0.0, "leading": 0.56}
LINES = {
    fonts.ARABIC: {"top": 0.85, "bottom": -0.3, "leading": 0.24},
    fonts.DEVANAGARI: {"top": 0.85, "bottom": -0.25, "leading": 0.28},
    fonts.HAN: {"top": 0.88, "bottom": 0.0, "leading": 0.62},
}


def sizes(wording: Wording, *, band: float, text: float) -> dict[str, float]:
    """Least type sizes in points for letters *band* and *text* millimetres tall."""
    ratio = fonts.height_ratio(fonts.chain(wording.language)[0])
    least = legibility.SMALL_PRINT * fonts.height_ratio(fonts.LATIN) / ratio
    return {
        "band": max(legibility.type_size(band, ratio), BODY),
        "text": max(legibility.type_size(text, ratio), BODY),
        "small": round(max(least, legibility.SMALL_PRINT), 2),
    }


def printed(url: str) -> str:
    """An address as people type it: without the scheme and the last slash."""
    return url.removeprefix("https://").removeprefix("http://").rstrip("/")
