"""`disclose study people`: who may look at what a study found."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from toolkit.store.engine import Store

people = typer.Typer(
    help="Who may enter the researcher's area, and what they may do there.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
Folder = Annotated[
    Path,
    typer.Option(
        "--project", "-C", help="The folder of the project.", show_default="here", exists=True, file_okay=False
    ),
]
Name = Annotated[str, typer.Argument(help="The name they sign in with; an e-mail address with --oidc.")]


@people.command(epilog="Example: disclose study people add ada --role owner")
def add(
    name: Name,
    role: Annotated[str, typer.Option(help="owner (everything), analyst (results, exports) or coder (only coding).")],
    stdin: Annotated[bool, typer.Option("--stdin", help="Read the password from standard input.")] = False,
    oidc: Annotated[
        bool, typer.Option("--oidc", help="No password here: they sign in through their organisation.")
    ] = False,
    folder: Folder = Path(),
) -> None:
    """Let somebody in, or change their role and password. The password is asked for and never an argument."""
    from toolkit.store.study import people as kept

    password = None if oidc else _password(stdin=stdin)
    with _store(folder) as store:
        kept.enter(store, name, role, password, _today())
    print(f"{kept.clean(name)} may sign in as {role}")


@people.command("list", epilog="Example: disclose study people list")
def list_(folder: Folder = Path()) -> None:
    """Print everybody with their role."""
    from toolkit.store.study.people import team

    with _store(folder) as store:
        known = team(store)
    for each in known:
        print(f"{each.name}\t{each.role}\t{'password' if each.has_password else 'organisation'}")
    if not known:
        print("nobody yet; see `disclose study people add --help`")


@people.command(epilog="Example: disclose study people remove ada")
def remove(name: Name, folder: Folder = Path()) -> None:
    """Let somebody in no more, from their next click on. What they coded stays."""
    from toolkit.store.study import people as kept

    with _store(folder) as store:
        kept.remove(store, name, _today())
    print(f"{kept.clean(name)} is removed")


def _password(*, stdin: bool) -> str:
    """A password that is shown nowhere. Raises UsageError."""
    import getpass

    from toolkit.errors import UsageError

    if stdin:
        return sys.stdin.readline().rstrip("\r\n")
    if not sys.stdin.isatty():
        raise UsageError("nobody is there to type a password", "add --stdin to read it from a file or a pipe")
    first = getpass.getpass("Password: ")
    if first != getpass.getpass("Once more: "):
        raise UsageError("the two passwords differ", "try again")
    return first


def _today() -> dt.date:
    return dt.datetime.now(dt.UTC).date()


@contextmanager
def _store(folder: Path) -> Iterator[Store]:
    """The database of the project, closed after use."""
    from toolkit.errors import UsageError
    from toolkit.paths import find_project

    try:
        import argon2  # noqa: F401 - asked here, so that what is missing is said

        from toolkit.store.engine import open_store
    except ModuleNotFoundError as error:
        advice = "run pip install 'disclosure-toolkit[study]'"
        raise UsageError(f"{error.name} is not installed", advice) from error
    store = open_store(None, find_project(folder))
    try:
        yield store
    finally:
        store.close()
