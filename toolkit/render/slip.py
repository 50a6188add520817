"""The slip for the anonymous box: what went wrong, in one's own words and without a name."""

from __future__ import annotations

from typing import Any

from toolkit.model.place import FeedbackChannel
from toolkit.render import handout, paper
from toolkit.render.artefact import Artefact
from toolkit.typeset import Fit, Typesetter
from toolkit.view.place import PlaceView, Wording

TEMPLATE = "feedback-slip.typ"
REASONS = ("inaccurate", "unfair", "harmful", "notice", "other")
#: The fixed phrases on the sheet.
WORDS = (
    "slip.name",
    "slip.reasons",
    "slip.happened",
    "slip.when",
    "slip.wish",
    "slip.answer",
    "slip.box",
)


def write(view: PlaceView, language: str, setter: Typesetter) -> list[Artefact]:
    """Two slips on one sheet; nothing where the place has no box for them."""
    data = content(view, language)
    name = f"notices/{view.id}/feedback-slip.{language}.pdf"
    return [Artefact(name, setter.pdf(TEMPLATE, data))] if data else []


def fit(view: PlaceView, language: str, setter: Typesetter) -> Fit | None:
    """Which words are wider than their column; None where there is no slip."""
    data = content(view, language)
    return setter.fit(TEMPLATE, data) if data else None


def content(view: PlaceView, language: str) -> dict[str, Any]:
    """Everything the template places; empty where the place has no box."""
    wording = view.wording(language)
    box = next((channel for channel in view.deployment.feedback if channel.kind == "anonymous_box"), None)
    if box is None:
        return {}
    title = wording.say("slip.title")
    sheet = handout.sheet(view, (language,), title)
    told = {
        "scissors": paper.icon("content-cut", sheet["colours"]["quiet"]),
        "reasons": [wording.say(f"slip.reason.{reason}") for reason in REASONS],
        "box": _box(wording, box),
        "words": {key: wording.say(key) for key in WORDS},
    }
    return {**sheet, "size": 10.5, **told}


def _box(wording: Wording, box: FeedbackChannel) -> dict[str, Any]:
    return {
        "how": handout.part(wording, wording.text(f"feedback.{box.id}.how", box.how)),
        "read": wording.words.count("slip.read", box.response_days),
        "owner": {
            "label": wording.say("feedback.owner"),
            "text": handout.part(wording, wording.text(f"feedback.{box.id}.owner", box.owner)),
        },
    }
