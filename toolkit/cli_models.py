"""`disclose models`: bring a model for tagging here, on the user's word, and see which are there."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.vision.download import Progress
    from toolkit.vision.models import Offer, Row

models = typer.Typer(
    help="Models for tagging pictures that you bring yourself; none is ever fetched unasked.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
Folder = Annotated[
    Path,
    typer.Option(
        "--project", "-C", help="The folder of the project.", show_default="here", exists=True, file_okay=False
    ),
]


@models.command("add", epilog="Example: disclose models add https://models.example/shapes.onnx --manifest shapes.yml")
def add(
    source: Annotated[str, typer.Argument(metavar="FILE|URL", help="The weights in ONNX; an address is https only.")],
    manifest: Annotated[
        Path | None,
        typer.Option(help="What the model is, as YAML; the file beside FILE with the ending .yml where left out."),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask; you know its licence.")] = False,
    folder: Folder = Path(),
) -> None:
    """Show what a model is and its licence, ask, then put it into models/<id>/ with its hash."""
    from toolkit.paths import find_project
    from toolkit.terminal import Format, finish
    from toolkit.vision import models as work

    project = find_project(folder)
    try:
        offer = work.offer(project, source, manifest)
        print("\n".join(_offer(offer)))
        if not (yes or typer.confirm("Take it?")):
            print("nothing was added")
            return
        with _bar() as progress:
            print(f"added {project.name_of(work.add(project, offer, progress))}")
    except work.ModelError as error:
        if not error.findings:
            raise
        finish(project, list(error.findings), Format.text, strict=False)


@models.command("list", epilog="Example: disclose models list")
def listed(folder: Folder = Path()) -> None:
    """List the models, each with its licence; leaves with 1 where one is not what its manifest was written for."""
    from toolkit.paths import find_project
    from toolkit.vision.models import models as rows_of

    rows = list(rows_of(find_project(folder)))
    for row in rows:
        print("\n".join(_row(row)))
    if not rows:
        print("no model is here; `disclose models add` brings one")
    if any(row.problem for row in rows):
        raise typer.Exit(1)


def _offer(offer: Offer) -> list[str]:
    manifest = offer.manifest
    size = "unknown" if offer.size is None else f"{offer.size / 1e6:.1f} MB"
    return [
        f"{manifest.name} ({manifest.id})",
        f"  from:     {offer.source}",
        f"  size:     {size}",
        f"  licence:  {manifest.licence}",
        f"  made by:  {manifest.source}",
        f"  people:   {manifest.people_shown}",
        *(f"  limit:    {limit}" for limit in manifest.limits),
    ]


def _row(row: Row) -> list[str]:
    told = [f"{row.id}: {row.manifest.name}, licence {row.manifest.licence}"] if row.manifest else [f"{row.id}:"]
    return [*told, *([f"  cannot be used: {row.problem}"] if row.problem else [])]


@contextmanager
def _bar() -> Iterator[Progress]:
    """Progress on the terminal; silent where nobody watches."""
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TransferSpeedColumn

    columns = (BarColumn(), DownloadColumn(), TransferSpeedColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task("", total=None)
        yield lambda done, of: bar.update(task, completed=done, total=of)
