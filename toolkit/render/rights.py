"""Asking for one's rights on the web, by telephone and at the desk; the paper form is in `request`.

None of them asks for more than time and place, what is wanted, and how to answer if an answer is wanted.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from toolkit.render import html, plain
from toolkit.render.artefact import Artefact
from toolkit.render.environment import Templates
from toolkit.translations import Said
from toolkit.view import notice
from toolkit.view.place import PlaceView, Wording

BOX, BLANK = "[ ]", "____________________"


def write(view: PlaceView, templates: Templates) -> Iterator[Artefact]:
    """`<language>/request/index.html` and `rights-request.<language>.txt`; nothing where the place names no right."""
    for language in view.languages:
        wording = view.wording(language)
        if notice.rights(wording):
            yield Artefact(f"notices/{view.id}/{language}/request/index.html", page(wording, templates))
            yield Artefact(f"notices/{view.id}/rights-request.{language}.txt", plain.text(script(wording)))


def page(wording: Wording, templates: Templates) -> bytes:
    """The page: a form where the place has a server, else every way that works without one."""
    view, up = wording.view, "../../../../"
    return templates.render(
        "notice/request.html.j2",
        **html.context(wording, up, "request/"),
        place=_place(wording),
        rights=notice.rights(wording),
        action=action(wording, up),
        mail=mail(wording),
        contacts=[ask for ask in wording.contacts if ask.kind in {"person", "telephone", "post"}],
        rights_form=f"{up}notices/{view.id}/rights-form.{wording.language}.pdf",
        letter=letter(wording),
        back=html.home(view, up, wording.language),
        responsible=wording.responsible,
    )


def action(wording: Wording, up: str) -> str:
    """Where the form is sent to; empty without a server that takes it. *up* leads to the root of the site."""
    server = wording.view.house.playground(up)
    return f"{server}feedback/{wording.view.id}/request?lang={wording.language}" if server else ""


def mail(wording: Wording) -> str:
    """A link that begins an e-mail with subject and text; empty where the place has no address for e-mail."""
    contacts = wording.view.deployment.controller.contacts
    address = next((contact.value for contact in contacts if contact.kind == "email"), "")
    body = "\r\n".join(letter(wording))
    return f"mailto:{quote(address, safe='@')}?subject={quote(_subject(wording))}&body={quote(body)}" if address else ""


def letter(wording: Wording) -> list[str]:
    """The text of a request, to be filled in."""
    return [
        _subject(wording),
        "",
        f"{wording.say('request.place')} {plain.said(wording, _place(wording))}",
        f"{wording.say('request.time')} {BLANK}",
        "",
        wording.say("request.want"),
        *(f"{BOX} {right}" for _, right in notice.rights(wording)),
        "",
        f"{wording.say('request.answer')} {BLANK}",
    ]


def script(wording: Wording) -> list[str]:
    """For whoever takes a request by voice: the questions, in order, and no others."""
    return [
        wording.say("request.script"),
        *plain.state(wording),
        "",
        wording.say("request.script-no-more"),
        "",
        f"1. {wording.say('request.time')} {wording.say('request.time-hint')}",
        f"   {BLANK}",
        f"2. {wording.say('request.place')}",
        f"   {plain.said(wording, _place(wording))} {BOX}   {BLANK}",
        f"3. {wording.say('request.want')}",
        *(f"   {BOX} {right}" for _, right in notice.rights(wording)),
        f"4. {wording.say('request.script-answer')} {wording.say('request.answer')}",
        f"   {BLANK}",
        "",
        wording.say("request.script-end"),
        *plain.contacts(wording, ("telephone", "email")),
    ]


def _subject(wording: Wording) -> str:
    return wording.say("request.subject", place=plain.said(wording, _place(wording)))


def _place(wording: Wording) -> Said:
    return wording.text("place.name", wording.view.deployment.place.name)
