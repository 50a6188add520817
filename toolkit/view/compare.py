"""Two services side by side: limits, data kept, access and oversight, differences before what is the same."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from toolkit import i18n
from toolkit.view import phrases, rows
from toolkit.view.service import View

Texts = tuple[str, ...]


class Side(NamedTuple):
    """A row of the comparison: what it is about, and what each of the two says; nothing where one is silent."""

    topic: str
    what: str
    one: Texts
    other: Texts

    @property
    def differs(self) -> bool:
        return self.one != self.other


class Comparison(NamedTuple):
    """Two services, each with its id and name, and all rows in the order of the topics."""

    one: tuple[str, str]
    other: tuple[str, str]
    rows: tuple[Side, ...]

    @property
    def parts(self) -> list[tuple[str, list[tuple[str, list[Side]]]]]:
        """`What differs`, then `What is the same`, each by topic; a part without rows is left out."""
        found = []
        for title, differs in (("What differs", True), ("What is the same", False)):
            some = [row for row in self.rows if row.differs == differs]
            topics = [(topic, list(each)) for topic, each in groupby(some, lambda row: row.topic)]
            found.append((title, topics))
        return [(title, topics) for title, topics in found if topics]


def compare(one: View, other: View) -> Comparison:
    """What the two services say of the same things."""
    left, right = _said(one), _said(other)
    keys = sorted({*left, *right}, key=lambda key: (TOPICS.index(key[0]), _place(key, left), _place(key, right)))
    sides = tuple(Side(*key, left.get(key, ()), right.get(key, ())) for key in keys)
    return Comparison((one.id, one.name), (other.id, other.name), sides)


TOPICS = ["What goes in", "Where it fails", "Data", "Access", "Oversight"]
Said = dict[tuple[str, str], Texts]


def _place(key: tuple[str, str], said: Said) -> int:
    return list(said).index(key) if key in said else len(said)


def _said(view: View) -> Said:
    """What one service says, by topic and by what it is about."""
    found: dict[tuple[str, str], list[str]] = {}
    for topic, pairs in zip(
        TOPICS, (_inputs(view), _fails(view), _data(view), _access(view), _duty(view)), strict=True
    ):
        for what, text in pairs:
            found.setdefault((topic, what), []).append(text)
    return {key: tuple(dict.fromkeys(texts)) for key, texts in found.items()}


def _inputs(view: View) -> Iterable[tuple[str, str]]:
    for entry in view.entries("inputs"):
        medium = i18n.MEDIA[entry.fact.medium]
        yield "Takes", medium
        for row in rows.limits(view, entry):
            name, bound, scope = row.cells
            yield f"{medium}: {i18n.lower_first(name)}", bound if scope == "everywhere" else f"{bound} ({scope})"


def _fails(view: View) -> Iterable[tuple[str, str]]:
    for group in view.limitations:
        for entry in group.entries:
            yield group.title, f"{i18n.lead(entry.fact.condition)}: {i18n.lower_first(entry.fact.effect)}"


def _data(view: View) -> Iterable[tuple[str, str]]:
    for item in view.service.data.items:
        what = i18n.DATA_FORMS.get(item.form or "", "Other data")
        yield what, f"{item.name}: {i18n.lower_first(phrases.retention(item.retention))}"
        if item.trains_models:
            yield "Training", i18n.TRAINING[item.trains_models]
        yield from (("Shared with", f"{sharing.who}: {sharing.why}") for sharing in item.recipients)


def _access(view: View) -> Iterable[tuple[str, str]]:
    yield "Who may use it", view.access_sentence
    yield from rows.access(view)


def _duty(view: View) -> Iterable[tuple[str, str]]:
    duty = view.service.oversight
    if duty:
        yield "Level", i18n.OVERSIGHT[duty.level]
        yield from rows.oversight(view)
