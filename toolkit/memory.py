"""What the last build knew, so that work that did not change is not done again. Losing it only costs time."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Container, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from toolkit import fonts
from toolkit.finding import Finding, Place
from toolkit.paths import PACKAGE, Project
from toolkit.source import MAX_BYTES
from toolkit.view import Card, Page
from toolkit.view.place import PlaceView
from toolkit.write import Mark, failed, intact

#: What reading a file that anybody could have changed may raise.
UNREADABLE = (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError)


@dataclass
class Known:
    """What is known of a service: its card, what the checks found, and what was written."""

    key: str
    card: Card
    findings: list[Finding]
    outputs: dict[str, Mark]
    parts: dict[str, Mark]
    """Its parts of the files for programs, below `.disclose/parts/`; none where the checks keep it back."""
    names: tuple[str, ...]
    """Ids of other services that it names."""
    spoken_of: str
    """A hash over what was known of these when it was checked and shown."""


@dataclass
class KnownPlace:
    """What is known of a deployment: what the checks found, and what was written; no parts where it is kept back."""

    key: str
    findings: list[Finding]
    outputs: dict[str, Mark]
    parts: dict[str, Mark]


@dataclass
class Memory:
    """What is known of all services, under a key over everything they share."""

    shared: str
    parts: str = ""
    """A hash over the parts that the files for programs were put together from."""
    services: dict[str, Known] = field(default_factory=dict)
    places: dict[str, KnownPlace] = field(default_factory=dict)
    outputs: dict[str, Mark] = field(default_factory=dict)
    """Files that belong to no single service or deployment."""
    site: str = ""

    @property
    def paths(self) -> set[str]:
        """Every file the build wrote."""
        return set(self.outputs).union(*(known.outputs for known in self.known))

    @property
    def known(self) -> list[Known | KnownPlace]:
        """What is known of every service and of every place."""
        return [*self.services.values(), *self.places.values()]

    @property
    def published_places(self) -> list[str]:
        """Ids of the deployments that the checks do not keep back."""
        return [id for id, known in sorted(self.places.items()) if known.parts]

    @property
    def published(self) -> dict[str, Known]:
        """The services that the checks do not keep back, by id."""
        return {id: known for id, known in sorted(self.services.items()) if known.parts}

    @property
    def cards(self) -> dict[str, Card]:
        """The cards of all services that could be read."""
        return {id: known.card for id, known in self.services.items()}


def fresh(known: Known | KnownPlace | None, key: str, docs: Path, parts: Path) -> bool:
    """Whether nothing changed for a service or a place: neither what goes in nor what came out."""
    if known is None or known.key != key:
        return False
    return all(intact(docs / path, mark) for path, mark in known.outputs.items()) and all(
        intact(parts / path, mark) for path, mark in known.parts.items()
    )


def digest(parts: Iterable[bytes]) -> str:
    """A hash over *parts* and where each ends."""
    total = hashlib.sha256()
    for part in parts:
        total.update(len(part).to_bytes(8, "big"))
        total.update(part)
    return total.hexdigest()


def of_files(paths: Iterable[Path]) -> str:
    """A hash over names and contents of files."""
    files = [path for path in sorted(paths) if path.is_file()]
    return digest(part for path in files for part in (path.name.encode(), _beginning(path)))


def _beginning(path: Path) -> bytes:
    """As much of a file as the loader would read."""
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


def of_cards(ids: Iterable[str], cards: Mapping[str, Card], public: Container[str], there: Collection[str]) -> str:
    """A hash over what can be known of the services *ids*: the card, and whether they are *public*, or *there* at all.

    Where one is missing, authors are told the nearest of those that are there, so all of these count.
    """
    known = [(id, cards.get(id), id in public) for id in ids]
    others = sorted(there) if any(id not in there for id in ids) else []
    return digest([json.dumps([known, others]).encode()])


def of_place(project: Project, view: PlaceView, cards: Mapping[str, Card]) -> str:
    """A hash over everything that goes into one deployment: its folder, its services, where typefaces lie, and who
    else uses its codes.
    """
    deployment = view.deployment
    services = [project.services / id / "service.yml" for id in deployment.services]
    named = [cards.get(id) for id in deployment.services]
    typefaces = [str(path) for path in fonts.paths(fonts.FACES)]
    shared = [sorted(view.owners.get(view.code(sign), ())) for sign in deployment.signs]
    own = (path for path in (project.deployments / deployment.id).rglob("*"))
    return digest(
        [of_files(own).encode(), of_files(services).encode(), json.dumps([named, typefaces, shared]).encode()]
    )


def behind_codes(known: KnownPlace) -> KnownPlace:
    """Of a place that cannot be read any more, what stands behind the codes of its signs: these hang on."""
    pages = {path: mark for path, mark in known.outputs.items() if path.startswith(("n/", "N/"))}
    return KnownPlace("", [], pages, {})


def of_marks(marks: Iterable[Mark]) -> str:
    """A hash over what files hold."""
    return digest(mark.hash.encode() for mark in marks)


def shared_key(project: Project, templates: Iterable[Path], catalogue: Path, today: str) -> str:
    """A hash over everything that all services share: the day, the code, the templates, the upper levels."""
    services = project.services
    files = [services / "organisation.yml", *services.glob("suites/*.yml"), *services.glob("catalogue/*.yml")]
    files += services.glob("regimes/*.yml")
    files += [*catalogue.glob("*.yml"), *(path for folder in templates for path in folder.rglob("*"))]
    code = (path for path in PACKAGE.rglob("*") if path.suffix in {".py", ".yml", ".po"})
    return digest([today.encode(), of_files(code).encode(), of_files(files).encode()])


def recall(project: Project, shared: str) -> Memory:
    """The memory of the last build. Where the shared key differs, only what was written is remembered."""
    try:
        data = json.loads((project.cache / "memory.json").read_text("utf-8"))
        memory = _read(data)
    except UNREADABLE:
        return Memory(shared, outputs=dict.fromkeys(_published(project), Mark(0, 0, "")))
    if memory.shared == shared:
        return memory
    return Memory(shared, outputs={path: Mark(0, 0, "") for path in memory.paths}, site=memory.site)


def _published(project: Project) -> list[str]:
    """The pages of the last build by its own files for programs, so that those of a service that went can go."""
    try:
        services = json.loads((project.docs / "api/services.json").read_text("utf-8"))
        pages = [page for service in services for page in service["documents"]]
        own = [page["href"] if page["state"] == "own" else page.get("particular") for page in pages]
        compared = [path.relative_to(project.docs).as_posix() for path in project.docs.glob("notes/compare/*.md")]
        return [*(f"{href.rstrip('/')}.md" for href in own if href), *compared]
    except UNREADABLE:
        return []


def remember(project: Project, memory: Memory) -> None:
    """Keep the memory for the next build. Raises ProjectError where it cannot be written."""
    path = project.cache / "memory.json"
    staged = path.with_suffix(".new")
    try:
        staged.write_text(json.dumps(_written(memory), separators=(",", ":")), "utf-8")
        staged.replace(path)
    except OSError as error:
        raise failed(path, error) from error


def _written(memory: Memory) -> dict[str, Any]:
    services = {
        id: [known.key, known.card, known.findings, known.outputs, known.parts, known.names, known.spoken_of]
        for id, known in memory.services.items()
    }
    places = {id: [known.key, known.findings, known.outputs, known.parts] for id, known in memory.places.items()}
    plain = {name: getattr(memory, name) for name in ("shared", "parts", "outputs", "site")}
    return {**plain, "services": services, "places": places}


def _read(data: dict[str, Any]) -> Memory:
    services = {}
    for id, (key, card, findings, outputs, parts, names, spoken_of) in data["services"].items():
        rest = (_findings(findings), _marks(outputs), _marks(parts), tuple(names), spoken_of)
        services[id] = Known(key, _card(card), *rest)
    places = {
        id: KnownPlace(key, _findings(findings), _marks(outputs), _marks(parts))
        for id, (key, findings, outputs, parts) in data["places"].items()
    }
    return Memory(data["shared"], data["parts"], services, places, _marks(data["outputs"]), data["site"])


def _findings(rows: list[Any]) -> list[Finding]:
    return [Finding(Place(*place), *more) for place, *more in rows]


def _marks(rows: dict[str, Any]) -> dict[str, Mark]:
    return {path: Mark(*mark) for path, mark in rows.items()}


def _card(row: list[Any]) -> Card:
    *plain, instead, people, pages = row
    shown = tuple(Page._make([*page[:6], tuple(page[6]), *page[7:]]) for page in pages)
    return Card._make([*plain, tuple(instead), tuple((relation, role) for relation, role in people), shown])
