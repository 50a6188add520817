"""No two entries of a list share an id: links, overrides and evidence find an entry by it.

Give one of the two another id, or make one entry of both. In lists without ids the name counts: `ref` of a guideline,
`term` of a word.

Pass:

    limitations:
      - {id: handwriting, category: input_quality, condition: A form is filled in by hand., effect: Words are missed.}
      - {id: stamps, category: input_quality, condition: A stamp covers the text., effect: Words are missed.}

Fail:

    limitations:
      - {id: stamps, category: input_quality, condition: A form is filled in by hand., effect: Words are missed.}
      - {id: stamps, category: input_quality, condition: A stamp covers the text., effect: Words are missed.}
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.checks.problem import ALWAYS, Problem
from toolkit.checks.texts import Walk, list_of, walk
from toolkit.source import Path_
from toolkit.view import View

ID = "duplicate-id"
ERROR_IN = ALWAYS
NAMES = ("id", "ref", "term")


def check(view: View) -> Iterator[Problem]:
    """One problem for each entry whose name was taken before it in its list."""
    yield from problems(walk(view))


def problems(found: Walk) -> Iterator[Problem]:
    """Entries whose name was taken before them in their list."""
    seen: set[tuple[Path_, str]] = set()
    for path, record in found.records:
        if not path or isinstance(path[-1], str):
            continue
        key = next((name for name in NAMES if name in record.__dict__), None)
        if key is None:
            continue
        name = str(getattr(record, key))
        if (path[:-1], name.lower()) in seen:
            message = f"two entries of `{list_of(path)}` are called `{name}`"
            yield Problem((*path, key), message, "give one of them another name, or make one entry of both")
        seen.add((path[:-1], name.lower()))
