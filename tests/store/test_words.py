"""Text of strangers, as it is kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.source import HIDDEN
from toolkit.store.words import Refused, kept_line, kept_text


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("  Hello \r\nyou\r ", "Hello \nyou"),
        ("a\x00b\x1b[31mc\u202ed\ufeff", "ab[31mcd"),
        ("e\u0301", "é"),
        ("क्\u200dष", "क्\u200dष"),
        ("\ud800x", "x"),
        ("<b>x</b>", "<b>x</b>"),
    ],
)
def test_kept_text(written, kept):
    """Controls, escapes for terminals and marks that turn the direction are gone; joiners of scripts stay."""
    assert kept_text(written) == kept


def test_one_line():
    """Any white space becomes one space."""
    assert kept_line(" the\n10th,\t about  noon ") == "the 10th, about noon"


def test_limits():
    """2,000 characters are kept, one more is refused with the number."""
    assert len(kept_text("ä" * 2000 + "\n")) == 2000
    with pytest.raises(Refused) as told:
        kept_text("ä" * 2001)
    assert (told.value.reason, str(told.value)) == ("too-long", "the text has 2,001 characters")
    with pytest.raises(Refused, match="201 characters"):
        kept_line("x" * 201)


@given(st.text(max_size=300))
def test_anything(written):
    """Whatever is written, nothing hidden is kept, and keeping it twice changes nothing."""
    kept = kept_text(written)
    assert not HIDDEN.search(kept)
    assert kept_text(kept) == kept
