"""Trees for tests: a text to nodes, nodes to bare data, and any data that YAML may hold."""

from __future__ import annotations

import json
import re
from typing import Any

from hypothesis import strategies as st

from toolkit.source import HIDDEN, Node, parse

# PyYAML writes the text `1e-5` without quotes; for JSON, and for us, that is a number.
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30).filter(
    lambda text: not HIDDEN.search(text) and not re.fullmatch(r"[-+]?[0-9]+[eE][-+][0-9]+", text)
)
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(10**15) + 1, 10**15 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXTS
)
TREES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4), max_leaves=15
)


def tree(text: str | bytes) -> Node:
    """The tree of a text that has no problem."""
    node, findings = parse(text if isinstance(text, bytes) else text.encode(), "f.yml", "service")
    assert findings == []
    assert node is not None
    return node


def bare(node: Node | None) -> Any:
    """The data of a tree without places."""
    if node is None:
        return None
    if isinstance(node.value, dict):
        return {key: bare(child) for key, child in node.value.items()}
    return [bare(child) for child in node.value] if isinstance(node.value, list) else node.value


def laid_over(base: str, fragment: str) -> str:
    """A file of *base* with *fragment* laid over it, both YAML: blocks are merged, all else is replaced."""
    return json.dumps(_over(bare(tree(base)), bare(tree(fragment)) if fragment.strip() else {}), indent=1)


def _over(base: Any, own: Any) -> Any:
    if isinstance(base, dict) and isinstance(own, dict):
        return {**base, **{key: _over(base.get(key), value) for key, value in own.items()}}
    return own
