"""Words over a picture and beside it: places in percent, text as text, signs beside colours, and both lit together."""

from __future__ import annotations

import io

import numpy as np
from PIL import Image

from playground.parts.overlay import LONGEST, Mark, as_jpeg, drawing
from playground.parts.sheet import Gap, Page, Shown, sheet
from toolkit.vision.reading import Box, Word

PAGE = Page(b"jpeg", (100, 200), "about <it>", "text", "ar", "rtl")


def word(text: str, line: int = 0) -> Word:
    """A word at one place."""
    return Word(text, 0.5, Box(20, 10, 50, 25), line, 0)


def test_places():
    """A box stands where it is in the picture, in percent, whatever the size of the screen."""
    made = drawing(b"x", (100, 200), [Mark(Box(20, 10, 50, 25), "fish", "weak", "1", "w0")], "two fish")
    assert 'src="data:image/jpeg;base64,eA==" alt="two fish"' in made
    assert (
        '<span class="box weak w0" role="img" aria-label="fish" title="fish" '
        'style="left:10.00%;top:10.00%;width:25.00%;height:25.00%" tabindex="0"><b aria-hidden="true">1</b></span>'
    ) in made


def test_only_what_is_unsure_is_a_stop():
    """Hundreds of sure words are no stops of the Tab key, in the picture or in the text."""
    made = sheet(PAGE, [Shown(word("sure"), "says")])
    assert made.count("tabindex") == 1
    made = sheet(PAGE, [Shown(word("weak"), "says", "weak", "1")])
    assert made.count("tabindex") == 3


def test_text_is_text():
    """Nothing that was read becomes markup."""
    made = sheet(PAGE, [Shown(word("<script>x</script>"), '"><b>', "wrong", "!")], [Gap(0, "<i>", "<u>")])
    for markup in ("<script", '"><b>', "<i>", "<u>"):
        assert markup not in made
    assert "&lt;script&gt;x&lt;/script&gt;<sup>!</sup>" in made
    assert "about &lt;it&gt;" in made


def test_both_are_lit():
    """A word and its box share a class, by which each lights up the other."""
    made = sheet(PAGE, [Shown(word("a"), "A"), Shown(word("b"), "B")])
    assert ".sheet:has(.w1:is(:hover,:focus)) .w1{--on:1}" in made
    assert 'class="box sure w1"' in made
    assert 'class="word sure w1"' in made
    assert "<script" not in made


def test_lines_and_gaps():
    """Lines are lines; what was not read stands where it belongs, also at the end."""
    words = [Shown(word("one"), "1"), Shown(word("two"), "2"), Shown(word("three", 1), "3")]
    made = sheet(PAGE, words, [Gap(1, "lost", "not read"), Gap(3, "end", "not read")])
    text = made.split('<div class="read"')[1]
    assert 'lang="ar" dir="rtl"' in text
    assert [piece.count("</span>") for piece in text.split("<p>")[1:]] == [3, 1, 1]
    assert text.index("one") < text.index("lost") < text.index("two") < text.index("three") < text.index("end")


def test_shown_small():
    """A large picture is shown smaller; the picture itself keeps its size."""
    picture = np.zeros((3200, 1000, 3), np.uint8)
    assert Image.open(io.BytesIO(as_jpeg(picture))).size == (500, LONGEST)
    assert picture.shape == (3200, 1000, 3)
