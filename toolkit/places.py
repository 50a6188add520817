"""What lies around each deployment is read and becomes its view; the view is checked and its sheets are laid out."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from toolkit.checks import check_place
from toolkit.finding import Finding
from toolkit.inspect import handout as handouts
from toolkit.inspect import sign as inspected
from toolkit.load import Content, Loaded, deployment_ids
from toolkit.load.posted import posted
from toolkit.load.regimes import regimes
from toolkit.model.deployment import Status
from toolkit.model.posted import Posted
from toolkit.model.sign import Sign
from toolkit.model.study import Study
from toolkit.paths import Project
from toolkit.render import briefing, handout, leaflet, request, sign, slip
from toolkit.render.paper import FORMATS
from toolkit.translations import Translations, read, study_file_of
from toolkit.typeset import TypesetError, Typesetter
from toolkit.view import House
from toolkit.view.place import Around, PlaceView
from toolkit.view.posted import owners

#: So much without a place to part it may be wider than a column of a handout.
LONG = re.compile(r"[^ \n]{16}")


def views(
    project: Project,
    content: Content,
    house: House,
    *,
    status: Status | None = None,
    translated: Container[str] | None = None,
) -> tuple[dict[str, PlaceView], list[Finding]]:
    """The views of all deployments that could be read, as if they had *status* where it is given, and what is wrong
    with the files around them. Where *translated* is given, only the translations of these ids are read.
    """
    hung, findings = posted(project)
    found = {}
    every = (record for records in hung.values() for record in records)
    rules, wrong = regimes(project) if (project.services / "regimes").is_dir() else (None, [])
    findings += wrong
    codes_of = owners((loaded.record for loaded in content.deployments.values()), every)
    for id, loaded in content.deployments.items():
        translations = {}
        for language in loaded.record.languages if translated is None or id in translated else ():
            if language != house.organisation.language:
                path = project.deployments / id / "locale" / f"{language}.po"
                translations[language], wrong = read(project, path, language)
                findings += wrong
        shown = loaded.record.model_copy(update={"status": status}) if status else loaded.record
        services = [content.services[name].record for name in loaded.record.services if name in content.services]
        study = content.studies.get(id)
        told, wrong = _told(project, id, study, house.organisation.language) if study else ({}, [])
        findings += wrong
        plan, written = study or (None, None)
        around = Around(translations, hung.get(id, ()), plan, codes_of, rules, written, told)
        found[id] = PlaceView(Loaded(shown, loaded.document), house, services, around)
    return found, findings


def _told(
    project: Project, id: str, study: Loaded[Study], source: str
) -> tuple[dict[str, Translations], list[Finding]]:
    """The translations of a study by language, and what is wrong with their files."""
    found, findings = {}, []
    for language in study.record.languages:
        if language != source:
            found[language], wrong = read(project, study_file_of(project, id, language), language, source)
            findings += wrong
    return found, findings


def gone(project: Project) -> list[tuple[Posted, ...]]:
    """What was posted at places that are no more."""
    here = deployment_ids(project)
    return [records for id, records in posted(project)[0].items() if id not in here]


def examine(view: PlaceView, setter: Typesetter, *, grow: bool = False) -> list[Finding]:
    """Check a place, and lay out its signs without printing them; with *grow* as they will be printed, to do that once
    only.
    """
    findings = check_place(view)
    try:
        for each in view.deployment.signs:
            for languages in view.versions(each):
                findings += laid_out(view, each, languages, setter, grow=grow)
        for language in view.languages:
            findings += _handouts(view, language, setter)
    except TypesetError as error:
        findings.append(not_set(view, error))
    return list(dict.fromkeys(findings))


def not_set(view: PlaceView, error: TypesetError) -> Finding:
    """The fault of a template, as a finding about the place that cannot be printed with it."""
    return Finding(view.document.place(("id",)), "typeset", "error", str(error), error.help)


def _handouts(view: PlaceView, language: str, setter: Typesetter) -> Iterator[Finding]:
    """What leaflet, slip, card and form cannot show or hold. Only long words can stand out of a column, so where there
    are none nothing is laid out.
    """
    for printed in (leaflet, slip, briefing, request):
        told = printed.content(view, language)
        if told:
            name = printed.TEMPLATE.removesuffix(".typ").replace("-", " ")
            texts = [text for text in handout.texts(told) if not text.startswith("<svg")]
            wrong = list(handouts.letters(view, told.get("columns", [language]), name, texts))
            yield from wrong
            if not wrong and any(LONG.search(text) for text in texts):
                yield from handouts.fits(view, language, name, setter.fit(printed.TEMPLATE, told))


def laid_out(
    view: PlaceView, each: Sign, languages: tuple[str, ...], setter: Typesetter, *, grow: bool = False
) -> list[Finding]:
    """What the sheet cannot hold or show of a sign, and whether its code can be scanned."""
    unset = [finding for language in languages for finding in _unset(view, each, language)]
    if unset:
        return unset
    data, fit = sign.fitted(view, each, languages, setter, grow=grow)
    if data["code"] and not fit.good:
        broad = list(inspected.broad_code(view, each, data["code"]["width"], data["page"]["width"]))
        if broad:
            return broad
    others = [] if fit.good else list(_would_hold(view, each, languages, setter))
    findings = inspected.fits(view, each, languages, fit, others)
    return [*findings, *inspected.codes(view, each, sign.modules(view, each))]


def _unset(view: PlaceView, each: Sign, language: str) -> list[Finding]:
    """Typefaces and letters that are missing; texts are measured by their typeface, so that is asked for first."""
    missing = list(inspected.typefaces(view, each, language))
    return missing or list(inspected.letters(view, each, language, sign.texts(view, each, language)))


def _would_hold(view: PlaceView, each: Sign, languages: tuple[str, ...], setter: Typesetter) -> Iterator[str]:
    """Larger formats that hold what does not fit."""
    width, height = FORMATS[each.format]
    for name, (wide, tall) in FORMATS.items():
        larger = each.model_copy(update={"format": name})
        if wide * tall > width * height and sign.fitted(view, larger, languages, setter)[1].good:
            yield name
