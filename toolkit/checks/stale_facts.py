"""No fact is older than the newest version of the service.

A limit or a list of languages that was read before a new version came out may not hold any more. Read the source
again and set the date it gives itself (`as_of:` of the source), or set `as_of:` at the fact. A fact that says for
which version it holds is left alone. One warning stands for a whole list.

Pass:

    identity: {versions: [{id: "2", kind: api, date: 2025-06-01}]}
    sources: [{id: manual, title: Manual of the form reader, as_of: 2026-01-31}]
    summary: {benefits: [{who: Clerks, benefit: Less typing., source: manual}]}

Fail:

    identity: {versions: [{id: "2", kind: api, date: 2025-06-01}]}
    sources: [{id: manual, title: Manual of the form reader, as_of: 2024-01-31}]
    summary: {benefits: [{who: Clerks, benefit: Less typing., source: manual}]}
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from toolkit.checks.problem import NEVER, Problem
from toolkit.checks.texts import facts, list_of
from toolkit.i18n import day
from toolkit.model.identity import Version
from toolkit.source import Path_
from toolkit.view import View

ID = "stale-facts"
ERROR_IN = NEVER


def check(view: View) -> Iterator[Problem]:
    newest = _newest(view)
    if newest is None or newest.date is None:
        return
    for place, paths in _older(view, newest.date).items():
        count = "1 entry" if len(paths) == 1 else f"{len(paths)} entries"
        message = f"{count} of `{place}` may be out of date: version {newest.id} came on {day(newest.date)}"
        yield Problem(paths[0], message, "read the source again and set its `as_of:`, or `as_of:` of the entry")


def _newest(view: View) -> Version | None:
    """The newest version that is out and no preview."""
    dated = [
        version
        for version in view.service.identity.versions
        if version.date and version.date <= view.house.today and version.status != "preview"
    ]
    return max(dated, key=lambda version: version.date or dt.date.min, default=None)


def _older(view: View, than: dt.date) -> dict[str, list[Path_]]:
    found: dict[str, list[Path_]] = {}
    for path, record, sources in facts(view):
        known = _as_of(view, record, sources)
        tied = getattr(record, "version", None)
        if known and known < than and not tied and view.document.level(path) == "service":
            found.setdefault(list_of(path), []).append(path)
    return found


def _as_of(view: View, record: Any, sources: tuple[str, ...]) -> dt.date | None:
    """The day on which a fact was true: its own, else that of its newest source."""
    own: dt.date | None = getattr(record, "as_of", None)
    dates = [view.sources[id].as_of for id in sources if id in view.sources]
    return own or max(dates, default=None)
