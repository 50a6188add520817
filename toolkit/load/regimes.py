"""The regimes that ship with the toolkit, a project's own laid over them, and what is wrong with any of them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from toolkit.finding import Finding, Place
from toolkit.load.validate import did_you_mean, field_of, keys_of, model_at, short, validate
from toolkit.merge import merge
from toolkit.model import Deployment
from toolkit.model.regime import Regime
from toolkit.paths import PACKAGE, Project
from toolkit.source import MAX_PROBLEMS, Document, Node, error_at, read

SHIPPED = PACKAGE / "regimes"


def regimes(project: Project | None = None) -> tuple[dict[str, Regime], list[Finding]]:
    """The shipped regimes by id, with those of *project* (`services/regimes/*.yml`) laid over, and every problem.

    A file of the project with the name of a shipped one changes it rule by rule, one with a new name adds a regime.
    Never raises for what a file holds: a regime with a problem is left out.
    """
    findings: list[Finding] = []
    trees = dict(_trees(SHIPPED, "regime", findings))
    own = project.services / "regimes" if project else None
    for name, node in _trees(own, "regime", findings, project) if own else ():
        trees[name], _, found = merge(trees[name], node) if name in trees else (node, [], [])
        findings += found
    known: dict[str, Regime] = {}
    for name, node in sorted(trees.items()):
        regime, found = _regime(name, Document(node), known)
        findings += found
        if regime:
            known[name] = regime
    return known, findings


@cache
def shipped_regimes() -> dict[str, Regime]:
    """The regimes that ship with the toolkit, read once."""
    return regimes()[0]


def _trees(
    folder: Path, level: str, findings: list[Finding], project: Project | None = None
) -> Iterator[tuple[str, Node]]:
    """The trees of the files in *folder* by the name of the file; problems go to *findings*."""
    for path in sorted(folder.glob("*.yml")):
        name = project.name_of(path) if project else path.name
        if project and not Path(os.path.realpath(path)).is_relative_to(project.root):
            shown = Place(path.relative_to(project.root).as_posix())
            advice = "put a copy here in place of the link"
            findings.append(error_at(shown, "outside-project", "this file leads out of the project", advice))
            continue
        node, found = read(path, name, level)
        findings += found
        if node is not None and not isinstance(node.value, dict):
            findings.append(error_at(node.place, "wrong-type", "the file should hold keys, such as `id:`"))
        elif node is not None:
            yield path.stem, node


def _regime(name: str, document: Document, known: dict[str, Regime]) -> tuple[Regime | None, list[Finding]]:
    """The regime of a file with the stem *name*; None where it holds a problem."""
    regime, findings = validate(document, Regime)
    if regime is None:
        return None, findings
    if regime.id != name:
        message = f"the id `{regime.id}` is not the name of its file, `{short(name)}.yml`"
        findings.append(error_at(document.place(("id",)), "wrong-value", message, "rename one of the two"))
    findings += islice(_paths(regime, document), MAX_PROBLEMS)
    findings += islice(_twice(regime, document, known), MAX_PROBLEMS)
    return (None if findings else regime), findings


def _paths(regime: Regime, document: Document) -> Iterator[Finding]:
    """Paths under `requires` that no deployment can have."""
    for index, rule in enumerate(regime.rules):
        for number, paths in enumerate(rule.requires):
            for path in paths.split("|"):
                wrong = unknown_step(path)
                if wrong:
                    message = f"`{path}` leads nowhere: a deployment has no `{wrong[0]}` there"
                    place = document.place(("rules", index, "requires", number))
                    yield error_at(place, "unknown-value", message, did_you_mean(*wrong))


def _twice(regime: Regime, document: Document, known: dict[str, Regime]) -> Iterator[Finding]:
    """Ids of rules that stand elsewhere already: an exemption names a rule by its id alone."""
    owners = {rule.id: other.id for other in known.values() for rule in other.rules}
    for index, rule in enumerate(regime.rules):
        if rule.id in owners:
            message = f"the rule `{rule.id}` stands in the regime `{owners[rule.id]}` already"
            yield error_at(document.place(("rules", index, "id")), "wrong-value", message, "give it another id")
        owners[rule.id] = regime.id


def unknown_step(path: str) -> tuple[str, list[str]] | None:
    """The first step of *path* that leads nowhere in a deployment, and what could stand there; None where all lead on.

    >>> unknown_step("law.authority"), unknown_step("law.rights.erasure"), unknown_step("kept.*.retention")
    (None, None, None)
    >>> unknown_step("controller.street")[0]
    'street'
    """
    model, annotation = Deployment, None
    taken: tuple[str, ...] = ()
    for step in path.split("."):
        if step == "*":
            continue
        owner = model_at(model, taken)
        field = field_of(owner, step) if owner else None
        if field is not None:
            taken, annotation = (*taken, step), field.annotation
            continue
        kind = field_of(owner, "kind") if owner and taken else None
        members = _choices(kind.annotation if kind else annotation if owner is None else None)
        if step not in members:
            return step, [*members, *(keys_of(owner) if owner else ())]
    return None


def _choices(annotation: Any) -> list[str]:
    """The words of the choices inside an annotation."""
    if get_origin(annotation) is Literal:
        return list(get_args(annotation))
    return [word for part in get_args(annotation) for word in _choices(part)]
