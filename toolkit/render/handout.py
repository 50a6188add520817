"""What leaflets, slips, cards and forms share: the paper, the languages on it, sentences each in their own language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from toolkit import fonts
from toolkit.model.posted import short
from toolkit.render import paper
from toolkit.translations import Said
from toolkit.view.notice import Block, Line, fixed
from toolkit.view.place import Fact, PlaceView, Wording
from toolkit.words import words

#: What keeps a sentence in another language in one piece, whichever way that language runs (Unicode UAX 9).
ISOLATE, END = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
#: Formats of countries where A4 is not to be had.
AMERICAN = {"letter", "tabloid"}
#: Running text that is read in the hand, and the large print of leaflets, in points.
TEXT, LARGE = 12.0, 18.0


def sheet(view: PlaceView, languages: Sequence[str], title: str, orientation: str = "portrait") -> dict[str, Any]:
    """What every handout starts from: paper, colours, languages, who answers, state and version of the notice.

    The paper is A4, and letter where a sign of the place is made for it. The first of *languages* is the page's own.
    """
    first = view.wording(languages[0])
    american = any(sign.format in AMERICAN for sign in view.deployment.signs)
    width, height = paper.size_of("letter" if american else "A4", orientation)
    return {
        "title": f"{title} - {view.deployment.controller.name}",
        "author": view.deployment.controller.name,
        "keywords": [version(view)],
        "lang": paper.voice(first)["lang"],
        "dir": first.direction,
        "latin": [fonts.LATIN.family],
        "page": {"width": width, "height": height, "bleed": 0, "tent": False},
        "colours": paper.colours(view),
        "size": TEXT,
        "language": first.language,
        "languages": _languages(view, languages),
        "heading": title,
        "place": part(first, first.text("place.name", view.deployment.place.name)),
        "responsible": first.responsible,
        "full": first.say("sign.full-notice"),
        "address": address(view) or None,
        "state": state(first) or None,
        "version": version(view),
        "folio": first.say("leaflet.page", page="{page}", pages="{pages}"),
    }


def _languages(view: PlaceView, languages: Sequence[str]) -> dict[str, Any]:
    """How each language that can stand on the sheet is set; the source's own stands in for what is not translated."""
    source = view.house.organisation.language
    return {language: paper.voice(view.wording(language)) for language in dict.fromkeys((*languages, source))}


def version(view: PlaceView) -> str:
    """Which version of the notice this is: the id of the place, and the first digits of the hash over all it says."""
    return f"{view.id}-{short(view.hash)}"


def address(view: PlaceView) -> str:
    """The shortest address behind which the full notice stands, as people type it; empty where the place has none."""
    first = next(iter(view.deployment.signs), None)
    return paper.printed(view.url(first) if first else view.base)


def state(wording: Wording) -> str:
    """What a reader must know of the state of this notice and of its translation; empty where there is nothing."""
    doubt = wording.say("translation.unreviewed") if wording.unreviewed else ""
    return " ".join(filter(None, (wording.status, doubt)))


def part(wording: Wording, said: Said) -> dict[str, str]:
    """A sentence with its language, as it stands on a sheet in the language of *wording*."""
    foreign = said.language != wording.language
    return {"text": f"{ISOLATE}{said.text}{END}" if foreign else said.text, "language": said.language}


def parts(wording: Wording, told: Iterable[Said]) -> list[dict[str, str]]:
    """The same of several."""
    return [part(wording, said) for said in told]


def own(wording: Wording, key: str, **values: str) -> dict[str, str]:
    """A fixed phrase where a sentence of the metadata could stand."""
    return part(wording, fixed(wording, key, **values))


def line(wording: Wording, told: Line) -> dict[str, Any]:
    """A sentence and the words before it."""
    return {"label": told.label, "text": part(wording, told.text)}


def block(wording: Wording, told: Block) -> dict[str, Any]:
    """A heading with its sentences; those without a label come first and run on."""
    lines = sorted(told.lines, key=lambda each: bool(each.label))
    return {"title": part(wording, told.title), "lines": [line(wording, each) for each in lines]}


def fact(wording: Wording, told: Fact, colour: str) -> dict[str, Any]:
    """A short statement behind its pictogram."""
    return {
        "icon": paper.icon(told.pictogram, colour),
        "title": part(wording, told.title),
        "text": part(wording, told.text),
    }


def listed(told: Iterable[Said]) -> Iterator[Said]:
    """Names in a row, `a, b and c`; one row for each language that they stand in."""
    for language, group in groupby(told, key=lambda said: said.language):
        same = list(group)
        row = words(language).listing([said.text for said in same])
        yield Said(f"{row[:1].upper()}{row[1:]}", language, same[0].state)


def contacts(wording: Wording) -> list[dict[str, Any]]:
    """Every way to reach the people responsible; where to find a person is said in whole sentences."""
    found = [
        {"label": "" if ask.kind == "person" else ask.label, "text": part(wording, ask.value)}
        for ask in wording.contacts
    ]
    privacy = wording.maybe("controller.privacy_contact", wording.view.deployment.controller.privacy_contact)
    return [*found, {"label": wording.say("contact.privacy"), "text": part(wording, privacy)}] if privacy else found


def texts(content: Any) -> Iterator[str]:
    """Every text in what a template is given."""
    if isinstance(content, str):
        yield content
    elif isinstance(content, (dict, list)):
        for each in content.values() if isinstance(content, dict) else content:
            yield from texts(each)
