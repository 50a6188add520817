"""What people understood of a sentence of the notice who were asked: shown only for these words and this language.

Results of an earlier version are named as such. Simulated results are shown in a rehearsal only, and say what they are.
A sign never carries any of this.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from toolkit.model import Evidence
from toolkit.model.evidence import Understood
from toolkit.translations import Said
from toolkit.view.place import PlaceView, Wording
from toolkit.view.study import StudyWording


class Found(NamedTuple):
    """A result with what it was found of, and whether it is about the words of today."""

    fact: Evidence
    of: Understood
    today: bool


def found(view: PlaceView) -> tuple[Found, ...]:
    """Every result that may be shown, the latest first; people at first contact before those who were asked again."""
    known = [
        Found(fact, fact.understood, _is_of_today(view, fact.understood))
        for fact in view.evidence
        if fact.understood is not None and (not fact.simulated or view.rehearsal)
    ]
    return tuple(sorted(known, key=lambda each: (each.of.wave != "first", -each.fact.date.toordinal(), each.fact.id)))


def _is_of_today(view: PlaceView, of: Understood) -> bool:
    """Whether it is about today's words, and where they were read in translation, about the translation of today."""
    return of.message_hash == view.hash and of.wording_hash in {None, view.wording(of.language).hash}


def at(view: PlaceView, path: str) -> tuple[Found, ...]:
    """Results about what stands at *path*, in any language."""
    return tuple(each for each in found(view) if any(_near(path, of) for of in (each.of.told_by, each.of.tests)))


def about(wording: Wording, path: str) -> str:
    """What readers of this language understood of what stands at *path*, as sentences; empty where nobody was asked.
    For each form in which they met it, the point that fewest knew. Where nobody was asked about the words of today, it
    only says that earlier ones were asked about.
    """
    here = [each for each in at(wording.view, path) if each.of.language == wording.language]
    weakest: dict[str, Found] = {}
    for each in here:
        known = weakest.get(each.of.form)
        if each.today and each.of.wave == "first" and (known is None or each.fact.value < known.fact.value):
            weakest[each.of.form] = each
    shown = [weakest[form] for form in sorted(weakest)] or here[:1]
    told = [sentence(wording, each) for each in shown]
    return " ".join([*told, *_simulated(wording, shown)])


def sentence(wording: Wording, each: Found) -> str:
    """A result in the words of its readers."""
    words, month = wording.words, wording.words.month(each.fact.date)
    if not each.today:
        return words.say("understood.earlier", month=month)
    form, right = words.say(f"understood.form.{each.of.form}"), words.number(each.of.right)
    return words.count("understood.of", each.of.people, right=right, month=month, form=form)


def _simulated(wording: Wording, shown: Iterable[Found]) -> Iterator[str]:
    if any(each.fact.simulated for each in shown):
        yield wording.say("understood.simulated")


def lines(wording: Wording) -> Iterator[Said]:
    """Each point that people were asked about in this language, with what they understood."""
    study = wording.view.study
    asked = StudyWording(wording.view, study, wording.language) if study else None
    knows = {point.id: point.knows for point in study.points} if study else {}
    for each in found(wording.view):
        if each.of.language == wording.language:
            told = " ".join([sentence(wording, each), *_simulated(wording, [each])])
            known = knows.get(each.of.point)
            label = asked.text(f"points.{each.of.point}.knows", known).text if asked and known else ""
            text = wording.say("join.label", label=label.rstrip("."), text=told) if label else told
            yield Said(text, wording.language, "source")


def _near(one: str, other: str) -> bool:
    """Whether one path is the other or lies above it."""
    return one == other or one.startswith(f"{other}.") or other.startswith(f"{one}.")
