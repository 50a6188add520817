"""`disclose posted`, `verify` and `impact`: what hangs, whether it still holds, and what a change would touch."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from toolkit.impact import Impact, TouchedSign
    from toolkit.model.posted import Hung
    from toolkit.posted import Sheet

posted = typer.Typer(
    help="What hangs where: list what must be printed again and why.",
    rich_markup_mode=None,
    invoke_without_command=True,
)
Folder = Annotated[
    Path,
    typer.Option(
        "--project", "-C", help="The folder of the project.", show_default="here", exists=True, file_okay=False
    ),
]
Today = Annotated[str | None, typer.Option(help="Take this day as today (year-month-day).", metavar="DAY")]
Code = Annotated[str, typer.Argument(help="The code on the sign, such as k7m2.")]
Where = Annotated[str, typer.Option("--place", help="Where it hangs, in words for the person who takes it down.")]


@posted.callback(epilog="Examples: disclose posted; disclose posted add k7m2 --place 'front desk, left side'")
def due(context: typer.Context, folder: Folder = Path(), today: Today = None) -> None:
    """What hangs where: list what must be printed again and why."""
    if context.invoked_subcommand:
        return
    from toolkit.clock import today as day_of
    from toolkit.paths import find_project
    from toolkit.posted import sheets
    from toolkit.terminal import Format, finish

    project = find_project(folder)
    hanging, findings = sheets(project, day_of(today))
    for sheet in hanging:
        print("\n".join(_lines(sheet)))
    wrong = sum(sheet.due for sheet in hanging)
    print(f"{len(hanging)} hang, {wrong} to be printed again or taken down")
    if findings:
        finish(project, findings, Format.text, strict=False)


@posted.command("add", epilog="Example: disclose posted add k7m2 --place 'front desk, left side' --languages en+ar")
def add(
    code: Code,
    place: Where,
    languages: Annotated[
        str | None, typer.Option(help="The version that hangs; the first one where left out.", metavar="LANG")
    ] = None,
    folder: Folder = Path(),
    today: Today = None,
) -> None:
    """Freeze what a sign says on the day it is hung. Commit the file that this writes."""
    from toolkit.clock import today as day_of
    from toolkit.paths import find_project
    from toolkit.posted import add as run

    added = run(find_project(folder), day_of(today), code, place, languages)
    shown = f"{added.record.version} ({added.hung.format}, {added.hung.languages})"
    if not added.new:
        print(f"{shown} is there already, since {added.hung.posted_on}: {added.hung.place}")
        return
    print(f"froze {shown}: {added.hung.place}")
    for version in added.replaced:
        print(f"noted as taken down there: {version}")
    print(f"wrote deployments/{added.record.deployment}/posted/{added.record.version}.json; commit it")


@posted.command("remove", epilog="Example: disclose posted remove k7m2 --place 'front desk, left side'")
def remove(code: Code, place: Where, folder: Folder = Path(), today: Today = None) -> None:
    """Note that a sign was taken down. What it said stays on record."""
    from toolkit.clock import today as day_of
    from toolkit.paths import find_project
    from toolkit.posted import remove as run

    for record in run(find_project(folder), day_of(today), code, place):
        print(f"noted as taken down: {record.version}; commit deployments/{record.deployment}/posted/")


def verify(
    asked: Annotated[str, typer.Argument(metavar="CODE|FILE", help="A code, a sign's PDF, or a file of posted/.")],
    folder: Folder = Path(),
    today: Today = None,
) -> None:
    """Say whether a sign still holds and what changed for its readers. Leaves with 1 where it does not hold."""
    from toolkit.clock import today as day_of
    from toolkit.paths import find_project
    from toolkit.verify import verify as run

    verdict = run(find_project(folder), asked, day_of(today))
    print(f"{verdict.subject}: {verdict.state}")
    for reason in verdict.reasons:
        print(f"  {reason}")
    if verdict.state != "holds":
        raise typer.Exit(1)


def impact(
    id: Annotated[
        str | None, typer.Argument(metavar="[DEPLOYMENT]", help="A deployment or a service; all where left out.")
    ] = None,
    settings: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PATH=VALUE]...", help="Changes, such as kept.scan.retention.value=30."),
    ] = None,
    against: Annotated[
        str, typer.Option(help="Without changes: compare with this git revision or earlier deployment.yml.")
    ] = "HEAD",
    folder: Folder = Path(),
    today: Today = None,
) -> None:
    """Show, before a change is saved, the signs, translations, attestations and studies that it touches."""
    from toolkit.clock import today as day_of
    from toolkit.impact import impact as run
    from toolkit.paths import find_project

    found = run(find_project(folder), day_of(today), id, settings or (), against)
    for each in found:
        print("\n".join(_impact(each)))
    if not found:
        print("nothing that readers are told changes")


def _lines(sheet: Sheet) -> list[str]:
    """What to do with one sheet, and why."""
    does = {"holds": "holds", "changed": "print again", "gone": "take down", "unknown": "cannot be compared"}
    record = sheet.record
    head = f"{does[sheet.standing.state]}: {record.version}, {_place(sheet.hung)} ({record.deployment}, {record.sign})"
    behind = [f"    in the notice behind it: {change}" for change in sheet.standing.behind]
    return [head, *(f"    {change}" for change in sheet.why), *behind]


def _place(hung: Hung) -> str:
    return f"{hung.place}, {hung.format}, {hung.languages}, since {hung.posted_on}"


def _impact(found: Impact) -> list[str]:
    """Everything that a change touches at one place, under headings; what it does not touch is left out."""
    translations = [
        f"{language}: {stale} to translate again, {missing} to translate"
        for language, (stale, missing) in found.translations.items()
    ]
    parts = {
        "Readers are told": [str(change) for change in found.changes],
        "Sentences that still name the old time": [
            f"{sentence.path}: {sentence.text}" for sentence, _ in found.old_times
        ],
        "The checks find": [f"{finding.rule}: {finding.message}" for finding in found.findings],
        "Signs to print again": [line for sign in found.signs for line in _sign(sign)],
        "Translations": translations,
        "Attestations to renew": [f"{each.id}, by {each.role}, {each.on}" for each in found.attestations],
        "Study": list(found.studies),
        "Notices to give again": [f"{each.id} ({each.channel}): {each.moment}" for each in found.notices],
        "Before you save": list(found.hints),
    }
    lines = [found.place]
    for title, rows in parts.items():
        if rows:
            lines += [f"  {title}", *(f"    {row}" for row in rows)]
    return lines


def _sign(touched: TouchedSign) -> list[str]:
    sign = touched.sign
    head = f"{touched.code} ({sign.id}), {sign.format}: {', '.join(touched.versions)}"
    return [head, *(f"  hangs: {_place(hung)}" for hung in touched.hanging)]
