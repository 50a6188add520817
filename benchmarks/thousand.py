"""A project with a thousand services: built cold, then unchanged, then with one service changed."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from processes import Run, disclose, must, size_of
from table import show, spread

#: A text that ends its line gets a number in each copy, so that remembering texts is of no help.
ENDING = re.compile(r"(?<=[a-z])\.$", re.MULTILINE)
#: Seconds, and MB for the cold build.
TARGETS = {
    "cold": (30.0, 600.0),
    "unchanged": (2.0, None),
    "one sentence changed": (2.0, None),
    "one purpose changed": (2.0, None),
}


def generate(source: Path, target: Path, count: int) -> list[str]:
    """A project of *count* services below *target*: those of *source*, and copies under other ids with other texts."""
    for name in ("organisation.yml", "suites", "catalogue"):
        path = source / "services" / name
        target_path = target / "services" / name
        target_path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(path, target_path) if path.is_dir() else shutil.copy(path, target_path)
    originals = sorted(path.parent for path in source.glob("services/*/service.yml"))
    ids = []
    for number in range(count):
        folder = originals[number % len(originals)]
        turn = number // len(originals)
        ids.append(_copy(folder, target / "services", turn))
    return ids


def _copy(folder: Path, services: Path, turn: int) -> str:
    """Copy one service; the first turn keeps its id, because others link to it."""
    id = f"{folder.name}-{turn:04d}" if turn else folder.name
    shutil.copytree(folder, services / id)
    if turn:
        path = services / id / "service.yml"
        text = path.read_text("utf-8").replace(f"\n  id: {folder.name}\n", f"\n  id: {id}\n", 1)
        path.write_text(ENDING.sub(f"{turn}.", text), "utf-8")
    return id


def measure(source: Path, folder: Path, count: int, rounds: int) -> None:
    """Build a generated project and print what it took."""
    ids = generate(source, folder, count)
    cold, unchanged, sentence, purpose = [], [], [], []
    for turn in range(rounds):
        for made in ("docs", ".disclose"):
            shutil.rmtree(folder / made, ignore_errors=True)
        cold.append(_build(folder))
        unchanged.append(_build(folder))
        sentence.append(_after(folder, ids[-1 - turn], "effect"))
        purpose.append(_after(folder, ids[-1 - turn], "purpose"))
    files, size = size_of(folder / "services", "service.yml")
    pages, written = size_of(folder / "docs" / "notes", "*.md")
    known = {"cold": cold, "unchanged": unchanged, "one sentence changed": sentence, "one purpose changed": purpose}
    show(
        f"{count:,} services: disclose build --no-site, as a whole process",
        ["what", "wall s", "processor s", "peak MB", "target", "of target"],
        [_row(name, runs) for name, runs in known.items()],
        f"In: {files:,} files service.yml, {size:.1f} MB ({size / files * 1000:.1f} KB each). "
        f"Out: {pages:,} pages, {written:.1f} MB. Median of {rounds}, lowest and highest in brackets.",
        "A purpose stands on the overview and on the card that other services may speak of.",
    )


def _build(folder: Path) -> Run:
    return must(disclose("build", "--no-site", "-C", str(folder)), "the build")


def _after(folder: Path, id: str, key: str) -> Run:
    """Build after one text of one service got another word."""
    path = folder / "services" / id / "service.yml"
    before = path.read_text("utf-8")
    changed = re.sub(rf"(\n *{key}: (?:>-\s*)?)(?=\w)", r"\1Now ", before, count=1)
    if changed == before:
        raise ValueError(f"{path} has no `{key}:` to change")
    path.write_text(changed, "utf-8")
    return _build(folder)


def _row(name: str, runs: list[Run]) -> tuple[object, ...]:
    seconds, memory = TARGETS.get(name, (None, None))
    wall, cpu, peak = (spread([getattr(run, part) for run in runs]) for part in ("wall", "cpu", "peak"))
    aims = [(wall, seconds, "s"), (peak, memory, "MB")]
    target = ", ".join(f"{bound:g} {unit}" for _, bound, unit in aims if bound)
    share = ", ".join(f"{value.middle / bound:.0%}" for value, bound, _ in aims if bound)
    return name, wall, cpu, peak, target or "-", share or "-"
