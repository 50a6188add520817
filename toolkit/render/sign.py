"""Signs: one sheet with a band, purpose and facts, and whom to ask beside a code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from toolkit import fonts, legibility
from toolkit.model.sign import Sign
from toolkit.render import paper
from toolkit.render.artefact import Artefact
from toolkit.translations import Said
from toolkit.typeset import Fit, Typesetter
from toolkit.view.place import Ask, PlaceView, Wording

TEMPLATE = "sign.typ"
#: A space inside a number of several groups.
BETWEEN_DIGITS = re.compile(r"(?<=\d) (?=\d)")


def write(view: PlaceView, sign: Sign, languages: tuple[str, ...], setter: Typesetter) -> Iterator[Artefact]:
    """The PDF and the picture of one version of a sign that fits, in the largest type for which there is room."""
    data, fit = fitted(view, sign, languages, setter, grow=True)
    data["steps"] = fit.steps
    name = f"notices/{view.id}/sign-{sign.id}.{'+'.join(languages)}"
    yield Artefact(f"{name}.pdf", setter.pdf(TEMPLATE, data))
    yield Artefact(f"{name}.png", setter.png(TEMPLATE, data))


def picture(view: PlaceView, sign: Sign, languages: tuple[str, ...], setter: Typesetter, ppi: float) -> bytes:
    """The same as a picture of *ppi* pixels per inch."""
    data, fit = fitted(view, sign, languages, setter, grow=True)
    data["steps"] = fit.steps
    return setter.png(TEMPLATE, data, ppi)


def fitted(
    view: PlaceView, sign: Sign, languages: tuple[str, ...], setter: Typesetter, *, grow: bool = False
) -> tuple[dict[str, Any], Fit]:
    """What stands on the sheet, and how it fits: on a wide sheet with whom to ask at the side, else at the foot.

    With *grow* also how much larger the type may be, which takes twice the time.
    """
    data = sheet(view, sign, languages)
    fit = setter.fit(TEMPLATE, data, grow=grow)
    if data["panel"] and not fit.good:
        lower = {**data, "panel": False}
        other = setter.fit(TEMPLATE, lower, grow=grow)
        if other.good or other.over < fit.over:
            return lower, other
    return data, fit


def sheet(view: PlaceView, sign: Sign, languages: tuple[str, ...]) -> dict[str, Any]:
    """Everything the template places."""
    width, height = paper.size_of(sign.format, sign.orientation)
    shades = paper.colours(view)
    first = view.wording(languages[0])
    url = view.url(sign)
    headline = first.text(f"signs.{sign.id}.headline", sign.headline).text
    return {
        "title": f"{headline} - {view.deployment.controller.name}",
        "author": view.deployment.controller.name,
        "keywords": [view.label(sign)],
        "lang": paper.voice(first)["lang"],
        "dir": first.direction,
        "latin": [fonts.LATIN.family],
        "page": {"width": width, "height": height, "bleed": sign.bleed, "tent": sign.tent},
        "panel": sign.orientation == "landscape",
        "colours": shades,
        "icon": paper.icon(sign.pictogram, shades["on_accent"]),
        "voices": [_voice(view, sign, view.wording(language), shades["link"]) for language in languages],
        "code": _code(url, sign, first) if url else None,
        "address": paper.printed(url) or None,
        "small": _small(view, sign),
    }


def _code(url: str, sign: Sign, wording: Wording) -> dict[str, Any]:
    alt = wording.say("sign.code-alt", address=paper.printed(url))
    return {**paper.code(url, sign.scan_distance), "alt": alt}


def _voice(view: PlaceView, sign: Sign, wording: Wording, colour: str) -> dict[str, Any]:
    start = f"signs.{sign.id}"
    band = legibility.letter_height(sign.profile, sign.approach_distance, sign.baseline_metres)
    text = legibility.letter_height("din-4844-1", sign.reading_distance)
    return {
        **paper.voice(wording),
        "sizes": paper.sizes(wording, band=band, text=text),
        "headline": _shown(wording.text(f"{start}.headline", sign.headline)),
        "lead": _shown(wording.text(f"{start}.lead", sign.lead)),
        "facts": [
            {"icon": paper.icon(fact.pictogram, colour), "title": _shown(fact.title), "text": _shown(fact.text)}
            for fact in wording.of_sign(sign)
        ],
        "responsible": wording.responsible,
        "ask": _ask(wording),
        "listen": _listen(sign, wording),
        "full": wording.say("sign.full-notice") if view.base else None,
        "status": _joined([wording.status, _translation(wording)]) or None,
    }


def _shown(said: Said) -> str:
    """A sentence as it is set: no number breaks over two lines, and a language that it falls back to keeps its own
    direction.
    """
    text = BETWEEN_DIGITS.sub("\N{NO-BREAK SPACE}", said.text)
    fallen = said.state in {"stale", "missing"}
    return f"\N{FIRST STRONG ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}" if fallen else text


def _ask(wording: Wording) -> list[str]:
    """One line a way to ask, at most three: a person, a number, an address."""
    wanted = ("person", "telephone", "email")
    ways: dict[str, Ask] = {ask.kind: ask for ask in wording.contacts}
    return [_line(ways[kind]) for kind in wanted if kind in ways]


def _line(ask: Ask) -> str:
    value = _shown(ask.value)
    return value if ask.kind == "person" else f"{ask.label} {value}"


def _listen(sign: Sign, wording: Wording) -> str | None:
    """How the sign reaches somebody who cannot see it."""
    form = sign.accessible_form
    if form is None:
        return None
    start = f"signs.{sign.id}.accessible_form"
    parts = [_shown(wording.text(f"{start}.said_by", form.said_by))]
    if form.call:
        number = BETWEEN_DIGITS.sub("\N{NO-BREAK SPACE}", form.call)
        parts.append(wording.say("sign.hear", number=wording.words.ltr(number)))
    return _joined(parts)


def _joined(sentences: list[str]) -> str:
    """Sentences in a row; a Chinese full stop brings its own white."""
    text = ""
    for sentence in filter(None, sentences):
        text += sentence if not text or text.endswith("。") else f" {sentence}"
    return text


def _translation(wording: Wording) -> str:
    return wording.say("translation.unreviewed") if wording.unreviewed else ""


def _small(view: PlaceView, sign: Sign) -> str:
    day = view.wording("en").words.day(view.deployment.effective) if view.deployment.effective else ""
    return " · ".join(filter(None, (sign.id, day, view.version(sign))))


def texts(view: PlaceView, sign: Sign, language: str) -> list[str]:
    """Every text that stands on *sign* in *language*."""
    voice = _voice(view, sign, view.wording(language), "")
    facts = [text for fact in voice["facts"] for text in (fact["title"], fact["text"])]
    single = (voice[name] for name in ("headline", "lead", "responsible", "listen", "full", "status"))
    return [*facts, *voice["ask"], paper.printed(view.url(sign)), *(text for text in single if text)]


def modules(view: PlaceView, sign: Sign) -> int:
    """The number of dots along one side of the sign's code; 0 where it has none."""
    url = view.url(sign)
    return int(paper.code(url, sign.scan_distance)["modules"]) if url else 0
