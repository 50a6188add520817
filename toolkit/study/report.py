"""What a study found, from its table alone: the same table and plan give the same report, offline."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from toolkit.errors import UsageError
from toolkit.model.study import Study
from toolkit.study import around, contrast, points, publish
from toolkit.study.count import Result, counts, results
from toolkit.study.points import Told
from toolkit.study.table import Row
from toolkit.view.study import protocol_hash

#: So many digits of a hash tell versions of one study apart.
SHORT = 8


class Choice(NamedTuple):
    """Which answers a report is about: of this use, and of one version or of all of them together."""

    use: str = "real"
    only: str = ""
    """The first digits of the hash of a plan or a message."""
    pool: bool = False


class Beside(NamedTuple):
    """What a report is compared with: the sentences of the deployment, the table of an earlier round, and the last
    issue of figures.
    """

    told: Told = lambda path: ((path, ""),)
    before: Sequence[Row] = ()
    last: Mapping[str, Any] | None = None


ALL, ALONE = Choice(), Beside()


class Report(NamedTuple):
    """What a study found."""

    study: Study
    choice: Choice
    people: around.People
    versions: dict[str, tuple[str, ...]]
    """The hashes and versions that the answers were given under."""
    same_plan: bool
    """Whether the plan is the one that the answers were given under."""
    found: tuple[points.Found, ...]
    arms: tuple[contrast.Contrast, ...]
    twice: tuple[contrast.Twice, ...]
    coding: around.Coding | None
    usability: around.Usability | None
    asked: tuple[around.Asked, ...]
    quotes: tuple[tuple[str, str], ...]
    before: tuple[contrast.Contrast, ...]
    issue: Mapping[str, Any]
    """What of it may be published."""

    @property
    def is_real(self) -> bool:
        """Whether people were really asked; else nothing of it is a result."""
        return self.choice.use == "real"


def chosen(table: Sequence[Row], choice: Choice) -> list[Row]:
    """The rows that a report counts. Raises UsageError where there are none, and where they are answers to several
    versions that nobody asked to count together.
    """
    kept = [row for row in table if counts(row, choice.use)]
    if choice.only:
        kept = [row for row in kept if row.protocol.startswith(choice.only) or row.message.startswith(choice.only)]
    if not kept:
        others = sorted({row.use for row in table if row.use != choice.use})
        advice = f"it holds answers of the use {', '.join(others)}: see --use" if others else "export it again"
        raise UsageError(f"the table holds no answers of the use {choice.use} that count", advice)
    for what, hashes in (("plan", {row.protocol for row in kept}), ("message", {row.message for row in kept})):
        if len(hashes) > 1 and not choice.pool:
            named = ", ".join(sorted(each[:SHORT] for each in hashes))
            advice = "count one of them with --only HASH, or all of them together with --pool"
            raise UsageError(f"the answers belong to {len(hashes)} versions of the {what}: {named}", advice)
    return kept


def report(study: Study, table: Sequence[Row], choice: Choice = ALL, beside: Beside = ALONE) -> Report:
    """What *table* says. Raises UsageError as `chosen`."""
    kept = chosen(table, choice)
    every = results(kept)
    earlier = results(row for row in beside.before if counts(row, choice.use))
    return Report(
        study,
        choice,
        around.people(table, choice.use),
        {name: _values(kept, name) for name in ("protocol", "message", "consent", "version")},
        {row.protocol for row in kept} == {protocol_hash(study)},
        points.found(study, kept, every, beside.told),
        contrast.arms(study, every),
        contrast.twice(study, every),
        around.coding(kept),
        around.usability(kept),
        around.asked(study, kept),
        around.quotable(kept),
        contrast.rounds(study, earlier, every),
        publish.next_issue(beside.last, _issue(study, kept, every)),
    )


def _values(table: Iterable[Row], column: str) -> tuple[str, ...]:
    return tuple(sorted({getattr(row, column) for row in table}))


def _issue(study: Study, kept: Iterable[Row], every: Sequence[Result]) -> dict[str, Any]:
    """What may be published, by wave."""
    order: list[str] = [wave.id for wave in study.waves]
    waves = {
        wave: publish.shown(publish.samples(each for each in every if each.wave == wave))
        for wave in order
        if any(each.wave == wave for each in every)
    }
    return publish.issue(study.deployment, {row.protocol for row in kept}, waves)
