"""Two trees in, one out: what is inherited, with what is written laid over it; every value keeps its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from toolkit.finding import Finding
from toolkit.source import Node, Path_, error_at

KEYS = ("id", "ref", "term", "kind")


def record_key(node: Node) -> tuple[str, Any] | None:
    """By what a record of a list is known: its id, else ref, term or kind."""
    if isinstance(node.value, dict):
        for name in KEYS:
            if name in node.value and isinstance(node.value[name].value, str):
                return name, node.value[name].value
    return None


def merge(base: Node, own: Node, path: Path_ = ()) -> tuple[Node, list[tuple[Path_, Node, Node]], list[Finding]]:
    """Lay *own* over *base*: blocks key by key, lists of records by their key, everything else replaced.

    A record with `remove: {reason: ...}` takes the inherited one out. Gives the merged node, what was removed
    (path, inherited record, removal), and findings about removals that do not fit.
    """
    if isinstance(own.value, dict) and (base.value is None or isinstance(base.value, dict)):
        return _merge_blocks(base, own, path)
    if isinstance(own.value, list) and (base.value is None or isinstance(base.value, list)):
        return _merge_lists(base, own, path)
    if own.value is None and isinstance(base.value, (dict, list)):
        return base, [], []
    return own._replace(base=base), [], []


def _merge_blocks(base: Node, own: Node, path: Path_) -> tuple[Node, list[tuple[Path_, Node, Node]], list[Finding]]:
    inherited: dict[str, Node] = base.value or {}
    merged = dict(inherited)
    removed: list[tuple[Path_, Node, Node]] = []
    findings: list[Finding] = []
    for key, node in own.value.items():
        nothing = Node(None, node.place, node.key)
        merged[key], gone, found = merge(inherited.get(key, nothing), node, (*path, key))
        removed += gone
        findings += found
    return Node(merged, own.place, own.key, base), removed, findings


def _merge_lists(base: Node, own: Node, path: Path_) -> tuple[Node, list[tuple[Path_, Node, Node]], list[Finding]]:
    inherited: list[Node] = list(base.value or [])
    if not all(isinstance(node.value, dict) for node in own.value or inherited):
        return own._replace(base=base), [], []
    places = {record_key(node): index for index, node in enumerate(inherited) if record_key(node)}
    removed: list[tuple[Path_, Node, Node]] = []
    findings: list[Finding] = []
    gone: set[int] = set()
    for node in own.value:
        key = record_key(node)
        index = places.get(key) if key else None
        if "remove" in node.value:
            findings += _removal(node, index)
            if key and index is not None:
                gone.add(places.pop(key))
                removed.append((path, inherited[index], node))
        elif key is None or index is None:
            inherited.append(node)
        else:
            # Taken out of the table: the same key a second time in one list is a new record, and so a duplicate.
            index = places.pop(key)
            inherited[index], more, found = merge(inherited[index], node, (*path, index))
            removed += more
            findings += found
    kept = [node for index, node in enumerate(inherited) if index not in gone]
    return Node(kept, own.place, own.key, base), removed, findings


def _removal(node: Node, index: int | None) -> Iterator[Finding]:
    removal = node.value["remove"]
    reason = removal.value.get("reason") if isinstance(removal.value, dict) else None
    if reason is None or not isinstance(reason.value, str) or not reason.value.strip():
        message = "what is removed needs a reason"
        yield error_at(removal.key, "remove-reason", message, "write `remove: {reason: ...}`; readers are shown it")
    if index is None:
        message = "there is nothing inherited to remove here"
        yield error_at(node.place, "remove-unknown", message, "check the id, or delete this record")
