"""What a posted sign said, and what changed since: a page behind each version's code and hash, never taken away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from toolkit.i18n import day
from toolkit.model.posted import Hung, Message, Posted, short
from toolkit.render import html
from toolkit.render.artefact import Artefact
from toolkit.render.environment import Templates
from toolkit.view import House
from toolkit.view.place import PlaceView
from toolkit.view.posted import ON_SIGNS
from toolkit.view.standing import compared
from toolkit.words import words

#: The verdict of the page in a heading, and one sentence more.
VERDICTS = {
    "holds": ("This sign still holds", "What stands on it is what we say today."),
    "changed": ("This sign is out of date", "What stands on it is not what we say today. Below is what changed."),
    "gone": ("This sign is no longer in use", "Please take it down, or tell the people responsible that it hangs."),
}
MARKS = {
    "example": "Example: nobody has verified this yet.",
    "draft": "Draft: nobody has verified this yet.",
    "pilot": "This sign was a test.",
}


class Fact(NamedTuple):
    """A short statement as it stood on the sign."""

    pictogram: str
    title: str
    text: str


class Paper(NamedTuple):
    """What stood on the sign in one language."""

    language: str
    direction: str
    name: str
    headline: str
    lead: str
    facts: tuple[Fact, ...]
    contacts: tuple[str, ...]


def write(records: Sequence[Posted], view: PlaceView | None, house: House, templates: Templates) -> Iterator[Artefact]:
    """`n/<code>/<short hash>/index.html` for each version that was posted at one place; *view* is the place as it is
    today, None where it is no more. The same pages stand below `N/<CODE>/`, since codes are printed in capitals.

    A code that was printed leads somewhere for ever: where no sign has it any more, its last version stands at
    `n/<code>/index.html`.
    """
    last = {record.code: record for record in sorted(records, key=lambda record: record.hung[-1].posted_on)}
    for record in records:
        data = page(record, view, house, templates, today="../")
        yield from _twice(record.code, f"{short(record.sign_hash)}/", data)
    printed_now = {view.code(sign) for sign in view.deployment.signs} if view else set()
    for code in sorted(last.keys() - printed_now):
        today = f"../../notices/{view.id}/{view.languages[0]}/" if view else ""
        yield from _twice(code, "", page(last[code], view, house, templates, today=today))


def _twice(code: str, folder: str, data: bytes) -> Iterator[Artefact]:
    yield Artefact(f"n/{code}/{folder}index.html", data)
    yield Artefact(f"N/{code.upper()}/{folder}index.html", data)


def page(record: Posted, view: PlaceView | None, house: House, templates: Templates, *, today: str) -> bytes:
    """The page of one version, in the language that the metadata is written in; *today* leads to today's notice."""
    now = compared(record, view, house.today)
    told = record.sign_message
    known: dict[str, Any] = {
        "language": house.organisation.language,
        "direction": words(house.organisation.language).direction,
        "icon": html.icon,
        "version": record.version,
        "verdict": VERDICTS[now.state],
        "state": now.state,
        "changes": now.on_sign,
        "behind": now.behind,
        "mark": MARKS.get(record.status, ""),
        "pictogram": _text(told, f"signs.{record.sign}.pictogram"),
        "headline": _text(told, f"signs.{record.sign}.headline"),
        "papers": [_paper(record, language, {**told, **also}) for language, also in _languages(record, house)],
        "responsible": _text(told, "controller.name"),
        "since": day(record.hung[0].posted_on),
        "sheets": [_sheet(hung) for hung in record.hung],
        "today": "" if now.state == "gone" else today,
        **html.colours(house.organisation.look.accent),
    }
    return templates.render("notice/version.html.j2", **known)


def _languages(record: Posted, house: House) -> list[tuple[str, Message]]:
    """The languages of all sheets of a version, each with what is said in it; the language of the metadata first."""
    said = {language: told for sheet in record.hung for language, told in sheet.translated.items()}
    return [(house.organisation.language, {}), *sorted(said.items())]


def _paper(record: Posted, language: str, told: Message) -> Paper:
    sign = f"signs.{record.sign}"
    return Paper(
        language,
        words(language).direction,
        words(language).own_name,
        _text(told, f"{sign}.headline"),
        _text(told, f"{sign}.lead"),
        tuple(_fact(told, id) for id in _texts(told, f"{sign}.statements")),
        tuple(text for kind in ON_SIGNS for text in _texts(told, f"controller.contacts.{kind}.value")),
    )


def _texts(told: Message, path: str) -> tuple[str, ...]:
    value = told.get(path, ())
    return tuple(str(each) for each in (value if isinstance(value, tuple) else (value,)))


def _text(told: Message, path: str) -> str:
    return " ".join(_texts(told, path))


def _fact(told: Message, id: str) -> Fact:
    return Fact(*(_text(told, f"statements.{id}.{part}") for part in Fact._fields))


def _sheet(hung: Hung) -> str:
    """Where one sheet hangs or hung, in a sentence."""
    until = f", taken down on {day(hung.taken_down)}" if hung.taken_down else ""
    return f"{hung.place}: since {day(hung.posted_on)}, {hung.format}, {hung.languages}{until}"
