"""The deployments' half of the pipeline: what lies around each is read; then view, check, set, inspect, render."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from toolkit.checks import check_place
from toolkit.checks.regimes import elements
from toolkit.finding import Finding
from toolkit.inspect import pdf
from toolkit.inspect import sign as inspected
from toolkit.load import Content
from toolkit.load.posted import posted
from toolkit.model.sign import Sign
from toolkit.paths import Project
from toolkit.render import (
    Artefact,
    Templates,
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
    request,
    rights,
    short,
    sign,
    slip,
    spoken,
)
from toolkit.render.paper import FORMATS
from toolkit.translations import read
from toolkit.typeset import Typesetter
from toolkit.view import House
from toolkit.view.place import PlaceView


def views(project: Project, content: Content, house: House) -> tuple[dict[str, PlaceView], list[Finding]]:
    """The views of all deployments that could be read, and what is wrong with the files around them."""
    hung, findings = posted(project)
    found = {}
    for id, loaded in content.deployments.items():
        translations = {}
        for language in loaded.record.languages:
            if language != house.organisation.language:
                path = project.deployments / id / "locale" / f"{language}.po"
                translations[language], wrong = read(project, path, language)
                findings += wrong
        services = [content.services[name].record for name in loaded.record.services if name in content.services]
        study = content.studies.get(id)
        plan = study.record if study else None
        found[id] = PlaceView(loaded, house, services, translations, hung.get(id, ()), plan)
    return found, findings


def examine(view: PlaceView, setter: Typesetter) -> list[Finding]:
    """Check a place, and lay out its signs without printing them."""
    findings = check_place(view)
    for each in view.deployment.signs:
        for languages in view.versions(each):
            findings += laid_out(view, each, languages, setter)
    return list(dict.fromkeys(findings))


def laid_out(view: PlaceView, each: Sign, languages: tuple[str, ...], setter: Typesetter) -> list[Finding]:
    """What the sheet cannot hold or show of a sign, and whether its code can be scanned."""
    unset = [
        finding
        for language in languages
        for finding in inspected.letters(view, each, language, sign.texts(view, each, language))
    ]
    if unset:
        return unset
    _, fit = sign.fitted(view, each, languages, setter)
    others = [] if fit.good else list(_would_hold(view, each, languages, setter))
    findings = inspected.fits(view, each, languages, fit, others)
    return [*findings, *inspected.codes(view, each, sign.modules(view, each))]


class Made(NamedTuple):
    """What came of a place: nothing to write where an error keeps it back."""

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
        findings = examine(view, self.setter)
        if _has_error(findings):
            return Made(findings, [], [])
        outputs = list(self.outputs(view))
        outputs.append(here.write(view, self.templates, {each.path for each in outputs}, elements(view)))
        findings += [found for each in outputs if each.path.endswith(".pdf") for found in _inspected(view, each)]
        if _has_error(findings):
            return Made(findings, [], [])
        return Made(findings, outputs, api.place(view, claims_here.claims(view)))

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
        yield from short.write(view.posted, view, view.house, self.templates)


def _has_error(findings: Iterable[Finding]) -> bool:
    return any(finding.severity == "error" for finding in findings)


def _inspected(view: PlaceView, file: Artefact) -> Iterator[Finding]:
    language = file.path.rsplit(".", 2)[-2].partition("+")[0]
    for sentence in pdf.problems(file.data, language):
        message = f"{file.path}: {sentence}"
        yield Finding(view.document.place(("id",)), "pdf-ua", "error", message, "a template was changed; mend it")


def _would_hold(view: PlaceView, each: Sign, languages: tuple[str, ...], setter: Typesetter) -> Iterator[str]:
    """Larger formats that hold what does not fit."""
    width, height = FORMATS[each.format]
    for name, (wide, tall) in FORMATS.items():
        larger = wide * tall > width * height
        if larger and sign.fitted(view, each, languages, setter, name)[1].good:
            yield name
