"""A script to read aloud in less than a minute, for people who cannot read the sign."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from toolkit.model.sign import Sign
from toolkit.render import plain
from toolkit.render.artefact import Artefact
from toolkit.view import notice
from toolkit.view.place import PlaceView, Wording

#: What may take no longer.
LIMIT = 60
#: Characters read aloud in a minute (Trauzettel-Klosinski and Dietz 2012, 17 languages: 68 milliseconds a character in
#: most; Arabic, Chinese and Japanese apart). Hindi was not among them: it gets the slowest alphabet that was.
READ = {"ar": 612, "hi": 612, "ja": 357, "zh": 255}
READ_ELSEWHERE = 882
#: Our own choices: a listener who hears it once needs a third more time, and a digit by itself takes half a second.
PACE = 2 / 3
DIGIT = 0.5


def write(view: PlaceView) -> Iterator[Artefact]:
    """`spoken.<language>.txt` for each language of the place."""
    for language in view.languages:
        wording = view.wording(language)
        lines = script(wording)
        yield Artefact(f"notices/{view.id}/spoken.{language}.txt", plain.text([*_head(wording, lines), *lines]))


def _head(wording: Wording, lines: list[str]) -> list[str]:
    """For the person who reads it out."""
    taken = wording.words.number(round(seconds(lines, wording.language)))
    head = [wording.say("spoken.head", seconds=taken)]
    return [*head, *([wording.say("translation.unreviewed")] if wording.unreviewed else []), ""]


def script(wording: Wording) -> list[str]:
    """What is read out, a sentence a line: of the first sign's statements as many as a minute holds, and always what
    one may choose.
    """
    sign = next(iter(wording.view.deployment.signs), None)
    start, end = list(_start(wording, sign)), list(_end(wording, sign))
    told = list(notice.brief(wording))
    while True:
        facts = [plain.fact(wording, fact) for fact in told]
        left = [fact for fact in told if fact.item != "choice"]
        if not left or seconds([*start, *facts, *end], wording.language) < LIMIT:
            return [*start, *facts, *end]
        told.remove(left[-1])


def _start(wording: Wording, sign: Sign | None) -> Iterator[str]:
    if wording.status:
        yield wording.status
    yield plain.said(wording, notice.headline(wording, sign))
    yield plain.said(wording, notice.lead(wording, sign))


def _end(wording: Wording, sign: Sign | None) -> Iterator[str]:
    """Who answers, and how to reach them by voice and by ear."""
    ways = {ask.kind: ask for ask in wording.contacts}
    yield wording.responsible
    if "person" in ways:
        yield plain.said(wording, ways["person"].value)
    number = next((each.value for each in wording.view.deployment.controller.contacts if each.kind == "telephone"), "")
    if number:
        yield wording.say("spoken.number", digits=plain.digits(number))
    if sign and (url := wording.view.url(sign)):
        yield wording.say("spoken.address", spelled=plain.spelled(wording, url.partition("://")[2]))


def seconds(lines: list[str], language: str) -> float:
    """How long it takes to read *lines* aloud, slowly enough for somebody who hears them once."""
    letters = [character for line in lines for character in line if unicodedata.category(character)[0] in "LM"]
    digits = sum(character.isdecimal() for line in lines for character in line)
    latin = sum(unicodedata.name(letter, "").startswith("LATIN") for letter in letters)
    own = READ.get(language.partition("-")[0], READ_ELSEWHERE)
    minutes = latin / READ_ELSEWHERE + (len(letters) - latin) / own
    return minutes * 60 / PACE + digits * DIGIT
