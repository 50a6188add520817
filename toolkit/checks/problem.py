"""What a rule yields: where in the metadata, what is wrong, what to do; and the statuses in which it is an error."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from toolkit.load.validate import did_you_mean
from toolkit.source import Node, Path_

#: An error from the first draft on.
ALWAYS = frozenset({"draft", "published"})
#: An error once published; until then a warning, so that a draft lists its gaps.
PUBLISHED = frozenset({"published"})
#: Never more than a warning.
NEVER: frozenset[str] = frozenset()


class Problem(NamedTuple):
    """A path into the metadata (the deepest part that exists is shown) and a sentence."""

    path: Path_
    message: str
    help: str = ""
    at_key: bool = False
    node: Node | None = None
    """What to point at where the path leads to nothing any more, such as a record that was removed."""
    error_in: frozenset[str] | None = None
    """The statuses in which this is an error, where they are not those of its rule."""
    waits: bool = False
    """Somebody has to do something in the world before this can be written; at an example nobody will."""


def hint(id: str, known: Collection[str], otherwise: str) -> str:
    """The id that was probably meant, else *otherwise*; not looked for among very many, which takes very long."""
    return (did_you_mean(id, known) if len(known) <= 1000 else "") or otherwise
