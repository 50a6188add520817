"""The commands that people wait for, on the repository's own content: the check, its imports, the site."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from pathlib import Path
from statistics import median

from processes import Run, disclose, must, size_of
from table import show, spread

IMPORT = re.compile(r"^import time:\s+(\d+) \|\s+\d+ \|\s+([\w.]+)$", re.MULTILINE)
CHECK_TARGET = 4
NOTICES_TARGET, UNCHANGED_TARGET = 20, 1
NOTABLE = 0.02


def check(project: Path, rounds: int) -> None:
    """Print what `disclose check` takes, and which share of it is imports."""
    runs = [must(disclose("check", "-C", str(project)), "the check") for _ in range(rounds)]
    wall = spread([run.wall for run in runs])
    row = (
        "disclose check", wall, spread([run.cpu for run in runs]), spread([run.peak for run in runs]),
        f"{CHECK_TARGET:g} s", f"{wall.middle / CHECK_TARGET:.0%}",
    )  # fmt: skip
    files, size = size_of(project / "services", "service.yml")
    places, _ = size_of(project / "deployments", "deployment.yml")
    show(
        "disclose check on the repository's own content, as a whole process",
        ["what", "wall s", "processor s", "peak MB", "target", "of target"],
        [row],
        f"{files} services, {size:.2f} MB, and {places} places. Median of {rounds}, lowest and highest in brackets.",
    )
    imports(must(disclose("check", "-C", str(project), python=("-X", "importtime")), "the check"))


def imports(run: Run) -> None:
    """Print which packages the time of importing went to, from a run with `-X importtime`."""
    spent: Counter[str] = Counter()
    for microseconds, module in IMPORT.findall(run.err):
        spent[_package(module)] += int(microseconds)
    total = spent.total()
    rows = [(name, time / 1000, f"{time / total:.0%}") for name, time in spent.most_common() if time >= total * NOTABLE]
    rest = total - sum(spent[str(row[0])] for row in rows)
    show(
        "Imports of disclose check (-X importtime; the measuring itself slows imports)",
        ["package", "own ms", "of imports"],
        [*rows, ("the rest", rest / 1000, f"{rest / total:.0%}")],
        f"Imports: {total / 1e3:.0f} ms, {total / 1e6 / run.wall:.0%} of the {run.wall:.2f} s of this run.",
    )


def _package(module: str) -> str:
    first, _, rest = module.partition(".")
    return f"{first}.{rest.partition('.')[0]}" if first == "toolkit" and rest else first


def notices(source: Path, folder: Path, rounds: int) -> None:
    """Print what everything of the repository's deployments takes in all languages: from nothing, then unchanged."""
    cold, warm, first = [], [], []
    for turn in range(rounds):
        copy = folder / str(turn)
        for name in ("services", "deployments", "templates"):
            shutil.copytree(source / name, copy / name)
        first.append(must(disclose("check", "-C", str(copy)), "the first check"))
        shutil.rmtree(copy / ".disclose")
        cold.append(must(disclose("build", "--no-site", "-C", str(copy)), "the build"))
        warm.append(must(disclose("build", "--no-site", "-C", str(copy)), "the second build"))
    files = sum(path.is_file() for path in (copy / "docs" / "notices").rglob("*"))
    rows = [
        _against("first check, nothing known of what fits", first, CHECK_TARGET),
        _against("build from nothing, documents of services too", cold, NOTICES_TARGET),
        _against("the same, nothing changed", warm, UNCHANGED_TARGET),
    ]
    title = "Everything of the repository's deployments in all their languages"
    show(title, ["what", "wall s", "peak MB", "target", "of target"], rows, f"{files} files below docs/notices/.")


def _against(name: str, runs: list[Run], target: float) -> tuple[object, ...]:
    wall = spread([run.wall for run in runs])
    return name, wall, spread([run.peak for run in runs]), f"{target:g} s", f"{wall.middle / target:.0%}"


def site(source: Path, folder: Path, rounds: int) -> None:
    """Print what the site of the repository takes, built in a copy."""
    for name in ("services", "deployments", "templates", "docs"):
        if (source / name).is_dir():
            shutil.copytree(source / name, folder / name)
    shutil.copy(source / "mkdocs.yml", folder)
    must(disclose("build", "--no-site", "-C", str(folder)), "the build")
    runs = []
    for _ in range(rounds):
        shutil.rmtree(folder / "site", ignore_errors=True)
        runs.append(must(disclose("build", "-C", str(folder)), "the build of the site"))
    again = [must(disclose("build", "-C", str(folder)), "the build of the site") for _ in range(rounds)]
    pages, size = size_of(folder / "site", "*.html")
    show(
        "The site of the repository: disclose build, documents already written (for information)",
        ["what", "wall s", "processor s", "peak MB"],
        [
            (name, *(spread([getattr(run, part) for run in known]) for part in ("wall", "cpu", "peak")))
            for name, known in (("site made anew (MkDocs)", runs), ("nothing changed", again))
        ],
        f"{pages} pages, {size:.1f} MB of HTML: {median(run.wall for run in runs) / pages * 1000:.0f} ms a page. "
        f"Median of {rounds}, lowest and highest in brackets.",
    )
