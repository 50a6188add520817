"""`disclose adopt` and `disclose compare`: services of the public catalogue."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from toolkit.paths import Project
    from toolkit.view.compare import Comparison

Folder = Annotated[
    Path, typer.Option("--project", "-C", help="The folder of the project.", show_default="here", file_okay=False)
]


class Shape(StrEnum):
    """How a comparison is printed."""

    table = "table"
    json = "json"


def adopt(
    id: Annotated[str, typer.Argument(help="The id of a service of the catalogue, such as vision-ocr.")],
    source: Annotated[
        Path | None,
        typer.Option("--from", help="Another folder with services.", metavar="FOLDER", show_default="the catalogue"),
    ] = None,
    folder: Folder = Path(),
) -> None:
    """Copy a service of the public catalogue into this project, as a draft to make your own."""
    from toolkit.adopt import adopt as run

    project = _project(folder)
    done = run(project, id, source)
    for path in done.written:
        print(f"wrote {project.name_of(path)}")
    for path in done.kept:
        print(f"there already, not touched: {project.name_of(path)}")
    if done.unlinked:
        print(f"left out links to services that are not here: {', '.join(done.unlinked)}")
    print("next: name who answers for it under `owners:`, hold each fact against the service you really use,")
    print("  write `basis: authored` once you vouch for it, and `reviewed_by:` once somebody reviewed it")


def compare(
    one: Annotated[str, typer.Argument(help="The id of a service.")],
    other: Annotated[str, typer.Argument(help="The id of another one.")],
    format: Annotated[Shape, typer.Option(help="How to print it.")] = Shape.table,
    page: Annotated[
        Path | None, typer.Option(help="Write a Markdown page to this file instead.", metavar="FILE", dir_okay=False)
    ] = None,
    folder: Folder = Path(),
) -> None:
    """Two services side by side on limits, data kept, access and oversight; differences first."""
    project = _project(folder)
    comparison = _compared(project, one, other)
    if page:
        _put(project, comparison, page)
    elif format is Shape.json:
        from toolkit.render.compare import as_json

        print(as_json(comparison))
    else:
        _print(comparison)


def _project(folder: Path) -> Project:
    from toolkit.paths import find_project

    return find_project(folder)


def _compared(project: Project, one: str, other: str) -> Comparison:
    from toolkit.clock import today
    from toolkit.errors import ProjectError, UsageError
    from toolkit.load import load, service_ids
    from toolkit.load.validate import did_you_mean
    from toolkit.view import cards, house, view
    from toolkit.view.compare import compare as beside

    known = service_ids(project)
    for id in (one, other):
        if id not in known:
            raise UsageError(f"there is no service called {id!r}", did_you_mean(id, known))
    if one == other:
        raise UsageError("both are the same service", "name two services")
    content = load(project, (one, other), places=False)
    shared = house(content, cards(content), today(None))
    if shared is None or not {one, other} <= content.services.keys():
        raise ProjectError("one of the two cannot be read", "run `disclose check` to see why")
    return beside(*(view(content.services[id], shared) for id in (one, other)))


def _put(project: Project, comparison: Comparison, path: Path) -> None:
    from toolkit.errors import ProjectError
    from toolkit.render.compare import page
    from toolkit.render.environment import Templates

    try:
        path.write_bytes(page(comparison, Templates(project)).data)
    except OSError as error:
        raise ProjectError(f"cannot write {path}: {error.strerror}", "name a file in a folder that is there") from error
    print(f"wrote {path}", file=sys.stderr)


def _print(comparison: Comparison) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(markup=False, highlight=False)
    for title, topics in comparison.parts:
        table = Table(
            "", comparison.one[1], comparison.other[1], title=title, title_justify="left", box=box.SIMPLE_HEAD
        )
        for topic, sides in topics:
            table.add_row(Text(topic, style="bold"), "", "")
            for side in sides:
                cells = (Text("\n".join(texts) or "-") for texts in ((side.what,), side.one, side.other))
                table.add_row(*cells)
            table.add_section()
        console.print(table)
