"""The command line: each command reads its options and calls one function of the toolkit."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from toolkit import __version__
from toolkit.cli_catalogue import adopt, compare
from toolkit.cli_evaluate import evaluate
from toolkit.cli_feedback import feedback
from toolkit.cli_models import models
from toolkit.cli_posted import impact, posted, verify
from toolkit.cli_serve import serve
from toolkit.cli_sign import sign
from toolkit.cli_study import authoring
from toolkit.cli_study_kept import keeping
from toolkit.cli_study_people import people
from toolkit.cli_study_results import results
from toolkit.cli_train import train
from toolkit.cli_translate import translate
from toolkit.errors import DiscloseError
from toolkit.terminal import Format, Stage, counted, finish

if TYPE_CHECKING:
    from toolkit.build import Progress
    from toolkit.paths import Project

app = typer.Typer(
    name="disclose",
    help="From YAML about AI services to transparency notes, notices and a site; with checks for what is missing.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
new = typer.Typer(
    help="Start a service or a deployment: a draft to fill in.", no_args_is_help=True, rich_markup_mode=None
)
app.add_typer(new, name="new")
app.add_typer(translate, name="translate")
app.add_typer(posted, name="posted")
app.add_typer(feedback, name="feedback")
app.add_typer(models, name="models")
study = typer.Typer(
    help="Plan a study, keep its answers, and see what people understood.", no_args_is_help=True, rich_markup_mode=None
)
for part in (authoring, keeping, results):
    study.add_typer(part)
study.add_typer(people, name="people")
app.add_typer(study, name="study")
app.command("verify", epilog="Examples: disclose verify k7m2; disclose verify sign.pdf")(verify)
app.command("impact", epilog="Example: disclose impact front-desk kept.picture.retention.value=30")(impact)
app.command("adopt", epilog="Example: disclose adopt vision-ocr")(adopt)
app.command("compare", epilog="Example: disclose compare vision-ocr custom-vision")(compare)
app.command("evaluate", epilog="Example: disclose evaluate tesseract-ocr --report")(evaluate)
app.command("train", epilog="Example: disclose train corpora/surfaces -o model.json --purpose demonstration")(train)
app.command("serve", epilog="Examples: disclose serve --port 8501; disclose serve --share")(serve)
app.command("sign", epilog="Example: disclose sign library-desk desk-sign --lang en+ar -o sign.pdf")(sign)


Folder = Annotated[
    Path,
    typer.Option(
        "--project", "-C", help="The folder of the project.", show_default="here", exists=True, file_okay=False
    ),
]
Today = Annotated[str | None, typer.Option(help="Take this day as today (year-month-day).", metavar="DAY")]
Only = Annotated[str | None, typer.Option(help="Only the service or deployment with this id.", metavar="ID")]
Strict = Annotated[bool, typer.Option("--strict", help="Fail on warnings too.")]
INTERRUPTED = 130


def main() -> None:
    """Run the command line; the one place where exceptions become exit codes."""
    gc.set_threshold(200_000, 50, 100)  # millions of nodes without circles: looking for those takes a fifth of a build
    try:
        app()
    except DiscloseError as error:
        print(f"disclose: {error}", file=sys.stderr)
        if error.help:
            print(f"  {error.help}", file=sys.stderr)
        sys.exit(error.exit_code)
    except SystemExit as end:
        if end.code == INTERRUPTED:  # typer turns Ctrl-C into this
            print("disclose: stopped; every file is whole, and the next run goes on", file=sys.stderr)
        raise


@app.callback(invoke_without_command=True)
def root(version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False) -> None:
    """From YAML about AI services to documents that prove themselves."""
    if version:
        print(f"disclose {__version__}")
        raise typer.Exit


@app.command(epilog="Example: disclose init demo && cd demo && disclose build")
def init(
    folder: Annotated[Path, typer.Argument(help="The folder to make.")],
    organisation: Annotated[str, typer.Option(help="Who publishes the documents.")] = "Example organisation",
    contact: Annotated[str, typer.Option(help="How to reach them.")] = "the front desk",
) -> None:
    """Start a project with an organisation and one small service."""
    from toolkit import start

    for path in start.project(folder, organisation, contact):
        print(f"wrote {path}")
    print(f"next: cd {folder} && disclose build && disclose serve")


@new.command("service", epilog='Example: disclose new service form-reader --name "Form reader"')
def new_service(
    id: Annotated[str, typer.Argument(help="Its id: lower-case letters, digits, hyphens.")],
    name: Annotated[str | None, typer.Option(help="Its name, as people know it.")] = None,
    folder: Folder = Path(),
) -> None:
    """Start a service: a draft that says of each part that it is not described yet."""
    from toolkit import start

    for path in start.service(_project(folder), id, name or id.replace("-", " ").capitalize()):
        print(f"wrote {path}")
    print("next: fill it in; `disclose check` names each line that is left")


@new.command("deployment", epilog="Example: disclose new deployment front-desk --service form-reader")
def new_deployment(
    id: Annotated[str, typer.Argument(help="Its id: lower-case letters, digits, hyphens.")],
    service: Annotated[str | None, typer.Option(help="The id of the service used there.")] = None,
    name: Annotated[str | None, typer.Option(help="The name of the place.")] = None,
    folder: Folder = Path(),
    asked: Annotated[
        bool, typer.Option("--ask", help="Answer fifteen plain questions; a draft sign comes out.")
    ] = False,
) -> None:
    """Start a deployment: one place where a service is used."""
    from toolkit import ask, start
    from toolkit.errors import UsageError
    from toolkit.load import load

    project = _project(folder)
    if asked:
        for path in ask.deployment(project, id, input):
            print(f"wrote {path}")
        print(f"next: disclose check --only {id}; disclose sign {id}")
        return
    if service is None:
        raise UsageError("the service is not named", "add --service, or answer questions with --ask")
    loaded = load(project, ()).organisation
    house = loaded.record if loaded else None
    title = name or id.replace("-", " ").capitalize()
    publisher = house.name if house else "Not described yet"
    contact = (house.contact if house else None) or "Not described yet"
    names = {"name": title, "organisation": publisher, "contact": contact}
    for path in start.deployment(project, id, service, names):
        print(f"wrote {path}")


@app.command(epilog="Examples: disclose check --strict; disclose check --format sarif > findings.sarif")
def check(
    folder: Folder = Path(),
    today: Today = None,
    only: Only = None,
    strict: Strict = False,
    format: Annotated[Format, typer.Option(help="How to print what is found.")] = Format.text,
    status: Annotated[
        Stage | None, typer.Option("--as", help="Check the deployments as if they had this status.")
    ] = None,
    rules: Annotated[bool, typer.Option("--rules", help="List the rules and stop.")] = False,
) -> None:
    """Read everything and print every problem of every file, with its place and what to do."""
    from toolkit.clock import today as day_of
    from toolkit.examine import examine, rule_lines

    if rules:
        print("\n".join(rule_lines()))
        return
    project = _project(folder)
    findings = examine(project, day_of(today), only, status.value if status else None)
    finish(project, findings, format, strict=strict)


@app.command(epilog="Examples: disclose build; disclose build --only form-reader --no-site; disclose build --strict")
def build(
    folder: Folder = Path(),
    today: Today = None,
    only: Only = None,
    strict: Strict = False,
    site: Annotated[bool, typer.Option(help="Build the site from the documents too.")] = True,
) -> None:
    """Check everything, write the documents below docs/, and build the site. Unchanged work is not done again."""
    from toolkit.build import build as run
    from toolkit.clock import today as day_of

    project = _project(folder)
    with _Bar() as bar:
        report = run(project, day_of(today), only=only, site=site, progress=bar)
    pages = f"{report.pages} documents of {report.services} services, notices of {counted(report.places, 'place')}"
    pages += f", {report.written} files written"
    print(f"{pages}, {report.removed} removed", file=sys.stderr)
    if report.refused:
        print(f"kept back because of errors: {', '.join(report.refused)}", file=sys.stderr)
    if report.site:
        print(f"site: {report.site}", file=sys.stderr)
    finish(project, report.findings, Format.text, strict=strict)


@app.command(epilog="Example: disclose preview --port 8000")
def preview(
    folder: Folder = Path(),
    port: Annotated[int, typer.Option(help="Port on this computer.", min=1, max=65535)] = 8000,
) -> None:
    """For authors: build, show the site, and build again whenever a file changes."""
    from toolkit.site import preview as run

    run(_project(folder), port)


@app.command(epilog="Example: disclose schema")
def schema(folder: Folder = Path()) -> None:
    """Write JSON Schemas for editors to docs/schema/."""
    from toolkit.schema import write
    from toolkit.write import Writer

    writer = Writer(_project(folder))
    for path in writer.put(write()):
        print(f"docs/{path}")


def _project(folder: Path) -> Project:
    from toolkit.paths import find_project

    return find_project(folder)


class _Bar:
    """Progress on the terminal; silent where nobody watches."""

    def __enter__(self) -> Progress:
        from toolkit.build import silent

        if not sys.stderr.isatty():
            return silent
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        columns = (TextColumn("{task.description:24.24}"), BarColumn(), MofNCompleteColumn())
        self.bar = Progress(*columns, console=Console(stderr=True), transient=True)
        self.bar.start()
        task = self.bar.add_task("", total=None)
        return lambda done, of, what: self.bar.update(task, completed=done, total=of, description=what)

    def __exit__(self, *reason: object) -> None:
        if hasattr(self, "bar"):
            self.bar.stop()
