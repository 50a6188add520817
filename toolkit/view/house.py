"""What all views share: the organisation, the catalogue by id, a card of every service, the day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from toolkit import i18n
from toolkit.load import Content
from toolkit.model import Catalogue, Evidence, Organisation, Service, Suite
from toolkit.model.identity import Lifecycle
from toolkit.source import Document
from toolkit.view.pages import Page, pages


class Card(NamedTuple):
    """What others need to know of a service: to name it, to link to it, to list it."""

    id: str
    name: str
    suite: str
    suite_about: str
    purpose: str
    status: str
    lifecycle: str
    basis: str
    ending: str
    """What readers need to know about its life cycle, in a sentence or two; empty where there is nothing."""
    demos: bool
    """Whether any of its limitations has a demonstration."""
    successor: str
    """Id of the service that takes over, empty where none is named."""
    instead: tuple[str, ...]
    """Ids of services that take over, or that it names for uses it is not made for."""
    people: tuple[tuple[str, str], ...]
    """Who is affected: relation and role."""
    pages: tuple[Page, ...]

    @property
    def first(self) -> str:
        """Where to start reading, relative to the folder of its documents; empty where there is nothing to read."""
        return next((page.href for page in (*self.published, *self.pages) if page.href), "")

    @property
    def published(self) -> tuple[Page, ...]:
        """Documents with a page of their own."""
        return tuple(page for page in self.pages if page.state == "own")


def playground(address: str | None, up: str) -> str:
    """As `House.playground`, from an *address*. The server that serves the site too has it one step above."""
    if not address:
        return ""
    return f"{up}../" if address == "/" else f"{address.rstrip('/')}/"


def card(
    service: Service,
    suites: Mapping[str, Suite],
    document: Document | None = None,
    catalogue: Catalogue | None = None,
) -> Card:
    """The card of *service*; only its *document* tells what it adds to documents that it inherits."""
    identity = service.identity
    suite = suites.get(service.extends or "")
    family = i18n.FAMILIES.get(identity.family or "", "Other services")
    return Card(
        identity.id,
        identity.name,
        suite.name if suite else family,
        suite.description if suite else "",
        service.summary.purpose,
        identity.status,
        identity.lifecycle.status,
        identity.basis,
        _ending(identity.lifecycle),
        any(limitation.demo for limitation in service.limitations),
        identity.lifecycle.replacement or "",
        _instead(service),
        tuple(dict.fromkeys((person.relation, person.role) for person in service.people)),
        pages(service, document, catalogue.sources if catalogue else ()),
    )


def _ending(cycle: Lifecycle) -> str:
    """Days of the end and the notice, for a list in which the status stands already."""
    end = "Ended on" if cycle.status == "retired" else "Ends on"
    days = (("No new customers from", cycle.stops_new_on), (end, cycle.retires_on))
    told = [f"{what} {i18n.day(date)}." for what, date in days if date]
    return " ".join([*told, *([cycle.notice] if cycle.notice else [])])


def _instead(service: Service) -> tuple[str, ...]:
    named = [service.identity.lifecycle.replacement, *(each.alternative for each in service.uses.considerations)]
    return tuple(sorted({id for id in named if id}))


def beside(one: str, other: str) -> str:
    """The file in `notes/compare/` in which two services stand side by side."""
    return f"{min(one, other)}--{max(one, other)}.md"


def partners(cards: Mapping[str, Card]) -> dict[str, set[str]]:
    """By id: the services that each of *cards* names in its place, or that name it."""
    found: dict[str, set[str]] = {}
    for card in cards.values():
        for other in card.instead:
            if other in cards and other != card.id:
                found.setdefault(card.id, set()).add(other)
                found.setdefault(other, set()).add(card.id)
    return found


def named_by(service: Service) -> tuple[str, ...]:
    """The ids of other services that *service* names to its readers."""
    named = [service.identity.parent, service.identity.lifecycle.replacement]
    named += [consideration.alternative for consideration in service.uses.considerations]
    return tuple(sorted({id for id in named if id}))


def cards(content: Content) -> dict[str, Card]:
    """The cards of the services that were read."""
    return {
        id: card(loaded.record, content.suites, loaded.document, content.catalogue)
        for id, loaded in content.services.items()
    }


@dataclass(frozen=True)
class House:
    """One for a whole build."""

    organisation: Organisation
    catalogue: Catalogue
    services: Mapping[str, Card] = field(default_factory=dict)
    evidence: Mapping[str, tuple[Evidence, ...]] = field(default_factory=dict)
    suites: Mapping[str, Suite] = field(default_factory=dict)
    today: dt.date = dt.date(1970, 1, 1)
    broken: frozenset[str] = frozenset()
    """Ids of services that are there but cannot be read."""

    @cached_property
    def entries(self) -> dict[str, dict[str, Any]]:
        """The catalogue by list and id: `entries["metrics"]["recall"]`."""
        lists = ("guidelines", "metrics", "outcomes", "disclosure_items", "patterns", "harms", "notice_kinds")
        return {name: {entry.id: entry for entry in getattr(self.catalogue, name)} for name in lists}

    @cached_property
    def partners(self) -> dict[str, set[str]]:
        """By id: the services to compare it with."""
        return partners(self.services)

    def playground(self, up: str) -> str:
        """The address of the playground, with a slash at its end, for a page from which *up* leads to the root of the
        site; empty where there is none.
        """
        return playground(self.organisation.playground_url, up)

    def service_name(self, id: str) -> str:
        """The name of a service, or its id where it is not described here."""
        known = self.services.get(id)
        return known.name if known else id


def house(content: Content, known: Mapping[str, Card], today: dt.date, others: Collection[str] = ()) -> House | None:
    """The house of a project with the cards of its services; None where its organisation cannot be read.

    *others* are ids of services that are there but cannot be shown.
    """
    if content.organisation is None:
        return None
    return House(
        organisation=content.organisation.record,
        catalogue=content.catalogue,
        services=known,
        evidence=content.evidence,
        suites=content.suites,
        broken=frozenset(content.broken.union(others)),
        today=today,
    )
