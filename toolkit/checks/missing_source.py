"""Where a service is published or restated from public documents, each of its facts names a source.

Without one, nobody can look up whether the fact still holds. Add `source:` with an id of `sources:`; a fact inside
another, such as the retention of a data item, may leave it to the outer one. One warning stands for a whole list, at
the first entry that lacks a source. Inherited facts are looked at where they were written.

Pass:

    identity: {basis: restated}
    sources: [{id: manual, title: Manual of the form reader, as_of: 2026-01-31}]
    summary: {source: manual}
    uses:
      intended: [{id: typing, title: Less typing, description: Forms become text., source: manual}]
      considerations: [{id: alone, stance: avoid, use: Deciding alone., reason: It errs., source: manual}]
    limitations:
      - {id: ink, category: input_quality, condition: The ink is pale., effect: Words are missed., source: manual}
    data:
      items:
        - {id: scan, name: The form, category: personal, purpose: To read it., retention: {kind: none}, source: manual}

Fail:

    identity: {basis: restated}
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.checks.problem import NEVER, Problem
from toolkit.checks.texts import facts, list_of
from toolkit.model.identity import Promise
from toolkit.source import Path_
from toolkit.view import View

ID = "missing-source"
ERROR_IN = NEVER


def check(view: View) -> Iterator[Problem]:
    """One problem for each list, at its first entry without a source."""
    identity = view.service.identity
    if identity.basis != "restated" and identity.status != "published":
        return
    for place, (total, bare) in _by_list(view).items():
        if bare:
            many = f"{len(bare)} of {total} entries of `{place}` name no source"
            message = many if isinstance(bare[0][-1], int) and total > 1 else f"`{place}` names no source"
            yield Problem(bare[0], message, "add `source:` with an id of `sources:`")


def _by_list(view: View) -> dict[str, tuple[int, list[Path_]]]:
    """By list: how many facts the service itself states, and the paths of those without a source.

    A fact inside one that has a source, or that is named here for the lack of it, is settled by the outer one.
    """
    settled: set[Path_] = set()
    lists: dict[str, tuple[int, list[Path_]]] = {}
    for path, record, sources in facts(view):
        if isinstance(record, Promise) and record.state != "absent":
            continue  # what stands in a document has its own sources
        if any(path[:end] in settled for end in range(1, len(path))):
            continue
        own = view.document.level(path) == "service"
        if own or sources:
            settled.add(path)
        if own:
            total, bare = lists.get(list_of(path), (0, []))
            lists[list_of(path)] = (total + 1, bare if sources else [*bare, path])
    return lists
