"""What was read against what is there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.evaluate.corpus import TrueWord, Truth
from toolkit.evaluate.scores import Edits, normal, overlap, score
from toolkit.vision.reading import Box, Reading, Word


def reading(text, confidence=0.9):
    """A reading of *text*: a word for each word, in boxes of 10 by 10 in a row, a line for each line."""
    words = []
    for number, line in enumerate(text.split("\n")):
        for place, word in enumerate(line.split()):
            words.append(Word(word, confidence, Box(place * 12, number * 12, 10, 10), number, 0))
    return Reading(tuple(words), "by hand", "1")


def test_the_published_example():
    """The worked example of the OCR note: 14 words, 5 errors, 35.7 %."""
    there = "the quick brown fox jumps over the lazy dog and runs to the river"
    read = "the quick brawn fox jump over lazy dog dog and runs to he river"
    found = score(Truth(there, ()), reading(read)).words
    assert found == Edits(5, 14)


def test_lines_and_spaces_do_not_count():
    """Where a line ends, and how many spaces there are, makes no error; letters with accents are composed."""
    found = score(Truth("cafe\u0301  one\ntwo", ()), reading("café one two"))
    assert found.characters == Edits(0, 12)
    assert found.words == Edits(0, 3)


def test_case_and_punctuation_count():
    """A capital and a full stop are part of what a page says."""
    assert score(Truth("Pay now.", ()), reading("pay now")).characters == Edits(2, 8)


def test_order_counts_for_errors_and_not_for_words_found():
    """Two columns read across: every word is there, in the wrong order."""
    found = score(Truth("a b c d", ()), reading("a c b d"))
    assert (found.right, found.read) == (4, 4)
    assert found.words.errors == 2


def test_a_word_is_used_once():
    """A word that was read twice and stands once is right once."""
    found = score(Truth("one two", ()), reading("one one"))
    assert (found.right, found.read) == (1, 2)
    assert [right for _, right in found.confidences] == [True, False]


def test_blank_truth_counts_apart():
    """What is read where there is nothing is counted as invented, and in no rate: jiwer alone would say 3."""
    found = score(Truth("", ()), reading("abc"))
    assert found.invented == 3
    assert (found.characters, found.words) == (Edits(0, 0), Edits(0, 0))


def test_nothing_read():
    """A page of which nothing was read is missing altogether."""
    found = score(Truth("one two", ()), Reading((), "by hand", "1"))
    assert found.characters == Edits(7, 7)
    assert (found.right, found.read, found.confidences) == (0, 0, ())


def test_boxes():
    """A box counts where it shares at least half of the area that both cover; each is used once."""
    there = Truth("a b", (TrueWord("a", Box(0, 0, 10, 10)), TrueWord("b", Box(12, 0, 10, 10))))
    assert (score(there, reading("a b")).boxes_found, score(there, reading("a")).boxes_found) == (2, 1)
    assert score(there, reading("a b")).boxes == 2


@pytest.mark.parametrize(
    ("other", "shared"),
    [(Box(0, 0, 10, 10), 1.0), (Box(5, 0, 10, 10), 50 / 150), (Box(10, 0, 5, 5), 0.0), (Box(0, 0, 10, 5), 0.5)],
)
def test_overlap(other, shared):
    """The area of both over the area of either."""
    assert overlap(Box(0, 0, 10, 10), other) == pytest.approx(shared)


WORDS = st.lists(st.text("abc ", max_size=4), max_size=6).map(" ".join)


@given(WORDS, WORDS)
def test_counts_add_up(there, read):
    """No more errors than all of both texts, none where they are the same, and words found are in both."""
    found = score(Truth(there, ()), reading(read))
    length = len(normal(there))
    assert found.characters.length == length
    assert found.characters.errors <= max(length, len(normal(read)))
    assert (found.characters.errors == 0) == (normal(there) == normal(read) or not length)
    assert found.right <= min(found.read, len(normal(there).split()) or found.read)
    assert len(found.confidences) == found.read
