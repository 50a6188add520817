"""What anybody can watch failing: every limitation with a demonstration, its measurement, and which engine shows it.

A service whose engine does not run here is shown by one that does, on pictures spoilt in the same way. Which one:
the one that shares most metrics with it, since what is counted alike fails alike; then by id.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from toolkit.load import Loaded
from toolkit.model import Evidence, Service
from toolkit.model.uses import Limitation
from toolkit.view.measured import Plot, plots
from toolkit.view.pages import pages


class Failing(NamedTuple):
    """A limitation with a demonstration. *plot* is what was measured of it. Where its engine does not run *here*,
    *instead* is the same limitation of one that does; None where none shows it. *href* leads from the folder of all
    notes to where it is stated; empty where it is stated nowhere.
    """

    service: str
    name: str
    limitation: Limitation
    href: str
    here: bool
    plot: Plot | None = None
    instead: Failing | None = None

    @property
    def demo(self) -> str:
        """What stands behind `?demo=`."""
        return f"{self.service}/{self.limitation.id}"

    @property
    def degradation(self) -> str:
        """Id of how the pictures are spoilt; empty where it shows on pictures of another kind."""
        return (self.limitation.demo.degradation if self.limitation.demo else None) or ""

    @property
    def shown(self) -> Plot | None:
        """The measurement to show: its own, else that of the service in its place."""
        return self.plot or (self.instead.plot if self.instead else None)


def failing(
    services: Mapping[str, Loaded[Service]], evidence: Mapping[str, Iterable[Evidence]]
) -> dict[str, tuple[Failing, ...]]:
    """By service, in the order of *services*: its limitations with a demonstration, what gets worst first.

    Services without any are left out.
    """
    here = _running_here({id: loaded.record for id, loaded in services.items()}, evidence)
    found = {id: tuple(_of(services[id], evidence.get(id, ()), here=id in here)) for id in services}
    metrics = {id: {metric.id for metric in loaded.record.metrics} for id, loaded in services.items()}

    def in_place_of(each: Failing) -> Failing:
        alike = sorted(here, key=lambda other: (-len(metrics[other] & metrics[each.service]), other))
        shown = (other for id in alike for other in found[id] if other.degradation == each.degradation)
        return each._replace(instead=next(shown, None)) if each.degradation else each

    placed = {id: rows if id in here else tuple(map(in_place_of, rows)) for id, rows in found.items()}
    return {id: tuple(sorted(rows, key=_least_harmed)) for id, rows in placed.items() if rows}


def _running_here(services: Mapping[str, Service], evidence: Mapping[str, Iterable[Evidence]]) -> set[str]:
    """Ids of services that are or can be measured here, and of all others of their suites."""
    runs = {id for id, each in services.items() if evidence.get(id) or (each.evaluation and each.evaluation.runs)}
    suites = {services[id].extends for id in runs} - {None}
    return runs | {id for id, each in services.items() if each.extends in suites}


def _of(loaded: Loaded[Service], evidence: Iterable[Evidence], *, here: bool) -> Iterable[Failing]:
    service = loaded.record
    measured = plots(evidence)
    stated = next((page.href for page in pages(service, loaded.document) if "limitations" in page.sections), "")
    for limitation in service.limitations:
        if limitation.demo:
            href = f"{service.identity.id}/{stated}#limitation-{limitation.id}" if stated else ""
            shown = _clearest(measured.get(limitation.id, ()))
            yield Failing(service.identity.id, service.identity.name, limitation, href, here, shown)


def _clearest(found: tuple[Plot, ...]) -> Plot | None:
    """Of the run that a note shows first, the measurement with pictures in which most goes wrong, such as one tag."""
    run = [plot for plot in found if plot.fact.run == found[0].fact.run]
    return max(run, key=lambda plot: (plot.fact.example is not None, _harm(plot)), default=None)


def _harm(plot: Plot) -> float:
    """How far the figure is from that of untouched pictures."""
    return abs(plot.fact.value - plot.points[0].value)


def _least_harmed(row: Failing) -> float:
    """What goes wrong least is last, and what was not measured after it."""
    return 1.0 if row.plot is None else -_harm(row.plot)
