"""Small drawings as inline SVG: they take their colours from the page, and every one has a text form beside it."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Callable, Mapping, Sequence

from markupsafe import Markup, escape

from toolkit.model.data import Flow
from toolkit.model.evidence import CurvePoint

BOX_WIDTH, BOX_HEIGHT, GAP, MARGIN = 200, 44, 62, 8
WIDTH = 340
LINE = 15


def flow_chart(flows: Sequence[Flow], names: Mapping[str, str], title: str) -> Markup:
    """The places data passes, top to bottom so that it fits a phone, with what travels written beside each arrow.

    An arrow between neighbours runs straight, any other in a bow on the right. The text form is each flow's
    `diagram_text`; the drawing itself is labelled by *title*.
    """
    places = list(dict.fromkeys(place for flow in flows for place in (flow.from_, flow.to)))
    tops = {place: MARGIN + index * (BOX_HEIGHT + GAP) for index, place in enumerate(places)}
    height = MARGIN * 2 + len(places) * BOX_HEIGHT + max(0, len(places) - 1) * GAP
    arrows: dict[tuple[str, str], list[str]] = {}
    for flow in flows:
        arrows.setdefault((flow.from_, flow.to), []).extend(names.get(item, item) for item in flow.items)
    parts = [_box(place, top) for place, top in tops.items()]
    parts += [_arrow(tops[start], tops[end], list(dict.fromkeys(items))) for (start, end), items in arrows.items()]
    return Markup(  # noqa: S704 - every name in it is escaped
        f'<svg class="flow" role="img" aria-label="{escape(title)}" viewBox="0 0 {WIDTH} {height}" '
        f'xmlns="http://www.w3.org/2000/svg">{"".join(parts)}</svg>'
    )


#: Of a curve: size of the drawing, and where its plot lies.
CURVE_WIDTH, CURVE_HEIGHT = 340, 190
LEFT, RIGHT, TOP, BOTTOM = 44, 12, 12, 34
TICKS = 4
#: Of the name of a level, with air around it.
NAME_WIDTH = 28


def curve_chart(points: Sequence[CurvePoint], title: str, under: str) -> Markup:
    """Shares from 0 to 1 against levels, each with its interval as a bar; *under* names what the levels are.

    The text form is the table of the same points; the drawing itself is labelled by *title*.
    """
    most = _ceiling(max(point.high or point.value for point in points))
    first, last = points[0].level, points[-1].level
    width, height = CURVE_WIDTH - LEFT - RIGHT, CURVE_HEIGHT - TOP - BOTTOM

    def x(level: float) -> float:
        return round(LEFT + width * (level - first) / ((last - first) or 1), 1)

    def y(share: float) -> float:
        return round(TOP + height * (1 - share / most), 1)

    parts = [_grid_line(y(most * tick / TICKS), most * tick / TICKS) for tick in range(TICKS + 1)]
    spans = [(p.level, p.low, p.high) for p in points if p.low is not None and p.high is not None]
    parts += [f'<path class="curve-span" d="M{x(level)} {y(low)}V{y(high)}"/>' for level, low, high in spans]
    line = "L".join(f"{x(point.level)} {y(point.value)}" for point in points)
    parts += [f'<path class="curve-line" d="M{line}"/>']
    parts += [f'<circle class="curve-dot" cx="{x(p.level)}" cy="{y(p.value)}" r="3.5"/>' for p in points]
    parts += [_under(x(level), CURVE_HEIGHT - BOTTOM + 16, f"{level:g}") for level in _apart(points, x)]
    parts += [_under(LEFT + width / 2, CURVE_HEIGHT - 4, under)]
    return Markup(  # noqa: S704 - every text in it is escaped
        f'<svg class="curve" role="img" aria-label="{escape(title)}" viewBox="0 0 {CURVE_WIDTH} {CURVE_HEIGHT}" '
        f'xmlns="http://www.w3.org/2000/svg">{"".join(parts)}</svg>'
    )


def _apart(points: Sequence[CurvePoint], x: Callable[[float], float]) -> list[float]:
    """Levels whose names do not touch; the last one stays."""
    kept: list[float] = []
    for point in reversed(points):
        if not kept or x(kept[-1]) - x(point.level) >= NAME_WIDTH:
            kept.append(point.level)
    return kept


def _ceiling(share: float) -> float:
    """The end of the scale: the next of 4, 8, 20, 40, 60, 80 and 100 %, so that four ticks are whole numbers."""
    return next((most for most in (0.04, 0.08, 0.2, 0.4, 0.6, 0.8, 1.0) if share <= most), math.ceil(share))


def _grid_line(y: float, share: float) -> str:
    line = f'<path class="curve-grid" d="M{LEFT} {y}H{CURVE_WIDTH - RIGHT}"/>'
    return f'{line}<text class="curve-tick" x="{LEFT - 6}" y="{y + 4}">{round(share * 100)} %</text>'


def _under(x: float, y: float, text: str) -> str:
    return f'<text class="curve-level" x="{x}" y="{y}">{escape(text)}</text>'


def _box(name: str, top: int) -> str:
    lines = textwrap.wrap(name, 26, max_lines=2, placeholder="…")
    first = top + BOX_HEIGHT / 2 + 5 - (len(lines) - 1) * LINE / 2
    words = "".join(
        f'<text class="flow-place" x="{MARGIN + BOX_WIDTH / 2}" y="{first + index * LINE}">{escape(line)}</text>'
        for index, line in enumerate(lines)
    )
    return f'<rect class="flow-box" x="{MARGIN}" y="{top}" width="{BOX_WIDTH}" height="{BOX_HEIGHT}" rx="6"/>{words}'


def _arrow(start: int, end: int, items: list[str]) -> str:
    if end - start == BOX_HEIGHT + GAP:
        x = MARGIN + 28
        line = f'<path class="flow-arrow" d="M{x} {start + BOX_HEIGHT}V{end - 7}"/>' + _head(x, end, "down")
        return line + _label(items, x + 14, (start + BOX_HEIGHT + end) / 2)
    x, bow = MARGIN + BOX_WIDTH, WIDTH - 4
    from_y, to_y = start + BOX_HEIGHT * 0.65, end + BOX_HEIGHT * 0.35
    path = f"M{x} {from_y}C{bow} {from_y} {bow} {to_y} {x + 7} {to_y}"
    return (
        f'<path class="flow-arrow" d="{path}"/>'
        + _head(x, to_y, "left")
        + _label(items, x + 34, (from_y + to_y) / 2, width=15)
    )


def _head(x: float, y: float, direction: str) -> str:
    down = f"{x},{y} {x - 5},{y - 9} {x + 5},{y - 9}"
    points = down if direction == "down" else f"{x},{y} {x + 9},{y - 5} {x + 9},{y + 5}"
    return f'<polygon class="flow-head" points="{points}"/>'


def _label(items: list[str], x: float, y: float, width: int = 42) -> str:
    lines = textwrap.wrap(", ".join(items), width)
    lines = lines[:3] if len(lines) <= 3 else [*lines[:2], f"{lines[2][: width - 1]}…"]
    first = y + 4 - (len(lines) - 1) * LINE / 2
    return "".join(
        f'<text class="flow-item" x="{x}" y="{first + index * LINE}">{escape(line)}</text>'
        for index, line in enumerate(lines)
    )
