"""A limit to look at: a part of one picture, untouched and spoilt, and what the engine made of each."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from PIL import Image

from toolkit.evaluate.corpus import Item
from toolkit.evaluate.engines import Engine, opened, reads
from toolkit.evaluate.facts import MIDDLE, slug
from toolkit.model.evidence import Example
from toolkit.vision.degradations import DEGRADATIONS, LEVELS, degrade
from toolkit.vision.reading import Box, Picture, Reading, Tagging

#: Width and height of the part, in pixels: wide enough for a few words, small enough for two beside each other.
PART = (420, 180)
#: Labels that are told, at most.
TOLD = 3


class Shown(NamedTuple):
    """An example, and its two pictures as PNG by their path below `evidence/`."""

    example: Example
    files: dict[str, bytes]


def example(run: str, item: Item, engine: Engine, degradation: str, seed: int) -> Shown:
    """*item* before and after *degradation* at the middle level; the engine looks at what is shown. Of text that is a
    part, of anything else the whole picture.
    """
    whole = item.picture()
    spoilt = degrade(whole, degradation, MIDDLE, seed)
    box = part_of(item, whole) if reads(engine) else Box(0, 0, whole.shape[1], whole.shape[0])
    before, after = (cut(whole, box), cut(spoilt, box)) if reads(engine) else (whole, spoilt)
    names = (f"{run}/{slug(item.id)[:60]}.png", f"{run}/{slug(item.id)[:60]}-{degradation}.png")
    known = DEGRADATIONS[degradation]
    told = Example(
        before=names[0],
        after=names[1],
        came_out_before=_came_out(before, engine, item.languages),
        came_out_after=_came_out(after, engine, item.languages),
        there=_there(item, box) if reads(engine) else _tags(item),
        setting=f"level {MIDDLE} of {len(LEVELS)}: {known.levels[MIDDLE - 1]}",
    )
    return Shown(told, {names[0]: _png(before), names[1]: _png(after)})


def choice(items: Sequence[Item], tag: str | None = None, named: str | None = None) -> Item | None:
    """The picture to show: the one that is *named*; else the first that shows *tag*; else the first in English with
    words in their places, which most readers of a note can compare; else the first.
    """
    by_id = {item.id: item for item in items}
    if named in by_id:
        return by_id[named]
    if tag:
        return next((item for item in items if item.tags.get(tag)), None)
    placed = [item for item in items if item.truth and any(word.box for word in item.truth.words)]
    english = [item for item in placed if item.languages[:1] == ("en",)]
    return next(iter([*english, *placed, *items]), None)


def part_of(item: Item, whole: Picture, size: tuple[int, int] = PART) -> Box:
    """A part of *size* (width, height) from the first words that stand in their places; else from the upper left."""
    height, width = whole.shape[:2]
    wide, tall = min(size[0], width), min(size[1], height)
    boxes = [word.box for word in item.truth.words if word.box] if item.truth else []
    left = min((box.left for box in boxes), default=0) - 12
    top = min((box.top for box in boxes), default=0) - 12
    return Box(max(0, min(left, width - wide)), max(0, min(top, height - tall)), wide, tall)


def cut(picture: Picture, box: Box) -> Picture:
    """The part; a spoilt picture can have other sides, and is then shown from its middle."""
    height, width = picture.shape[:2]
    left = min(box.left, max(0, width - box.width))
    top = min(box.top, max(0, height - box.height))
    return np.ascontiguousarray(picture[top : top + box.height, left : left + box.width])


def _there(item: Item, box: Box) -> str:
    """The words inside the part."""
    words = item.truth.words if item.truth else ()
    inside = [word.text for word in words if word.box and _holds(box, word.box)]
    return " ".join(inside) or (item.truth.text[:200] if item.truth else "") or "no text"


def _tags(item: Item) -> str:
    return ", ".join(label for label, there in sorted(item.tags.items()) if there) or "none of the tags"


def _holds(box: Box, word: Box) -> bool:
    right, bottom = box.left + box.width, box.top + box.height
    return (
        box.left <= word.left
        and box.top <= word.top
        and word.left + word.width <= right
        and word.top + word.height <= bottom
    )


def _came_out(picture: Picture, engine: Engine, languages: tuple[str, ...]) -> str | None:
    known = opened(engine)
    found: Reading | Tagging = known.tag(picture) if hasattr(known, "tag") else known.read(picture, languages)
    if isinstance(found, Reading):
        return " ".join(found.text.split())[:500] or None
    return ", ".join(f"{tag.label} {tag.score:.2f}" for tag in found.tags[:TOLD]) or None


def _png(picture: Picture) -> bytes:
    """A PNG of few colours and no more than the width of a column, since it stands in a repository and on a page."""
    out = io.BytesIO()
    grey = bool((picture[..., 0] == picture[..., 1]).all() and (picture[..., 1] == picture[..., 2]).all())
    image = Image.fromarray(picture)
    image.thumbnail((PART[0], PART[0]))
    (image.convert("L") if grey else image.quantize(64)).save(out, "PNG", optimize=True)
    return out.getvalue()
