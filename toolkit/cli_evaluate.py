"""`disclose evaluate`: measure what a service gets wrong, and keep it as evidence."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from toolkit.evaluate.run import Order, Outcome
    from toolkit.evaluate.sweep import Progress
    from toolkit.paths import Project


def evaluate(
    service: Annotated[str | None, typer.Argument(help="The id of a service.", metavar="[SERVICE]")] = None,
    deployment: Annotated[
        str | None, typer.Option(help="The id of a place: its services on its own pictures.", metavar="ID")
    ] = None,
    corpus: Annotated[
        Path | None, typer.Option(help="A folder of pictures with their truth, instead of the ones that the runs name.")
    ] = None,
    reader: Annotated[str | None, typer.Option(help="An engine, instead of the ones that the runs name.")] = None,
    degradations: Annotated[
        str | None, typer.Option(help="none, named (by the limitations), or ids with commas.", metavar="WHICH")
    ] = None,
    workers: Annotated[int | None, typer.Option(help="Processes at once.", show_default="processors", min=1)] = None,
    executor: Annotated[
        str | None, typer.Option(help="A cluster of dask.distributed.", metavar="dask://HOST:PORT")
    ] = None,
    report: Annotated[bool, typer.Option("--report", help="Also write a page with plots.")] = False,
    folder: Annotated[
        Path, typer.Option("--project", "-C", help="The folder of the project.", show_default="here", file_okay=False)
    ] = Path(),
    today: Annotated[str | None, typer.Option(help="Take this day as today (year-month-day).", metavar="DAY")] = None,
) -> None:
    """Measure a service on pictures whose truth is known, and write the evidence that its documents show.

    What was measured before is not measured again. Stop it at any time: it goes on where it was.
    """
    from toolkit.clock import today as day_of
    from toolkit.evaluate.corpus import CorpusError
    from toolkit.evaluate.machines import machines
    from toolkit.evaluate.memo import Memo
    from toolkit.evaluate.orders import Wish, orders
    from toolkit.evaluate.run import measure
    from toolkit.evaluate.sweep import Bench
    from toolkit.paths import find_project
    from toolkit.terminal import Format, finish

    project = find_project(folder)
    try:
        todo = orders(project, day_of(today), Wish(service, deployment, corpus, reader, degradations))
    except CorpusError as error:
        finish(project, error.findings, Format.text, strict=False)
    count = workers or os.cpu_count() or 1
    outcomes: list[Outcome] = []
    with Memo(project.cache / "measured.db") as memo, machines(count, executor) as where:
        for order in todo:
            with _bar(f"{order.run.id}: {order.corpus.name}") as progress:
                outcomes.append(measure(order, Bench(where, memo, count, progress)))
    _write(project, todo, outcomes, service or "", deployment)
    if report:
        _page(project, outcomes, service or deployment or "")


def _write(project: Project, orders: list[Order], outcomes: list[Outcome], service: str, place: str | None) -> None:
    from toolkit.evaluate.run import outdated
    from toolkit.evaluate.table import lines
    from toolkit.render import Artefact
    from toolkit.write import Writer

    home = project.deployments / place if place else project.services / service
    writer = Writer(project, home / "evidence")
    for order, outcome in zip(orders, outcomes, strict=True):
        old = outdated(writer.docs, order.run, outcome.files)
        writer.put(Artefact(path, data) for path, data in outcome.files.items())
        writer.drop(old)
        print("\n".join(lines(outcome)))
        print()
    print(f"{writer.written} files written to {project.name_of(writer.docs)}")


def _page(project: Project, outcomes: list[Outcome], id: str) -> None:
    from toolkit.render import measured
    from toolkit.render.environment import Templates
    from toolkit.write import Writer

    writer = Writer(project, project.cache / "reports")
    files = [(outcome.evidence, outcome.files) for outcome in outcomes]
    for path in writer.put([measured.page(id, files, Templates(project))]):
        print(f"wrote {project.name_of(writer.docs / path)}")


@contextmanager
def _bar(what: str) -> Iterator[Progress]:
    """Progress on the terminal; silent where nobody watches."""
    from toolkit.evaluate.sweep import silent

    if not sys.stderr.isatty():
        yield silent
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description:40.40}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, of: bar.update(task, completed=done, total=of)
