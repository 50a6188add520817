"""Small figures in HTML: pictures without a request, bars of scores, and a confusion shown as pictures.

Pictures stand in the page itself as data addresses, so that no file and no cache of a server ever holds one.
"""

from __future__ import annotations

import base64
from collections.abc import Sequence
from html import escape

import streamlit as st

from playground.jobs.lesson import Cell, Grid
from playground.parts.overlay import as_jpeg
from playground.say import direction, language, say
from playground.theme import ACCENT
from toolkit.model.training import Mask
from toolkit.palette import INK, MOON, NIGHT_TINT, TINT, palette
from toolkit.vision.classifier import masked
from toolkit.vision.reading import Picture, Tag
from toolkit.words import words

#: Digits of a score that show that nothing at all has changed.
DIGITS = 6
_ACCENT = f"light-dark({ACCENT}, {palette(ACCENT).night_link})"
CSS = f"""
.fig {{ --accent: {_ACCENT}; --tint: light-dark({TINT}, {NIGHT_TINT}); --ink: light-dark({INK}, {MOON});
  color: var(--ink); line-height: 1.5; font-variant-numeric: tabular-nums; }}
.fig img {{ display: block; max-inline-size: 100%; border-radius: 4px; }}
.fig .hero img {{ inline-size: 100%; max-block-size: 75vh; object-fit: contain; object-position: left top; }}
.fig .even img {{ inline-size: 100%; aspect-ratio: 3 / 2; object-fit: cover; }}
.fig .covered {{ position: relative; }}
.fig .covered img {{ inline-size: 100%; }}
.fig .covered span {{ position: absolute; translate: -50% -50%; color: #fff; font-size: 1.5rem; font-weight: 700;
  text-shadow: 0 0 4px #000; }}
.fig p {{ margin: 0 0 .6rem; max-inline-size: 68ch; }}
.fig .away {{ position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }}
.fig .scores {{ display: grid; grid-template-columns: fit-content(60%) 1fr max-content; gap: .55rem .75rem;
  align-items: center; margin-block-end: .6rem; }}
.fig .name {{ overflow-wrap: anywhere; }}
.fig .name small {{ font-size: .875rem; opacity: .82; margin-inline-start: .35rem; }}
.fig .track {{ position: relative; block-size: .75rem; border-radius: 3px; background: var(--tint);
  outline: 1px solid light-dark(#7B8B95, #6B7B85); }}
.fig .fill {{ display: block; block-size: 100%; border-radius: 3px; background: var(--accent); }}
.fig .line {{ position: absolute; inset-block: -4px; inline-size: 3px; margin-inline-start: -1px;
  background: var(--ink); }}
.fig .number {{ text-align: end; }}
.fig a {{ color: inherit; text-decoration: underline; text-underline-offset: 3px; }}
.fig dl {{ margin: 0 0 .75rem; padding: 0; max-inline-size: 68ch; }}
.fig dt {{ font-weight: 650; margin: 0; padding: 0; }}
.fig dd {{ margin: 0 0 .75rem; padding: 0; }}
.fig table.confusion {{ inline-size: 100%; border-collapse: separate; border-spacing: 6px; table-layout: fixed; }}
.fig .confusion caption {{ text-align: start; padding-block-end: .4rem; caption-side: top; color: inherit; }}
.fig .confusion th {{ text-align: start; font-weight: 650; padding: .25rem; vertical-align: bottom; border: 0;
  overflow-wrap: anywhere; color: inherit; }}
.fig .confusion thead th:first-child {{ inline-size: 16%; }}
.fig .confusion tbody th {{ vertical-align: top; }}
.fig .confusion thead th, .fig .confusion tbody th {{ background: transparent; }}
.fig .confusion td {{ vertical-align: top; padding: .6rem; border: 1px solid transparent; border-radius: 6px;
  background: var(--tint); }}
.fig .confusion td.wrong {{ border: 2px dashed var(--ink); background: transparent; }}
.fig .confusion td.none {{ background: transparent; border: 1px solid light-dark(#C5D0D6, #33424B); }}
.fig .count {{ font-size: 1.5rem; font-weight: 650; }}
.fig .none .count {{ font-weight: 400; font-size: 1rem; }}
.fig .verdict {{ margin-inline-start: .35rem; }}
.fig .thumbs {{ display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); gap: 4px;
  margin-block-start: .35rem; }}
.fig .strip {{ display: grid; grid-template-columns: repeat(auto-fill, 72px); gap: 6px; }}
.fig .thumbs img, .fig .strip img {{ inline-size: 100%; aspect-ratio: 1; object-fit: cover; }}
.fig .halves {{ display: grid; grid-template-columns: repeat(3, 1fr); gap: 1rem; }}
.fig figure {{ margin: 0; }}
.fig figcaption {{ padding-block-start: .35rem; }}
.fig .half {{ position: relative; }}
.fig .half img {{ inline-size: 100%; }}
.fig .half::after {{ content: ""; position: absolute; inset-block: 0; left: 50%; border-left: 3px dashed #fff;
  filter: drop-shadow(0 0 2px #000); }}
.fig .half span {{ position: absolute; bottom: .4rem; padding: .05rem .4rem; border-radius: 3px; background: #fff;
  color: {INK}; font-size: .875rem; }}
.fig .half .teaches {{ left: .4rem; }}
.fig .half .tests {{ right: .4rem; }}
@media (max-width: 640px) {{
  .fig .halves.tall {{ grid-template-columns: 1fr; gap: .6rem; }}
  .fig .half img {{ aspect-ratio: 5 / 2; object-fit: cover; }}
  .fig .confusion, .fig .confusion tbody, .fig .confusion tr, .fig .confusion td, .fig .confusion tbody th
    {{ display: block; }}
  .fig .confusion caption {{ display: block; }}
  .fig .confusion thead {{ display: none; }}
  .fig .confusion td {{ margin-block-end: .4rem; }}
  .fig .confusion td::before {{ content: attr(data-called); display: block; }}
  .fig .confusion td.none {{ display: none; }}
  .fig .thumbs {{ grid-template-columns: repeat(8, minmax(0, 1fr)); }}
}}
"""


def show(body: str) -> None:
    """*body* as a figure, in the direction of the language."""
    st.html(f'<style>{CSS}</style><div class="fig" dir="{direction()}">{body}</div>')


def image(picture: Picture, alt: str) -> str:
    """*picture* as an element that holds its own pixels."""
    return f'<img alt="{escape(alt)}" src="data:image/jpeg;base64,{base64.b64encode(as_jpeg(picture)).decode()}">'


def hero(picture: Picture, alt: str) -> str:
    """*picture* as wide as there is room."""
    return f'<div class="hero">{image(picture, alt)}</div>'


def even(picture: Picture, alt: str) -> str:
    """*picture* cut to the same form as others beside it."""
    return f'<div class="even">{image(picture, alt)}</div>'


def covered(picture: Picture, mask: Mask, alt: str) -> str:
    """*picture* under *mask*, with the number of each rectangle where there are several."""
    middles = [((left + right) / 2, (top + bottom) / 2) for (left, top), (right, bottom) in mask]
    numbers = "".join(
        f'<span aria-hidden="true" style="left: {100 * across:.1f}%; top: {100 * down:.1f}%">{number}</span>'
        for number, (across, down) in enumerate(middles, 1)
    )
    return f'<div class="covered">{image(masked(picture, mask), alt)}{numbers if len(mask) > 1 else ""}</div>'


def halves(photographs: Sequence[tuple[str, Picture]]) -> str:
    """Photographs whose left half teaches and whose right half tests, with their names."""
    teaches, tests = escape(say("teach.half-teaches")), escape(say("teach.half-tests"))
    each = "".join(
        f'<figure><div class="half">{image(picture, name)}<span class="teaches">{teaches}</span>'
        f'<span class="tests">{tests}</span></div><figcaption><bdi>{escape(name)}</bdi></figcaption></figure>'
        for name, picture in photographs
    )
    return f'<div class="halves tall" dir="ltr">{each}</div>'


def answers(each: Sequence[tuple[Picture, str, float]]) -> str:
    """Pictures beside each other, what each is, and the score that it got."""
    figures = "".join(
        f"<figure>{image(picture, '')}<figcaption><bdi>{escape(name)}</bdi>: <b>{_number(score, DIGITS)}</b>"
        "</figcaption></figure>"
        for picture, name, score in each
    )
    return f'<div class="halves">{figures}</div>'


def bars(tags: Sequence[Tag]) -> str:
    """The score of each of *tags* as a bar, with its name before and its number behind it."""
    return scores("".join(bar(tag.label, tag.score) for tag in tags))


def scores(rows: str) -> str:
    """Rows that `bar` gave, below each other."""
    return f'<div class="scores">{rows}</div>'


def bar(name: str, score: float, note: str = "", line: float | None = None) -> str:
    """One bar from 0 to 1: its name with a *note*, a stroke where a threshold lies, its number."""
    stroke = "" if line is None else f'<span class="line" style="inset-inline-start: {100 * line:.0f}%"></span>'
    small = f"<small>{escape(note)}</small>" if note else ""
    return (
        f'<span class="name"><bdi>{escape(name)}</bdi>{small}</span>'
        f'<span class="track" aria-hidden="true"><span class="fill" style="inline-size: {100 * score:.1f}%"></span>'
        f'{stroke}</span><span class="number">{_number(score)}</span>'
    )


def _number(score: float, digits: int = 2) -> str:
    return escape(words(language()).number(round(score, digits)))


def confusion(grid: Grid, labels: Sequence[str], caption: str) -> str:
    """A table: what the pictures were in rows, what they were called in columns, and the pictures in the cells."""
    called = [say("teach.called", tag=label) for label in labels]
    corner = f'<th scope="col"><span class="away">{escape(say("teach.is"))}</span></th>'
    head = corner + "".join(f'<th scope="col">{escape(each)}</th>' for each in called)
    body = "".join(
        f'<tr><th scope="row">{escape(say("teach.was", tag=label))}</th>'
        + "".join(_cell(cell, called[given], right=true == given) for given, cell in enumerate(row))
        + "</tr>"
        for true, (label, row) in enumerate(zip(labels, grid, strict=True))
    )
    return (
        f'<table class="confusion"><caption>{escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def _cell(cell: Cell, called: str, *, right: bool) -> str:
    """The number, whether that is right or wrong, in words and by a sign, and some of the pictures."""
    if not cell.number:
        none = f'<span class="count">{escape(say("teach.none"))}</span>'
        return f'<td class="none" data-called="{escape(called)}">{none}</td>'
    kind, sign = ("right", "✓") if right else ("wrong", "✗")
    thumbs = "".join(image(thumb, "") for thumb in cell.thumbs)
    more = cell.number - len(cell.thumbs)
    rest = f"<div>{escape(say('teach.and-more', count=more))}</div>" if more else ""
    return (
        f'<td class="{kind}" data-called="{escape(called)}"><span class="count">{cell.number}</span>'
        f'<span class="verdict"><span aria-hidden="true">{sign}</span> {escape(say(f"teach.{kind}"))}</span>'
        f'<div class="thumbs">{thumbs}</div>{rest}</td>'
    )
