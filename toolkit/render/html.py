"""What pages that stand alone share: sentences in their own language, pictograms, colours, the other languages."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any, NamedTuple

from markupsafe import Markup

from toolkit import palette
from toolkit.paths import pictogram_file
from toolkit.render.environment import escape, marked
from toolkit.translations import Said
from toolkit.view import notice
from toolkit.view.place import PlaceView, Wording
from toolkit.words import words

#: A space between two groups of digits, such as those of a telephone number: no line ends there.
PARTED = re.compile(r"(?<=\d) (?=\d)")
NAMED = ("INK", "PAPER", "TINT", "NIGHT", "NIGHT_TINT", "MOON")


class Language(NamedTuple):
    """A language of the place: its tag, its own name, its direction, and where the notice in it lies."""

    tag: str
    name: str
    direction: str
    href: str


def said(language: str) -> Callable[[Said], Markup]:
    """A function that gives a sentence as HTML for a page in *language*; one in another language says which."""

    def show(text: Said) -> Markup:
        safe = escape(PARTED.sub("\N{NO-BREAK SPACE}", text.text))
        if text.language == language:
            return safe
        tag, direction = escape(text.language), words(text.language).direction
        return marked(f'<span lang="{tag}" dir="{direction}" class="fallback">{safe}</span>')

    return show


@lru_cache(maxsize=512)
def icon(name: str) -> Markup:
    """A pictogram as SVG that is not read out, for words stand beside it; empty where there is none of that name."""
    try:
        svg = pictogram_file(name).read_text("utf-8")
    except OSError:
        svg = ""
    return marked(svg.replace("<svg ", '<svg class="icon" aria-hidden="true" ', 1))


@lru_cache(maxsize=8)
def colours(accent: str) -> dict[str, Markup]:
    """Colours by day and by night around *accent*, for a stylesheet: each is #RRGGBB, validated or computed."""
    known = palette.palette(accent)._asdict() | {name: getattr(palette, name) for name in NAMED}
    return {name: marked(colour) for name, colour in known.items()}


def home(view: PlaceView, up: str, language: str) -> str:
    """Where the full notice in *language* lies, seen from a page from which *up* leads to the root of `docs/`."""
    return f"{up}notices/{view.id}/{language}/"


def address(view: PlaceView, language: str) -> str:
    """The address of the full notice in *language*; empty where the place has none."""
    return home(view, f"{view.base}/", language) if view.base else ""


def context(wording: Wording, up: str, below: str = "") -> dict[str, Any]:
    """What every page places: its language, the other languages, band, state, and how sentences are shown.

    *up* leads from the page to the root of `docs/`; *below* from a language's notice to the same page in it.
    """
    view = wording.view
    return {
        "language": wording.language,
        "direction": wording.direction,
        "languages": [_language(tag, f"{home(view, up, tag)}{below}") for tag in view.languages],
        "say": wording.say,
        "said": said(wording.language),
        "icon": icon,
        "name": wording.text("name", view.deployment.name),
        "headline": notice.headline(wording),
        "pictogram": notice.pictogram(view),
        "status": wording.status,
        "unreviewed": wording.unreviewed,
        "fallbacks": _fallbacks(wording),
        **colours(view.house.organisation.look.accent),
    }


def _language(tag: str, href: str) -> Language:
    known = words(tag)
    return Language(tag, known.own_name, known.direction, href)


def _fallbacks(wording: Wording) -> str:
    """How many sentences stand in the source's language; empty where all are translated."""
    count = notice.fallbacks(wording)
    source = words(wording.view.house.organisation.language).own_name
    return wording.words.count("translation.fallbacks", count, language=source) if count else ""
