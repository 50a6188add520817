"""Which typeface carries which language, where its files are, which letters it holds and how tall these are."""

from __future__ import annotations

import io
import os
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont, TTLibError

from toolkit.errors import ProjectError

#: Folders that hold typefaces on the systems we know, the reader's own last.
FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "/Library/Fonts", "~/.local/share/fonts", "~/Library/Fonts")


class Face(NamedTuple):
    """A typeface: its name, its files (regular weight first), the Debian package, and the letter it is measured by."""

    family: str
    files: tuple[str, ...]
    package: str
    measure: str
    number: int = 0
    """Which of the typefaces in a collection (.ttc)."""


#: A capital has the height that standards ask for. Scripts without capitals are measured by a mark or letter of full
#: height, which is our own choice, for no standard we read names one: by the dot above Devanagari letters, these are as
#: tall as the small letters of Latin beside them.
LATIN = Face("Inter", ("Inter-Regular.otf", "Inter-SemiBold.otf", "Inter-Bold.otf"), "fonts-inter", "H")
ARABIC = Face(
    "Noto Sans Arabic",
    ("NotoSansArabic-Regular.ttf", "NotoSansArabic-Bold.ttf"),
    "fonts-noto-core",
    "\N{ARABIC LETTER ALEF}",
)
DEVANAGARI = Face(
    "Noto Sans Devanagari",
    ("NotoSansDevanagari-Regular.ttf", "NotoSansDevanagari-Bold.ttf"),
    "fonts-noto-core",
    "\N{DEVANAGARI SIGN ANUSVARA}",
)
HAN = Face("Noto Sans CJK SC", ("NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc"), "fonts-noto-cjk", "国", 2)
FACES = (LATIN, ARABIC, DEVANAGARI, HAN)
#: The script of each language with a typeface here; all others that are written in Latin letters need no entry.
SCRIPTS = {
    "ar": ARABIC,
    "fa": ARABIC,
    "ur": ARABIC,
    "hi": DEVANAGARI,
    "mr": DEVANAGARI,
    "ne": DEVANAGARI,
    "zh-Hans": HAN,
}


def face(language: str) -> Face | None:
    """The typeface of a language (BCP 47); None where there is none for its script."""
    if language in SCRIPTS:
        return SCRIPTS[language]
    from babel.core import get_global

    table, tag = get_global("likely_subtags"), language.replace("-", "_")
    likely = table.get(tag) or table.get(tag.partition("_")[0], "")
    return LATIN if "Latn" in likely or "-Latn" in language else None


def chain(language: str) -> tuple[Face, ...]:
    """The typefaces of a text in *language*, the first choice first: its own, then Latin for names and addresses."""
    return tuple(dict.fromkeys((face(language) or LATIN, LATIN)))


@lru_cache(maxsize=1)
def _installed() -> dict[str, Path]:
    """Every font file that could be used here, by name."""
    wanted = {name for known in FACES for name in known.files}
    found: dict[str, Path] = {}
    for folder in FOLDERS:
        for where, _, names in os.walk(Path(folder).expanduser()):
            found.update({name: Path(where, name) for name in wanted.intersection(names)})
    return found


def paths(faces: Iterable[Face]) -> list[Path]:
    """The font files of *faces* that are installed."""
    return [_installed()[name] for known in faces for name in known.files if name in _installed()]


def absent(language: str) -> Face | None:
    """The first typeface that *language* needs and that is not installed whole; None where all are there."""
    return next((known for known in chain(language) if not _installed().keys() >= set(known.files)), None)


@lru_cache(maxsize=len(FACES))
def _font(known: Face) -> TTFont:
    path = _installed()[known.files[0]]
    try:
        return TTFont(io.BytesIO(path.read_bytes()), fontNumber=known.number, lazy=True)
    except (OSError, TTLibError) as error:
        raise ProjectError(f"the typeface {path} cannot be read", f"apt reinstall {known.package}") from error


@lru_cache(maxsize=len(FACES))
def _letters(known: Face) -> frozenset[int]:
    return frozenset(_font(known).getBestCmap())


@lru_cache(maxsize=len(FACES))
def height_ratio(known: Face) -> float:
    """How tall the measuring letter is, as a part of the type size: Inter's H is 0.727 of it."""
    font = _font(known)
    glyphs = font.getGlyphSet()
    pen = BoundsPen(glyphs)
    glyphs[font.getBestCmap()[ord(known.measure)]].draw(pen)
    bottom, top = pen.bounds[1], pen.bounds[3]
    return float((top - min(0, bottom)) / font["head"].unitsPerEm)


def without_glyph(text: str, faces: Sequence[Face]) -> list[str]:
    """The characters of *text* that none of *faces* holds, each once; what only steers the layout is left out."""
    return [
        letter
        for letter in dict.fromkeys(text)
        if unicodedata.category(letter) not in {"Cf", "Cc", "Zs", "Zl", "Zp"}
        and not any(ord(letter) in _letters(known) for known in faces)
    ]
