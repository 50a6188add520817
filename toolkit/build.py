"""The pipeline: read, load, view, check, render, write, site. The only module that knows the order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from toolkit import memory as past
from toolkit import site as builder
from toolkit.checks import check
from toolkit.errors import UsageError
from toolkit.finding import Finding, in_order
from toolkit.load import Content, Loaded, load, service_ids
from toolkit.load.validate import did_you_mean
from toolkit.memory import Known, Memory
from toolkit.model import Service
from toolkit.paths import Project, shipped
from toolkit.render import Artefact, Templates, api, look, note, overview
from toolkit.view import House, cards, house, view
from toolkit.write import Writer

#: Called with how much is done, of how much, and what is being done.
Progress = Callable[[int, int, str], None]


def silent(done: int, of: int, what: str) -> None:
    """Progress that nobody watches."""


@dataclass
class Report:
    """What a build did."""

    findings: list[Finding] = field(default_factory=list)
    services: int = 0
    pages: int = 0
    written: int = 0
    removed: int = 0
    refused: list[str] = field(default_factory=list)
    site: Path | None = None

    @property
    def errors(self) -> int:
        return sum(finding.severity == "error" for finding in self.findings)


def build(
    project: Project,
    today: dt.date,
    *,
    only: str | None = None,
    site: bool = True,
    progress: Progress = silent,
) -> Report:
    """Turn `services/` into documents below `docs/`, and those into `site/`.

    A service with errors is kept back and its earlier pages are taken out; it never blocks another. With *only*,
    just that service's documents are made anew. Raises UsageError for an unknown *only*, ProjectError where a file
    cannot be written, SiteError where the site builder fails.
    """
    ids = service_ids(project)
    if only is not None and only not in ids:
        raise UsageError(f"there is no service called {only!r}", did_you_mean(only, ids))
    writer, templates = Writer(project), Templates(project)
    memory = past.recall(project, past.shared_key(project, templates.folders, shipped("catalogue"), today.isoformat()))
    keys = {id: past.of_files(_inputs(project, id)) for id in ids}
    content, shared, stale = _read(project, memory, keys, today)
    report = Report(list(content.findings))
    if shared is None:
        return report

    todo = [id for id in stale if only in (None, id)]
    fresh = {id: known for id, known in memory.services.items() if id in ids and id not in content.broken}
    for done, id in enumerate(todo):
        progress(done, len(todo), id)
        fresh[id] = _publish(content.services[id], shared, templates, writer, keys[id])
    progress(len(todo), len(todo), "overview")

    before, memory.services = memory.paths, fresh
    report.refused = sorted(id for id, known in fresh.items() if known.parts is None) + sorted(content.broken)
    if only is None:
        memory.cards = past.of_cards(shared.services)
        memory.outputs = writer.put(_shared_pages(memory, shared, content, report.refused, templates))
        report.removed = writer.drop(sorted(before - memory.paths))
    report.findings = in_order([*content.findings, *(f for known in fresh.values() for f in known.findings)])
    report.services, report.written = len(fresh), writer.written
    report.pages = sum(len(known.card.published) for known in fresh.values() if known.parts)
    past.remember(project, memory)
    if site:
        report.site, memory.site = builder.build(project, today, memory.site)
        past.remember(project, memory)
    return report


def _inputs(project: Project, id: str) -> list[Path]:
    folder = project.services / id
    return [folder / "service.yml", *folder.glob("evidence/*.json")]


def _read(
    project: Project, memory: Memory, keys: dict[str, str], today: dt.date
) -> tuple[Content, House | None, list[str]]:
    """Load what changed; everything, where a name or a document changed that others may speak of."""
    stale = [id for id, key in keys.items() if not memory.fresh(id, key, project.docs)]
    content = load(project, stale)
    known = {id: memory.services[id].card for id in keys if id not in stale} | cards(content)
    if len(stale) < len(keys) and past.of_cards(known) != memory.cards:
        content, stale = load(project), list(keys)
        known = cards(content)
    return content, house(content, known, today), [id for id in stale if id in content.services]


def _publish(loaded: Loaded[Service], house: House, templates: Templates, writer: Writer, key: str) -> Known:
    """View, check, render and write one service."""
    shown = view(loaded, house)
    findings = check(shown)
    if any(finding.severity == "error" for finding in findings):
        return Known(key, shown.card, findings, {}, None)
    draft = shown.service.identity.status == "draft"
    gaps = list(dict.fromkeys(finding.message for finding in findings)) if draft else []
    outputs = writer.put(note.write(shown, templates, gaps))
    return Known(key, shown.card, findings, outputs, api.fragments(shown))


def _shared_pages(
    memory: Memory, house: House, content: Content, refused: list[str], templates: Templates
) -> list[Artefact]:
    """What belongs to no single service: overview, API, stylesheet."""
    published = {id: known for id, known in sorted(memory.services.items()) if known.parts}
    cards = [known.card for known in published.values()]
    parts = [known.parts for known in published.values() if known.parts]
    return [
        overview.write(cards, refused, templates),
        *look.write(house.organisation.look.accent, templates),
        *api.write(parts, content.deployments.values()),
    ]
