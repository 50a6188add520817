"""Copies a service of the public catalogue into a project, as a draft that somebody still has to answer for."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from toolkit.errors import ProjectError, UsageError
from toolkit.load.validate import did_you_mean
from toolkit.paths import Project, shipped
from toolkit.source import Node, parse
from toolkit.start import refuse_bad_id, write_new

#: The suite that holds what the catalogue's own organisation hands down to every service.
ABOVE = "catalogue-defaults"
SUITE = f"""\
schema_version: "1.0"
id: {ABOVE}
name: Services of the public catalogue
description: What the catalogue says of every service in it.

"""
#: Keys under which a service names another one that need not be in the project.
OTHERS = ("alternative", "replacement")


class Adopted(NamedTuple):
    """What was written, what was there already, and the ids of services whose links were left out."""

    written: list[Path]
    kept: list[Path]
    unlinked: list[str]


def adopt(project: Project, id: str, catalogue: Path | None = None) -> Adopted:
    """Copy the service *id*, the suites it inherits from and the services above it, all or nothing.

    *catalogue* is a folder `services/`, or one that holds it; without it, what the toolkit carries. A copied service
    is a draft and stays `basis: restated`. Raises UsageError for an unknown id, ProjectError where the service is there
    or a suite of the same name says something else.
    """
    refuse_bad_id(id)
    source = _services(catalogue)
    known = sorted(path.parent.name for path in source.glob("*/service.yml"))
    if id not in known:
        raise UsageError(f"the catalogue has no service called {id!r}", did_you_mean(id, known))
    if (project.services / id).exists():
        raise ProjectError(f"{project.services / id} exists already", "edit it, or move it away first")
    basket = _Basket(project, source)
    basket.service(id)
    kept = [path for path in basket.files if path.exists()]
    for path in kept:
        if path.parent.name == "suites" and path.read_bytes() != basket.files[path]:
            advice = "rename your own suite first; nothing is ever written over"
            raise ProjectError(f"{path} is there and says something else than the catalogue", advice)
    written = write_new({path: data for path, data in basket.files.items() if path not in kept})
    return Adopted(written, kept, sorted(basket.unlinked))


def _services(folder: Path | None) -> Path:
    """The folder `services/` of the catalogue. Raises UsageError where there is none."""
    services = shipped("services") if folder is None else folder
    if (services / "services").is_dir():
        services /= "services"
    if not (services / "organisation.yml").is_file():
        raise UsageError(f"{services} holds no catalogue", "name a folder with organisation.yml and services in it")
    return services


class _Basket:
    """Files to write by path, filled from the catalogue *source*."""

    def __init__(self, project: Project, source: Path) -> None:
        self.project, self.source = project, source
        self.files: dict[Path, bytes] = {}
        self.unlinked: set[str] = set()

    def service(self, id: str) -> None:
        """Put in the service, what it inherits from and the service above it."""
        text, root = _read(self.source / id / "service.yml")
        path = self.project.services / id / "service.yml"
        self.files[path] = b""  # taken, should a service stand above itself
        identity = root.value["identity"].value
        parent = identity["parent"].value if "parent" in identity else None
        if parent and self.project.services / parent / "service.yml" not in self.files:
            self.service(parent)
        text = self.without_strangers(_as_draft(text, identity), id)
        self.files[path] = self.below(text, root)

    def below(self, text: str, root: Node) -> bytes:
        """*text* with the suites above it put in; the topmost inherits what the organisation handed down."""
        above = root.value.get("extends")
        if above is not None:
            self.suite(self.source / str(above.value), self.project.services / str(above.value))
            return text.encode()
        self.files[self.project.services / f"suites/{ABOVE}.yml"] = _handed_down(self.source)
        line = f"extends: suites/{ABOVE}.yml\n"
        return re.sub(
            r"^schema_version:.*\n", lambda found: found[0] + line, text, count=1, flags=re.MULTILINE
        ).encode()

    def suite(self, source: Path, target: Path) -> None:
        """Put in a suite and what stands above it."""
        if target not in self.files:
            text, root = _read(source)
            self.files[target] = b""
            self.files[target] = self.below(text, root)

    def without_strangers(self, text: str, id: str) -> str:
        """*text* without links to services that the project will not have."""
        there = {path.parent.name for path in (*self.project.services.glob("*/service.yml"), *self.files)} | {id}
        kept = []
        for line in text.splitlines(keepends=True):
            found = re.fullmatch(rf"\s+(?:{'|'.join(OTHERS)}): *([a-z0-9-]+)\s*", line)
            if found and found[1] not in there:
                self.unlinked.add(found[1])
            else:
                kept.append(line)
        return "".join(kept)


def _read(path: Path) -> tuple[str, Node]:
    try:
        text = path.read_text("utf-8")
    except OSError as error:
        raise ProjectError(f"cannot read {path}: {error.strerror}", "check the catalogue") from error
    root, findings = parse(text.encode(), path.name, "service")
    if root is None or findings or not isinstance(root.value, dict):
        raise ProjectError(f"{path} cannot be read", f"run `disclose check` in {path.parents[2]}")
    return text, root


def _as_draft(text: str, identity: dict[str, Node]) -> str:
    """*text* with the status of a draft; a service that names no status is one."""
    if "status" not in identity:
        return text
    place = identity["status"].place
    lines = text.splitlines(keepends=True)
    line = lines[place.line - 1]
    rest = line[place.column - 1 :].removeprefix(str(identity["status"].value))
    lines[place.line - 1] = f"{line[: place.column - 1]}draft{rest}"
    return "".join(lines)


def _handed_down(source: Path) -> bytes:
    """A suite of what the organisation of the catalogue hands down, as it stands there, but for who answers there."""
    text, root = _read(source / "organisation.yml")
    lines = text.splitlines(keepends=True)
    names, defaults = (_block(root, name, len(lines)) for name in ("variables", "defaults"))
    answering = _block(root.value["defaults"], "identity", defaults.stop) if defaults else range(0)
    if answering and answering.start == defaults.start:
        raise ProjectError(f"{source}/organisation.yml has all `defaults:` on one line", "write one part a line")
    return (SUITE + "".join(lines[line] for line in (*names, *defaults) if line not in answering)).encode()


def _block(node: Node, name: str, end: int) -> range:
    """The lines, from 0, on which the part *name* of a block of YAML stands; none where there is no such part."""
    if not isinstance(node.value, dict) or name not in node.value:
        return range(0)
    starts = sorted(child.key.line - 1 for child in node.value.values())
    start = node.value[name].key.line - 1
    return range(start, next((line for line in starts if line > start), end))
