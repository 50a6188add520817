"""The leaflet: the whole notice on paper, for people without a telephone, and again in large print."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from toolkit.render import handout, paper
from toolkit.render.artefact import Artefact
from toolkit.typeset import Fit, Typesetter
from toolkit.view import notice
from toolkit.view.place import PlaceView, Wording

TEMPLATE = "leaflet.typ"


def write(view: PlaceView, language: str, setter: Typesetter) -> list[Artefact]:
    """The leaflet in *language*, in 12 point and in large print."""
    data = content(view, language)
    name = f"notices/{view.id}/leaflet"
    return [
        Artefact(f"{name}.{language}.pdf", setter.pdf(TEMPLATE, data)),
        Artefact(f"{name}-large.{language}.pdf", setter.pdf(TEMPLATE, {**data, "size": handout.LARGE})),
    ]


def fit(view: PlaceView, language: str, setter: Typesetter) -> Fit:
    """Which words are wider than their column. In large print columns are fewer and hold longer words."""
    return setter.fit(TEMPLATE, content(view, language))


def content(view: PlaceView, language: str) -> dict[str, Any]:
    """Everything the template places."""
    wording = view.wording(language)
    headline = notice.headline(wording)
    shades = paper.colours(view)
    told = {
        "icon": paper.icon(notice.pictogram(view), shades["on_accent"]),
        "headline": handout.part(wording, headline),
        "purpose": handout.part(wording, wording.text("purpose", view.deployment.purpose)),
        "benefits": _texts(wording, "benefits"),
        "facts": [handout.fact(wording, fact, shades["link"]) for fact in notice.first_screen(wording)],
        "not_collected": _texts(wording, "not_collected"),
        "risks": _texts(wording, "risks"),
        "kept": [_row(wording, row) for row in notice.kept(wording)],
        "oversight": [handout.line(wording, each) for each in notice.oversight(wording)],
        "choices": _blocks(wording, notice.choices(wording)),
        "rights": [words for _, words in notice.rights(wording)],
        "authority": handout.parts(wording, notice.authority(wording)),
        "contacts": handout.contacts(wording),
        "feedback": _blocks(wording, notice.feedback(wording)),
        "listen": _listen(wording),
        "words": {key: wording.say(key) for key in WORDS},
    }
    return {**handout.sheet(view, (language,), headline.text), **told}


#: The fixed phrases on the sheet.
WORDS = (
    "item.benefits.name",
    "item.not_collected.name",
    "item.risk.name",
    "item.oversight.name",
    "item.choice.name",
    "item.contact.name",
    "leaflet.short",
    "notice.kept",
    "notice.rights",
    "notice.feedback",
    "leaflet.listen",
    "kept.what",
    "kept.how-long",
    "kept.starts",
    "kept.seen-by",
    "contact.authority",
)


def _texts(wording: Wording, path: str) -> list[dict[str, str]]:
    return handout.parts(wording, notice.texts(wording, path))


def _blocks(wording: Wording, blocks: Sequence[notice.Block]) -> list[dict[str, Any]]:
    return [handout.block(wording, block) for block in blocks]


def _row(wording: Wording, row: notice.KeptRow) -> dict[str, Any]:
    return {
        "name": handout.part(wording, row.name),
        "purpose": handout.part(wording, row.purpose),
        "time": handout.part(wording, row.retention),
        "starts": handout.parts(wording, filter(None, [row.starts])),
        "condition": handout.parts(wording, filter(None, [row.condition])),
        "seen": handout.parts(wording, handout.listed(row.seen_by)),
        "others": [handout.line(wording, each) for each in row.others],
    }


def _listen(wording: Wording) -> list[dict[str, str]]:
    """How the notice reaches somebody who cannot see it, as each sign says it, the same words once."""
    told = [said for sign in wording.view.deployment.signs for said in notice.listen(wording, sign)]
    return handout.parts(wording, dict.fromkeys(told))
