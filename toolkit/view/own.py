"""What a service adds to what it inherits: which sections of a document hold something of its own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from toolkit.model.base import Record
from toolkit.source import Document, Node

#: The parts of a service that each section shows.
PARTS: dict[str, tuple[str, ...]] = {
    "access": ("access",),
    "access-help": ("access",),
    "accuracy": ("outcomes", "metrics", "confidence"),
    "approved-uses": ("uses.intended",),
    "capabilities": ("features", "behaviour"),
    "conduct": ("conduct",),
    "consent": ("disclosure.consent",),
    "contributor": ("disclosure.consent",),
    "controls": ("data.items",),
    "data-flow": ("data.flows", "data.geography"),
    "data-items": ("data.items", "data.roles"),
    "disclosure-items": ("disclosure.items", "disclosure.not_collected"),
    "disclosure-level": ("disclosure.level",),
    "duties": ("data.customer_duties", "data.privacy_recommendations"),
    "evaluation": ("evaluation",),
    "fairness": ("fairness",),
    "feedback": ("disclosure.feedback",),
    "guidelines": ("guidelines",),
    "inputs": ("inputs",),
    "limitations": ("limitations",),
    "notices": ("disclosure.notices",),
    "outputs": ("outputs",),
    "oversight": ("oversight",),
    "pattern-moments": ("disclosure.notices",),
    "patterns": ("disclosure.notices",),
    "people": ("people",),
    "practices": ("practices",),
    "research": ("research",),
    "retention": ("data.items",),
    "security": ("data.security",),
    "statement": ("data.end_user_statement",),
    "steps": ("behaviour",),
    "terms": ("terms",),
    "tradeoffs": ("tradeoffs",),
    "uses": ("uses.intended", "uses.considerations"),
}


def own_sections(sections: Iterable[str], document: Document) -> tuple[str, ...]:
    """Those of *sections* that hold something the service itself wrote."""
    return tuple(name for name in sections if any(_holds_own(document, path) for path in PARTS.get(name, ())))


def _holds_own(document: Document, path: str) -> bool:
    steps = tuple(path.split("."))
    taken, node = document.walk(steps)
    if taken != steps:
        return False
    if isinstance(node.value, list):
        return any(child.place.level == "service" for child in node.value)
    return node.place.level == "service"


def narrowed(record: Record, node: Node, blocks: Iterable[str] = ("data", "disclosure", "uses")) -> Any:
    """*record* with those entries of its lists, and those single parts, that the service itself wrote.

    What stands in *blocks* is narrowed in turn; names, versions and sources stay whole.
    """
    kept: dict[str, Any] = {}
    for name in type(record).model_fields:
        value, written = getattr(record, name), node.value.get(name)
        if not isinstance(written, Node):
            continue
        if name in blocks:
            kept[name] = narrowed(value, written, ())
        elif isinstance(value, tuple) and name not in {"sources", "changelog", "allow"}:
            pairs = zip(value, written.value, strict=True)
            kept[name] = tuple(each for each, place in pairs if place.place.level == "service")
        elif isinstance(value, Record) and name not in {"identity", "summary", "access"}:
            kept[name] = value if written.place.level == "service" else None
    return record.model_copy(update=kept)
