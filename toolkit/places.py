"""What lies around each deployment is read and becomes its view; the view is checked and its sheets are laid out."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from functools import partial
from types import ModuleType
from typing import Any

from toolkit.checks import check_place, check_study
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
from toolkit.render import briefing, handout, leaflet, questionnaire, request, sign, slip
from toolkit.render.paper import FORMATS
from toolkit.translations import Translations, read, study_file_of
from toolkit.typeset import TypesetError, Typesetter
from toolkit.view import House
from toolkit.view.place import Around, PlaceView
from toolkit.view.posted import owners
from toolkit.view.study import StudyView

#: So much without a place to part it may be wider than a column of a handout.
LONG = re.compile(r"[^ \n]{16}")
#: Names of colours and typefaces are shorter than this.
SENTENCE = 40
HANDOUTS = (leaflet, slip, briefing, request)

#: One of the steps in which something is checked.
Step = Callable[[], Iterable[Finding]]
#: What a step found, and the fault of a template that stopped it.
Outcome = tuple[list[Finding], TypesetError | None]


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
    return _found(view, map(_taken, _steps(view, setter, grow=grow)))


def together(views: Iterable[PlaceView], setter: Typesetter, besides: Sequence[Step] = ()) -> list[Finding]:
    """The same of several places at once, none of which is printed; and what the steps *besides* find."""
    steps = [(view, list(_steps(view, setter))) for view in views]
    every = [*(step for _, own in steps for step in own), *besides]
    outcomes = iter(setter.side_by_side([partial(_taken, step) for step in every]))
    findings = [finding for view, own in steps for finding in _found(view, [next(outcomes) for _ in own])]
    return [*findings, *(finding for found, _ in outcomes for finding in found)]


def examine_study(view: PlaceView, setter: Typesetter) -> list[Finding]:
    """Check the study of a place and lay out its questionnaire; nothing where there is none. What is wrong with a study
    never keeps the notice back.
    """
    if view.study is None:
        return []
    steps: list[Step] = [partial(check_study, StudyView(view))]
    steps += [partial(_handout, view, language, questionnaire, setter) for language in view.study.languages]
    return _found(view, map(_taken, steps))


def _steps(view: PlaceView, setter: Typesetter, *, grow: bool = False) -> Iterator[Step]:
    """Everything that is looked at about a place, in the order in which it is told."""
    yield partial(check_place, view)
    for each in view.deployment.signs:
        for languages in view.versions(each):
            yield partial(laid_out, view, each, languages, setter, grow=grow)
    for language in view.languages:
        for printed in HANDOUTS:
            yield partial(_handout, view, language, printed, setter)


def _taken(step: Step) -> Outcome:
    found: list[Finding] = []
    try:
        found.extend(step())
    except TypesetError as error:
        return found, error
    return found, None


def _found(view: PlaceView, outcomes: Iterable[Outcome]) -> list[Finding]:
    """What the steps found about a place, once each, up to the first that a template stopped."""
    findings: list[Finding] = []
    for found, error in outcomes:
        findings += found
        if error:
            findings.append(not_set(view, error))
            break
    return list(dict.fromkeys(findings))


def not_set(view: PlaceView, error: TypesetError) -> Finding:
    """The fault of a template, as a finding about the place that cannot be printed with it."""
    return Finding(view.document.place(("id",)), "typeset", "error", str(error), error.help)


def _handout(view: PlaceView, language: str, printed: ModuleType, setter: Typesetter) -> Iterator[Finding]:
    """What a leaflet, slip, card or form cannot show or hold. Only long words can stand out of a column, so where there
    are none nothing is laid out.
    """
    told = printed.content(view, language)
    if not told:
        return
    name = printed.TEMPLATE.removesuffix(".typ").replace("-", " ")
    texts = [text for text in handout.texts(told) if not text.startswith("<svg")]
    wrong = list(handouts.letters(view, told.get("columns", [language]), name, texts))
    yield from wrong
    if not wrong and any(LONG.search(text) for text in texts):
        yield from handouts.fits(view, language, name, setter.fit(printed.TEMPLATE, _long(told)))


def _long(told: Any) -> Any:
    """What a template is given, with the long words of its sentences only: no other word is measured, and looking at
    each takes a template most of its time.
    """
    if isinstance(told, dict):
        return {key: _long(each) for key, each in told.items()}
    if isinstance(told, (list, tuple)):
        return [_long(each) for each in told]
    if not isinstance(told, str) or len(told) <= SENTENCE or told.startswith("<svg"):
        return told
    return " ".join(word for word in told.split() if LONG.match(word))


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
