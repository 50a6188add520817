"""A source that the service lists is the source of some fact.

A list of sources that nobody cites makes a text look better founded than it is. Name the source at the fact that
rests on it, or delete it. Sources that are inherited may stay unused.

Pass:

    sources: [{id: manual, title: Manual of the form reader, as_of: 2026-01-31}]
    summary: {source: manual}

Fail:

    sources: [{id: manual, title: Manual of the form reader, as_of: 2026-01-31}]
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.checks.problem import NEVER, Problem
from toolkit.checks.texts import facts
from toolkit.view import View

ID = "unused-source"
ERROR_IN = NEVER


def check(view: View) -> Iterator[Problem]:
    """One problem for each source of the service that no fact names."""
    used = {id for _, _, sources in facts(view) for id in sources}
    for entry in view.entries("sources"):
        if entry.level == "service" and entry.fact.id not in used:
            advice = "name it under `source:` of the facts that rest on it, or delete it"
            yield Problem(entry.path, f"no fact rests on the source `{entry.fact.id}`", advice)
