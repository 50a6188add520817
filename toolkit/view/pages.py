"""Which documents a service shows, where they live, and which sections each holds."""

from __future__ import annotations

from collections.abc import Container, Iterable
from typing import NamedTuple

from toolkit.i18n import listing
from toolkit.model import KINDS, Service
from toolkit.model.identity import Promise

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


def pages(service: Service) -> tuple[Page, ...]:
    """The documents of *service* in the order of its promises; the parent's where they are inherited."""
    promises = service.identity.documents
    return tuple(_page(promise, promises, service.identity.parent) for promise in promises)


def reachable(found: Iterable[Page], services: Container[str]) -> tuple[Page, ...]:
    """*found*, without links to documents of a parent that has no pages now because it is not among *services*."""
    return tuple(
        page._replace(href="")
        if page.state == "inherited" and page.href and page.href.split("/")[1] not in services
        else page
        for page in found
    )


def _page(promise: Promise, promises: tuple[Promise, ...], parent: str | None) -> Page:
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
