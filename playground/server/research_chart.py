"""Shares with both intervals as inline SVG, one line under the other so that it fits a phone; the text form is a
table beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup, escape

from toolkit.study.proportion import Interval

WIDTH, LEFT, RIGHT, ROW, TOP, FOOT = 360, 12, 12, 52, 8, 26
TICKS = (0, 25, 50, 75, 100)


class Line(NamedTuple):
    """One share: what it is of, how many of whom, and both intervals."""

    name: str
    right: int
    people: int
    wilson: Interval
    exact: Interval


def interval_chart(rows: Sequence[Line], share: float, title: str) -> Markup:
    """*rows* from 0 to 100 %, with a dashed line at *share*; labelled by *title*."""
    height = TOP + ROW * len(rows) + FOOT
    end = TOP + ROW * len(rows)
    parts = [f'<path class="grid" d="M{_x(tick / 100)} {TOP}V{end}"/>' for tick in TICKS]
    parts += [f'<path class="goal" d="M{_x(share)} {TOP}V{end}"/>']
    parts += [_line(row, TOP + index * ROW) for index, row in enumerate(rows)]
    parts += [_tick(tick, end + 18) for tick in TICKS]
    return Markup(  # noqa: S704 - every text in it is escaped
        f'<svg class="intervals" role="img" aria-label="{escape(title)}" viewBox="0 0 {WIDTH} {height}" '
        f'xmlns="http://www.w3.org/2000/svg">{"".join(parts)}</svg>'
    )


def _line(row: Line, top: int) -> str:
    y = top + 36
    return (
        f'<text class="name" x="{LEFT}" y="{top + 20}">{escape(row.name)}</text>'
        f'<text class="count" x="{WIDTH - RIGHT}" y="{top + 20}">{row.right} of {row.people}</text>'
        f'<path class="exact" d="M{_x(row.exact.low)} {y}H{_x(row.exact.high)}'
        f'M{_x(row.exact.low)} {y - 5}v10M{_x(row.exact.high)} {y - 5}v10"/>'
        f'<path class="wilson" d="M{_x(row.wilson.low)} {y}H{_x(row.wilson.high)}"/>'
        f'<circle class="share" cx="{_x(row.right / row.people)}" cy="{y}" r="5"/>'
    )


def _tick(tick: int, y: int) -> str:
    anchor = "start" if tick == 0 else "end" if tick == 100 else "middle"
    return f'<text class="tick" text-anchor="{anchor}" x="{_x(tick / 100)}" y="{y}">{tick}\N{NO-BREAK SPACE}%</text>'


def _x(share: float) -> float:
    return round(LEFT + (WIDTH - LEFT - RIGHT) * share, 1)
