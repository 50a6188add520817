"""A part of a picture before and after."""

from __future__ import annotations

import io
from functools import partial

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from toolkit.evaluate.corpus import Item, TrueWord, Truth
from toolkit.evaluate.engines import Engine
from toolkit.evaluate.examples import choice, example, part_of
from toolkit.vision.reading import Box


def page(text, top):
    """A page of 900 by 700 pixels with one line of text, 60 pixels from the left."""
    image = Image.new("RGB", (900, 700), "white")
    ImageDraw.Draw(image).text((60, top), text, "black", ImageFont.load_default(32))
    return np.asarray(image)


def item(id, words=(), tags=None, languages=("en",), top=300):
    """A page that says `Closed on Mondays`, with *words* in their places."""
    truth = Truth("Closed on Mondays", tuple(words))
    return Item(id, id, {}, languages, truth, tags or {}, partial(page, "Closed on Mondays", top))


PLACED = item("letter/Page 1", [TrueWord("Closed", Box(60, 305, 100, 30)), TrueWord("on", Box(170, 305, 40, 30))])


def test_what_is_shown():
    """The part begins at the first word; both pictures, what is there, and what came out of each."""
    shown = example("pages", PLACED, Engine("tesserocr"), "defocus", 0)
    told = shown.example
    assert (told.before, told.after) == ("pages/letter-page-1.png", "pages/letter-page-1-defocus.png")
    assert (told.there, told.came_out_before) == ("Closed on", "Closed on Mondays")
    assert told.setting.startswith("level 3 of 5: a disc")
    sizes = [Image.open(io.BytesIO(shown.files[name])).size for name in (told.before, told.after)]
    assert sizes == [(420, 180), (420, 180)]
    assert shown.files[told.before] != shown.files[told.after]


def test_the_whole_picture_for_a_tagger():
    """Where tags are given, the whole picture is looked at, and shown no wider than a column."""
    shown = example("tags", item("a", tags={"photograph": False, "bright": True}), Engine("opencv"), "jpeg", 0)
    assert shown.example.there == "bright"
    assert Image.open(io.BytesIO(shown.files[shown.example.before])).size == (420, 327)


def test_the_part():
    """From the first words, inside the picture; from the upper left corner where nobody knows the places."""
    whole = PLACED.picture()
    assert part_of(PLACED, whole) == Box(48, 293, 420, 180)
    assert part_of(item("b"), whole) == Box(0, 0, 420, 180)
    assert part_of(PLACED, whole[:100, :50]) == Box(0, 0, 50, 100)
    assert part_of(PLACED, whole, (880, 690)) == Box(20, 10, 880, 690)


def test_the_choice():
    """The one that is named; else one that shows the tag; else one in English with words in their places."""
    plain = item("plain")
    arabic = PLACED._replace(id="arabic", languages=("ar",))
    cat = item("cat", tags={"cat": True})
    items = [plain, arabic, PLACED, cat]
    assert choice(items) is PLACED
    assert choice(items[:2]) is arabic
    assert choice(items, tag="cat") is cat
    assert choice(items, tag="dog") is None
    assert choice(items, tag="cat", named="plain") is plain
    assert choice([]) is None
