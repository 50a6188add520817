"""Walks the folders of a project: organisation > suite > service > deployment, each level laid over the one above."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from pydantic import BaseModel

from toolkit.finding import Finding, Place
from toolkit.load.validate import VARIABLE, Filling, did_you_mean, filled, short, validate
from toolkit.merge import merge
from toolkit.model import Catalogue, Deployment, Evidence, Organisation, Service, Study, Suite
from toolkit.paths import Project, shipped
from toolkit.source import MAX_PROBLEMS, TOO_MANY, Document, Node, Path_, read

R = TypeVar("R", bound=BaseModel)
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
#: Parts of a service that hold at a place too, until the deployment says otherwise.
SHARED = (
    "people",
    "oversight",
    "disclosure.items",
    "disclosure.risks",
    "disclosure.not_collected",
    "disclosure.notices",
)
#: More suites above each other than anybody needs.
MAX_SUITES = 16
#: What follows from a parent that could not be read, and says nothing of the file it is found in.
FOLLOWING = ("missing-key", "unknown-variable", "remove-unknown")


class Loaded(NamedTuple, Generic[R]):
    """A record, and the tree that knows where each of its values was written."""

    record: R
    document: Document


class _Level(NamedTuple):
    """What a level hands down: defaults, names for texts, what it removed, and whether all could be read."""

    defaults: Node
    names: dict[str, str]
    removed: tuple[tuple[Path_, Node, Node], ...] = ()
    whole: bool = True


EMPTY = Node({}, Place(""), Place(""))
NOTHING = _Level(EMPTY, {}, whole=False)


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
    others: list[Loaded[Any]] = field(default_factory=list)
    """What holds texts and is no service: organisation, suites, catalogue, deployments, studies."""
    broken: set[str] = field(default_factory=set)
    """Ids of services that hold an error, or inherit from a file that does."""
    findings: list[Finding] = field(default_factory=list)


def service_ids(project: Project) -> list[str]:
    """The ids of the services in `services/`, by the names of their folders."""
    folders = sorted(path.parent.name for path in project.services.glob("*/service.yml"))
    return [name for name in folders if SLUG.fullmatch(name)]


def deployment_ids(project: Project) -> list[str]:
    """The ids of the deployments in `deployments/`, by the names of their folders."""
    folders = sorted(path.parent.name for path in project.deployments.glob("*/deployment.yml"))
    return [name for name in folders if SLUG.fullmatch(name)]


def load(project: Project, services: Collection[str] | None = None, *, places: bool = True) -> Content:
    """Read the project, or of its services only those of *services*, with or without its deployments. Never raises
    for what a file holds: each problem is a finding, and one broken file does not hide the others.
    """
    reader = _Reader(project)
    content = reader.content
    content.organisation = reader.organisation()
    content.catalogue = reader.catalogue()
    for name in reader.suites:
        reader.level(name, Place(f"services/{name}"))
    for folder in reader.folders(project.services, "service.yml"):
        if services is None or folder.name in services:
            reader.service(folder)
    for folder in reader.folders(project.deployments, "deployment.yml") if places else ():
        reader.deployment(folder)
    content.findings = list(dict.fromkeys(content.findings))
    return content


class _Reader:
    """Reads each parent once and remembers it."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.content = Content()
        self.known = {path.parent.name for path in project.services.glob("*/service.yml")}
        self.suites = [f"suites/{file.name}" for file in sorted((project.services / "suites").glob("*.yml"))]
        self.levels: dict[str, _Level] = {"": _Level(EMPTY, {})}
        self.fillings: dict[str, Filling] = {}
        self.deployment_defaults = self.study_defaults = EMPTY
        self.faulty: Counter[str] = Counter()

    def report(self, place: Place, rule: str, message: str, help: str = "") -> None:
        self.add([Finding(place, rule, "error", message, help)])

    def add(self, findings: Iterable[Finding], *, whole: bool = True) -> None:
        """Keep findings, and whose they are; without those that follow where what stands above is not *whole*."""
        for finding in findings:
            if whole or finding.rule not in FOLLOWING:
                self.faulty[finding.place.file] += 1
                count = self.faulty[finding.place.file]
                if count <= MAX_PROBLEMS:
                    self.content.findings.append(finding)
                elif count == MAX_PROBLEMS + 1:
                    self.content.findings.append(Finding(finding.place, "file-too-complex", "error", *TOO_MANY))

    def is_faulty(self, path: Path) -> bool:
        return self.project.name_of(path) in self.faulty

    def tree(self, path: Path, level: str) -> Node | None:
        """The tree of a file that lies inside the project."""
        name = self.project.name_of(path)
        if not Path(os.path.realpath(path)).is_relative_to(self.project.root):
            shown = path.relative_to(self.project.root).as_posix()
            message = "this file leads out of the project"
            self.report(Place(shown, 1, 1, level), "outside-project", message, "put a copy here in place of the link")
            return None
        node, findings = read(path, name, level)
        self.add(findings)
        if node is not None and not isinstance(node.value, dict):
            self.report(node.place, "wrong-type", "the file should hold keys, such as `schema_version:`")
            return None
        return node

    def record(
        self, document: Document, model: type[R], names: dict[str, str], *, whole: bool = True
    ) -> Loaded[R] | None:
        record, findings = validate(document, model, names)
        self.add(findings, whole=whole)
        if record is None:
            return None
        loaded = Loaded(record, document)
        if not isinstance(record, (Service, Evidence)):
            self.content.others.append(loaded)
        return loaded

    def names(self, node: Node) -> dict[str, str]:
        """The variables of a file."""
        names = node.value.get("variables")
        children = names.value if names and isinstance(names.value, dict) else {}
        texts = {key: child for key, child in children.items() if isinstance(child.value, str)}
        for child in texts.values():
            inner = VARIABLE.search(child.value)
            if inner:
                message = f"a variable cannot hold another, and this holds {inner[0]}"
                self.report(child.place, "unknown-variable", message, "write the name out")
        return {key: child.value for key, child in texts.items()}

    def folders(self, parent: Path, file: str) -> Iterator[Path]:
        """Folders of *parent* that hold *file*, in order of their names."""
        for path in sorted(folder / file for folder in parent.glob("*") if os.path.lexists(folder / file)):
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
        self.levels[""] = NOTHING
        node = self.tree(path, "organisation")
        if node is None:
            return None
        names = self.names(node)
        self.deployment_defaults = node.value.get("deployment_defaults", EMPTY)
        self.study_defaults = node.value.get("study_defaults", EMPTY)
        loaded = self.record(Document(node), Organisation, _Echo(names))
        if self.is_faulty(path):
            return None
        self.levels[""] = _Level(_defaults(node), names)
        return loaded

    def catalogue(self) -> Catalogue:
        """The shipped catalogue with the project's own laid over it."""
        own, ready = self.project.services / "catalogue", shipped("catalogue")
        nodes = [self.tree(path, "catalogue") for path in sorted(own.glob("*.yml"))]
        if os.path.realpath(own) != os.path.realpath(ready):
            nodes = [read(path, path.name, "catalogue")[0] for path in sorted(ready.glob("*.yml"))] + nodes
        merged: Node | None = None
        for node in nodes:
            if node is not None:
                merged, _, findings = merge(merged, node) if merged else (node, [], [])
                self.add(findings)
        loaded = self.record(Document(merged), Catalogue, {}) if merged is not None else None
        return loaded.record if loaded else Catalogue()

    def level(self, name: str, asked_at: Place, chain: tuple[str, ...] = ()) -> _Level:
        """What the suite file *name* hands down."""
        if name in chain:
            circle = " > ".join((*chain, name))
            self.report(asked_at, "extends-cycle", f"`extends` runs in a circle: {circle}", "break the circle")
            return NOTHING
        if name not in self.suites:
            inside = not name.startswith("/") and ".." not in name.split("/")
            message = f"there is no {short(name)} in services/" if inside else f"{short(name)} leads out of services/"
            advice = did_you_mean(short(name), self.suites) or "a suite is a file in services/suites/"
            self.report(asked_at, "missing-parent", message, advice)
            return NOTHING
        if len(chain) == MAX_SUITES:
            message = f"more than {MAX_SUITES} suites stand above each other"
            self.report(asked_at, "file-too-complex", message, "put them together")
            return NOTHING
        if name not in self.levels:
            self.levels[name] = self._suite(name, chain)
        return self.levels[name]

    def _suite(self, name: str, chain: tuple[str, ...]) -> _Level:
        path = self.project.services / name
        node = self.tree(path, "suite")
        if node is None:
            return NOTHING
        above = self._above(node, (*chain, name))
        own = self.names(node)
        names = {**above.names, "suite": _text(node, "name", {**above.names, **own}), **own}
        loaded = self.record(Document(node), Suite, _Echo(names))
        if loaded:
            self.content.suites[name] = loaded.record
        defaults, removed, findings = merge(above.defaults, _defaults(node))
        self.add(findings, whole=above.whole)
        return _Level(defaults, names, (*above.removed, *removed), above.whole and not self.is_faulty(path))

    def _above(self, node: Node, chain: tuple[str, ...] = ()) -> _Level:
        extends = node.value.get("extends")
        if extends is None or not isinstance(extends.value, str):
            return self.levels[""]
        return self.level(extends.value, extends.place, chain)

    def service(self, folder: Path) -> None:
        """Read a service with its evidence. It is broken where one of its files holds an error, or inherits one."""
        self.content.broken.add(folder.name)
        before = len(self.content.findings)
        evidence = self.evidence(folder)
        measured = len(self.content.findings) == before
        path = folder / "service.yml"
        own = self.tree(path, "service")
        if own is None:
            return
        above = self._above(own)
        root, removed, findings = merge(above.defaults, own)
        self.add(findings, whole=above.whole)
        names = {**above.names, **self.names(own)}
        names["service"] = _text(own.value.get("identity"), "name", names) or folder.name
        filling = Filling(names)
        gone = [(where, record, filled(removal, filling)) for where, record, removal in (*above.removed, *removed)]
        self.add(filling.findings, whole=above.whole)
        document = Document(root, tuple(gone))
        loaded = self.record(document, Service, names, whole=above.whole)
        if loaded:
            self._is_called(loaded.record.identity.id, folder, document.place(("identity", "id")))
        if loaded and measured and above.whole and not self.is_faulty(path):
            self.content.broken.remove(folder.name)
            self.content.services[folder.name] = loaded
            self.content.evidence[folder.name] = evidence
            self.fillings[folder.name] = Filling(names)

    def _is_called(self, id: str, folder: Path, place: Place) -> None:
        if id != folder.name:
            message = f"the id {id!r} is not the name of its folder, {folder.name!r}"
            self.report(place, "id-folder", message, "rename one of the two; addresses of pages are made of it")

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
        """Read a deployment with its study and evidence."""
        path = folder / "deployment.yml"
        own = self.tree(path, "deployment")
        evidence = self.evidence(folder)
        names = {**self.levels[""].names, **(self.names(own) if own else {})}
        names["deployment"] = _text(own, "name", names)
        study = self.study(folder, names, whole=own is not None and self.levels[""].whole)
        if own is None:
            return
        inherited, whole = self._inherited_by(own)
        root, removed, findings = merge(inherited, own)
        self.add(findings, whole=whole)
        loaded = self.record(Document(root, tuple(removed)), Deployment, names, whole=whole)
        if loaded:
            self._is_called(loaded.record.id, folder, loaded.document.place(("id",)))
        if loaded and whole and not self.is_faulty(path):
            self.content.deployments[folder.name] = loaded
            self.content.evidence[folder.name] = evidence
            if study:
                self.content.studies[folder.name] = study

    def _inherited_by(self, own: Node) -> tuple[Node, bool]:
        """What the organisation and the services hand down to a place, and whether all of it could be read."""
        root, whole = self.deployment_defaults, self.levels[""].whole
        services = own.value.get("services", Node([], own.place, own.key))
        nodes = services.value if isinstance(services.value, list) else [services]
        first: dict[str, Node] = {}
        for node in nodes:
            if isinstance(node.value, str):
                first.setdefault(node.value, node)
        for node in first.values():
            if node.value not in self.known:
                message = f"there is no service called {short(node.value)!r}"
                self.report(node.place, "unknown-id", message, did_you_mean(short(node.value), self.known))
            elif node.value not in self.content.services and node.value not in self.content.broken:
                self.service(self.project.services / node.value)  # not asked for, but this place stands on it
            if node.value in self.fillings:
                handed = _shared(self.content.services[node.value].document.root)
                root = merge(root, filled(handed, self.fillings[node.value]))[0]
            else:
                whole = False
        return root, whole

    def study(self, folder: Path, names: dict[str, str], *, whole: bool) -> Loaded[Study] | None:
        """The study of a deployment, laid over what the organisation hands down, with the names of the deployment."""
        path = folder / "study.yml"
        own = self.tree(path, "study") if path.is_file() else None
        if own is None:
            return None
        root, removed, findings = merge(self.study_defaults, own)
        self.add(findings, whole=whole)
        loaded = self.record(Document(root, tuple(removed)), Study, names, whole=whole)
        if loaded:
            self._is_called(loaded.record.deployment, folder, loaded.document.place(("deployment",)))
        return None if self.is_faulty(path) else loaded


class _Echo(dict[str, str]):
    """Names for a file whose texts are filled later, where they are inherited: unknown names stay as they are."""

    def __contains__(self, key: object) -> bool:
        return True

    def __missing__(self, key: str) -> str:
        return f"{{{key}}}"


def _text(node: Node | None, key: str, names: dict[str, str]) -> str:
    child = node.value.get(key) if node and isinstance(node.value, dict) else None
    return Filling(names).text(child.value, child.place) if child and isinstance(child.value, str) else ""


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
