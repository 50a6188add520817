"""`disclose serve`: the playground and the built site in one process."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer


def serve(
    folder: Annotated[
        Path,
        typer.Option(
            "--project", "-C", help="The folder of the project.", show_default="here", exists=True, file_okay=False
        ),
    ] = Path(),
    port: Annotated[int, typer.Option(help="Port on this computer.", min=1, max=65535)] = 8501,
    host: Annotated[
        str | None, typer.Option(help="Address to listen at; 0.0.0.0 for all.", show_default="this computer alone")
    ] = None,
    name: Annotated[
        list[str] | None, typer.Option(help="A host name under which a proxy is asked; may be repeated.")
    ] = None,
    base_path: Annotated[str | None, typer.Option(help="Below which path it all lies.", metavar="/PATH")] = None,
    kiosk: Annotated[
        int | None, typer.Option(help="A shared screen: start anew after so many idle seconds.", metavar="SECONDS")
    ] = None,
    share: Annotated[bool, typer.Option("--share", help="For phones in the room: HTTPS and a code to scan.")] = False,
) -> None:
    """Serve the playground at / and the built site at /site/, on this computer."""
    from toolkit.errors import ProjectError
    from toolkit.paths import find_project

    project = find_project(folder)
    if not (project.site / "index.html").is_file():
        raise ProjectError("there is no built site", "run `disclose build` first")
    try:
        run = import_module("playground.server.run").run  # the toolkit itself never needs the playground
    except ImportError:
        raise ProjectError("the server is not installed", "pip install 'disclosure-toolkit[playground]'") from None
    chosen = {
        "DISCLOSE_PROJECT": str(project.root),
        "DISCLOSE_HOSTS": ",".join(name) if name else None,
        "DISCLOSE_BASE_PATH": base_path,
        "DISCLOSE_KIOSK": None if kiosk is None else str(kiosk),
    }
    run({key: value for key, value in chosen.items() if value is not None}, host, port, share=share)
