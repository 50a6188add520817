"""What a study found becomes evidence of the notice: a file for each point, version and language with enough people."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator, Sequence

from toolkit.errors import UsageError
from toolkit.model import Evidence
from toolkit.model.evidence import Amount, Interval, Understood
from toolkit.model.study import Arm, Point, Study
from toolkit.render import Artefact
from toolkit.study.count import Tally, results
from toolkit.study.points import judge
from toolkit.study.proportion import LEVEL
from toolkit.study.publish import AT_ONCE, FEWEST, Shown, samples, shown
from toolkit.study.report import Choice, chosen
from toolkit.study.table import Row
from toolkit.view.place import PlaceView

METRIC = "comprehension"
LONGEST_ID = 64


def insight(study: Study, table: Sequence[Row], day: dt.date) -> list[Evidence]:
    """The evidence that *table* gives, found by *day*. Raises UsageError where nothing counts, where the answers belong
    to several versions, and where no version was read by ten people.
    """
    kept = chosen(table, Choice("real"))
    evidence = _facts(study, kept, day)
    if not evidence:
        people = len({row.participant for row in kept})
        advice = f"ask until {FEWEST} people have answered about one version in one language, then export again"
        raise UsageError(
            f"{people} people answered, and fewer than {FEWEST} about each version: no study result", advice
        )
    return evidence


def simulated(study: Study, table: Sequence[Row], day: dt.date) -> list[Evidence]:
    """The same of simulated answers, for a rehearsal; each says that it is simulated."""
    facts = _facts(study, chosen(table, Choice("test")), day)
    return [fact.model_copy(update={"simulated": True}) for fact in facts]


def _facts(study: Study, kept: Sequence[Row], day: dt.date) -> list[Evidence]:
    found = results(kept)
    hashes = (kept[0].message, kept[0].protocol)
    return [
        fact
        for wave in study.waves
        for fact in _of_wave(study, shown(samples(r for r in found if r.wave == wave.id)), wave.id, hashes, day)
    ]


def _of_wave(study: Study, found: Shown, wave: str, hashes: tuple[str, str], day: dt.date) -> Iterator[Evidence]:
    arms = {arm.id: arm for arm in study.arms if arm.shows != "nothing"}
    points = {point.id: point for point in study.points}
    for (arm, language), figures in found.samples.items():
        for point, cells in figures.items():
            if arm in arms and point in points and cells.people >= FEWEST:
                yield _evidence(study, points[point], arms[arm], language, wave, cells, hashes, day)


def _evidence(  # noqa: PLR0913, PLR0917 - what a result is bound to
    study: Study, point: Point, arm: Arm, language: str, wave: str, cells: Tally, hashes: tuple[str, str], day: dt.date
) -> Evidence:
    found = judge(point.id, cells, study.criterion)
    low, high = found.exact or (0.0, 1.0)
    return Evidence(
        schema_version="1.0",
        id=_id("understood", point.id, arm.id, language.lower(), *(() if wave == "first" else (wave,))),
        metric=METRIC,
        value=round(cells.right / cells.people, 6),
        unit="ratio",
        interval=Interval(low=round(low, 6), high=round(high, 6), level=LEVEL, method="Clopper-Pearson"),
        n=Amount(count=cells.people, of="people"),
        condition=f"people who were asked in {language} after {_shown(arm)}",
        date=day,
        method=f"Comprehension study, point {point.id}; `disclose study insight`",
        understood=Understood.model_validate(
            {
                "point": point.id,
                "tests": point.tests,
                "told_by": point.told_by,
                "right": cells.right,
                "people": cells.people,
                "unsure": cells.unsure,
                "critical": cells.critical,
                "target": study.criterion.share,
                "criterion": study.criterion.name,
                "meets_target": found.meets_target,
                "demonstrated": found.demonstrated,
                "message_hash": hashes[0],
                "protocol_hash": hashes[1],
                "language": language,
                "form": arm.exposure.form,
                "arm": arm.id,
                "wave": wave,
            }
        ),
    )


def _id(*parts: str) -> str:
    """An id made of *parts*; one that is too long ends in a hash."""
    whole = "-".join(parts)
    if len(whole) <= LONGEST_ID:
        return whole
    digest = hashlib.sha256(whole.encode()).hexdigest()[:8]
    return f"{whole[: LONGEST_ID - 9].rstrip('-')}-{digest}"


def _shown(arm: Arm) -> str:
    what = {"notice": "the full notice", "sign": "a sign", "plain": "the plain words"}[arm.shows]
    return f"{what} ({arm.exposure.form})"


def bound(facts: Iterable[Evidence], view: PlaceView) -> list[Evidence]:
    """*facts* about the message of today, bound to the translation of today too where they were read in one."""
    return [_bound(fact, view) for fact in facts]


def _bound(fact: Evidence, view: PlaceView) -> Evidence:
    of = fact.understood
    if of is None or of.message_hash != view.hash or of.language == view.house.organisation.language:
        return fact
    now = of.model_copy(update={"wording_hash": view.wording(of.language).hash})
    return fact.model_copy(update={"understood": now})


def standing(new: Iterable[Evidence], old: Iterable[Evidence]) -> tuple[list[Evidence], list[str]]:
    """Which of *new* to write, and the ids of those that stay as they are: a figure about the same message changes only
    by three people or more.
    """
    known = {fact.id: fact for fact in old}
    kept = [fact.id for fact in new if fact.id in known and _too_near(fact, known[fact.id])]
    return [fact for fact in new if fact.id not in kept], kept


def _too_near(new: Evidence, old: Evidence) -> bool:
    then, now = old.understood, new.understood
    if then is None or now is None or old.simulated != new.simulated:
        return False
    if (then.message_hash, then.wording_hash) != (now.message_hash, now.wording_hash):
        return False
    return then != now and abs(then.people - now.people) < AT_ONCE


def file(fact: Evidence) -> Artefact:
    """The file of a fact, below `evidence/` of its place."""
    return Artefact(f"{fact.id}.json", (fact.model_dump_json(indent=2, exclude_defaults=True) + "\n").encode())
