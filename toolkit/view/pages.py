"""Which documents a service shows, where they live, and which sections each holds."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from typing import NamedTuple

from toolkit.i18n import day, listing
from toolkit.model import KINDS, Service
from toolkit.model.identity import Promise, Source
from toolkit.source import Document
from toolkit.view.own import own_sections

#: Sections that say a part of another one; where that one stands as well, they go.
REPEATS = {"limits-in-brief": "limitations", "pattern-moments": "notices", "steps": "capabilities"}


class Page(NamedTuple):
    """A document of one service: `href` is relative to the folder of the service's documents."""

    kind: str
    title: str
    answers: str
    state: str
    href: str
    layout: str
    sections: tuple[str, ...]
    reason: str = ""
    audience: str = ""
    source: str = ""
    """For `absent`: where it says so."""
    particular: str = ""
    """For `inherited`: where what this service adds to the parent's document stands."""

    @property
    def parent(self) -> str:
        """Id of the service whose document it is, for `inherited` and a document that is there."""
        return self.href.split("/")[1] if self.state == "inherited" and self.href else ""


def pages(service: Service, document: Document | None = None, shared: Iterable[Source] = ()) -> tuple[Page, ...]:
    """The documents of *service* in the order of its promises; the parent's where they are inherited.

    With its *document*, an inherited one that the service adds something to has a page for that, of these sections.
    *shared* are sources of the catalogue.
    """
    promises = service.identity.documents
    sources = {source.id: source for source in (*shared, *service.sources)}
    found = [_page(promise, promises, service.identity.parent, sources) for promise in promises]
    if document is None:
        return tuple(found)
    return tuple(_with_particulars(page, document) if page.state == "inherited" else page for page in found)


def _with_particulars(page: Page, document: Document) -> Page:
    added = own_sections(KINDS[page.kind].sections, document)
    return page._replace(particular=f"{page.kind}.md", sections=added) if added else page


def reachable(found: Iterable[Page], services: Container[str]) -> tuple[Page, ...]:
    """*found*, without links to documents of a parent that has no pages now because it is not among *services*."""
    return tuple(page._replace(href="") if page.parent and page.parent not in services else page for page in found)


def _page(promise: Promise, promises: tuple[Promise, ...], parent: str | None, sources: Mapping[str, Source]) -> Page:
    kind = KINDS[promise.kind]
    return Page(
        promise.kind,
        promise.title or kind.title,
        kind.answers,
        promise.state,
        _href(promise, parent),
        promise.layout,
        sections(promise, promises),
        promise.reason or "",
        listing(promise.audience),
        listing([f"{sources[id].title}, {day(sources[id].as_of)}" for id in promise.source if id in sources]),
    )


def _href(promise: Promise, parent: str | None) -> str:
    if promise.state == "merged":
        first = KINDS[promise.kind].sections[0]
        return f"{promise.into}.md#section-{first}"
    if promise.state == "inherited" and parent:
        return f"../{parent}/{promise.kind}.md"
    return f"{promise.kind}.md" if promise.state == "own" else ""


def sections(promise: Promise, promises: tuple[Promise, ...]) -> tuple[str, ...]:
    """The sections of a document: its own, then those of the documents merged into it, each once.

    In the consolidated layout a note holds the limitations themselves, so the short list that points to them goes.
    """
    merged = [other.kind for other in promises if other.state == "merged" and other.into == promise.kind]
    names = [name for kind in (promise.kind, *merged) for name in KINDS[kind].sections]
    return tuple(dict.fromkeys(name for name in names if REPEATS.get(name) not in names))
