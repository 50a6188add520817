"""The overview of all services and documents, by suite and by kind."""

from __future__ import annotations

from collections.abc import Iterable

from toolkit.model import KINDS
from toolkit.render.artefact import Artefact
from toolkit.render.environment import Templates
from toolkit.view import Card
from toolkit.view.pages import reachable


def write(cards: Iterable[Card], refused: Iterable[str], templates: Templates) -> Artefact:
    """`notes/index.md`; *refused* are ids of services that the checks keep back."""
    ids = {card.id: card for card in cards}
    linked = [card._replace(pages=reachable(card.pages, ids)) for card in ids.values()]
    known = sorted(linked, key=lambda card: (card.suite.lower(), card.name.lower(), card.id))
    suites: dict[str, list[Card]] = {}
    for card in known:
        suites.setdefault(card.suite, []).append(card)
    kinds = [
        (kind.title, kind.answers, found)
        for id, kind in KINDS.items()
        if (found := [(card, page) for card in known for page in card.published if page.kind == id])
    ]
    context = {"suites": suites, "kinds": kinds, "refused": sorted(refused), "count": len(known)}
    text = templates.render("site/overview.md.j2", **context)
    return Artefact("notes/index.md", text)
