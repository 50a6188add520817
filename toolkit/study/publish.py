"""What may leave the house: totals over at least ten people, and no figure from which a small group can be worked out.

A sample is who read one version in one language. One of ten people or more is published as a total of its own, and a
smaller one from five people on only where each of its cells is empty or holds five. All samples that are held back
together make up the rest of the total, so the rest has to be at least two samples, ten people, and people who were
right as well as people who were not; else more is held back, or the total is. The same samples are held back for every
point, so that no two tables can be taken from each other. A new issue differs from the last one by three people or by
none.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from toolkit.study.count import Result, Tally, tally
from toolkit.study.suppression import THRESHOLD

#: Fewer people than this are no study result.
FEWEST = 10
#: So many people a figure has to change by before it is issued again.
AT_ONCE = 3
#: Arm and language.
Sample = tuple[str, str]
Table = Mapping[Sample, Tally]


class Shown(NamedTuple):
    """The figures of one wave that may be published: by point, and by sample and point. None is held back."""

    totals: dict[str, Tally] | None
    samples: dict[Sample, dict[str, Tally]]
    held: tuple[Sample, ...]


def samples(found: Iterable[Result]) -> dict[str, dict[Sample, Tally]]:
    """The counts of each point by sample."""
    groups: dict[str, dict[Sample, list[Result]]] = {}
    for each in found:
        groups.setdefault(each.point, {}).setdefault((each.arm, each.language), []).append(each)
    return {point: {name: tally(each) for name, each in sorted(of.items())} for point, of in sorted(groups.items())}


def shown(points: Mapping[str, Table]) -> Shown:
    """What of these counts may be published; points that fewer than ten people were asked about are left out."""
    asked = {point: table for point, table in points.items() if _sum(table.values()).people >= FEWEST}
    names = sorted({name for table in points.values() for name in table})
    if not asked:
        return Shown(None, {}, tuple(names))
    sizes = {name: min(table.get(name, Tally()).people for table in asked.values()) for name in names}
    large = {name for name in names if sizes[name] >= FEWEST}
    safe = large | {name for name in names if all(_safe(table.get(name, Tally())) for table in asked.values())}
    held = {name for name in names if name not in safe}
    for name in sorted(safe - large, key=lambda name: (sizes[name], name)):
        if _hidden(asked, held, names):
            break
        held.add(name)
    if _hidden(asked, held, names):
        return _of(asked, set(names) - held, names, totals=True)
    return _of(asked, safe, names, totals=False)


def _of(points: Mapping[str, Table], seen: Collection[Sample], names: Sequence[Sample], *, totals: bool) -> Shown:
    whole = {point: _sum(table.values()) for point, table in points.items()} if totals else None
    figures = {
        name: {point: table[name] for point, table in points.items() if name in table} for name in names if name in seen
    }
    return Shown(whole, figures, tuple(name for name in names if name not in seen))


def _safe(cells: Tally) -> bool:
    """Whether a small sample may stand by itself."""
    wrong = cells.people - cells.right
    return cells.people >= THRESHOLD and all(cell == 0 or cell >= THRESHOLD for cell in (cells.right, wrong))


def _hidden(points: Mapping[str, Table], held: Collection[Sample], names: Sequence[Sample]) -> bool:
    """Whether the totals less what is shown say nothing of a sample that is held back."""
    if not held or len(held) == len(names) > 1:
        return True
    return len(held) > 1 and all(
        _mixed(_sum(table[name] for name in held if name in table)) for table in points.values()
    )


def _mixed(rest: Tally) -> bool:
    return rest.people >= FEWEST and 0 < rest.right < rest.people


def _sum(cells: Iterable[Tally]) -> Tally:
    return Tally(*map(sum, zip(*cells, strict=True)))


def issue(deployment: str, protocols: Collection[str], waves: Mapping[str, Shown]) -> dict[str, Any]:
    """One issue of figures, as JSON holds it: what was held back is named and not counted."""
    return {
        "schema_version": "1.0",
        "deployment": deployment,
        "protocols": sorted(protocols),
        "waves": {wave: _wave(each) for wave, each in waves.items()},
    }


def _wave(found: Shown) -> dict[str, Any]:
    totals = {point: _figures(cells, whole=True) for point, cells in (found.totals or {}).items()}
    groups = [
        {"arm": arm, "language": language, "points": {p: _figures(c, whole=c.people >= FEWEST) for p, c in of.items()}}
        for (arm, language), of in found.samples.items()
    ]
    return {"points": totals, "samples": groups, "held_back": [f"{arm}, {language}" for arm, language in found.held]}


def _figures(cells: Tally, *, whole: bool) -> dict[str, int]:
    figures = {"people": cells.people, "right": cells.right}
    return {**figures, "unsure": cells.unsure, "critical": cells.critical} if whole else figures


def next_issue(last: Mapping[str, Any] | None, new: dict[str, Any]) -> Mapping[str, Any]:
    """The issue to publish: *new*, or still *last* where a figure would change by one or two people."""
    if last is None or not set(last["protocols"]) & set(new["protocols"]):
        return new
    then, now = _people(last), _people(new)
    for key in then.keys() & now.keys():
        changed = abs(then[key]["people"] - now[key]["people"])
        if changed < AT_ONCE and then[key] != now[key]:
            return last
    return new


def _people(issued: Mapping[str, Any]) -> dict[tuple[str, ...], dict[str, int]]:
    """Every figure of an issue, by wave, sample and point."""
    found: dict[tuple[str, ...], dict[str, int]] = {}
    for wave, each in issued["waves"].items():
        found |= {(wave, point): cells for point, cells in each["points"].items()}
        for group in each["samples"]:
            key = (wave, group["arm"], group["language"])
            found |= {(*key, point): cells for point, cells in group["points"].items()}
    return found


def written(issued: Mapping[str, Any]) -> bytes:
    """An issue as a file."""
    return (json.dumps(issued, ensure_ascii=False, indent=1) + "\n").encode()


def read_issue(data: bytes) -> dict[str, Any]:
    """An issue that `written` wrote. Raises ValueError for anything else."""
    found = json.loads(data)
    try:
        _people(found)
        protocols = [str(each) for each in found["protocols"]]
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError("it has another shape") from error
    return {**found, "protocols": protocols}
