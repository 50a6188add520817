"""What looks private in a reading: what is found, what is left, and that nothing of it stays once it is hidden."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.vision.reading import Box, Reading, Word
from toolkit.vision.redaction import HIDDEN, Private, Redaction, blackened, hidden, look


def reading(*lines: str) -> Reading:
    """Lines of words, each ten pixels wide."""
    words = tuple(
        Word(text, 0.9, Box(10 * at, 20 * number, 9, 12), number, 0)
        for number, line in enumerate(lines)
        for at, text in enumerate(line.split(" "))
    )
    return Reading(words, "made", "1")


@pytest.mark.parametrize(
    ("line", "languages", "kind", "text", "words"),
    [
        ("Write to edith@mail.example today", ["en"], "e-mail", "edith@mail.example", (2,)),
        ("(edith+box@mail.example)", ["en"], "e-mail", "edith+box@mail.example", (0,)),
        ("frank@sample. example is", ["en"], "e-mail", "frank@sample. example", (0, 1)),
        ("frank@sample .example is", ["en"], "e-mail", "frank@sample .example", (0, 1)),
        ("To ann@mail.example. Then", ["en"], "e-mail", "ann@mail.example", (1,)),
        ("Call 020 7946 0958 now", ["en"], "telephone", "020 7946 0958", (1, 2, 3)),
        ("Telefon 030 / 555 01 23", ["de"], "telephone", "030 / 555 01 23", (1, 2, 3, 4, 5)),
        ("Tel. +49 30 5550123", [], "telephone", "+49 30 5550123", (1, 2, 3)),
        ("هاتف ٠١٠ ١٢٣٤ ٥٦٧٨", ["ar"], "telephone", "010 1234 5678", (1, 2, 3)),
        ("Card 4111 1111 1111 1111 ends", ["en"], "card", "4111 1111 1111 1111", (1, 2, 3, 4)),
        ("4111-1111-1111-1111", ["en"], "card", "4111-1111-1111-1111", (0,)),
        ("IBAN DE89 3704 0044 0532 0130 00 bank", ["de"], "account", "DE89 3704 0044 0532 0130 00", (1, 2, 3, 4, 5, 6)),
        ("GB82WEST12345698765432", ["en"], "account", "GB82WEST12345698765432", (0,)),
    ],
)
def test_found(line, languages, kind, text, words):
    """Each kind, with the words that it touches."""
    assert look(reading(line), languages) == Redaction((Private(kind, text, words),), ())


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("4111 1111 1111 1112", "4111 1111 1111 1112"),
        ("DE88 3704 0044 0532 0130 00", "88 3704 0044 0532 0130 00"),
        ("Ticket 200123456789", "200123456789"),
        ("born 30 / 02 / 1990", "30 / 02 / 1990"),
    ],
)
def test_left(line, left):
    """A check that fails, a date, a ticket: the number stays, and is named."""
    found, stays = look(reading(line), ["en"])
    assert found == ()
    assert [(each.kind, each.text) for each in stays] == [("number", left)]


@pytest.mark.parametrize("line", ["Edith Sample", "4 Sample Street", "12,50 EUR", "a@b", "@", "", "2,310 1,145"])
def test_neither(line):
    """Names, streets and amounts are not looked for."""
    assert look(reading(line), ["en", "de"]) == Redaction((), ())


def test_lines_stand_alone():
    """Words are counted over all lines; what is broken over two lines is missed, and its parts are named."""
    told = look(reading("no", "to ann@mail.example", "4111 1111", "1111 1111"), ["en"])
    assert told.found == (Private("e-mail", "ann@mail.example", (2,)),)
    assert [each.text for each in told.left] == ["4111 1111", "1111 1111"]


def test_hidden():
    """Hidden words are all as long, and the rest stays as it is."""
    before = reading("to ann@mail.example now")
    after = hidden(before, [1])
    assert after.text == f"to {HIDDEN} now"
    assert [word.box for word in after.words] == [word.box for word in before.words]
    assert before.text == "to ann@mail.example now"


def test_blackened():
    """The pixels are gone in the copy, also where a box reaches over the edge, and still there in the picture."""
    picture = np.full((4, 5, 3), 200, np.uint8)
    covered = blackened(picture, [Box(-1, -1, 2, 2), Box(3, 2, 9, 9)])
    assert covered[:, :, 0].tolist() == [
        [0, 200, 200, 200, 200],
        [200, 200, 200, 200, 200],
        [200, 200, 200, 0, 0],
        [200, 200, 200, 0, 0],
    ]
    assert (picture == 200).all()


@given(st.lists(st.text(st.characters(exclude_categories=("Cs", "Zs", "Cc")), min_size=1), max_size=8))
def test_any_words(texts):
    """Whatever was read, each word is in one find at most, and a find touches words that are there."""
    words = tuple(Word(text, 0.5, Box(0, 0, 1, 1), 0, 0) for text in texts)
    told = look(Reading(words, "made", "1"), ["en", "zh-Hans"])
    touched = [word for each in (*told.found, *told.left) for word in each.words]
    assert len(touched) == len(set(touched))
    assert set(touched) <= set(range(len(texts)))
