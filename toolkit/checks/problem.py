"""What a rule yields: where in the metadata, what is wrong, what to do; and the statuses in which it is an error."""

from __future__ import annotations

from typing import NamedTuple

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
