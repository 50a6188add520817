"""Texts without markup: addresses and numbers for the ear, sentences in another language marked."""

from __future__ import annotations

import pytest
from notices import seen

from toolkit.render import plain
from toolkit.translations import Said


@pytest.mark.parametrize(
    ("number", "spoken"),
    [
        ("555 0100", "5 5 5, 0 1 0 0"),
        ("+49 (30) 12-3", "+, 4 9, 3 0, 1 2, 3"),
        ("555 0100 ext 7", "5 5 5, 0 1 0 0, ext, 7"),
    ],
)
def test_number_is_said_digit_by_digit(number, spoken):
    """Each group by itself, so that it can be written down while it is heard."""
    assert plain.digits(number) == spoken


@pytest.mark.parametrize(
    ("address", "spoken"),
    [
        ("city.example/n/k7m2/", "city dot example slash n slash k 7 m 2"),
        ("my-city.example/n/abcd", "my hyphen city dot example slash n slash a b c d"),
        ("city.example", "city dot example"),
    ],
)
def test_address_is_spelled(tmp_path, address, spoken):
    """Words stay words, signs have names, and the code at the end is said letter by letter."""
    assert plain.spelled(seen(tmp_path).wording("en"), address) == spoken


def test_sentence_in_another_language_is_marked(tmp_path):
    """Brackets and the words that say why stand around it."""
    wording = seen(tmp_path).wording("en")

    assert plain.said(wording, Said("Fragen Sie.", "de", "missing")) == "[Not translated yet: Fragen Sie.]"
    assert plain.said(wording, Said("Ask.", "en", "source")) == "Ask."


def test_lines_become_a_file():
    """One line end at the end, and never two empty lines in a row."""
    assert plain.text(["a", "", "", "", "b", ""]) == b"a\n\nb\n"
