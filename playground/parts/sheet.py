"""A reading beside its picture: each word a box over the picture and a word of the text, and each shows the other.

Pointing at a word, or reaching it with the Tab key, lights up both, by styles alone. What is unsure, wrong, corrected
or hidden differs in its lines and signs, never in colour alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Literal, NamedTuple

from markupsafe import Markup

from playground.parts.overlay import STYLE, Kind, Mark, drawing
from toolkit.vision.reading import Word

State = Literal["sure", "weak", "wrong", "corrected", "hidden"]
#: How a state looks in the picture.
BOXES: dict[State, Kind] = {
    "sure": "sure",
    "weak": "weak",
    "wrong": "wrong",
    "corrected": "sure",
    "hidden": "hidden",
}

LOOK = """
.sheet{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:1.5rem;align-items:start}
@media(max-width:60rem){.sheet{grid-template-columns:minmax(0,1fr)}}
.sheet .read{line-height:2;max-height:80vh;overflow:auto;padding:.25rem .5rem;overflow-wrap:anywhere}
.sheet .read p{margin:0}
.sheet .word{position:relative;border-radius:3px;
box-shadow:0 0 0 calc(var(--on,0)*2px) currentColor}
.sheet .word.weak{text-decoration:underline dashed 2px;text-underline-offset:.25em}
.sheet .word.wrong{text-decoration:underline wavy 2px;text-underline-offset:.25em;font-weight:700}
.sheet .word.corrected{text-decoration:underline solid 3px;text-underline-offset:.25em;font-weight:700}
.sheet .missing{border:1.5px dotted currentColor;border-radius:3px;padding:0 .25em}
.sheet sup{font-size:.7em;font-weight:700;line-height:0;margin-inline-start:.1em}
.sheet .word::after{content:attr(data-says);position:absolute;inset-block-start:100%;inset-inline-start:0;z-index:9;
width:max-content;max-width:16rem;padding:.3rem .6rem;border-radius:4px;background:#10181D;color:#fff;font-size:.875rem;
font-weight:400;line-height:1.4;opacity:var(--on,0);visibility:hidden;pointer-events:none;text-decoration:none}
.sheet .word:is(:hover,:focus)::after{visibility:visible}
.sheet .box{outline:solid #0B4F6C calc(var(--on,0)*3px);outline-offset:1px}
"""


class Shown(NamedTuple):
    """A word as it is shown."""

    word: Word
    says: str
    """What is told of it to whoever points at it."""
    state: State = "sure"
    sign: str = ""
    """The number or sign that stands at it in the picture and in the text."""


class Gap(NamedTuple):
    """Words that stand in the picture and were not read, before the word number `before`."""

    before: int
    text: str
    says: str


class Page(NamedTuple):
    """What is shown: the picture with its *size* (height, width), and the text in its language and direction."""

    jpeg: bytes
    size: tuple[int, int]
    about: str
    heading: str
    language: str
    direction: Literal["ltr", "rtl"]


def sheet(page: Page, words: Sequence[Shown], gaps: Iterable[Gap] = ()) -> str:
    """HTML of *page* with *words* over the picture and beside it, and *gaps* in the text."""
    marks = [_mark(number, shown) for number, shown in enumerate(words)]
    picture = drawing(page.jpeg, page.size, marks, page.about)
    # One word at a time is lit: in the picture and in the text, whichever of the two is pointed at.
    lit = "".join(f".sheet:has(.w{at}:is(:hover,:focus)) .w{at}{{--on:1}}" for at in range(len(words)))
    return (
        f'<style>{STYLE}{LOOK}{lit}</style><div class="sheet">{picture}'
        f"{_text(page, words, {gap.before: gap for gap in gaps})}</div>"
    )


def _mark(number: int, shown: Shown) -> Mark:
    return Mark(shown.word.box, shown.says, BOXES[shown.state], shown.sign, f"w{number}")


def _text(page: Page, words: Sequence[Shown], gaps: dict[int, Gap]) -> Markup:
    lines = groupby(enumerate(words), lambda pair: pair[1].word.line)
    texts = [Markup(" ").join(_piece(at, shown, gaps) for at, shown in line) for _, line in lines]
    texts += [_gap(gaps[len(words)])] if len(words) in gaps else []
    inside = Markup("").join(Markup("<p>{}</p>").format(text) for text in texts)
    return Markup('<div class="read" role="region" aria-label="{}" tabindex="0" lang="{}" dir="{}">{}</div>').format(
        page.heading, page.language, page.direction, inside
    )


def _piece(number: int, shown: Shown, gaps: dict[int, Gap]) -> Markup:
    """A word of the text; only what is not sure is a stop of the Tab key."""
    stop = Markup("") if shown.state == "sure" else Markup(' tabindex="0"')
    sign = Markup("<sup>{}</sup>").format(shown.sign) if shown.sign else ""
    word = Markup('<span class="word {} w{}" data-says="{}"{}>{}{}</span>').format(
        shown.state, number, shown.says, stop, shown.word.text, sign
    )
    return _gap(gaps[number]) + Markup(" ") + word if number in gaps else word


def _gap(gap: Gap) -> Markup:
    return Markup('<span class="missing" title="{}">{}</span>').format(gap.says, gap.text)
