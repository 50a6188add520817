"""The pipeline: read, load, view, check, render, write, site. The only module that knows the order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from toolkit import memory as past
from toolkit import site as builder
from toolkit.checks import check, check_texts
from toolkit.errors import UsageError
from toolkit.finding import Finding, in_order
from toolkit.load import Content, load, service_ids
from toolkit.load.validate import did_you_mean
from toolkit.memory import Known, Memory
from toolkit.paths import Project, shipped
from toolkit.render import Artefact, Templates, api, look, note, overview
from toolkit.view import House, View, cards, house, view
from toolkit.write import Mark, Writer

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
    content, found, shared, others = _examine(project, memory, keys, today)
    report = Report(list(content.findings))
    if shared is None:
        return report

    todo = [id for id in found if only in (None, id)]
    fresh = {id: known for id, known in memory.services.items() if id in ids and id not in content.broken}
    for done, id in enumerate(todo):
        progress(done, len(todo), id)
        shown = view(content.services.pop(id), shared)  # taken out, so that its tree can go once it is written
        fresh[id] = _publish(shown, found[id], templates, writer, keys[id])
    progress(len(todo), len(todo), "overview")

    before, memory.services = memory.paths, fresh
    report.refused = sorted(id for id, known in fresh.items() if known.parts is None) + sorted(content.broken)
    if only is None:
        memory.cards = others
        memory.outputs = writer.put(_shared_pages(memory, shared, content, report.refused, templates))
        report.removed = writer.drop(sorted(before - memory.paths))
    else:  # the next whole build takes out what has to go, together with the links to it
        memory.outputs |= dict.fromkeys(before - memory.paths, Mark(0, 0, ""))
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


class _Examined(NamedTuple):
    """What was read anew and what the checks found in it; the house holds only the cards of what is published."""

    content: Content
    findings: dict[str, list[Finding]]
    house: House | None
    others: str
    """A hash over what services can know of each other."""


def _examine(project: Project, memory: Memory, keys: dict[str, str], today: dt.date) -> _Examined:
    """Read and check what changed; everything, where something changed that other services may speak of."""
    fresh = {id: memory.services[id] for id, key in keys.items() if memory.fresh(id, key, project.docs)}
    examined = _checked(load(project, keys.keys() - fresh), fresh, today)
    if fresh and examined.others != memory.cards:
        return _checked(load(project), {}, today)
    return examined


def _checked(content: Content, fresh: dict[str, Known], today: dt.date) -> _Examined:
    content.findings += (finding for other in content.others for finding in check_texts(other))
    every = {id: known.card for id, known in fresh.items()} | cards(content)
    shared = house(content, dict(sorted(every.items())), today)
    if shared is None:
        return _Examined(content, {}, None, "")
    found = {id: check(view(loaded, shared)) for id, loaded in content.services.items() if id not in fresh}
    refused = {id for id, known in fresh.items() if known.parts is None} | {
        id for id in found if _has_errors(found[id])
    }
    published = {id: card for id, card in shared.services.items() if id not in refused}
    others = past.of_cards(shared.services, refused | content.broken)
    return _Examined(content, found, replace(shared, services=published, broken=shared.broken | refused), others)


def _has_errors(findings: list[Finding]) -> bool:
    return any(finding.severity == "error" for finding in findings)


def _publish(shown: View, findings: list[Finding], templates: Templates, writer: Writer, key: str) -> Known:
    """Render and write one service, unless the checks keep it back."""
    if _has_errors(findings):
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
