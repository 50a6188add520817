"""`disclose feedback`: the inbox of what people sent, and what is told the public about it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from toolkit.store.engine import Store
    from toolkit.store.feedback import Term
    from toolkit.store.inbox import Entry
    from toolkit.store.rights import Asked

feedback = typer.Typer(
    help="Read what people sent, answer it, tell the public what you did.", no_args_is_help=True, rich_markup_mode=None
)
Folder = Annotated[
    Path,
    typer.Option(
        "--project", "-C", help="The folder of the project.", show_default="here", exists=True, file_okay=False
    ),
]
Today = Annotated[str | None, typer.Option(help="Take this day as today (year-month-day).", metavar="DAY")]
Id = Annotated[str, typer.Argument(help="The id of the message, as `disclose feedback list` shows it.")]
Place = Annotated[str | None, typer.Option("--place", help="Only what is about this deployment.", metavar="ID")]
#: So much of a message stands in the list.
SHORT = 60


@feedback.command("list", epilog="Example: disclose feedback list --place front-desk --status new")
def list_(
    place: Place = None,
    status: Annotated[str | None, typer.Option(help="Only new, read, answered or done ones.")] = None,
    folder: Folder = Path(),
    today: Today = None,
) -> None:
    """List messages and requests for rights, the oldest first, and say which are late."""
    from toolkit.clock import today as day_of
    from toolkit.store.inbox import inbox
    from toolkit.store.rights import requests

    day, days = day_of(today), _promised(folder)
    with _store(folder) as store:
        entries = inbox(store, place, status)
        asked = [each for each in requests(store, place) if status in {None, each.status}]
    for entry in entries:
        print(_line(entry, day, days.get(entry.deployment)))
    for each in asked:
        print(_asked(each, day))
    print(f"{_counted(len(entries), 'message')}, {_counted(len(asked), 'request')} for rights")


@feedback.command(epilog="Example: disclose feedback show k7m2pq4r --crop part.png")
def show(
    id: Id,
    crop: Annotated[Path | None, typer.Option(help="Write the part of a picture into this new file.")] = None,
    folder: Folder = Path(),
    today: Today = None,
) -> None:
    """Show a message or a request; a new one counts as read from then on."""
    from toolkit.store import inbox
    from toolkit.store.rights import requests

    with _store(folder) as store:
        asked = next((each for each in requests(store) if each.id == id), None)
        entry = None if asked else inbox.entry(store, id)
        print("\n".join(_whole_request(asked) if asked else _whole(entry) if entry else ()))
        if crop:
            _write(crop, inbox.crop(store, id))
        if "new" in {each.status for each in (asked, entry) if each}:
            inbox.mark(store, id, "read", _term(folder, store, id, today))


@feedback.command(epilog="Example: disclose feedback status k7m2pq4r done")
def status(
    id: Id,
    state: Annotated[str, typer.Argument(metavar="STATUS", help="new, read, answered or done.")],
    folder: Folder = Path(),
    today: Today = None,
) -> None:
    """Note how far a message or a request has come. What is answered or done goes after `feedback_kept_days`."""
    from toolkit.store.inbox import mark

    with _store(folder) as store:
        mark(store, id, state, _term(folder, store, id, today))
    print(f"{id} is {state}")


@feedback.command(epilog="Example: disclose feedback reply k7m2pq4r 'We looked at it and raised the threshold.'")
def reply(
    id: Id,
    text: Annotated[str, typer.Argument(help="What the sender reads who enters the code.")],
    folder: Folder = Path(),
    today: Today = None,
) -> None:
    """Answer whoever holds the code of a report."""
    from toolkit.store import inbox

    with _store(folder) as store:
        inbox.reply(store, id, text, _term(folder, store, id, today))
        has_code = inbox.entry(store, id).has_code
    print(f"{id} is answered")
    if not has_code:
        print("its sender has no code and cannot read this; `disclose feedback publish` tells everybody")


@feedback.command(epilog="Example: disclose feedback publish k7m2pq4r --said 'Names are read wrong.' --did 'We check.'")
def publish(
    id: Id,
    said: Annotated[str, typer.Option(help="What was said, in your words: nobody must be known by it.")],
    did: Annotated[str, typer.Option(help="What you did.")],
    folder: Folder = Path(),
    today: Today = None,
) -> None:
    """Put "you said, we did" on the public page of the place; two empty texts take it off again."""
    from toolkit.store.inbox import entry
    from toolkit.store.inbox import publish as run

    with _store(folder) as store:
        run(store, id, said, did, _term(folder, store, id, today))
        place = entry(store, id).deployment
    print(f"stands on /feedback/{place}/answers" if said and did else f"taken off /feedback/{place}/answers")


@feedback.command(epilog="Example: disclose feedback delete k7m2pq4r")
def delete(id: Id, folder: Folder = Path()) -> None:
    """Delete a message or a request at once and for good, such as one that names somebody."""
    from toolkit.store.inbox import remove

    with _store(folder) as store:
        remove(store, id)
    print(f"deleted {id}")


@feedback.command(epilog="Example: disclose feedback export feedback.csv --place front-desk")
def export(
    file: Annotated[Path, typer.Argument(help="The new file, a table for a spreadsheet (CSV).")],
    place: Place = None,
    folder: Folder = Path(),
) -> None:
    """Write all messages into a table in which no cell is a formula. Delete it when you are done with it."""
    from toolkit.store.inbox import as_csv, inbox

    with _store(folder) as store:
        entries = inbox(store, place)
    _write(file, as_csv(entries).encode("utf-8-sig"))  # spreadsheets know UTF-8 by this mark
    print(f"{_counted(len(entries), 'message')} in {file}; retention does not reach this copy")


@feedback.command(epilog="Example: disclose feedback retain")
def retain(folder: Folder = Path(), today: Today = None) -> None:
    """Delete what is past the day that its sender was told. The server does this each day."""
    from toolkit.clock import today as day_of
    from toolkit.store.feedback import retain as run

    with _store(folder) as store:
        print(f"deleted {_counted(run(store, day_of(today)), 'record')}")


@contextmanager
def _store(folder: Path) -> Iterator[Store]:
    """The store of the project that *folder* lies in; it is closed after use."""
    from toolkit.paths import find_project

    try:
        from toolkit.store.engine import open_store
    except ModuleNotFoundError as error:
        from toolkit.errors import UsageError

        advice = "run pip install 'disclosure-toolkit[playground]'"
        raise UsageError(f"{error.name} is not installed", advice) from error
    store = open_store(None, find_project(folder))
    try:
        yield store
    finally:
        store.close()


def _promised(folder: Path) -> dict[str, int]:
    """For each place: within how many days somebody looks; the shortest promise of its ways without a name."""
    from toolkit.load import load
    from toolkit.paths import find_project

    places = load(find_project(folder), ()).deployments
    kinds = {"in_app", "anonymous_box"}
    ways = {id: [way for way in place.record.feedback if way.kind in kinds] for id, place in places.items()}
    return {id: min(way.response_days for way in known) for id, known in ways.items() if known}


def _term(folder: Path, store: Store, id: str, today: str | None) -> Term:
    """For how long from today the place that *id* is about keeps what is answered."""
    from toolkit.clock import today as day_of
    from toolkit.load import load
    from toolkit.model import Deployment
    from toolkit.paths import find_project
    from toolkit.store.feedback import Term
    from toolkit.store.inbox import deployment_of

    place = load(find_project(folder), ()).deployments.get(deployment_of(store, id))
    default: int = Deployment.model_fields["feedback_kept_days"].default
    return Term(day_of(today), place.record.feedback_kept_days if place else default)


def _line(entry: Entry, today: dt.date, days: int | None) -> str:
    """One message in a line; only a message that nobody has looked at can be late."""
    due = entry.day + dt.timedelta(days=days) if days and entry.status == "new" else None
    when = f", {'LATE since' if due < today else 'to be read by'} {due}" if due else ""
    text = " ".join((entry.text or entry.you_said).split())
    short = text if len(text) <= SHORT else f"{text[:SHORT]}..."
    part = ", with a part of a picture" if entry.has_crop else ""
    return f"{entry.id}  {entry.day}  {entry.status}{when}  {entry.deployment}  {entry.kind}{part}: {short}"


def _asked(asked: Asked, today: dt.date) -> str:
    over = asked.status in {"answered", "done"}
    when = "" if over else f", {'LATE since' if asked.due < today else 'to be answered by'} {asked.due}"
    return f"{asked.id}  {asked.day}  {asked.status}{when}  {asked.request.deployment}  asks for {asked.request.right}"


def _whole(entry: Entry) -> list[str]:
    """Everything that is known of a message."""
    rows = [
        ("sent on", str(entry.day)),
        ("about", " ".join(filter(None, (entry.deployment, entry.service)))),
        ("kind", entry.kind),
        ("status", entry.status),
        ("language", entry.language),
        ("the machine found", entry.about),
        ("they wrote", entry.text),
        ("reply", entry.reply),
        ("you said", entry.you_said),
        ("we did", entry.we_did),
        ("deleted on", str(entry.keep_until or "")),
        ("part of a picture", "yes; --crop FILE writes it" if entry.has_crop else ""),
    ]
    return _told(rows)


def _whole_request(asked: Asked) -> list[str]:
    request = asked.request
    rows = [
        ("sent on", str(asked.day)),
        ("due on", str(asked.due)),
        ("status", asked.status),
        ("at", request.deployment),
        ("asks for", request.right),
        ("when it was", request.time),
        ("where it was", request.place),
        ("answer to", request.answer_to),
        ("language", request.language),
    ]
    return _told(rows)


def _told(rows: Iterable[tuple[str, str]]) -> list[str]:
    """A line for each value; those after the first of a text are indented, so that none of them passes for ours."""
    return ["{}: {}".format(name, value.replace("\n", "\n    ")) for name, value in rows if value]


def _write(path: Path, data: bytes) -> None:
    """A new file for its owner's eyes only."""
    import os

    from toolkit.errors import UsageError

    try:
        with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
            file.write(data)
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}", "name a file that is not there yet") from error


def _counted(count: int, what: str) -> str:
    from toolkit.terminal import counted

    return counted(count, what)
