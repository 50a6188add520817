"""What a change touches, told before it is saved: two states of a project in, what follows for each place out."""

from __future__ import annotations

import datetime as dt
import re
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple

from toolkit.errors import UsageError
from toolkit.examine import examine
from toolkit.finding import Finding
from toolkit.load import Content, load
from toolkit.load.validate import did_you_mean
from toolkit.model import Deployment
from toolkit.model.deployment import Attestation, Kept
from toolkit.model.people import Notice
from toolkit.model.posted import Hung
from toolkit.model.sign import Sign
from toolkit.model.study import Point
from toolkit.paths import Project
from toolkit.posted import views
from toolkit.trial import as_of, changed, copied, replaced
from toolkit.view.changes import Change, changes
from toolkit.view.durations import Length, known, lengths_in, same, stated
from toolkit.view.place import PlaceView
from toolkit.view.posted import Standing, freeze, frozen, standing
from toolkit.view.told import Sentence, item_of, message, sentences

#: What to do before a change is saved, by the part that changes.
HINTS = {
    ("purpose", "kept.*.purpose", "kept.*.secondary_use"): (
        "A new purpose: people must be told before their data is used for it (GDPR Art. 13(3), where it applies)."
    ),
    ("kept.*.recipients.*",): (
        "Other people or firms get data: people must be told who (GDPR Art. 13(1)(e), where it applies)."
    ),
    ("controller.*",): "Call and write to the new contacts once before a sign names them.",
}
FULL_STOP = re.compile(r"(?<=[.!?])\s+")
LONGER = "Kept longer: what was collected until now was promised to go sooner. Keep that promise for it."
CHOICE = "What people may do instead is not what they were told. Tell those who chose it."
RECORDED = "People were told that this is not recorded. Tell them, and hang the new signs, before it is."


class TouchedSign(NamedTuple):
    """A sign that must be printed again, and the sheets of it that hang."""

    sign: Sign
    code: str
    versions: tuple[str, ...]
    standing: Standing
    hanging: tuple[Hung, ...]


@dataclass(frozen=True)
class Impact:
    """What a change touches at one place; empty where it touches nothing of the kind."""

    place: str
    changes: tuple[Change, ...]
    signs: tuple[TouchedSign, ...]
    old_times: tuple[tuple[Sentence, str], ...]
    """Sentences that still name a time which was changed, each with the words that name it."""
    translations: Mapping[str, tuple[int, int]]
    """By language: how many translations get stale, and how many sentences get none."""
    attestations: tuple[Attestation, ...]
    studies: tuple[str, ...]
    notices: tuple[Notice, ...]
    hints: tuple[str, ...]
    findings: tuple[Finding, ...] = ()
    """What the checks find after the change and did not find before."""


def impact(
    project: Project, today: dt.date, id: str | None = None, settings: Sequence[str] = (), against: str = "HEAD"
) -> list[Impact]:
    """What is touched by *settings* (PATH=VALUE, in the file of the deployment or service *id*); without settings, by
    all that changed since *against*, a git revision or an earlier deployment.yml, at *id* or everywhere.

    Gives the places whose readers are told something else. Raises UsageError for a change that cannot be.
    """
    with tempfile.TemporaryDirectory(prefix="disclose-") as name:
        folder = Path(name).resolve()
        if settings:
            earlier, later = project, copied(project, folder)
            before = load(earlier)
            changed(later, before, id or "", settings)
            after = load(later)
            _refuse(before, after)
            return list(_touched(_state(earlier, before, today), _state(later, after, today), today, None))
        earlier = _earlier(project, against, folder)
        states = [_state(each, load(each), today) for each in (earlier, project)]
        return list(_touched(states[0], states[1], today, id))


class _State(NamedTuple):
    """A project and its places as they can be read."""

    project: Project
    content: Content
    views: Mapping[str, PlaceView]


def _state(project: Project, content: Content, today: dt.date) -> _State:
    """Raises ProjectError where the organisation cannot be read."""
    return _State(project, content, views(project, content, today))


def _earlier(project: Project, against: str, folder: Path) -> Project:
    """The project as it was: in git, or with an earlier file in the place of one."""
    if not Path(against).is_file():
        return as_of(project, against, folder)
    trial = copied(project, folder)
    replaced(trial, Path(against))
    return trial


def _refuse(before: Content, after: Content) -> None:
    """A change that the loader does not take is told in the loader's words."""
    for finding in _fresh(before.findings, after.findings):
        raise UsageError(f"the change cannot be read: {finding.message}", finding.help)


def _fresh(before: Iterable[Finding], after: Iterable[Finding]) -> list[Finding]:
    """Findings that were not there before, wherever they stand: lines move."""
    old = {(finding.rule, finding.message) for finding in before}
    return [finding for finding in after if (finding.rule, finding.message) not in old]


def _touched(before: _State, after: _State, today: dt.date, only: str | None) -> Iterator[Impact]:
    """The places, or the one called *only*, that say something else after the change."""
    both = before.views.keys() & after.views.keys()
    if only is not None and only not in both:
        raise UsageError(f"there is no deployment {only!r} before and after the change", did_you_mean(only, both))
    for id in sorted(both):
        found = _at(before.views[id], after, today) if only in (None, id) else None
        if found:
            fresh = _fresh(examine(before.project, today, id), examine(after.project, today, id))
            own = (each for each in fresh if each.place.file.startswith(f"deployments/{id}/"))
            yield replace(found, findings=tuple(own))


def _at(before: PlaceView, state: _State, today: dt.date) -> Impact | None:
    """What is touched at one place, None where its readers are told the same."""
    after = state.views[before.id]
    old, new = before.deployment, after.deployment
    signs = tuple(_signs(before, after, today))
    paths = _paths(old, new)
    if not paths and not signs:
        return None
    items = {item for path in paths if (item := item_of(path))}
    return Impact(
        place=before.id,
        changes=tuple(changes(frozen(message(old)), frozen(message(new)))),
        signs=signs,
        old_times=tuple(_old_times(old, new)),
        translations=dict(_translations(before, after)),
        attestations=tuple(each for each in new.attestations if _covers(each, paths | _shortened(new, paths))),
        studies=tuple(_studies(state.content, before.id, paths, items)) if paths else (),
        notices=tuple(each for each in new.notices if _tells(each, paths, items)),
        hints=tuple(_hints(old, new, paths)),
    )


def _paths(old: Deployment, new: Deployment) -> set[str]:
    """The parts of the message that are not the same."""
    before, after = message(old), message(new)
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


def _signs(before: PlaceView, after: PlaceView, today: dt.date) -> Iterator[TouchedSign]:
    """Signs that would not hold any more, as if each had been printed just before the change."""
    for sign in before.deployment.signs:
        now = standing(freeze(before.deployment, sign, before.base), after.deployment, after.base, today)
        if now.state != "holds":
            hanging = (hung for record in after.posted if record.sign == sign.id for hung in record.hanging)
            versions = tuple("+".join(languages) for languages in before.versions(sign))
            yield TouchedSign(sign, before.code(sign), versions, now, tuple(hanging))


def _old_times(old: Deployment, new: Deployment) -> Iterator[tuple[Sentence, str]]:
    """Sentences that name the time something was kept before, and that were not changed with it."""
    kept = {item.id: item for item in old.kept}
    gone = [span for item in new.kept if item.id in kept for span in _gone(kept[item.id], item)]
    for told in sentences(new):
        for part in FULL_STOP.split(told.text):
            words = [words for span, words in lengths_in(part) if any(same(span, other) for other in gone)]
            if words:
                yield Sentence(told.path, part), words[0]


def _gone(old: Kept, new: Kept) -> list[Length]:
    now = known(new)
    then = stated(old.retention) if old.retention else []
    return [span for span in then if not any(same(span, other) for other in now)]


def _translations(before: PlaceView, after: PlaceView) -> Iterator[tuple[str, tuple[int, int]]]:
    """By language: how many more sentences have a translation of an earlier text, and how many more have none."""
    for language in after.translations:
        then, now = _states(before, language), _states(after, language)
        more = (max(0, now["stale"] - then["stale"]), max(0, now["missing"] - then["missing"]))
        if any(more):
            yield language, more


def _states(view: PlaceView, language: str) -> Counter[str]:
    wording = view.wording(language)
    return Counter(wording.text(*sentence).state for sentence in view.sentences)


def _shortened(new: Deployment, paths: Iterable[str]) -> set[str]:
    """Short statements about something that changed."""
    records = {path.split(".")[1] for path in paths if path.startswith(("kept.", "choices."))}
    return {f"statements.{fact.id}.text" for fact in new.statements if records.intersection(fact.of)}


def _covers(attestation: Attestation, paths: Iterable[str]) -> bool:
    return any(path == of or path.startswith(f"{of}.") for of in attestation.of for path in paths)


def _tells(notice: Notice, paths: Iterable[str], items: set[str]) -> bool:
    return f"notices.{notice.id}.text" in paths or bool(items.intersection(notice.items))


def _studies(content: Content, id: str, paths: set[str], items: set[str]) -> Iterator[str]:
    """The study of the place and its results: they speak of the message as it was."""
    study = content.studies.get(id)
    if study:
        asked = [point.id for point in study.record.points if _asks(point, paths, items)]
        yield f"study.yml: {', '.join(asked)}" if asked else "study.yml: no question asks about what changes"
    for fact in content.evidence.get(id, ()):
        yield f"evidence {fact.id}: found with the message as it was"


def _asks(point: Point, paths: set[str], items: set[str]) -> bool:
    """Whether a point asks about one of *paths* itself, or about the disclosure item that they tell of."""
    known = {path for path in paths if path == point.tests or path.startswith(f"{point.tests}.")}
    return bool(known) or (point.tests.startswith("items.") and item_of(point.tests) in items)


def _hints(old: Deployment, new: Deployment, paths: set[str]) -> Iterator[str]:
    if any(_is_longer(each, old) for each in new.kept):
        yield LONGER
    if set(old.not_collected) - set(new.not_collected):
        yield RECORDED
    if set(old.choices) - set(new.choices):
        yield CHOICE
    for parts, advice in HINTS.items():
        if any(fnmatchcase(path, part) for path in paths for part in parts):
            yield advice


def _is_longer(now: Kept, old: Deployment) -> bool:
    """Whether something is kept for a longer time than before."""
    then = next((item for item in old.kept if item.id == now.id), None)
    if then is None or not then.retention or not now.retention:
        return False
    pairs = zip(stated(then.retention), stated(now.retention), strict=False)
    return any(_hours(after) > _hours(before) and not same(before, after) for before, after in pairs)


def _hours(length: Length) -> float:
    """A length in hours; a month as 30 days, since only longer and shorter are told apart."""
    return length.hours + length.months * 720
