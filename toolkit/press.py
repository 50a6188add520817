"""The press: a place in, everything that it gives its readers out; checked before and inspected after."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import active_children, get_context
from typing import Any, NamedTuple

from toolkit import child
from toolkit.checks.regimes import elements
from toolkit.errors import ProjectError
from toolkit.finding import Finding
from toolkit.inspect import pdf
from toolkit.load import load
from toolkit.model.posted import Posted
from toolkit.paths import Project
from toolkit.places import examine, examine_study, not_set, views
from toolkit.render import (
    Artefact,
    api,
    banner,
    briefing,
    claims_here,
    codes,
    full,
    here,
    leaflet,
    message,
    moments,
    questionnaire,
    request,
    rights,
    short,
    sign,
    slip,
    spoken,
)
from toolkit.render.environment import Templates
from toolkit.typeset import TypesetError, Typesetter
from toolkit.view import House
from toolkit.view.place import PlaceView

#: More would need more memory than they save time.
PROCESSORS = 2


class Made(NamedTuple):
    """What came of a place; *parts* are empty where an error keeps it back."""

    findings: list[Finding]
    outputs: list[Artefact]
    parts: list[Artefact]


class Press:
    """Makes everything that a place gives its readers."""

    def __init__(self, project: Project, today: dt.date, templates: Templates) -> None:
        self.setter = Typesetter(project, today)
        self.templates = templates

    def make(self, view: PlaceView) -> Made:
        """Check, lay out, render and inspect one place."""
        findings, of_study = examine(view, self.setter, grow=True), examine_study(view, self.setter)
        if _has_error(findings):
            return Made([*findings, *of_study], self.kept_back(view), [])
        try:
            outputs = [*self.outputs(view), *([] if _has_error(of_study) else self.questionnaires(view))]
        except TypesetError as error:
            return Made([*findings, *of_study, not_set(view, error)], self.kept_back(view), [])
        outputs.append(here.write(view, self.templates, {each.path for each in outputs}, elements(view)))
        findings += [found for each in outputs if each.path.endswith(".pdf") for found in _inspected(view, each)]
        if _has_error(findings):
            return Made([*findings, *of_study], self.kept_back(view), [])
        return Made([*findings, *of_study], outputs, api.place(view, claims_here.claims(view)))

    def kept_back(self, view: PlaceView) -> list[Artefact]:
        """What stands behind the codes of a place that an error keeps back, and what its old signs said."""
        return [*codes.correcting(view, self.templates), *self.versions(view.posted, view, view.house)]

    def versions(self, records: Sequence[Posted], view: PlaceView | None, house: House) -> Iterator[Artefact]:
        """The pages of what was posted; *view* is None for a place that is gone."""
        return short.write(records, view, house, self.templates)

    def questionnaires(self, view: PlaceView) -> Iterator[Artefact]:
        """The study of the place on paper, in each language of both."""
        for language in view.study.languages if view.study else ():
            yield from questionnaire.write(view, language, self.setter)

    def outputs(self, view: PlaceView) -> Iterator[Artefact]:
        """Every file of one place: what is printed, what is read on a screen or aloud, and what stands behind codes."""
        yield from full.write(view, self.templates)
        yield from rights.write(view, self.templates)
        yield from banner.write(view, self.templates)
        for plain in (spoken, message, moments):
            yield from plain.write(view)
        for each in view.deployment.signs:
            for languages in view.versions(each):
                yield from sign.write(view, each, languages, self.setter)
        for language in view.languages:
            for printed in (leaflet, slip, briefing, request):
                yield from printed.write(view, language, self.setter)
        yield from codes.write(view, self.templates)
        yield from self.versions(view.posted, view, view.house)


def together(project: Project, today: dt.date, house: House, ids: Sequence[str]) -> Iterator[tuple[str, Made]]:
    """Make several places at once, on at most two processors; results come as they are done.

    Each process reads the places by itself, so that little has to travel, and none of them writes anything. Raises
    ProjectError where a process is stopped from outside.
    """
    processors = min(len(ids), os.cpu_count() or 1, PROCESSORS)
    others = set(active_children())
    with ProcessPoolExecutor(processors, get_context("spawn"), _open, (project, today, house)) as pool:
        tasks = {pool.submit(_made, id): id for id in ids}
        try:
            for task in as_completed(tasks):
                yield tasks[task], task.result()
        except BrokenProcessPool as error:
            advice = "run it again; if it happens again, see whether there is enough memory"
            raise ProjectError("a process that makes notices was stopped from outside", advice) from error
        except BaseException:  # Ctrl-C above all: nobody waits for what is not wanted any more
            for process in set(active_children()) - others:
                process.terminate()
            raise


#: What a process of `together` works with.
_shop: dict[str, Any] = {}


def _open(project: Project, today: dt.date, house: House) -> None:
    child.begin()
    content = load(project, ())
    _shop.update(views=views(project, content, house)[0], press=Press(project, today, Templates(project)))


def _made(id: str) -> Made:
    made: Made = _shop["press"].make(_shop["views"][id])
    return made


def _has_error(findings: Iterable[Finding]) -> bool:
    return any(finding.severity == "error" for finding in findings)


def _inspected(view: PlaceView, file: Artefact) -> Iterator[Finding]:
    language = file.path.rsplit(".", 2)[-2].partition("+")[0]
    for sentence in pdf.problems(file.data, language):
        message = f"{file.path}: {sentence}"
        yield Finding(view.document.place(("id",)), "pdf-ua", "error", message, "a template was changed; mend it")
