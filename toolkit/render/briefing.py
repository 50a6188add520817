"""The briefing card: what people ask at the desk and what to answer, in the desk's language and the visitor's."""

from __future__ import annotations

from typing import Any

from toolkit.render import handout
from toolkit.render.artefact import Artefact
from toolkit.translations import Said
from toolkit.typeset import Fit, Typesetter
from toolkit.view import notice
from toolkit.view.place import PlaceView, Wording

TEMPLATE = "briefing-card.typ"


def write(view: PlaceView, language: str, setter: Typesetter) -> list[Artefact]:
    """The card in the desk's language, the first of the place, and in *language* where that is another."""
    name = f"notices/{view.id}/briefing-card.{'+'.join(_languages(view, language))}.pdf"
    return [Artefact(name, setter.pdf(TEMPLATE, content(view, language)))]


def fit(view: PlaceView, language: str, setter: Typesetter) -> Fit:
    """Which words are wider than their column."""
    return setter.fit(TEMPLATE, content(view, language))


def content(view: PlaceView, language: str) -> dict[str, Any]:
    """Everything the template places."""
    languages = _languages(view, language)
    desk = view.wording(languages[0])
    wordings = [view.wording(each) for each in languages]
    told = {
        "columns": list(languages),
        "heads": _heads(wordings),
        "rows": [list(row) for row in zip(*(_rows(wording) for wording in wordings), strict=True)],
        "objects": {
            "title": desk.say("card.objects"),
            "offer": desk.say("card.offer"),
            "choices": [handout.block(desk, block) for block in notice.choices(desk)],
            "stop": [handout.line(desk, each) for each in _stops(desk)],
        },
        "unknown": desk.say("card.unknown"),
        "contacts": handout.contacts(desk),
    }
    return {**handout.sheet(view, languages, desk.say("card.title"), "landscape"), "size": 10.5, **told}


def _languages(view: PlaceView, language: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((view.languages[0], language)))


def _heads(wordings: list[Wording]) -> list[str]:
    """A card in one language has a column for questions and one for answers; in two, a column for each language."""
    if len(wordings) == 1:
        return [wordings[0].say("card.question"), wordings[0].say("card.answer")]
    return [wording.words.own_name for wording in wordings]


def _rows(wording: Wording) -> list[dict[str, Any]]:
    """What people ask, then the disclosure items that the place answers."""
    asked = [(block.title, block.lines[0].text) for block in notice.questions(wording)]
    items = [(_question(wording, block), block.lines[0].text) for block in notice.items(wording)]
    return [
        {"question": handout.part(wording, question), "answer": handout.part(wording, answer)}
        for question, answer in (*asked, *items)
    ]


def _question(wording: Wording, block: notice.Block) -> Said:
    return notice.fixed(wording, f"item.{block.path.removeprefix('items.')}.question")


def _stops(wording: Wording) -> list[notice.Line]:
    """How a person steps in, and how a mistake is put right."""
    oversight = wording.view.deployment.oversight
    told = {name: getattr(oversight, name) for name in ("intervention", "correction_path")}
    return [
        notice.Line(wording.say(f"oversight.{name}"), wording.text(f"oversight.{name}", text))
        for name, text in told.items()
        if text
    ]
