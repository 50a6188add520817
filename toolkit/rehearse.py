"""A rehearsal of a study: a copy of the project in which simulated people were asked, with every page saying so."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import NamedTuple

from toolkit.build import build
from toolkit.errors import UsageError
from toolkit.load import deployment_ids, load
from toolkit.load.validate import did_you_mean
from toolkit.paths import Project
from toolkit.posted import views
from toolkit.render import Artefact
from toolkit.render.environment import Templates
from toolkit.store.engine import open_store
from toolkit.store.study.given import Given
from toolkit.study import codebook, insight, tell, thanks
from toolkit.study.enquiry import Enquiry
from toolkit.study.points import told_by
from toolkit.study.report import Beside, Choice, Report, report
from toolkit.study.simulate import USE, simulate
from toolkit.study.table import rows
from toolkit.trial import copied
from toolkit.view.place import PlaceView
from toolkit.write import Writer

COPY, ANSWERS, REPORT = "project", "answers", "report"
MARK = "rehearsal: true"
#: More people than any study asks, and few enough to wait for.
MOST = 2000


class Rehearsal(NamedTuple):
    """What came of it."""

    report: Report
    evidence: int
    folder: Path
    """Where the pages of the place lie."""


def rehearse(project: Project, id: str, folder: Path, people: int, seed: int, today: dt.date) -> Rehearsal:  # noqa: PLR0913, PLR0917
    """Rehearse the study of the place *id* in *folder*, which is empty or not there. Nothing of *project* is changed.

    Raises UsageError where that cannot be, Refused where the study is over.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder} is not empty", "name a folder that is not there yet")
    if id not in deployment_ids(project) or not (project.deployments / id / "study.yml").is_file():
        raise UsageError(f"there is no deployment {id!r} with a study", did_you_mean(id, deployment_ids(project)))
    if not 1 <= people <= MOST:
        raise UsageError(f"{people} people cannot be simulated", f"from 1 to {MOST}")
    folder.mkdir(parents=True, exist_ok=True)
    copy = copied(project, folder / COPY)
    _mark(copy)
    for old in (copy.deployments / id / "evidence").glob("understood-*.json"):
        old.unlink()
    view = _view(copy, id, today)
    study = view.study
    if study is None:
        raise UsageError(
            f"{id} has no study that can be read", f"write deployments/{id}/study.yml, then disclose check"
        )
    table = rows(study, _given(copy, view, people, seed, today))
    found = report(study, table, Choice(USE), Beside(told_by(view)))
    templates = Templates(copy)
    _put(copy, folder / ANSWERS, [*codebook.tables(study, table), *codebook.files(view, templates)])
    pages = thanks.pages(found.issue, view, templates, simulated=True)
    _put(copy, folder / REPORT, [*tell.files(found, templates), *pages])
    facts = insight.bound(insight.simulated(study, table, today), view)
    _put(copy, copy.deployments / id / "evidence", [insight.file(fact) for fact in facts])
    build(copy, today, only=id, site=False)
    return Rehearsal(found, len(facts), copy.docs / "notices" / id)


def _mark(copy: Project) -> None:
    """Let every page of a place in the copy say that it is a rehearsal."""
    path = copy.services / "organisation.yml"
    text = path.read_text("utf-8-sig")
    if MARK not in text.splitlines():
        path.write_text(f"{text.rstrip()}\n{MARK}\n", "utf-8")
    loaded = load(copy, (), places=False).organisation
    if loaded is None or not loaded.record.rehearsal:
        message = "services/organisation.yml cannot be marked as a rehearsal"
        raise UsageError(message, f"let its last line be a key at the left margin, so that `{MARK}` can follow")


def _view(copy: Project, id: str, today: dt.date) -> PlaceView:
    known = views(copy, load(copy, ()), today)
    if id not in known:
        raise UsageError(f"no deployment that can be read is called {id!r}", "run `disclose check`")
    view = known[id]
    if view.study is not None:
        view.study = view.study.model_copy(update={"status": "draft"})
    return view


def _given(copy: Project, view: PlaceView, people: int, seed: int, today: dt.date) -> list[Given]:
    copy.cache.mkdir(exist_ok=True)
    store = open_store(f"sqlite:///{copy.cache / 'store.db'}", copy)
    try:
        noon = dt.datetime.combine(today, dt.time(12), dt.UTC)
        return simulate(Enquiry(store, view), people, seed, noon)
    finally:
        store.close()


def _put(copy: Project, folder: Path, files: list[Artefact]) -> None:
    Writer(copy, folder).put(files)
