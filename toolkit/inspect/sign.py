"""Whether a sheet holds its texts at their least sizes; if not, by how much, which text, and which format would."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from toolkit import fonts
from toolkit.finding import Finding
from toolkit.legibility import MODULE_LEAST
from toolkit.model.sign import Sign
from toolkit.typeset import Fit
from toolkit.view.place import PlaceView

#: The parts of a sign in the words of the person who wrote it, and where each is written.
PARTS = {"band": ("the band", "headline"), "main": ("purpose and facts", "statements"), "foot": ("the foot", "place")}
#: A QR code of this many modules along a side is hard to scan from paper (version 6).
MODULES_MOST = 41
#: The part of a sheet's width that a code may take where something does not fit.
BROADEST = 0.6
#: So many letters of a word are enough to know it by.
LONGEST = 100
STEERING = re.compile("[\u2066-\u2069]")


def fits(view: PlaceView, sign: Sign, languages: Sequence[str], fit: Fit, others: Sequence[str]) -> Iterator[Finding]:
    """What does not fit on *sign* in *languages*; *others* are the formats that would hold it."""
    where = f"sign `{sign.id}` in {'+'.join(languages)}"
    help = f"{' or '.join(others)} would hold it; " if others else ""
    if fit.over:
        part = max(PARTS, key=lambda name: fit.parts[name])
        name, key = PARTS[part]
        message = f"{where} does not fit {sign.format}: {fit.over:.0f} mm too tall at the least sizes of type"
        message += f"; most of it is {name} ({fit.parts[part]:.0f} mm)"
        yield _error(view, (sign, key), "sign-fit", message, f"{help}or shorten {name}, or let people come closer")
    for word in fit.wide[:3]:
        message = (
            f"in {where} {named(word['text'])!r} is {word['by']:.0f} mm wider than its column and cannot be parted"
        )
        yield _error(view, (sign, "headline"), "sign-fit", message, f"{help}or write it in shorter words")


def named(word: str) -> str:
    """A word as a finding names it: its beginning, without the marks around a sentence in another language."""
    plain = STEERING.sub("", word).replace("\N{NO-BREAK SPACE}", " ")
    return plain if len(plain) <= LONGEST else f"{plain[:LONGEST]}..."


def broad_code(view: PlaceView, sign: Sign, code: float, width: float) -> Iterator[Finding]:
    """Whether the code of *sign*, *code* millimetres wide with its white, takes so much of a sheet *width* millimetres
    wide that nothing can stand beside it.
    """
    if code > BROADEST * width:
        message = f"sign `{sign.id}`: a code to be scanned from {sign.scan_distance} m is {code:.0f} mm wide"
        message += f", and the sheet {width:.0f} mm"
        advice = "let people come closer to scan it, or take a larger format"
        yield _error(view, (sign, "scan_distance"), "sign-fit", message, advice)


def codes(view: PlaceView, sign: Sign, modules: int) -> Iterator[Finding]:
    """Whether the address of a sign is short enough for a code that phones can read."""
    if modules > MODULES_MOST:
        url = view.url(sign)
        message = f"the address of sign `{sign.id}` is {len(url)} letters long; its code has {modules} dots a side"
        advice = f"publish under a shorter address; a phone needs dots of {MODULE_LEAST} mm, and people type it too"
        yield _error(view, (sign, "id"), "sign-scan", message, advice)


def typefaces(view: PlaceView, sign: Sign, language: str) -> Iterator[Finding]:
    """Why nothing can be set in *language*: there is no typeface for it, or it is not installed."""
    missing = fonts.absent(language)
    if fonts.face(language) is None:
        message = f"there is no typeface here for the language {language!r}"
        advice = "leave the language out of `versions`, or ask for its typeface to be added"
        yield _error(view, (sign, "versions"), "sign-letters", message, advice)
    elif missing is not None:
        message = f"the typeface {missing.family} for {language!r} is not installed"
        advice = f"apt install {missing.package}, or `make system`"
        yield _error(view, (sign, "versions"), "sign-letters", message, advice)


def letters(view: PlaceView, sign: Sign, language: str, texts: Sequence[str]) -> Iterator[Finding]:
    """What the typefaces of *language* cannot show of *texts*: a box would be printed in its place."""
    faces = fonts.chain(language)
    unknown = fonts.without_glyph("".join(texts), faces)
    if unknown:
        shown = ", ".join(f"{letter} (U+{ord(letter):04X})" for letter in unknown[:5])
        names = " and ".join(face.family for face in faces)
        message = f"sign `{sign.id}` in {language}: {names} cannot show {shown}"
        yield _error(view, (sign, "headline"), "sign-letters", message, "write it with other letters")


def _error(view: PlaceView, where: tuple[Sign, str], rule: str, message: str, help: str) -> Finding:
    sign, key = where
    index = [each.id for each in view.deployment.signs].index(sign.id)
    place = view.document.place(("signs", index, key if getattr(sign, key, None) else "id"))
    return Finding(place, rule, "error", message, help)
