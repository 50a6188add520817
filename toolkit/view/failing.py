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
    """A limitation with a demonstration. *plot* is what was measured of it, *instead* another service's where this
    one does not run here; *href* leads to where it is stated, from the folder of all notes, empty where nowhere.
    """

    service: str
    name: str
    limitation: Limitation
    href: str
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
    """By service, in the order of *services*: its limitations with a demonstration, those that were measured first.

    Services without any are left out.
    """
    found = {id: tuple(_of(loaded, evidence.get(id, ()))) for id, loaded in services.items()}
    here = [id for id, loaded in services.items() if _runs_here(loaded.record, evidence.get(id, ()))]
    metrics = {id: {metric.id for metric in loaded.record.metrics} for id, loaded in services.items()}

    def in_place_of(each: Failing) -> Failing:
        alike = sorted(here, key=lambda other: (-len(metrics[other] & metrics[each.service]), other))
        shown = (other for id in alike for other in found[id] if other.degradation == each.degradation)
        return each._replace(instead=next(shown, None)) if each.degradation else each

    placed = {id: rows if id in here else tuple(map(in_place_of, rows)) for id, rows in found.items()}
    return {id: tuple(sorted(rows, key=lambda row: row.plot is None)) for id, rows in placed.items() if rows}


def _runs_here(service: Service, evidence: Iterable[Evidence]) -> bool:
    return any(True for _ in evidence) or bool(service.evaluation and service.evaluation.runs)


def _of(loaded: Loaded[Service], evidence: Iterable[Evidence]) -> Iterable[Failing]:
    service = loaded.record
    measured = plots(evidence)
    stated = next((page.href for page in pages(service, loaded.document) if "limitations" in page.sections), "")
    for limitation in service.limitations:
        if limitation.demo:
            href = f"{service.identity.id}/{stated}#limitation-{limitation.id}" if stated else ""
            first = next(iter(measured.get(limitation.id, ())), None)
            yield Failing(service.identity.id, service.identity.name, limitation, href, first)
