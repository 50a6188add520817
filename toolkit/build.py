"""The pipeline: read, load, view, check, render, write, site. The only module that knows the order."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from pathlib import Path

from toolkit import memory as past
from toolkit import places
from toolkit import site as builder
from toolkit.checks import check
from toolkit.examine import known_id, off_shelf, texts
from toolkit.finding import Finding, in_order
from toolkit.load import Content, Loaded, deployment_ids, load, service_ids
from toolkit.memory import Known, KnownPlace
from toolkit.model.organisation import Look
from toolkit.paths import Project, shipped
from toolkit.press import Press, together
from toolkit.render import Artefact, api, fail, gallery, look, note, overview, samples
from toolkit.render import compare as compared
from toolkit.render.environment import Templates
from toolkit.view import Card, View, cards, house, named_by, partners, view
from toolkit.view.compare import compare
from toolkit.view.failing import failing
from toolkit.view.house import beside
from toolkit.view.place import PlaceView
from toolkit.write import Mark, Writer, intact

#: So many services are in memory at once.
BATCH = 50
#: All cards are known after the first round, what they do to the checks after the second, and to links after the third.
ROUNDS = 3
#: Called with how much is done, of how much, and what is being done.
Progress = Callable[[int, int, str], None]


def silent(done: int, of: int, what: str) -> None:
    """Progress that nobody watches."""


@dataclass
class Report:
    """What a build did."""

    findings: list[Finding] = field(default_factory=list)
    services: int = 0
    places: int = 0
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
    run = _Run(project, today, only)
    content = load(project, ())
    report = Report([*content.findings, *texts(content), *off_shelf(content, service_ids(project))])
    if content.organisation is None:
        report.findings = in_order([*report.findings, *load(project, places=False).findings])
        return report

    before = run.memory.paths
    report.findings += run.services(progress)
    report.findings += run.places(content, progress)
    if only is None:
        run.memory.outputs = run.shared_pages(content)
        report.removed = run.docs.drop(sorted(before - run.memory.paths))
    else:  # the next whole build takes out what has to go, together with the links to it
        stale = {path for path in run.memory.outputs if path.startswith("notes/compare/")}
        run.memory.outputs |= dict.fromkeys((before - run.memory.paths) | stale, Mark(0, 0, ""))
    report.findings = in_order(
        [*report.findings, *(finding for known in run.memory.known for finding in known.findings)]
    )
    report.services, report.places = len(run.memory.services), len(run.seen)
    report.refused = [*run.refused, *run.kept_back]
    report.pages = sum(len(known.card.published) for known in run.memory.published.values())
    report.written = run.docs.written
    past.remember(project, run.memory)
    if site:
        report.site, run.memory.site = builder.build(project, today, run.memory.site)
        past.remember(project, run.memory)
    return report


class _Run:
    """One build: where it writes, what the last one knew, and what goes into each service."""

    def __init__(self, project: Project, today: dt.date, only: str | None) -> None:
        ids = service_ids(project)
        self.project, self.today = project, today
        self.only = known_id(only, ids, deployment_ids(project))
        self.broken: set[str] = set()
        self.seen: tuple[PlaceView, ...] = ()
        self.gone: list[Artefact] = []
        self.waiting: dict[str, None] = {}
        self.made: set[str] = set()
        self.templates = Templates(project)
        self.docs, self.parts = Writer(project), Writer(project, project.cache / "parts")
        shared = past.shared_key(project, self.templates.folders, shipped("catalogue"), today.isoformat())
        self.memory = past.recall(project, shared)
        self.keys = {id: past.of_files(_inputs(project, id)) for id in ids}

    @property
    def refused(self) -> list[str]:
        """Ids of services that are kept back because of errors."""
        return sorted(self.broken.union(id for id, known in self.memory.services.items() if not known.parts))

    @property
    def kept_back(self) -> list[str]:
        """Ids of deployments that are kept back because of errors."""
        return sorted(set(deployment_ids(self.project)).difference(self.memory.published_places))

    def services(self, progress: Progress) -> list[Finding]:
        """Make anew what changed. Gives what the loader found.

        A service shows its readers names of other services. Where one of these changed in this build, also because
        it came later, the service is made once more.
        """
        memory = self.memory
        memory.services = {id: known for id, known in memory.services.items() if id in self.keys}
        fresh = {id for id, key in self.keys.items() if self.is_fresh(memory.services.get(id), key)}
        todo = [id for id in self.keys if id not in fresh and self.only in (None, id)]
        findings: list[Finding] = []
        for _ in range(ROUNDS):
            self.waiting = dict.fromkeys(todo)
            while self.waiting:
                findings += self.batch(list(islice(self.waiting, BATCH)), progress)
            todo = [] if self.only else self.outdated()
        progress(len(self.keys), len(self.keys), "overview")
        return findings

    def is_fresh(self, known: Known | KnownPlace | None, key: str) -> bool:
        """Whether nothing changed for a service or a place since the last build."""
        return past.fresh(known, key, self.docs.docs, self.parts.docs)

    def places(self, content: Content, progress: Progress) -> list[Finding]:
        """Make anew what changed at the places. Gives what is wrong with the files around the deployments."""
        memory, known = self.memory, self.memory.places
        shown = {id: service.card for id, service in memory.published.items()}
        shared = house(content, shown, self.today, self.keys)
        if shared is None:
            return []
        seen, findings = places.views(self.project, content, shared, translated=())
        self.seen = tuple(seen.values())
        press = Press(self.project, self.today, self.templates)
        self.gone = [page for records in places.gone(self.project) for page in press.versions(records, None, shared)]
        unread = {id: past.behind_codes(known[id]) for id in deployment_ids(self.project) if id in known}
        memory.places = unread | {id: known[id] for id in seen if id in known}
        keys = {id: past.of_place(self.project, place, memory.cards) for id, place in seen.items()}
        todo = [id for id in seen if self.only in (None, id) and not self.is_fresh(known.get(id), keys[id])]
        read, wrong = places.views(self.project, content, shared, translated=todo) if todo else ({}, [])
        several = len(todo) > 1 and (os.cpu_count() or 1) > 1
        one_by_one = ((id, press.make(read[id])) for id in todo)
        for done, (id, made) in enumerate(together(self.project, self.today, shared, todo) if several else one_by_one):
            progress(done + 1, len(todo), id)
            outputs, parts = self.docs.put(made.outputs), self.parts.put(made.parts)
            around = [each for each in wrong if each.place.file.startswith(f"deployments/{id}/locale/")]
            memory.places[id] = KnownPlace(keys[id], [*around, *made.findings], outputs, parts)
        return findings

    def outdated(self) -> list[str]:
        """Services that were checked or shown with something of another service that is not so any more."""
        cards, published = self.memory.cards, self.memory.published.keys()
        others = partners(cards)
        return [
            id
            for id, known in self.memory.services.items()
            if not others.get(id, set()).issubset(known.names)
            or known.spoken_of != past.of_cards(known.names, cards, published, self.keys) + self.stand_ins(known.card)
        ]

    def batch(self, ids: list[str], progress: Progress, *, others_first: bool = True) -> list[Finding]:
        """Load, view, check, render and write some services, so that few are in memory at once.

        Whom they name is made before them, so that they need not be made once more.
        """
        for id in ids:
            del self.waiting[id]
        content = load(self.project, ids, places=False)
        named = {name for loaded in content.services.values() for name in named_by(loaded.record)}
        ahead = sorted(named & self.waiting.keys())
        if ahead and others_first:
            content.findings += self.batch(ahead, progress, others_first=False)
        every = self.memory.cards | cards(content)
        others = partners(every)
        shared = house(content, every, self.today, self.keys)
        findings = {id: check(view(loaded, shared)) for id, loaded in content.services.items() if shared}
        sound = {id for id, found in findings.items() if not any(finding.severity == "error" for finding in found)}
        shown = {id: card for id, card in every.items() if id in (self.memory.published.keys() - {*ids}) | sound}
        shared = house(content, shown, self.today, self.keys)
        for left, id in zip(range(len(ids), 0, -1), ids, strict=True):
            progress(len(self.keys) - len(self.waiting) - left, len(self.keys), id)
            self.memory.services.pop(id, None)
            if shared is None or id not in content.services:
                self.broken.add(id)
                continue
            seen = view(content.services[id], shared)
            names = tuple(sorted({*named_by(seen.service), *others.get(id, ())}))
            self.made.add(id)
            spoken_of = past.of_cards(names, every, shown, self.keys) + self.stand_ins(seen.card)
            pages, parts = self.publish(seen, findings[id]) if id in sound else ({}, {})
            self.memory.services[id] = Known(self.keys[id], seen.card, findings[id], pages, parts, names, spoken_of)
        return content.findings

    def publish(self, seen: View, findings: list[Finding]) -> tuple[dict[str, Mark], dict[str, Mark]]:
        """Render and write one service: its pages, and its parts of the files for programs."""
        draft = seen.service.identity.status == "draft"
        gaps = list(dict.fromkeys(finding.message for finding in findings)) if draft else []
        watched, part = self.limits(seen)
        pages = [*note.write(seen, self.templates, gaps), *samples.write(seen, self.project.services / seen.id)]
        return self.docs.put([*pages, *watched]), self.parts.put([*api.parts(seen), *part])

    def side_by_side(self) -> dict[str, Mark]:
        """Pages on which two services stand side by side; made anew where one of them was."""
        found = partners({id: known.card for id, known in self.memory.published.items()})
        pairs = sorted({(min(id, other), max(id, other)) for id, others in found.items() for other in others})
        paths = {pair: f"notes/compare/{beside(*pair)}" for pair in pairs}
        marks = {path: self.memory.outputs[path] for path in paths.values() if path in self.memory.outputs}
        kept = {path: mark for path, mark in marks.items() if intact(self.docs.docs / path, mark)}
        todo = [pair for pair, path in paths.items() if path not in kept or self.made.intersection(pair)]
        content = load(self.project, sorted({id for pair in todo for id in pair}), places=False)
        shared = house(content, self.memory.cards, self.today, self.keys)
        if not todo or shared is None:
            return kept
        views = {id: view(loaded, shared) for id, loaded in content.services.items()}
        pages = [compared.page(compare(views[one], views[other]), self.templates) for one, other in todo]
        return kept | self.docs.put(pages)

    @cached_property
    def measured(self) -> Content:
        """The services with evidence: their engines stand in for those that do not run here."""
        return load(self.project, self.measured_ids, places=False)

    @cached_property
    def measured_ids(self) -> list[str]:
        return [id for id in self.keys if any((self.project.services / id / "evidence").glob("*.json"))]

    def stand_ins(self, card: Card) -> str:
        """Changes with what is shown in place of the engine of a service; empty where nothing can be watched of it."""
        return "".join(self.keys[id] for id in self.measured_ids if id != card.id) if card.demos else ""

    def limits(self, seen: View) -> tuple[list[Artefact], list[Artefact]]:
        """The page of what can be watched failing of a service, and its part of the overview; none without any."""
        if not seen.card.demos:
            return [], []
        services = {**self.measured.services, seen.id: Loaded(seen.service, seen.document)}
        rows = failing(services, {**self.measured.evidence, seen.id: seen.evidence})[seen.id]
        page = fail.page(rows, seen.house.organisation.playground_url, self.templates)
        return [page], [fail.part(rows, self.templates)]

    def shared_pages(self, content: Content) -> dict[str, Mark]:
        """What belongs to no single service: overview, stylesheet, files for programs."""
        house = content.organisation.record if content.organisation else None
        accent, shelves = (house.look.accent, house.shelves) if house else (Look().accent, ())
        published = [known.card for known in self.memory.published.values()]
        pages = [
            *overview.write(published, self.refused, self.templates, shelves),
            *look.write(accent, self.templates),
            *self.gone,
        ]
        watched = [card.id for card in published if card.demos]
        if watched:
            parts_of = ((self.parts.docs / f"{id}.{fail.PART}").read_bytes() for id in watched)
            pages.append(fail.overview(parts_of, self.templates))
        at = self.memory.places
        if at or self.kept_back:
            shown = [view for view in self.seen if view.id in at and at[view.id].parts]
            made = {path for known in at.values() for path in known.outputs}
            pages.append(gallery.write(shown, made, self.kept_back, self.templates))
        parts = past.of_marks(mark for known in self.memory.known for mark in known.parts.values())
        kept = {path: mark for path, mark in self.memory.outputs.items() if path in api.LISTS}
        if parts != self.memory.parts or not kept or not all(intact(self.docs.docs / p, m) for p, m in kept.items()):
            kept = self.docs.put(api.write(self.memory.published, self.memory.published_places, self.parts.docs))
        self.memory.parts = parts
        return self.docs.put(pages) | kept | self.side_by_side()


def _inputs(project: Project, id: str) -> list[Path]:
    folder = project.services / id
    return [folder / "service.yml", *folder.glob("evidence/*.json"), *folder.glob("evidence/*/*.png")]
