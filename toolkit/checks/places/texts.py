"""The view of a place in, every text and every record in it out: one walk that all rules share; and where each is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.checks.texts import Walk, walk_record
from toolkit.merge import record_key
from toolkit.source import Node, Path_

if TYPE_CHECKING:
    from toolkit.view.place import PlaceView


def walk(view: PlaceView) -> Walk:
    """Everything in the deployment of *view*; walked once and kept with the view."""
    found: Walk | None = view.__dict__.get("_walk")
    if found is None:
        found = view.__dict__["_walk"] = walk_record(view.deployment)
    return found


def written_at(root: Node, path: str) -> Path_ | None:
    """Where the file holds what people call *path*, such as `statements.kept`; None where there is nothing."""
    node, found = root, list[str | int]()
    for step in path.split("."):
        key = _key(node, step)
        if key is None:
            return None
        node = node.value[key]
        found.append(key)
    return tuple(found)


def _key(node: Node, step: str) -> str | int | None:
    """The key of *step* in a block, or the number of the record that is called so in a list."""
    if isinstance(node.value, dict):
        return step if step in node.value else None
    if isinstance(node.value, list):
        names = [record_key(child) for child in node.value]
        return next((index for index, name in enumerate(names) if name and name[1] == step), None)
    return None
