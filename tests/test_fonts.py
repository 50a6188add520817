"""Which typeface carries which language."""

import pytest

from toolkit import fonts
from toolkit.fonts import ARABIC, DEVANAGARI, HAN, LATIN


@pytest.mark.parametrize(
    ("language", "faces"),
    [
        ("en", (LATIN,)),
        ("de", (LATIN,)),
        ("es-MX", (LATIN,)),
        ("pt-BR", (LATIN,)),
        ("sr-Latn", (LATIN,)),
        ("ar", (ARABIC, LATIN)),
        ("hi", (DEVANAGARI, LATIN)),
        ("zh-Hans", (HAN, LATIN)),
    ],
)
def test_a_language_is_set_in_its_script_and_names_in_latin(language, faces):
    assert fonts.chain(language) == faces


@pytest.mark.parametrize("language", ["th", "ja", "sr", "zz"])
def test_a_script_without_a_typeface_has_none(language):
    assert fonts.face(language) is None


def test_every_typeface_is_installed_on_a_machine_that_was_set_up():
    assert [fonts.absent(language) for language in ("en", "ar", "hi", "zh-Hans")] == [None] * 4
    assert len(fonts.paths(fonts.FACES)) == 9


def test_capitals_are_as_tall_as_the_typeface_says():
    """Inter's own table says 1490 of 2048 units."""
    assert fonts.height_ratio(LATIN) == pytest.approx(0.727, abs=0.001)
    assert fonts.height_ratio(ARABIC) == pytest.approx(0.714)
    assert fonts.height_ratio(DEVANAGARI) == pytest.approx(0.83)
    assert fonts.height_ratio(HAN) == pytest.approx(0.875)


def test_letters_that_no_typeface_holds_are_named_once():
    assert fonts.without_glyph("Tea 茶 and 😀😀", fonts.chain("en")) == ["茶", "😀"]
    assert fonts.without_glyph("茶 Tea", fonts.chain("zh-Hans")) == []


def test_marks_that_only_steer_the_direction_need_no_letter():
    assert fonts.without_glyph("\u2066555 0100\u2069\u200f\u00a0", fonts.chain("ar")) == []
