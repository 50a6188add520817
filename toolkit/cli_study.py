"""`disclose study`: plan a study: draft it, check it, see what it can show."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from toolkit.terminal import Format, finish

authoring = typer.Typer(rich_markup_mode=None)
Folder = Annotated[
    Path,
    typer.Option(
        "--project", "-C", help="The folder of the project.", show_default="here", exists=True, file_okay=False
    ),
]
Today = Annotated[str | None, typer.Option(help="Take this day as today (year-month-day).", metavar="DAY")]
Place = Annotated[str, typer.Argument(metavar="DEPLOYMENT", help="The place whose study it is.")]
#: More people than any study of a notice asks.
MOST = 1000


@authoring.command("new", epilog="Example: disclose study new front-desk")
def new_study(deployment: Place, folder: Folder = Path(), today: Today = None) -> None:
    """Draft study.yml from what the place says: a question for each thing that people are told."""
    from toolkit import start
    from toolkit.clock import today as day_of
    from toolkit.paths import find_project

    for path in start.study(find_project(folder), deployment, day_of(today)):
        print(f"wrote {path}")
    print(f'next: decide what is marked "Decide:"; disclose study check {deployment}')


@authoring.command("check", epilog="Example: disclose study check front-desk --strict")
def check_plan(
    deployment: Place,
    folder: Folder = Path(),
    today: Today = None,
    strict: Annotated[bool, typer.Option("--strict", help="Fail on warnings too.")] = False,
    format: Annotated[Format, typer.Option(help="How to print what is found.")] = Format.text,
) -> None:
    """Print every problem of one study, with its place and what to do."""
    from toolkit.clock import today as day_of
    from toolkit.examine import examine_study
    from toolkit.paths import find_project

    project = find_project(folder)
    finish(project, examine_study(project, day_of(today), deployment)[1], format, strict=strict)


@authoring.command("plan", epilog="Example: disclose study plan front-desk --n 15")
def plan(
    deployment: Place,
    n: Annotated[
        int | None,
        typer.Option("--n", help="How many people; by default the most that are planned.", min=1, max=MOST),
    ] = None,
    folder: Folder = Path(),
    today: Today = None,
) -> None:
    """Before anybody is asked: what so many people can show, and what they cannot."""
    from toolkit.clock import today as day_of
    from toolkit.errors import UsageError
    from toolkit.examine import examine_study
    from toolkit.paths import find_project
    from toolkit.study.power import told

    project = find_project(folder)
    study, findings = examine_study(project, day_of(today), deployment)
    if study is None:
        finish(project, findings, Format.text, strict=False)
        return
    try:
        print("\n".join(told(study, n or study.recruitment.participants.max)))
    except ValueError as error:
        raise UsageError(str(error), "plan more people, or fewer arms") from None
