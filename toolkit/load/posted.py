"""Reads what was posted: `deployments/<id>/posted/<code>-<short hash>.json`, frozen files that nobody edits."""

from __future__ import annotations

import os
from pathlib import Path

from toolkit.finding import Finding, Place
from toolkit.load.validate import validate
from toolkit.model.posted import Posted, message_hash
from toolkit.paths import Project
from toolkit.source import Document, error_at, read

FROZEN = "put the file back as it was committed; a new version is frozen by `disclose posted add`"


def posted(project: Project) -> tuple[dict[str, tuple[Posted, ...]], list[Finding]]:
    """Every posted version of the project by deployment, also of places that are gone, and what is wrong with the
    files. Nothing is raised for what a file holds.
    """
    found: dict[str, list[Posted]] = {}
    findings: list[Finding] = []
    for path in sorted(project.deployments.glob("*/posted/*.json")):
        record, wrong = read_posted(project, path)
        findings += wrong
        if record:
            found.setdefault(record.deployment, []).append(record)
    return {id: tuple(records) for id, records in found.items()}, findings


def read_posted(project: Project, path: Path) -> tuple[Posted | None, list[Finding]]:
    """One frozen file of the project, or None and why it cannot be relied on."""
    if not Path(os.path.realpath(path)).is_relative_to(project.root):
        place = Place(path.relative_to(project.root).as_posix(), 1, 1, "posted")
        message = "this file leads out of the project"
        return None, [error_at(place, "outside-project", message, "put a copy here in place of the link")]
    record, findings = parse_posted(path, project.name_of(path))
    if record is None:
        return None, findings
    start = Place(project.name_of(path), 1, 1, "posted")
    if path.parent.parent.name != record.deployment or path.name != f"{record.version}.json":
        named = f"deployments/{record.deployment}/posted/{record.version}.json"
        message = f"the file holds what belongs into {named}"
        return None, [error_at(start, "posted-changed", message, FROZEN)]
    return record, []


def parse_posted(path: Path, name: str) -> tuple[Posted | None, list[Finding]]:
    """A frozen file from anywhere, called *name* in findings; None where it does not hold what its hashes say."""
    node, findings = read(path, name, "posted")
    if node is None or findings:
        return None, findings
    if not isinstance(node.value, dict):
        return None, [error_at(node.place, "wrong-type", "the file should hold a posted sign", FROZEN)]
    document = Document(node)
    record, findings = validate(document, Posted)
    if record is None:
        return None, findings
    pairs = {"sign_hash": record.sign_message, "message_hash": record.message}
    wrong = [key for key, told in pairs.items() if getattr(record, key) != message_hash(told)]
    return (None if wrong else record), [
        error_at(
            document.place((key,)),
            "posted-changed",
            f"somebody changed this file: `{key}` is not the hash of what the file holds",
            FROZEN,
        )
        for key in wrong
    ]
