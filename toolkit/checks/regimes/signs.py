"""What a sign carries: its own words, and the foot that is printed on each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from toolkit.checks.regimes.gap import Gap
from toolkit.model.sign import Sign

if TYPE_CHECKING:
    from toolkit.view.place import PlaceView

#: Kinds of notices that people meet before anything happens.
FIRST = ("upfront", "guardian")
#: Kinds of contacts that the foot of a sign prints.
PRINTED = ("person", "telephone", "email")


class Part(NamedTuple):
    """Something a sign can carry: whether it does, what it is, and what to write where it does not."""

    is_on: Callable[[PlaceView, Sign], bool]
    what: str
    help: str


def first_layer(view: PlaceView) -> list[tuple[int, Sign]]:
    """The signs that people meet first, with their places in the list: those of a notice before use, and those at an
    entrance.
    """
    first = {notice.id for notice in view.deployment.notices if notice.kind in FIRST}
    return [(i, sign) for i, sign in enumerate(view.deployment.signs) if sign.notice in first or sign.entrances]


def missing_on(view: PlaceView, index: int, sign: Sign, parts: tuple[str, ...]) -> Iterator[Gap]:
    """The *parts* that *sign* does not carry."""
    for name in parts:
        part = PARTS[name]
        if not part.is_on(view, sign):
            yield Gap(("signs", index), f"the sign `{sign.id}` does not say {part.what}", part.help, sign.id)


def _has(view: PlaceView, sign: Sign, item: str) -> bool:
    return any(statement.item == item for statement in view.deployment.statements if statement.id in sign.statements)


def _controller(view: PlaceView, _sign: Sign) -> bool:
    return bool(view.deployment.controller.name)


def _contact(view: PlaceView, _sign: Sign) -> bool:
    return any(contact.kind in PRINTED for contact in view.deployment.controller.contacts)


def _privacy_contact(view: PlaceView, sign: Sign) -> bool:
    """One of the printed contacts is part of it, or a statement of the sign names it."""
    whom = view.deployment.controller.privacy_contact or ""
    shown = [contact.value for contact in view.deployment.controller.contacts if contact.kind in PRINTED]
    told = [statement.text for statement in view.deployment.statements if statement.id in sign.statements]
    return any(value in whom for value in shown) or any(whom in text for text in told)


def _purpose(view: PlaceView, sign: Sign) -> bool:
    return bool(sign.lead) or _has(view, sign, "purpose")


def _link(view: PlaceView, sign: Sign) -> bool:
    return bool(view.url(sign))


PARTS: dict[str, Part] = {
    "controller": Part(_controller, "who is responsible", "write `name:` in `controller:`"),
    "contact": Part(_contact, "how to reach them", "add a person, a telephone or an e-mail to `controller.contacts`"),
    "privacy_contact": Part(
        _privacy_contact,
        "how to reach the person for data protection",
        "let a statement of the sign name `controller.privacy_contact`, or give it as a contact",
    ),
    "purpose": Part(_purpose, "what it is for", "say it in `lead:`"),
    "retention": Part(
        lambda view, sign: _has(view, sign, "retention"),
        "how long data is kept",
        "add a statement with `item: retention` to its `statements:`",
    ),
    "not_collected": Part(
        lambda view, sign: _has(view, sign, "not_collected"),
        "what is not recorded",
        "add a statement with `item: not_collected` to its `statements:`",
    ),
    "link": Part(
        _link,
        "where the full notice is",
        "write `notice_address:`, or `public_url:` in `services/organisation.yml`",
    ),
}
