"""What a version can change is not older than the newest version.

Features, inputs with their limits, outputs, confidence, metrics and limitations that were read before a new version
came out may not hold any more. Read them again in a newer source, or set `as_of:` at the entries that still hold. An
entry that names its `version:` is left alone. The day of a fact is its own `as_of:`, else that of its newest source;
the newest version is the last one of `versions:` in `identity:` that has a date and is out. One warning stands for all.

Pass:

    identity: {versions: [{id: "2", kind: api, date: 2025-06-01}]}
    sources: [{id: manual, title: Manual of the form reader, as_of: 2026-01-31}]
    features: [{id: print, name: Print, behaviour: It reads print., source: manual}]

Fail:

    identity: {versions: [{id: "2", kind: api, date: 2025-06-01}]}
    sources: [{id: manual, title: Manual of the form reader, as_of: 2024-01-31}]
    features: [{id: print, name: Print, behaviour: It reads print., source: manual}]
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from typing import Any

from toolkit.checks.problem import NEVER, Problem
from toolkit.checks.texts import facts
from toolkit.i18n import day, listing
from toolkit.view import View

ID = "stale-facts"
ERROR_IN = NEVER
CHANGEABLE = frozenset({"features", "inputs", "outputs", "confidence", "metrics", "limitations"})


def check(view: View) -> Iterator[Problem]:
    """One problem for all facts together, at the newest version."""
    newest = _newest(view)
    if newest is None:
        return
    released, index = newest
    older = _older(view, released)
    if older:
        version = view.service.identity.versions[index]
        places = listing([f"{count} under `{place}`" for place, count in older.most_common()])
        message = f"version {version.id} came on {day(released)}, and facts are older: {places}"
        advice = "read them again in a newer source, or set `as_of:` where they still hold"
        yield Problem(("identity", "versions", index), message, advice)


def _newest(view: View) -> tuple[dt.date, int] | None:
    """The day and the place of the newest version that is out and no preview."""
    dated = [
        (version.date, index)
        for index, version in enumerate(view.service.identity.versions)
        if version.date and version.date <= view.house.today and version.status != "preview"
    ]
    return max(dated, default=None)


def _older(view: View, than: dt.date) -> Counter[str]:
    """How many facts of the service itself are older, by part of the metadata."""
    found: Counter[str] = Counter()
    for path, record, sources in facts(view):
        if path[:1] and path[0] in CHANGEABLE and not getattr(record, "version", None):
            known = _as_of(view, record, sources)
            if known and known < than and view.document.level(path) == "service":
                found[str(path[0])] += 1
    return found


def _as_of(view: View, record: Any, sources: tuple[str, ...]) -> dt.date | None:
    """The day on which a fact was true: its own, else that of its newest source."""
    own: dt.date | None = getattr(record, "as_of", None)
    return own or max((view.sources[id].as_of for id in sources if id in view.sources), default=None)
