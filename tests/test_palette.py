"""Every pair of text and background can be read, whatever accent an organisation takes."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from toolkit import palette
from toolkit.model.organisation import Look
from toolkit.palette import contrast, luminance, readable

ACCENTS = st.integers(0, 0xFFFFFF).map("#{:06X}".format)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#FFFFFF", 21.0),
        ("#FFFFFF", "#FFFFFF", 1.0),
        ("#777777", "#FFFFFF", 4.48),
        ("#767676", "#FFFFFF", 4.54),
        ("#FF0000", "#FFFFFF", 4.0),
        ("#0000FF", "#FFFFFF", 8.59),
        ("#00FF00", "#000000", 15.3),
    ],
)
def test_known_ratios(one, other, ratio):
    """The ratios that everybody knows, in both directions."""
    assert round(contrast(one, other), 2) == ratio
    assert contrast(one, other) == contrast(other, one)


def test_luminance():
    """Black is 0, white 1, and green is brighter than red, which is brighter than blue."""
    assert (luminance("#000000"), round(luminance("#FFFFFF"), 6)) == (0, 1)
    assert luminance("#0000FF") < luminance("#FF0000") < luminance("#00FF00")


def pairs(accent):
    """Text and what it stands on, as the stylesheet pairs them."""
    found = palette.palette(accent)
    return {
        "link on paper": (found.link, palette.PAPER),
        "link on tint": (found.link, palette.TINT),
        "link at night": (found.night_link, palette.NIGHT),
        "link on tint at night": (found.night_link, palette.NIGHT_TINT),
        "quiet": (found.quiet, palette.PAPER),
        "quiet on tint": (found.quiet, palette.TINT),
        "quiet at night": (found.night_quiet, palette.NIGHT),
        "quiet on tint at night": (found.night_quiet, palette.NIGHT_TINT),
        "on the accent": (found.on_accent, found.accent),
        "text": (palette.INK, palette.PAPER),
        "text on tint": (palette.INK, palette.TINT),
        "text at night": (palette.MOON, palette.NIGHT),
        "text on tint at night": (palette.MOON, palette.NIGHT_TINT),
    }


def unreadable(accent):
    return {name: pair for name, pair in pairs(accent).items() if contrast(*pair) < 4.5}


def test_default_accent():
    """The accent that nobody chose can be read everywhere."""
    assert unreadable(Look().accent) == {}


@given(ACCENTS)
@example("#FFFFFF")
@example("#000000")
@example("#808080")
@example("#FFFF00")
def test_any_accent(accent):
    """Whatever accent is chosen, every text reaches 4.5:1 (WCAG 2.2, 1.4.3)."""
    assert unreadable(accent) == {}


@given(ACCENTS)
def test_colours_are_colours(accent):
    """Every colour of the palette can stand in a stylesheet."""
    assert all(re.fullmatch("#[0-9A-F]{6}", colour) for colour in palette.palette(accent.lower()))


@given(ACCENTS)
def test_readable_colours_stay(accent):
    """A colour that can be read already is left alone."""
    changed = readable(accent, (palette.PAPER,))
    assert (changed == accent) == (contrast(accent, palette.PAPER) >= 4.5)
