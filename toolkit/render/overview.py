"""The overview of all services and documents: shelf by shelf, and by suite, kind of document, life cycle and people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from posixpath import dirname, relpath
from typing import Any

from toolkit import i18n
from toolkit.model import KINDS
from toolkit.model.organisation import Shelf
from toolkit.render.artefact import Artefact
from toolkit.render.environment import Templates
from toolkit.view import Card, Page
from toolkit.view.pages import reachable

#: Ways through the services: path, name of the template, title.
WAYS = (
    ("notes/index.md", "overview", "All services"),
    ("notes/by/suite.md", "by-suite", "By suite"),
    ("notes/by/kind.md", "by-kind", "By kind of document"),
    ("notes/by/lifecycle.md", "by-lifecycle", "By life cycle"),
    ("notes/by/people.md", "by-people", "By people affected"),
)
#: What people have to do with a service, those first who have the least say in it.
AFFECTED = ("subject", "indirect", "contributor", "guardian", "staff", "operator", "deployer")


def write(
    cards: Iterable[Card], refused: Iterable[str], templates: Templates, shelves: Iterable[Shelf] = ()
) -> Iterator[Artefact]:
    """`notes/index.md` and a page for each other way in; *refused* are ids of services that the checks keep back.

    Services stand on the *shelves* in their order, what is on none by suite.
    """
    ids = {card.id: card for card in cards}
    linked = [card._replace(pages=reachable(card.pages, ids)) for card in ids.values()]
    known = sorted(linked, key=lambda card: (card.suite.lower(), card.name.lower(), card.id))
    filled = _filled(shelves, known)
    shown = {card.id for _, on_it in filled for card in on_it}
    context: dict[str, Any] = {
        "names": {card.id: card.name for card in known},
        "count": len(known),
        "shelves": filled,
        "rest": _by_suite(card for card in known if card.id not in shown),
        "suites": _by_suite(known),
        "kinds": _by_kind(known),
        "stages": _by_stage(known),
        "common": sorted(_common_roles(known)),
        "people": _by_people(known),
        "refused": sorted(refused),
    }
    for path, name, title in WAYS if known else WAYS[:1]:
        ways = [("" if other == path else relpath(other, dirname(path)), label) for other, _, label in WAYS]
        yield Artefact(path, templates.render(f"site/{name}.md.j2", ways=ways, title=title, **context))


def _filled(shelves: Iterable[Shelf], known: Iterable[Card]) -> list[tuple[Shelf, list[Card]]]:
    ids = {card.id: card for card in known}
    filled = [(shelf, [ids[id] for id in shelf.services if id in ids]) for shelf in shelves]
    return [(shelf, on_it) for shelf, on_it in filled if on_it]


def _by_suite(known: Iterable[Card]) -> dict[str, list[Card]]:
    suites: dict[str, list[Card]] = {}
    for card in known:
        suites.setdefault(card.suite, []).append(card)
    return suites


def _by_kind(known: Iterable[Card]) -> list[tuple[str, str, list[tuple[Card, Page]]]]:
    """Title, what it answers, and the documents of that kind that there are."""
    pages = [(card, page) for card in known for page in card.pages if page.href]
    kinds = ((kind, [each for each in pages if each[1].kind == id]) for id, kind in KINDS.items())
    return [(kind.title, kind.answers, found) for kind, found in kinds if found]


def _by_stage(known: Iterable[Card]) -> list[tuple[str, list[Card]]]:
    stages = {id: [card for card in known if card.lifecycle == id] for id in i18n.LIFECYCLES}
    return [(i18n.LIFECYCLES[id], found) for id, found in stages.items() if found]


def _common_roles(known: list[Card]) -> set[str]:
    """Roles that more than half of several services name: a list of these would be a list of the services."""
    named = Counter(role for card in known for role in {role for _, role in card.people})
    return {role for role, count in named.items() if len(known) > 1 and count * 2 > len(known)}


def _by_people(known: list[Card]) -> list[tuple[str, list[tuple[str, list[Card]]]]]:
    """Relation, and the roles in it with the services that name them, but for the roles that most services name."""
    common = _common_roles(known)
    found: dict[str, dict[str, list[Card]]] = {}
    for card in known:
        for relation, role in card.people:
            if role not in common:
                found.setdefault(relation, {}).setdefault(role, []).append(card)
    return [(i18n.RELATIONS[id], sorted(found[id].items())) for id in AFFECTED if id in found]
