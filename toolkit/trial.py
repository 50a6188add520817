"""A project as it would be: a copy with one value set, with one file replaced, or as git remembers it."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import tarfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from toolkit.errors import ProjectError, UsageError
from toolkit.load import Content, Loaded
from toolkit.load.validate import did_you_mean
from toolkit.merge import record_key
from toolkit.paths import Project
from toolkit.source import Node, parse, read

#: What a copy needs: everything that is loaded, and nothing that is built.
PARTS = ("services", "deployments")
KEPT = {".yml", ".json", ".po"}


def copied(project: Project, folder: Path) -> Project:
    """A copy in *folder* of everything that is loaded. Raises ProjectError where a file cannot be copied."""
    try:
        for part in PARTS:
            if (project.root / part).is_dir():
                shutil.copytree(project.root / part, folder / part, symlinks=True, ignore=_others)
    except (OSError, shutil.Error) as error:
        raise ProjectError(f"cannot copy the project to {folder}: {error}", "check the space on the disk") from error
    return Project(folder.resolve())


def _others(folder: str, names: list[str]) -> set[str]:
    """Names below *folder* that a copy leaves out."""
    paths = {name: Path(folder) / name for name in names}
    return {name for name, path in paths.items() if not path.is_dir() and path.suffix not in KEPT}


def as_of(project: Project, revision: str, folder: Path) -> Project:
    """The project in *folder* as git knows it at *revision*. Raises UsageError where git does not know it."""
    advice = "name the change instead: disclose impact PLACE PATH=VALUE"
    commit = _git(project, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if commit is None:
        raise UsageError(f"git knows no version {revision!r} of this project", advice)
    there = _git(project, "ls-tree", "--name-only", commit.decode().strip(), *PARTS)
    parts = there.decode().split() if there else []
    archive = _git(project, "archive", "--format=tar", commit.decode().strip(), *parts) if parts else None
    if archive is None:
        raise UsageError(f"the version {revision!r} holds no services/", advice)
    try:
        with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
            tar.extractall(folder, filter="data")
    except (OSError, tarfile.TarError) as error:
        raise ProjectError(f"cannot unpack the version {revision!r}: {error}", advice) from error
    return Project(folder.resolve())


def _git(project: Project, *arguments: str) -> bytes | None:
    """What git prints; None where it fails or is not installed."""
    git = shutil.which("git")
    if git is None:
        return None
    command = [git, "-C", str(project.root), *arguments]
    run = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - no shell, and the revision is checked
    return run.stdout if run.returncode == 0 else None


def replaced(trial: Project, file: Path) -> str:
    """Put *file*, a deployment.yml, in its place in *trial*, a copy. Gives its id. Raises UsageError for another."""
    node, findings = read(file, str(file), "deployment")
    id = node.value.get("id") if node is not None and isinstance(node.value, dict) else None
    if findings or id is None or not isinstance(id.value, str):
        reason = findings[0].message if findings else "it has no `id:`"
        raise UsageError(f"{file} is no deployment: {reason}", "name an earlier deployment.yml, or a git revision")
    place = trial.deployments / id.value / "deployment.yml"
    if not place.is_file():
        raise UsageError(f"this project has no deployment {id.value!r}", "name a file whose `id:` is one of them")
    shutil.copyfile(file, place)
    return id.value


def changed(trial: Project, content: Content, id: str, settings: Iterable[str]) -> None:
    """Set values in the file of *id*, a deployment or a service, in *trial*, a copy of what *content* was read from.

    Each setting is PATH=VALUE, the path by ids of records, such as `kept.scan.retention.value=30`. Raises UsageError
    where a path leads nowhere.
    """
    known: dict[str, Loaded[Any]] = {**content.services, **content.deployments}
    if id not in known:
        raise UsageError(f"there is no deployment or service called {id!r}", did_you_mean(id, known))
    deployment = id in content.deployments
    path = trial.deployments / id / "deployment.yml" if deployment else trial.services / id / "service.yml"
    own = _bare(read(path, path.name, "deployment")[0])
    for setting in settings:
        name, equals, value = setting.partition("=")
        if not equals or not all(name.split(".")):
            raise UsageError(f"{setting!r} is no change", "write PATH=VALUE, such as kept.scan.retention.value=30")
        own = _with(own, known[id].document.root, name.split("."), _value(value), name)
    path.write_text(json.dumps(own, ensure_ascii=False, indent=1), "utf-8")


def _bare(node: Node | None) -> Any:
    value = node.value if node is not None else None
    if isinstance(value, dict):
        return {key: _bare(child) for key, child in value.items()}
    return [_bare(child) for child in value] if isinstance(value, list) else value


def _value(text: str) -> Any:
    """A value as YAML would read it; a text that YAML would take for a block is a text."""
    node, findings = parse(text.encode(), "VALUE", "")
    if findings or node is None or (isinstance(node.value, (dict, list)) and text.strip()[:1] not in "[{"):
        return text
    return _bare(node)


def _with(own: Any, merged: Node | None, steps: list[str], value: Any, name: str) -> Any:
    """*own*, what a file says, with *value* at *steps*; *merged* is the same part with all that it inherits."""
    if not steps:
        return value
    inherited = merged.value if merged is not None else None
    if isinstance(inherited, list):
        return _with_entry(own if isinstance(own, list) else [], inherited, steps, value, name)
    if inherited is not None and not isinstance(inherited, dict):
        raise UsageError(f"the path {name!r} goes on where a value stands", "shorten it")
    inside = own if isinstance(own, dict) else {}
    child = inherited.get(steps[0]) if inherited else None
    return {**inside, steps[0]: _with(inside.get(steps[0]), child, steps[1:], value, name)}


def _with_entry(own: list[Any], inherited: list[Node], steps: list[str], value: Any, name: str) -> list[Any]:
    """The same for a list: a record by its id, another entry by its number from 0."""
    keys = [record_key(node) for node in inherited]
    index = next((i for i, key in enumerate(keys) if steps[0] in (str(i), key[1] if key else "")), None)
    if index is None:
        ids = [key[1] if key else str(i) for i, key in enumerate(keys)]
        raise UsageError(f"the path {name!r} leads nowhere: there is no {steps[0]!r}", did_you_mean(steps[0], ids))
    key = keys[index]
    if key is None:
        entries = _keyless(own, inherited, name)
        entries[index] = _with(entries[index], inherited[index], steps[1:], value, name)
        return entries
    at = next((i for i, entry in enumerate(own) if isinstance(entry, dict) and entry.get(key[0]) == key[1]), len(own))
    entries = list(own) if at < len(own) else [*own, {key[0]: key[1]}]
    entries[at] = _with(entries[at], inherited[index], steps[1:], value, name)
    return entries


def _keyless(own: list[Any], inherited: list[Node], name: str) -> list[Any]:
    """The entries of a list that have no id, as its own file says them. Lists of texts are replaced as a whole, so
    what is inherited is written out; records without an id would be appended.
    """
    if len(own) == len(inherited):
        return list(own)
    if any(isinstance(node.value, dict) for node in inherited):
        raise UsageError(f"the path {name!r} leads into what is inherited", "change the file that says it")
    return [_bare(node) for node in inherited]
