"""Walks the folders of a project: organisation > suite > service > deployment, each level laid over the one above."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from pydantic import BaseModel

from toolkit.finding import Finding, Place
from toolkit.load.validate import Filling, did_you_mean, filled, validate
from toolkit.model import Catalogue, Deployment, Evidence, Organisation, Service, Study, Suite
from toolkit.paths import Project, shipped
from toolkit.source import Document, Node, merge, read

R = TypeVar("R", bound=BaseModel)
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
#: Parts of a service that hold at a place too, until the deployment says otherwise.
SHARED = ("people", "oversight", "disclosure.risks", "disclosure.not_collected", "disclosure.notices")


class Loaded(NamedTuple, Generic[R]):
    """A record, and the tree that knows where each of its values was written."""

    record: R
    document: Document


class _Level(NamedTuple):
    """What a level hands down: defaults for the next, and names for texts."""

    defaults: Node
    names: dict[str, str]


@dataclass
class Content:
    """All records of a project that are valid, and all findings."""

    organisation: Loaded[Organisation] | None = None
    catalogue: Catalogue = field(default_factory=Catalogue)
    suites: dict[str, Suite] = field(default_factory=dict)
    services: dict[str, Loaded[Service]] = field(default_factory=dict)
    deployments: dict[str, Loaded[Deployment]] = field(default_factory=dict)
    studies: dict[str, Loaded[Study]] = field(default_factory=dict)
    evidence: dict[str, tuple[Evidence, ...]] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    """Ids of services that could not be read."""
    findings: list[Finding] = field(default_factory=list)


def service_ids(project: Project) -> list[str]:
    """The ids of the services in `services/`, by the names of their folders."""
    folders = sorted(path.parent.name for path in project.services.glob("*/service.yml"))
    return [name for name in folders if SLUG.fullmatch(name)]


def load(project: Project, services: Collection[str] | None = None) -> Content:
    """Read the project, or of its services only those of *services*. Never raises for what a file holds: each
    problem is a finding, and one broken file does not hide the others.
    """
    reader = _Reader(project)
    content = reader.content
    content.organisation = reader.organisation()
    content.catalogue = reader.catalogue()
    for folder in reader.folders(project.services, "service.yml"):
        if services is None or folder.name in services:
            reader.service(folder)
            if folder.name not in content.services:
                content.broken.add(folder.name)
    for folder in reader.folders(project.deployments, "deployment.yml"):
        reader.deployment(folder)
    content.findings = list(dict.fromkeys(content.findings))
    return content


class _Reader:
    """Reads each parent once and remembers it."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.content = Content()
        self.levels: dict[str, _Level | None] = {}
        self.trees: dict[str, Node] = {}
        self.shared: dict[str, Node] = {}

    def report(self, place: Place, rule: str, message: str, help: str = "") -> None:
        self.content.findings.append(Finding(place, rule, "error", message, help))

    def tree(self, path: Path, level: str) -> Node | None:
        """The tree of a file that lies inside the project."""
        name = self.project.name_of(path)
        if not path.resolve().is_relative_to(self.project.root):
            shown = path.relative_to(self.project.root).as_posix()
            message = "this file leads out of the project"
            self.report(Place(shown, 1, 1, level), "outside-project", message, "put a copy here in place of the link")
            return None
        node, findings = read(path, name, level)
        self.content.findings += findings
        if node is not None and not isinstance(node.value, dict):
            self.report(node.place, "wrong-type", "the file should hold keys, such as `schema_version:`")
            return None
        return node

    def record(self, document: Document, model: type[R], names: dict[str, str]) -> Loaded[R] | None:
        record, findings = validate(document, model, names)
        self.content.findings += findings
        return Loaded(record, document) if record is not None else None

    def folders(self, parent: Path, file: str) -> Iterator[Path]:
        """Folders of *parent* that hold *file*, in order of their names."""
        for path in sorted(parent.glob(f"*/{file}")):
            name = path.parent.name
            if SLUG.fullmatch(name):
                yield path.parent
            else:
                place = Place(self.project.name_of(path), 1, 1, "")
                advice = "rename the folder: lower-case letters, digits and single hyphens"
                self.report(place, "bad-id", f"the folder name {name!r} is no id", advice)

    def organisation(self) -> Loaded[Organisation] | None:
        path = self.project.services / "organisation.yml"
        if not path.is_file():
            place = Place(self.project.name_of(path), 1, 1, "organisation")
            self.report(place, "missing-file", "there is no organisation.yml", "run `disclose init` to see one")
            return None
        node = self.tree(path, "organisation")
        if node is None:
            return None
        names = _names(node)
        self.levels[""] = _Level(_defaults(node), names)
        self.trees["deployment"] = node.value.get("deployment_defaults", Node({}, node.place, node.key))
        return self.record(Document(node), Organisation, _Echo(names))

    def catalogue(self) -> Catalogue:
        """The shipped catalogue with the project's own laid over it."""
        own = self.project.services / "catalogue"
        files = sorted(shipped("catalogue").glob("*.yml"))
        if own.resolve() != shipped("catalogue").resolve():
            files += sorted(own.glob("*.yml"))
        merged: Node | None = None
        for path in files:
            outside = not path.resolve().is_relative_to(self.project.root)
            node = read(path, path.name, "catalogue")[0] if outside else self.tree(path, "catalogue")
            if node is not None:
                merged = node if merged is None else merge(merged, node)[0]
        loaded = self.record(Document(merged), Catalogue, {}) if merged is not None else None
        return loaded.record if loaded else Catalogue()

    def level(self, name: str, asked_at: Place, chain: tuple[str, ...] = ()) -> _Level | None:
        """Defaults and names handed down by the suite file *name* (empty: by the organisation alone)."""
        if name in chain:
            circle = " > ".join((*chain, name))
            self.report(asked_at, "extends-cycle", f"`extends` runs in a circle: {circle}", "break the circle")
            return None
        if name not in self.levels:
            self.levels[name] = self._suite(name, asked_at, chain) if name else None
        return self.levels[name]

    def _suite(self, name: str, asked_at: Place, chain: tuple[str, ...]) -> _Level | None:
        path = self.project.services / name
        known = [f"suites/{file.name}" for file in sorted((self.project.services / "suites").glob("*.yml"))]
        if name not in known:
            inside = not name.startswith("/") and ".." not in name.split("/")
            message = f"there is no {name} in services/" if inside else f"{name} leads out of services/"
            self.report(asked_at, "missing-parent", message, did_you_mean(name, known))
            return None
        node = self.tree(path, "suite")
        if node is None:
            return None
        above = self._above(node, (*chain, name))
        names = {**above.names, **_names(node)} if above else _names(node)
        names.setdefault("suite", _text(node, "name"))
        loaded = self.record(Document(node), Suite, _Echo(names))
        if loaded:
            self.content.suites[name] = loaded.record
        if above is None:
            return _Level(_defaults(node), names)
        defaults, _, findings = merge(above.defaults, _defaults(node))
        self.content.findings += findings
        return _Level(defaults, names)

    def _above(self, node: Node, chain: tuple[str, ...]) -> _Level | None:
        extends = node.value.get("extends")
        if extends is None or not isinstance(extends.value, str):
            return self.levels.get("")
        return self.level(extends.value, extends.place, chain)

    def service(self, folder: Path) -> None:
        own = self.tree(folder / "service.yml", "service")
        if own is None:
            return
        above = self._above(own, ())
        document = Document(own)
        names = _names(own)
        if above:
            root, removed, findings = merge(above.defaults, own)
            document = Document(root, tuple(removed))
            self.content.findings += findings
            names = {**above.names, **names}
        identity = own.value.get("identity")
        names["service"] = _text(identity, "name") if identity else folder.name
        loaded = self.record(document, Service, names)
        if loaded and self._is_called(loaded.record.identity.id, folder, document.place(("identity", "id"))):
            self.content.services[folder.name] = loaded
            self.content.evidence[folder.name] = self.evidence(folder)
            self.shared[folder.name] = filled(_shared(document.root), Filling(names))

    def _is_called(self, id: str, folder: Path, place: Place) -> bool:
        if id == folder.name:
            return True
        message = f"the id {id!r} is not the name of its folder, {folder.name!r}"
        self.report(place, "id-folder", message, "rename one of the two; addresses of pages are made of it")
        return False

    def evidence(self, folder: Path) -> tuple[Evidence, ...]:
        """Evidence files of a service or deployment, in order of their names."""
        found = []
        for path in sorted((folder / "evidence").glob("*.json")):
            node = self.tree(path, "evidence")
            loaded = self.record(Document(node), Evidence, _Echo({})) if node else None
            if loaded:
                found.append(loaded.record)
        return tuple(found)

    def deployment(self, folder: Path) -> None:
        own = self.tree(folder / "deployment.yml", "deployment")
        if own is None:
            return
        root, removed = self._inherited_by(own), []
        if root is not None:
            merged, gone, findings = merge(root, own)
            own, removed = merged, gone
            self.content.findings += findings
        above = self.levels.get("")
        names = {**(above.names if above else {}), **_names(own)}
        names["deployment"] = _text(own, "name")
        loaded = self.record(Document(own, tuple(removed)), Deployment, names)
        if loaded and self._is_called(loaded.record.id, folder, loaded.document.place(("id",))):
            self.content.deployments[folder.name] = loaded
            self.content.evidence[folder.name] = self.evidence(folder)
            self.study(folder)

    def _inherited_by(self, own: Node) -> Node | None:
        """What the organisation and the services hand down to a place."""
        root = self.trees.get("deployment")
        services = own.value.get("services")
        known = [path.parent.name for path in self.project.services.glob("*/service.yml")]
        for node in services.value if services and isinstance(services.value, list) else ():
            if node.value in known and node.value not in self.content.services | dict.fromkeys(self.content.broken):
                self.service(self.project.services / node.value)  # not asked for, but this place stands on it
            if node.value in self.content.services:
                shared = self.shared[node.value]
                root = merge(root, shared)[0] if root else shared
            elif node.value not in known:
                message = f"there is no service called {node.value!r}"
                self.report(node.place, "unknown-id", message, did_you_mean(str(node.value), known))
        return root

    def study(self, folder: Path) -> None:
        path = folder / "study.yml"
        node = self.tree(path, "study") if path.is_file() else None
        loaded = self.record(Document(node), Study, {}) if node else None
        if loaded:
            self.content.studies[folder.name] = loaded


class _Echo(dict[str, str]):
    """Names for a file whose texts are filled later, where they are inherited: unknown names stay as they are."""

    def __contains__(self, key: object) -> bool:
        return True

    def __missing__(self, key: str) -> str:
        return f"{{{key}}}"


def _text(node: Node, key: str) -> str:
    child = node.value.get(key) if isinstance(node.value, dict) else None
    return child.value if child and isinstance(child.value, str) else ""


def _names(node: Node) -> dict[str, str]:
    names = node.value.get("variables")
    children = names.value if names and isinstance(names.value, dict) else {}
    return {key: child.value for key, child in children.items() if isinstance(child.value, str)}


def _defaults(node: Node) -> Node:
    defaults = node.value.get("defaults")
    return defaults if defaults and isinstance(defaults.value, dict) else Node({}, node.place, node.key)


def _shared(root: Node) -> Node:
    """The parts of a service's tree that a deployment inherits, under the keys of a deployment."""
    shared = {}
    for path in SHARED:
        node: Node | None = root
        for step in path.split("."):
            node = node.value.get(step) if node and isinstance(node.value, dict) else None
        if node is not None:
            shared[path.rsplit(".", 1)[-1]] = node
    return Node(shared, root.place, root.key)
