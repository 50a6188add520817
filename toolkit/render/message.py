"""Texts to send: an e-mail before something new starts, and a shorter one that goes with a booking."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.render import html, plain
from toolkit.render.artefact import Artefact
from toolkit.translations import Said
from toolkit.view import notice
from toolkit.view.place import PlaceView, Wording

#: The ways to ask that the long and the short text name.
ALL, SHORT = ("person", "telephone", "email", "post", "web"), ("telephone", "email")
#: What stands before each row of a list.
ROW = "- "


def write(view: PlaceView) -> Iterator[Artefact]:
    """`email.<language>.txt` and `pre-visit.<language>.txt` for each language of the place."""
    for language in view.languages:
        wording = view.wording(language)
        yield Artefact(f"notices/{view.id}/email.{language}.txt", plain.text(email(wording)))
        yield Artefact(f"notices/{view.id}/pre-visit.{language}.txt", plain.text(previsit(wording)))


def email(wording: Wording) -> Iterator[str]:
    """Subject and body: what it is, the short statements, the choices, whom to ask, where all of it stands."""
    subject = wording.say("email.subject", place=plain.said(wording, _place(wording)))
    yield f"{wording.say('email.label')} {subject}"
    yield from ("", *plain.state(wording), "")
    yield plain.said(wording, _opening(wording))
    yield ""
    yield from (ROW + plain.fact(wording, fact) for fact in notice.first_screen(wording))
    choices = notice.choices(wording)
    if choices:
        yield from ("", wording.say("item.choice.name"))
    for choice in choices:
        yield ROW + plain.joined(wording, (choice.title, choice.lines[0].text))
    yield from ("", *plain.contacts(wording, ALL), "", *_full(wording))


def previsit(wording: Wording) -> Iterator[str]:
    """The same in a few lines, for a confirmation that says much else."""
    yield wording.say("previsit.intro", place=plain.said(wording, _place(wording)))
    yield from plain.state(wording)
    yield plain.said(wording, notice.lead(wording))
    yield from (ROW + plain.fact(wording, fact) for fact in notice.brief(wording))
    yield from (*plain.contacts(wording, SHORT), *_full(wording))


def _place(wording: Wording) -> Said:
    return wording.text("place.name", wording.view.deployment.place.name)


def _opening(wording: Wording) -> Said:
    """The text of the notice that is given by e-mail; what the first sign says where there is none."""
    for each in wording.view.deployment.notices:
        if each.channel == "email" and each.text and wording.language in (each.languages or (wording.language,)):
            return wording.text(f"notices.{each.id}.text", each.text)
    return notice.lead(wording)


def _full(wording: Wording) -> Iterator[str]:
    if at := html.address(wording.view, wording.language):
        yield f"{wording.say('email.full')} {wording.words.ltr(at)}"
