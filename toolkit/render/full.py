"""The full notice of a place, one page a language, each standing alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from toolkit.model.posted import short
from toolkit.model.sign import Sign
from toolkit.render import html
from toolkit.render.artefact import Artefact
from toolkit.render.environment import Templates
from toolkit.view import notice, understood
from toolkit.view.backing import backed, backing, shared
from toolkit.view.place import PlaceView, Wording


class Link(NamedTuple):
    """Words and where they lead."""

    name: str
    href: str


def write(view: PlaceView, templates: Templates) -> Iterator[Artefact]:
    """`notices/<id>/<language>/index.html` for each language of the place."""
    for language in view.languages:
        path = f"notices/{view.id}/{language}/index.html"
        yield Artefact(path, page(view, language, templates, up="../../../"))


def page(view: PlaceView, language: str, templates: Templates, *, up: str, sign: Sign | None = None) -> bytes:
    """The notice in one language. *up* leads from where the page will lie to the root of `docs/`; for the page behind
    the code of *sign*, that sign stands on top.
    """
    wording = view.wording(language)
    sections = _sections(wording, up)
    known: dict[str, Any] = {
        **html.context(wording, up),
        "words": wording.words,
        "headline": notice.headline(wording, sign),
        "pictogram": notice.pictogram(view, sign),
        "sign": sign,
        "place": wording.text("place.name", view.deployment.place.name),
        "versions": _versions(wording, sign, up) if sign else (),
        "lead": notice.lead(wording, sign),
        "purpose": wording.text("purpose", view.deployment.purpose) if view.deployment.signs else None,
        "facts": notice.first_screen(wording),
        "responsible": wording.responsible,
        "contacts": wording.contacts,
        "listen": notice.listen(wording, sign),
        "parts": [part for part, filled in PARTS.items() if any(sections[name] for name in filled)],
        "backing": _backing(wording, sections),
        "small": tuple(_small(wording)),
        **sections,
    }
    return templates.render("notice/full.html.j2", **known)


#: The sections in their order, and what fills each; one that nothing fills is left out.
PARTS: dict[str, tuple[str, ...]] = {
    "items": ("items",),
    "not-recorded": ("not_collected",),
    "good-and-bad": ("benefits", "risks"),
    "kept": ("kept",),
    "cameras": ("cameras",),
    "choices": ("choices", "consent"),
    "rights": ("rights", "authority", "privacy_contact"),
    "oversight": ("oversight",),
    "feedback": ("feedback",),
    "law": ("law",),
    "questions": ("questions",),
    "backing": ("backed",),
    "forms": ("forms",),
}


def _sections(wording: Wording, up: str) -> dict[str, Any]:
    view, language = wording.view, wording.language
    return {
        "items": notice.items(wording),
        "not_collected": notice.texts(wording, "not_collected"),
        "benefits": notice.texts(wording, "benefits"),
        "risks": notice.texts(wording, "risks"),
        "kept": notice.kept(wording),
        "cameras": notice.cameras(wording),
        "choices": notice.choices(wording),
        "consent": notice.consent(wording),
        "rights": notice.rights(wording),
        "request": f"{html.home(view, up, language)}request/",
        "rights_form": f"{up}notices/{view.id}/rights-form.{language}.pdf",
        "authority": notice.authority(wording),
        "privacy_contact": wording.maybe("controller.privacy_contact", view.deployment.controller.privacy_contact),
        "oversight": notice.oversight(wording),
        "feedback": notice.feedback(wording),
        "law": notice.law(wording),
        "questions": notice.questions(wording),
        "backed": (*backed(wording), *understood.lines(wording)),
        "forms": tuple(_forms(wording, up)),
    }


def _backing(wording: Wording, sections: dict[str, Any]) -> dict[str, str]:
    """What backs a whole section alike; empty where its rows differ and each says its own."""
    rows = ("items", "kept", "cameras", "choices", "oversight", "feedback", "law", "questions", "consent")
    lists = {name: backing(wording, name) for name in ("not_collected", "benefits", "risks")}
    told = {f"statements.{id}": backing(wording, f"statements.{id}") for id in wording.facts}
    return {
        **{name: shared(row.backing for row in sections[name]) for name in rows},
        **lists,
        **told,
        "good_and_bad": shared((lists["benefits"], lists["risks"])),
        "facts": shared(told.values()),
    }


def _versions(wording: Wording, sign: Sign, up: str) -> tuple[Link, ...]:
    """What was printed under the code of *sign*, the latest first."""
    code = wording.view.code(sign)
    known = sorted((each for each in wording.view.posted if each.code == code), key=lambda each: each.hung[0].posted_on)
    return tuple(
        Link(f"{wording.words.day(each.hung[0].posted_on)} ({each.version})", f"{up}n/{code}/{short(each.sign_hash)}/")
        for each in reversed(known)
    )


def _forms(wording: Wording, up: str) -> Iterator[Link]:
    """The same notice in other forms."""
    place, language = wording.view.deployment, wording.language
    folder = f"{up}notices/{place.id}"
    yield Link(wording.say("forms.leaflet"), f"{folder}/leaflet.{language}.pdf")
    yield Link(wording.say("forms.large"), f"{folder}/leaflet-large.{language}.pdf")
    yield Link(wording.say("forms.spoken"), f"{folder}/spoken.{language}.txt")
    if any(channel.kind == "anonymous_box" for channel in place.feedback):
        yield Link(wording.say("forms.slip"), f"{folder}/feedback-slip.{language}.pdf")


def _small(wording: Wording) -> Iterator[str]:
    """The small print: since when it holds, when it is looked at again, which version this is."""
    place, say = wording.view.deployment, wording.words
    if place.effective:
        yield wording.say("notice.since", day=say.day(place.effective))
    if place.review_due:
        yield wording.say("notice.review-due", day=say.day(place.review_due))
    yield wording.say("notice.version", version=say.ltr(short(wording.view.hash)))
    if at := html.address(wording.view, wording.language):
        yield say.ltr(at)
