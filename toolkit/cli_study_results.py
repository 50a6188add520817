"""`disclose study`: what a study found: its table, a report, evidence, a rehearsal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, get_args

import typer

if TYPE_CHECKING:
    from toolkit.model.study import Study
    from toolkit.paths import Project
    from toolkit.render import Artefact
    from toolkit.store.engine import Store
    from toolkit.study.enquiry import Use
    from toolkit.study.table import Row
    from toolkit.view.place import PlaceView

results = typer.Typer()

Folder = Annotated[
    Path,
    typer.Option(
        "--project", "-C", help="The folder of the project.", show_default="here", exists=True, file_okay=False
    ),
]
Today = Annotated[str | None, typer.Option(help="Take this day as today (year-month-day).", metavar="DAY")]
Place = Annotated[str, typer.Argument(help="The id of a deployment with a study.")]
Table = Annotated[Path, typer.Argument(help="The table of answers, as `disclose study export` writes it.")]
Output = Annotated[Path, typer.Option("-o", "--output", help="The folder to write to.")]
OfUse = Annotated[str, typer.Option(help="Which answers: real, demo or test.")]
Only = Annotated[str, typer.Option(help="Only answers to one version: the first digits of its hash.", metavar="HASH")]
#: What the extra `study` installs.
NEEDED = ("alembic", "argon2", "scipy", "sqlalchemy")
#: More than any table of a study, and less than fills the machine.
LARGEST = 512 * 1024 * 1024


@results.command("export", epilog="Example: disclose study export library-desk -o answers")
def export(
    deployment: Place, output: Output, use: OfUse = "real", folder: Folder = Path(), today: Today = None
) -> None:
    """Write the answers as tables (CSV and JSON) with a codebook that says what each column and answer means."""
    _ready()
    from toolkit.clock import today as day_of
    from toolkit.render.environment import Templates
    from toolkit.store.study.retention import exported
    from toolkit.study import codebook, table
    from toolkit.study.enquiry import Enquiry

    project, view = _place(folder, deployment, today)
    study, kind = _plan(view), _use(use)
    with _store(project) as store:
        rows = table.rows(study, Enquiry(store, view).given(kind))
        _write(output, [*codebook.tables(study, rows), *codebook.files(view, Templates(project))])
        if kind == "real":
            exported(store, deployment, day_of(today))
    print(f"{len({row.participant for row in rows})} people, {len(rows)} answers of the use {use}")


@results.command("report", epilog="Example: disclose study report data.csv deployments/library-desk/study.yml -o out")
def report(
    data: Table,
    study: Annotated[Path, typer.Argument(help="The plan: `study.yml` of the deployment.")],
    output: Output = Path("study-report"),
    before: Annotated[Path | None, typer.Option(help="The table of an earlier round, to compare with.")] = None,
    use: OfUse = "real",
    only: Only = "",
    pool: Annotated[bool, typer.Option("--pool", help="Count answers to several versions together.")] = False,
    today: Today = None,
) -> None:
    """Say what people understood: intervals, verdicts, what to edit. Offline; the same files give the same report.

    `published.json` in the folder holds what may be published. It changes only for three people more or fewer.
    """
    _ready()
    from toolkit.render.environment import Templates
    from toolkit.study import points, tell, thanks
    from toolkit.study import report as study_report
    from toolkit.study.plan import read_study

    project, view = _around(study, today)
    plan = view.study if view and view.study else read_study(study)
    earlier = _table(before) if before else ()
    told = points.told_by(view) if view else study_report.ALONE.told
    beside = study_report.Beside(told, earlier, _issued(output))
    found = study_report.report(plan, _table(data), study_report.Choice(_use(use), only, pool), beside)
    templates = Templates(project)
    files = tell.files(found, templates)
    if view:
        files += thanks.pages(found.issue, view, templates, simulated=not found.is_real)
    _write(output, files)
    for each in found.found:
        print(tell.in_short(each))


@results.command("insight", epilog="Example: disclose study insight library-desk data.csv")
def insight(deployment: Place, data: Table, folder: Folder = Path(), today: Today = None) -> None:
    """Write what people understood into `evidence/` of a deployment, so that its notice shows it.

    Only answers of real people, at least ten for each version and language. It belongs to the words they were shown.
    """
    _ready()
    from toolkit.clock import today as day_of
    from toolkit.study import insight as found
    from toolkit.write import Writer

    project, view = _place(folder, deployment, today)
    facts, kept = found.standing(
        found.bound(found.insight(_plan(view), _table(data), day_of(today)), view), view.evidence
    )
    writer = Writer(project, project.deployments / deployment / "evidence")
    for path in writer.put(found.file(fact) for fact in facts):
        print(f"wrote {project.name_of(writer.docs / path)}")
    for id in kept:
        print(f"kept {id} as it is: a figure changes only for three people more or fewer")
    if any(fact.understood and fact.understood.message_hash != view.hash for fact in facts):
        print("people were asked about an earlier version of this notice, and its page says so")


@results.command("simulate", epilog="Example: disclose study simulate library-desk --n 20 --seed 1 -o rehearsal")
def simulate(
    deployment: Place,
    output: Output,
    people: Annotated[int, typer.Option("--n", help="How many people to simulate.")] = 20,
    seed: Annotated[int, typer.Option(help="The same seed gives the same answers.")] = 1,
    folder: Folder = Path(),
    today: Today = None,
) -> None:
    """Rehearse a study with simulated people in a copy of the project: answers, report, and a notice that says so.

    Nobody is asked, nothing of this project changes, and each page in the copy says that it is simulated.
    """
    _ready()
    from toolkit.clock import today as day_of
    from toolkit.paths import find_project
    from toolkit.rehearse import rehearse

    done = rehearse(find_project(folder), deployment, output, people, seed, day_of(today))
    print(f"simulated {people} people: nobody was asked, and nothing of this is a result")
    print(f"wrote {done.evidence} simulated results; read {output / 'report' / 'report.md'}")
    print(f"open {done.folder / 'en' / 'index.html'}")


def _around(study: Path, today: str | None) -> tuple[Project | None, PlaceView | None]:
    """The project that a plan lies in, and its place; nothing where it lies in none."""
    from toolkit.errors import ProjectError, UsageError
    from toolkit.paths import find_project

    if not study.is_file():
        raise UsageError(f"there is no file {study}", "name the study.yml of a deployment")
    try:
        project = find_project(study.resolve().parent)
    except ProjectError:
        return None, None
    inside = study.resolve().parent.parent == project.deployments.resolve() and study.name == "study.yml"
    return project, _place(project.root, study.resolve().parent.name, today)[1] if inside else None


def _place(folder: Path, id: str, today: str | None) -> tuple[Project, PlaceView]:
    """The project and the place *id*, which has a study."""
    from toolkit.clock import today as day_of
    from toolkit.errors import UsageError
    from toolkit.load import load
    from toolkit.load.validate import did_you_mean
    from toolkit.paths import find_project
    from toolkit.posted import views

    project = find_project(folder)
    known = views(project, load(project, ()), day_of(today))
    if id not in known:
        raise UsageError(f"no deployment that can be read is called {id!r}", did_you_mean(id, known))
    if known[id].study is None:
        raise UsageError(
            f"{id} has no study that can be read", f"write deployments/{id}/study.yml, then disclose check"
        )
    return project, known[id]


def _plan(view: PlaceView) -> Study:
    """The study of a place that `_place` gave."""
    from toolkit.errors import UsageError

    if view.study is None:
        raise UsageError(f"{view.id} has no study", f"write deployments/{view.id}/study.yml")
    return view.study


def _use(given: str) -> Use:
    from toolkit.errors import UsageError
    from toolkit.study.enquiry import Use as Known

    known: tuple[Use, ...] = get_args(Known)
    for use in known:
        if use == given:
            return use
    raise UsageError(f"there is no use {given!r}", f"one of: {', '.join(known)}")


def _table(path: Path) -> list[Row]:
    """The rows of a table. Raises UsageError where it cannot be read."""
    from toolkit.study.table import read_csv

    return read_csv(_bytes(path, "the table"), path.name)


def _bytes(path: Path, what: str) -> bytes:
    from toolkit.errors import UsageError

    try:
        if path.stat().st_size > LARGEST:
            raise UsageError(f"{path} is too large", "export one study at a time")
        return path.read_bytes() if path.is_file() else _no_file(path, what)
    except OSError as error:
        raise UsageError(f"{what} {path} cannot be read: {error.strerror}", "name a file that you may read") from error


def _no_file(path: Path, what: str) -> bytes:
    from toolkit.errors import UsageError

    raise UsageError(f"{what} {path} is no file", "name a file that you may read")


def _issued(folder: Path) -> Mapping[str, Any] | None:
    """The figures that were published last from *folder*; None where there are none."""
    from toolkit.errors import UsageError
    from toolkit.study.publish import read_issue

    path = folder / "published.json"
    if not path.exists():
        return None
    try:
        return read_issue(_bytes(path, "the last issue"))
    except ValueError as error:
        message = f"{path} does not hold figures that were issued: {error}"
        raise UsageError(message, "move it away to issue everything anew") from error


def _write(folder: Path, files: Iterable[Artefact]) -> None:
    """Write below *folder*, and name what was written."""
    from toolkit.errors import UsageError

    for file in files:
        path = folder / file.path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.data)
        except OSError as error:
            raise UsageError(f"{path} cannot be written: {error.strerror}", "name another folder with -o") from error
        print(f"wrote {path}")


@contextmanager
def _store(project: Project) -> Iterator[Store]:
    """The database of the project, closed after use."""
    from toolkit.store.engine import open_store

    store = open_store(None, project)
    try:
        yield store
    finally:
        store.close()


def _ready() -> None:
    """Raise UsageError where what the results of a study need is not installed."""
    from importlib.util import find_spec

    from toolkit.errors import UsageError

    for name in NEEDED:
        if find_spec(name) is None:
            raise UsageError(f"{name} is not installed", "run pip install 'disclosure-toolkit[study]'")
