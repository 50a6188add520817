"""`disclose study`: what a study keeps: answers, backups, codes, the end of their time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from toolkit.model.study import Study
    from toolkit.paths import Project
    from toolkit.store.engine import Store
    from toolkit.store.study.retention import Due

keeping = typer.Typer(rich_markup_mode=None)
Folder = Annotated[
    Path,
    typer.Option(
        "--project", "-C", help="The folder of the project.", show_default="here", exists=True, file_okay=False
    ),
]
Today = Annotated[str | None, typer.Option(help="Take this day as today (year-month-day).", metavar="DAY")]
Place = Annotated[str, typer.Argument(metavar="DEPLOYMENT", help="The place whose study it is.")]


@keeping.command(epilog="Example: disclose study amend front-desk --editorial 'A misspelt word in one question'")
def amend(
    deployment: Place,
    editorial: Annotated[
        str | None, typer.Option(help="Why; nothing that people answer to has changed, so answers are pooled.")
    ] = None,
    round: Annotated[str | None, typer.Option(help="Why; a new round begins, never pooled with the last.")] = None,
    folder: Folder = Path(),
    today: Today = None,
) -> None:
    """Go on with a changed plan after the first answer; without a reason, list the changes so far."""
    from toolkit.clock import today as day_of
    from toolkit.errors import UsageError
    from toolkit.paths import find_project
    from toolkit.study import keep

    reasons = [reason.strip() for reason in (editorial, round) if reason is not None]
    if not reasons:
        with _store(folder) as store:
            for each in keep.amendments(store, deployment):
                print(f"{each.number}  {each.day}  round {each.round}  {each.reason}")
        return
    if len(reasons) != 1 or not reasons[0]:
        raise UsageError("say why the plan changed", "add either --editorial REASON or --round REASON")
    day = day_of(today)
    study, message = _planned(find_project(folder), deployment, day)
    with _store(folder) as store:
        found = keep.amend(store, study, message, reasons[0], day, pooled=editorial is not None)
    pooled = "pooled with those before" if editorial is not None else "not pooled with those before"
    print(f"amendment {found.number} of {deployment}: round {found.round}, answers are {pooled}")


@keeping.command(epilog="Example: disclose study codes --n 20")
def codes(
    n: Annotated[int, typer.Option(help="How many.", min=1, max=1000)] = 20,
) -> None:
    """Draw codes for questionnaires on paper: one for both halves of each. They are kept nowhere until one is used."""
    from toolkit.store.codes import new_code

    for _ in range(n):
        print(new_code())


@keeping.command(epilog="Example: disclose study audit --noted 5f2a...")
def audit(
    noted: Annotated[str, typer.Option(help="A hash that this command printed earlier; is it still in the log?")] = "",
    folder: Folder = Path(),
) -> None:
    """Say whether the log is whole, and where it is broken."""
    from toolkit.study.keep import log

    with _store(folder) as store:
        checked, holds = log(store, noted)
    if checked.broken is not None:
        print(
            f"the log is broken at entry {checked.broken} of {checked.entries}: it does not follow from the one before"
        )
    else:
        print(f"{_counted(checked.entries, 'entry', 'entries')}, each follows from the one before")
        print(f"the last one is {checked.head}; note it outside of this machine")
    if noted and not holds:
        print(f"no entry is {noted}: the log was cut or written anew since")
    if checked.broken is not None or (noted and not holds):
        raise typer.Exit(1)


@keeping.command(epilog="Example: disclose study retain --waive front-desk")
def retain(
    waive: Annotated[
        list[str] | None, typer.Option(help="Nobody needs an export of this study.", metavar="DEPLOYMENT")
    ] = None,
    folder: Folder = Path(),
    today: Today = None,
) -> None:
    """Remind of the end of each study, and delete answers whose day is over. Run it every day."""
    from toolkit.clock import today as day_of
    from toolkit.paths import find_project
    from toolkit.store.study.retention import held
    from toolkit.store.study.retention import retain as run

    day, studies = day_of(today), _studies(find_project(folder))
    with _store(folder) as store:
        for id, study in studies.items():
            said = _due(study, run(store, study, day, waive=id in (waive or ())))
            if said:
                print(f"{id}: {said}")
        for id in sorted(held(store).keys() - studies.keys()):
            print(f"{id}: answers are kept, and nothing says for how long; put deployments/{id}/study.yml back")


@keeping.command(epilog="Example: disclose study backup /media/disk/study-2026-11-20.db")
def backup(
    file: Annotated[Path, typer.Argument(help="The new file. It holds answers: keep it as safe as they are.")],
    folder: Folder = Path(),
) -> None:
    """Write a copy of the database while it is in use."""
    from toolkit.store.study.backup import backup as run

    with _store(folder) as store:
        run(store, file)
    print(f"written: {file}; delete it within the time that people were told, for withdrawal does not reach it")


@keeping.command(epilog="Example: disclose study restore /media/disk/study-2026-11-20.db")
def restore(
    file: Annotated[Path, typer.Argument(help="A file that `disclose study backup` wrote.")],
    replace: Annotated[
        bool, typer.Option("--replace", help="Lose participants whom the backup does not know.")
    ] = False,
    folder: Folder = Path(),
    today: Today = None,
) -> None:
    """Put the studies back as they were; whoever withdrew since then stays deleted."""
    from toolkit.clock import today as day_of
    from toolkit.store.study.backup import restore as run

    with _store(folder) as store:
        found = run(store, file, day_of(today), replace=replace)
    print(f"{_counted(found.people, 'participant')} restored")
    if found.withdrawn:
        print(f"{_counted(found.withdrawn, 'participant')} had withdrawn since and stayed deleted")


@keeping.command(epilog="Example: disclose study withdraw k7m2-pq4r-...")
def withdraw(
    code: Annotated[str, typer.Argument(help="The code on the paper of whoever asks for it.")],
    folder: Folder = Path(),
    today: Today = None,
) -> None:
    """Delete everything that one participant gave, at once and for good."""
    from toolkit.clock import today as day_of
    from toolkit.study.keep import withdraw_by_code

    with _store(folder) as store:
        deployment = withdraw_by_code(store, code, day_of(today))
    print(f"withdrawn from the study of {deployment}; answers, times and codes are deleted")


@keeping.command(epilog="Example: disclose study exclude front-desk k7m2pq4r --reason 'Works for us'")
def exclude(
    deployment: Place,
    participant: Annotated[str, typer.Argument(help="The participant, as the export names them.")],
    reason: Annotated[str, typer.Option(help="Why, for the report; an empty one takes them in again.")],
    folder: Folder = Path(),
    today: Today = None,
) -> None:
    """Leave a participant out of the analysis. The report counts them and says why."""
    from toolkit.clock import today as day_of
    from toolkit.study.keep import exclude as run

    with _store(folder) as store:
        run(store, deployment, participant, reason.strip(), day_of(today))
    print(f"{participant} is {'left out' if reason.strip() else 'taken in again'}")


def _due(study: Study, due: Due) -> str:
    """What retention did or waits for, as a sentence; empty where there is nothing to tell."""
    people = _counted(due.people, "participant")
    return {
        "nothing": "",
        "reminder": f"the answers of {people} are deleted on {study.keep_until}, {due.when}; export what you need",
        "open": f"the day {study.keep_until} is over, but the study is open; set status: closed in study.yml",
        "notice": f"the answers of {people} are deleted on {due.when}; this is the notice",
        "wait": f"the answers of {people} are deleted on {due.when}",
        "export": f"the answers of {people} are to be deleted; export them first, or add --waive {study.deployment}",
        "deleted": f"the answers of {people} are deleted",
    }[due.what]


def _planned(project: Project, deployment: str, today: dt.date) -> tuple[Study, str]:
    """The study of a place, and the hash over what its notice tells. Raises UsageError."""
    from toolkit.errors import UsageError
    from toolkit.load import load
    from toolkit.posted import views

    view = views(project, load(project), today).get(deployment)
    if view is None or view.study is None:
        advice = f"see that deployments/{deployment}/study.yml is there; `disclose check` says what is wrong with it"
        raise UsageError(f"{deployment} has no study that can be read", advice)
    return view.study, view.hash


def _studies(project: Project) -> dict[str, Study]:
    from toolkit.load import load

    return {id: loaded.record for id, loaded in load(project, ()).studies.items()}


@contextmanager
def _store(folder: Path) -> Iterator[Store]:
    """The database of the project, closed after use."""
    from toolkit.paths import find_project

    try:
        from toolkit.store.engine import open_store
    except ModuleNotFoundError as error:
        from toolkit.errors import UsageError

        advice = "run pip install 'disclosure-toolkit[study]'"
        raise UsageError(f"{error.name} is not installed", advice) from error
    store = open_store(None, find_project(folder))
    try:
        yield store
    finally:
        store.close()


def _counted(count: int, one: str, many: str = "") -> str:
    return f"{count} {one if count == 1 else many or one + 's'}"
