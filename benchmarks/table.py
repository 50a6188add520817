"""Rows in, an aligned table on the terminal out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import median
from typing import NamedTuple


class Spread(NamedTuple):
    """Several measurements of the same thing: the median, and how far the machine moved it."""

    middle: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{_number(self.middle)} ({_number(self.low)} to {_number(self.high)})"


def spread(values: Sequence[float]) -> Spread:
    """Median, lowest and highest of *values*."""
    return Spread(median(values), min(values), max(values))


def _number(value: float) -> str:
    return f"{value:.3f}" if value < 1 else f"{value:.2f}" if value < 10 else f"{value:,.0f}"


def show(title: str, heads: Sequence[str], rows: Iterable[Sequence[object]], *notes: str) -> None:
    """Print a table; text stands left, figures stand right, notes below."""
    cells = [[_cell(value) for value in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(heads, *cells, strict=True)]
    figures = [all(not isinstance(row[index], str) for row in rows) for index in range(len(heads))]
    print(f"\n{title}\n{'=' * len(title)}")
    for line in (list(heads), ["-" * width for width in widths], *cells):
        padded = zip(line, widths, figures, strict=True)
        print("  ".join(text.rjust(width) if right else text.ljust(width) for text, width, right in padded).rstrip())
    for note in notes:
        print(note)


def _cell(value: object) -> str:
    if value is None:
        return "-"
    return _number(value) if isinstance(value, float) else f"{value:,}" if isinstance(value, int) else str(value)
