"""The table of Tesseract as words, and which pictures it may see."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.vision.readers import ReaderError
from toolkit.vision.readers.tesseract import legible, words
from toolkit.vision.reading import Box, Reading, Word

HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"


def table(*rows):
    return HEAD + "".join("\t".join(map(str, row)) + "\n" for row in rows)


def test_words_know_their_line_and_block_over_the_whole_picture():
    read = words(
        table(
            (1, 1, 0, 0, 0, 0, 0, 0, 640, 360, -1, ""),
            (2, 1, 1, 0, 0, 0, 40, 40, 200, 60, -1, ""),
            (5, 1, 1, 1, 1, 1, 40, 46, 93, 23, 96.5, "Opening"),
            (5, 1, 1, 1, 1, 2, 144, 46, 60, 18, "96.444481", "hours"),
            (5, 1, 1, 2, 1, 1, 42, 86, 88, 23, 0, "Monday"),
            (5, 1, 2, 1, 1, 1, 42, 266, 72, 18, 100, "Please"),
        )
    )
    assert read == (
        Word("Opening", 0.965, Box(40, 46, 93, 23), 0, 0),
        Word("hours", 0.9644, Box(144, 46, 60, 18), 0, 0),
        Word("Monday", 0.0, Box(42, 86, 88, 23), 1, 0),
        Word("Please", 1.0, Box(42, 266, 72, 18), 2, 1),
    )
    assert Reading(read, "tesseract", "5.3.0").lines == ("Opening hours", "Monday", "Please")


def test_rows_without_text_or_confidence_are_no_words():
    read = words(
        table(
            (5, 1, 1, 1, 1, 1, 0, 0, 640, 360, 95, " "),
            (5, 1, 2, 1, 1, 1, 0, 0, 640, 360, 95, ""),
            (5, 1, 3, 1, 1, 1, 0, 0, 640, 360, -1, "gone"),
            (5, 1, 4, 1, 1, 1, 1, 2, 3, 4, 100.000008, " kept "),
        )
    )
    assert read == (Word("kept", 1.0, Box(1, 2, 3, 4), 0, 0),)


def test_marks_of_direction_are_not_read():
    (word,) = words(table((5, 1, 1, 1, 1, 1, 1, 2, 3, 4, 90, "WiFi\u200f")))
    assert word.text == "WiFi"


def test_joiners_inside_a_word_are_kept():
    (word,) = words(table((5, 1, 1, 1, 1, 1, 1, 2, 3, 4, 90, "می\u200cخواهم")))
    assert word.text == "می\u200cخواهم"


def test_nothing_was_read():
    assert words("") == ()
    assert words(HEAD) == ()


@given(
    st.lists(
        st.tuples(
            st.integers(1, 3),
            st.integers(1, 3),
            st.floats(0, 100),
            st.text(st.characters(categories=("L", "N", "P", "S")), min_size=1),
        )
    )
)
def test_every_word_of_any_table_comes_out(given_words):
    rows = [(5, 1, block, 1, line, 1, 1, 2, 3, 4, conf, text) for block, line, conf, text in given_words]
    read = words(table(*rows))
    assert [word.text for word in read] == [text for *_, text in given_words]
    assert all(0 <= word.confidence <= 1 for word in read)
    assert {word.line for word in read} == set(range(len({(block, line) for block, line, *_ in given_words})))


def ink(height, width):
    picture = np.full((height, width, 3), 255, np.uint8)
    picture[-1, -1] = 0
    return picture


@pytest.mark.parametrize(("height", "width"), [(5, 5), (5, 1000), (100, 20_000), (32_767, 5)])
def test_pictures_that_may_show_letters(height, width):
    assert legible(ink(height, width))


@pytest.mark.parametrize(("height", "width"), [(1, 1), (1, 5000), (5000, 1), (4, 40_000), (0, 10), (10, 0)])
def test_fewer_than_five_pixels_show_no_letter(height, width):
    assert not legible(np.zeros((height, width, 3), np.uint8))


@pytest.mark.parametrize("colour", [(255, 255, 255), (0, 0, 0), (200, 30, 90)])
def test_one_colour_shows_no_letter(colour):
    assert not legible(np.full((60, 400, 3), colour, np.uint8))


@pytest.mark.parametrize(
    ("height", "width", "said", "todo"),
    [
        (5, 1001, "1001 by 5 pixels is too flat", "parts of at most 1000 pixels"),
        (200, 32_768, "32768 by 200 pixels is too large", "at most 32767 pixels a side"),
        (40_000, 10, "10 by 40000 pixels is too large", "at most 32767 pixels a side"),
    ],
)
def test_what_would_crash_the_engine_is_refused(height, width, said, todo):
    with pytest.raises(ReaderError, match=said) as refused:
        legible(ink(height, width))
    assert todo in refused.value.help


@pytest.mark.parametrize(
    "picture", [np.zeros((9, 9), np.uint8), np.zeros((9, 9, 4), np.uint8), np.zeros((9, 9, 3)), np.uint8(3)]
)
def test_what_is_no_picture_is_refused(picture):
    with pytest.raises(ReaderError, match="this is no picture to read"):
        legible(picture)
