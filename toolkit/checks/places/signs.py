"""A place in, which sign gives which notice and carries which statement out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.model.sign import Sign, Statement

if TYPE_CHECKING:
    from toolkit.view.place import PlaceView


def upfront(view: PlaceView) -> list[tuple[int, Sign]]:
    """The signs that people meet before anything happens, with their places in the list."""
    first = {notice.id for notice in view.deployment.notices if notice.kind == "upfront"}
    return [(index, sign) for index, sign in enumerate(view.deployment.signs) if sign.notice in first]


def statements_of(view: PlaceView, sign: Sign) -> list[Statement]:
    """The statements on *sign*, in its order, without those that do not exist."""
    known: dict[str, Statement] | None = view.__dict__.get("_statements")
    if known is None:
        known = view.__dict__["_statements"] = {statement.id: statement for statement in view.deployment.statements}
    return [known[id] for id in sign.statements if id in known]


def told(view: PlaceView, sign: Sign) -> set[str]:
    """What the statements on *sign* tell of."""
    return {statement.item for statement in statements_of(view, sign)}
