"""What somebody wants measured, looked up in the metadata: which runs of which service on which pictures."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any, NamedTuple

from toolkit.errors import ProjectError, UsageError
from toolkit.evaluate.corpus import Corpus, CorpusError, joined, load_corpus, plain_folder
from toolkit.evaluate.facts import slug
from toolkit.evaluate.held_out import FILE as TRAINING
from toolkit.evaluate.held_out import held_out_corpus
from toolkit.evaluate.run import Order
from toolkit.finding import Finding
from toolkit.load import load
from toolkit.load.validate import did_you_mean
from toolkit.model import Service
from toolkit.model.uses import Run
from toolkit.paths import Project


class Wish(NamedTuple):
    """What the command line asks for."""

    service: str | None = None
    deployment: str | None = None
    corpus: Path | None = None
    reader: str | None = None
    degradations: str | None = None


def orders(project: Project, day: dt.date, wish: Wish) -> list[Order]:
    """The orders behind *wish*. Raises UsageError where it names what is not there, or nothing to measure."""
    if (wish.service is None) == (wish.deployment is None):
        raise UsageError("name a service, or a place with --deployment", "such as `disclose evaluate tesseract-ocr`")
    if wish.deployment and wish.corpus is None:
        raise UsageError(
            "a place is measured with pictures of its own", "add --corpus FOLDER: pictures, each with its truth"
        )
    corpora: dict[tuple[Path, ...], Corpus] = {}
    found = []
    for service in _services(project, wish):
        for run in _runs(service, wish):
            folders = (wish.corpus,) if wish.corpus else tuple(project.root / name for name in run.corpus)
            if folders not in corpora:
                corpora[folders] = joined([_corpus(project, folder) for folder in folders])
            corpus = corpora[folders]
            named = run.model_copy(update={"id": slug(corpus.id)}) if wish.corpus else run
            # pictures from outside stay where they are
            own = all(folder.resolve().is_relative_to(project.root) for folder in folders)
            found.append(Order(service, named, corpus, project.root, day, shown=own))
    return found


def _services(project: Project, wish: Wish) -> list[Service]:
    if wish.service:
        return [_one(load(project, {wish.service}, places=False).services, wish.service, "service", project)]
    content = load(project)
    place: Any = _one(content.deployments, wish.deployment or "", "deployment", project)
    return [_one(content.services, id, "service", project) for id in place.services]


def _one(known: Any, id: str, what: str, project: Project) -> Any:
    if id in known:
        return known[id].record
    ids = sorted(path.parent.name for path in project.root.glob(f"{what}s/*/{what}.yml"))
    if id in ids:
        raise ProjectError(f"the {what} `{id}` holds errors", f"see them with `disclose check --only {id}`")
    raise UsageError(f"there is no {what} `{id}`", did_you_mean(id, ids) or f"known: {', '.join(ids)}")


def _runs(service: Service, wish: Wish) -> list[Run]:
    """The runs of *service* as wished; the reader of a wish picks among them, or stands in where none has it."""
    id = service.identity.id
    runs = list(service.evaluation.runs) if service.evaluation else []
    if not runs and not (wish.corpus and wish.reader):
        advice = "write one under `evaluation: runs:`, or give --corpus FOLDER --reader tesserocr"
        raise UsageError(f"`{id}` has no run to repeat", advice)
    if wish.reader:
        own = [run for run in runs if run.engine == wish.reader]
        runs = own or [Run(id=wish.reader, corpus=runs[0].corpus if runs else ("given",), engine=wish.reader)]
    if wish.corpus:
        runs = runs[:1]
    if wish.degradations:
        asked = () if wish.degradations == "none" else tuple(wish.degradations.split(","))
        runs = [run.model_copy(update={"degradations": asked}) for run in runs]
    return runs


def _corpus(project: Project, folder: Path) -> Corpus:
    if not folder.is_dir():
        raise UsageError(f"there is no folder {folder}", "name a folder of pictures with their truth")
    if (folder / TRAINING).is_file():
        return held_out_corpus(folder)
    try:
        return load_corpus(folder) if (folder / "corpus.yml").is_file() else plain_folder(folder)
    except CorpusError as error:
        raise CorpusError([_in_project(finding, project, folder) for finding in error.findings]) from error


def _in_project(finding: Finding, project: Project, folder: Path) -> Finding:
    """The same finding, at a file as seen from the project and not from the corpus."""
    below = finding.place.file.removeprefix(folder.name)
    return finding._replace(place=finding.place._replace(file=f"{project.name_of(folder)}{below}"))
