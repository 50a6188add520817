"""`disclose translate`: bring translations up to date, and see how far they are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from toolkit.translate import Extracted, Row

translate = typer.Typer(
    help="Translations of deployments: what to translate, and how far it is.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
Folder = Annotated[
    Path,
    typer.Option(
        "--project", "-C", help="The folder of the project.", show_default="here", exists=True, file_okay=False
    ),
]


@translate.command(epilog="Examples: disclose translate extract; disclose translate extract front-desk --lang pt-BR")
def extract(
    deployment: Annotated[str | None, typer.Argument(help="The id of a deployment; all where it is left out.")] = None,
    folder: Folder = Path(),
    lang: Annotated[str | None, typer.Option(help="Only this language, such as de or zh-Hans.", metavar="TAG")] = None,
    phrases: Annotated[bool, typer.Option("--phrases", help="The toolkit's own fixed phrases instead.")] = False,
) -> None:
    """Write what is to be translated to deployments/<id>/locale/<language>.po. No translation is lost by this."""
    from toolkit import translate as work
    from toolkit.paths import find_project
    from toolkit.words import spoken

    if phrases:
        found = [work.phrases(language) for language in ([lang] if lang else spoken()[1:])]
    else:
        found = work.extract(find_project(folder), deployment, lang)
    for each in found:
        print(_told(each))


@translate.command(epilog="Example: disclose translate status")
def status(
    folder: Folder = Path(),
    as_json: Annotated[bool, typer.Option("--json", help="For programs.")] = False,
) -> None:
    """Print, for each deployment and language, how many sentences are reviewed, unreviewed, stale and missing."""
    import json

    from toolkit.paths import find_project
    from toolkit.translate import status as rows_of

    rows = rows_of(find_project(folder))
    if as_json:
        print(json.dumps([row._asdict() for row in rows], indent=2))
    else:
        print(_table(rows) if rows else "no deployment has another language")


def _told(file: Extracted) -> str:
    changes = ((file.new, "new"), (file.changed, "changed"), (file.gone, "gone"))
    told = ", ".join(f"{count} {what}" for count, what in changes if count) or "nothing new"
    return f"{file.file}: {file.sentences} sentences, {told}"


def _table(rows: list[Row]) -> str:
    """The rows in columns, numbers to the right."""
    cells = [tuple(rows[0]._fields), *(tuple(str(value) for value in row) for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(cells[0]))]
    return "\n".join(
        "  ".join(cell.ljust(width) if column < 2 else cell.rjust(width) for column, (cell, width) in enumerate(row))
        for row in (zip(line, widths, strict=True) for line in cells)
    )
