"""The paper form for requests: time and place, what one wants, and how to answer if an answer is wanted."""

from __future__ import annotations

from typing import Any

from toolkit.render import handout
from toolkit.render.artefact import Artefact
from toolkit.typeset import Fit, Typesetter
from toolkit.view import notice
from toolkit.view.place import PlaceView, Wording

TEMPLATE = "rights-form.typ"
#: Ways to answer, as far as the place has them itself.
WAYS = ("person", "telephone", "email", "post")
#: The fixed phrases on the sheet.
WORDS = (
    "form.little",
    "request.time",
    "form.day",
    "form.time",
    "request.place",
    "request.want",
    "form.words",
    "request.answer",
    "request.answer-hint",
    "form.reach",
    "form.hand-in",
    "contact.authority",
)


def write(view: PlaceView, language: str, setter: Typesetter) -> list[Artefact]:
    """The form in *language*; nothing where the place names no right."""
    data = content(view, language)
    name = f"notices/{view.id}/rights-form.{language}.pdf"
    return [Artefact(name, setter.pdf(TEMPLATE, data))] if data else []


def fit(view: PlaceView, language: str, setter: Typesetter) -> Fit | None:
    """Which words are wider than their column; None where there is no form."""
    data = content(view, language)
    return setter.fit(TEMPLATE, data) if data else None


def content(view: PlaceView, language: str) -> dict[str, Any]:
    """Everything the template places; empty where the place names no right."""
    wording = view.wording(language)
    rights = [words for _, words in notice.rights(wording)]
    if not rights:
        return {}
    told = {
        "rights": rights,
        "ways": _ways(wording),
        "contacts": handout.contacts(wording),
        "authority": handout.parts(wording, notice.authority(wording)),
        "words": {key: wording.say(key) for key in WORDS},
    }
    return {**handout.sheet(view, (language,), wording.say("request.title")), "size": 10.5, **told}


def _ways(wording: Wording) -> list[str]:
    known = {contact.kind for contact in wording.view.deployment.controller.contacts}
    return [wording.say(f"form.answer.{way}") for way in WAYS if way in known]
