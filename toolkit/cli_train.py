"""`disclose train`: from labelled pictures to the file of a classifier, with all that is doubtful about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from toolkit.vision.classifier.measure import Measured, Ratio
    from toolkit.vision.classifier.training import Trained


def train(
    folder: Annotated[Path, typer.Argument(help="A folder with a training.yml.", exists=True, file_okay=False)],
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="The file to write; only a report where left out.")
    ] = None,
    purpose: Annotated[
        str | None, typer.Option(help="What it will be used for: an id under `purposes`.", metavar="ID")
    ] = None,
    today: Annotated[str | None, typer.Option(help="Take this day as today (year-month-day).", metavar="DAY")] = None,
) -> None:
    """Train a classifier on labelled pictures and say how far it can be trusted."""
    from toolkit.clock import today as day_of
    from toolkit.paths import Project
    from toolkit.terminal import Format, finish
    from toolkit.vision.classifier import TrainingError, save
    from toolkit.vision.classifier import train as run

    try:
        trained = run(folder, today=day_of(today), purpose=purpose)
    except TrainingError as error:
        if not error.findings:
            raise
        finish(Project(Path.cwd()), error.findings, Format.text, strict=False)
        return
    print("\n".join(_report(trained)))
    if out is not None:
        save(trained, out)
        print(f"wrote {out} ({out.stat().st_size / 1000:.0f} kB)")


def _report(trained: Trained) -> Iterator[str]:
    classifier, measured = trained.classifier, trained.measured
    yield f"{classifier.name}, version {classifier.version}"
    if trained.origin:
        training, purpose, _ = trained.origin
        yield f"  for {purpose.id}: {purpose.text}"
        yield f"  licence of the pictures: {training.licence}"
    yield _how(measured)
    rows = [(tag.label, _share(tag.precision), _share(tag.recall)) for tag in measured.tags]
    yield from _table([("tag", "precision", "recall"), *rows])
    yield "Confusion: each line is what the pictures show, each column the tag they got"
    counts = [[str(len(cell)) for cell in row] for row in measured.confusion]
    lines = [(label, *row) for label, row in zip(measured.labels, counts, strict=True)]
    yield from _table([("", *measured.labels), *lines])
    yield from (f"  wrong: {trained.pieces[index].name}" for index in measured.confused)
    yield from _calibration(measured)
    yield f"{len(trained.concerns)} warnings" if len(trained.concerns) != 1 else "1 warning"
    for concern in trained.concerns:
        yield f"  {concern.kind}: {concern.message}"
        yield f"    = {concern.help}"


def _how(measured: Measured) -> str:
    if measured.level == "tiles":
        tiles = sum(tag.recall.of for tag in measured.tags)
        return (
            f"Counted: {tiles} tiles of {measured.photographs} photographs, from halves that it did not learn from. "
            "Tiles repeat each other, so there is no interval."
        )
    return (
        f"Counted: {measured.photographs} photographs, each held back once in {measured.folds} trainings. "
        "In brackets: how many, and the 95 % interval."
    )


def _share(ratio: Ratio) -> str:
    """A share with what it was counted from."""
    if ratio.value is None:
        return "none counted"
    interval = f", {ratio.interval[0]:.2f} to {ratio.interval[1]:.2f}" if ratio.interval else ""
    return f"{ratio.value:.2f} ({ratio.right} of {ratio.of}{interval})"


def _calibration(measured: Measured) -> Iterator[str]:
    if measured.calibration is None:
        yield "Calibration: not measured; it takes seven photographs of each tag"
        return
    yield f"Calibration: Brier score {measured.calibration.brier:.3f} (0 is best)"
    rows = [
        (f"{each.low:.1f} to {each.high:.1f}", f"{each.mean_score:.2f}", f"{each.share_right:.2f}", str(each.answers))
        for each in measured.calibration.bins
    ]
    yield from _table([("highest score", "mean", "right", measured.level), *rows])


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Columns as wide as their widest cell."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        yield "  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
