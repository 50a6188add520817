"""A sweep from nothing against the same sweep again, with one worker, as a person meets it."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from table import show

from toolkit.evaluate.corpus import load_corpus
from toolkit.evaluate.engines import Engine
from toolkit.evaluate.machines import machines
from toolkit.evaluate.memo import Memo
from toolkit.evaluate.sweep import CLEAN, Bench, Condition, Grid, sweep

CONDITIONS = (CLEAN, *(Condition("defocus", level) for level in (1, 3, 5)), Condition("jpeg", 3), Condition("skew", 3))


def measure(root: Path) -> None:
    """Print both times; the pages are decoded before, as they are for the first sweep of a run."""
    items = load_corpus(root / "corpora/pages").items
    grid = Grid(Engine("tesserocr"), CONDITIONS)
    spent = []
    with tempfile.TemporaryDirectory(prefix="disclose-bench-") as folder:
        for _ in range(2):
            with Memo(Path(folder) / "measured.db") as memo, machines(1) as executor:
                start = time.perf_counter()
                sweep(items, grid, Bench(executor, memo))
                spent.append(time.perf_counter() - start)
    first, again = spent
    show(
        f"{len(items)} pages under {len(CONDITIONS)} conditions",
        ["sweep", "seconds"],
        [("from nothing", round(first, 2)), ("again", round(again, 3))],
        f"Again is {first / again:.0f} times as fast. Aim: at least 50 times.",
    )
