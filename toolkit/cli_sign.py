"""`disclose sign`: one sign as a PDF or a picture, without building the rest."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def sign(
    deployment: Annotated[str, typer.Argument(help="The id of the deployment.")],
    id: Annotated[str | None, typer.Argument(metavar="[SIGN]", help="The id of one sign; all where left out.")] = None,
    lang: Annotated[str | None, typer.Option(help="A language, or two such as en+ar.", metavar="LANG")] = None,
    format: Annotated[str | None, typer.Option(help="A6, A5, A4, A3, letter or tabloid.", metavar="FORMAT")] = None,
    out: Annotated[Path, typer.Option("--out", "-o", help="A folder, or a file that ends in .pdf or .png.")] = Path(),
    seen: Annotated[
        bool, typer.Option("--seen", help="Also a picture of the sign as people see it from its distances.")
    ] = False,
    folder: Annotated[
        Path, typer.Option("--project", "-C", help="The folder of the project.", show_default="here", file_okay=False)
    ] = Path(),
    today: Annotated[str | None, typer.Option(help="Take this day as today (year-month-day).", metavar="DAY")] = None,
) -> None:
    """Set signs of one deployment. What does not fit is said, and nothing is printed."""
    from toolkit.clock import today as day_of
    from toolkit.paths import find_project
    from toolkit.proof import Wish, proofs, put
    from toolkit.terminal import Format, finish

    project = find_project(folder)
    files, findings = proofs(project, day_of(today), Wish(deployment, id, lang, format, seen=seen))
    for path in put(files, out):
        print(f"wrote {path}")
    if findings:
        finish(project, findings, Format.text, strict=False)
