"""Every id under `source:` is listed under `sources:`, by the service, its suite, the organisation or the catalogue.

Readers follow a fact to where it comes from; an id that leads nowhere looks like evidence and is none. Correct the
id, or list the source with id, title and the date it gives itself.

Pass:

    sources: [{id: manual, title: Manual of the form reader, as_of: 2026-01-31}]
    summary: {source: manual}

Fail:

    sources: [{id: manual, title: Manual of the form reader, as_of: 2026-01-31}]
    summary: {source: handbook}
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.checks.problem import ALWAYS, Problem, hint
from toolkit.checks.texts import facts
from toolkit.view import View

ID = "unknown-source"
ERROR_IN = ALWAYS


def check(view: View) -> Iterator[Problem]:
    """One problem for each id that no source has."""
    for path, _, sources in facts(view):
        for index, id in enumerate(sources):
            if id not in view.sources:
                advice = hint(id, view.sources, "add it to `sources:` with id, title and as_of")
                yield Problem((*path, "source", index), f"no source is called `{id}`", advice)
