"""What was read beside what stands there, word by word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.parts.compared import Comparison, compare
from toolkit.evaluate.scores import score
from toolkit.evaluate.truth import Truth
from toolkit.vision.reading import Box, Reading, Word


@pytest.mark.parametrize(
    ("there", "read", "expected"),
    [
        ("fish and chips", ["fish", "and", "chips"], Comparison({}, {}, 3)),
        ("fish and chips", ["fish", "amd", "chips"], Comparison({1: "and"}, {}, 3)),
        ("fish and chips", ["fish", "chips"], Comparison({}, {1: ("and",)}, 3)),
        ("fish and chips", ["fish", "and"], Comparison({}, {2: ("chips",)}, 3)),
        ("fish chips", ["fish", "|", "chips"], Comparison({1: ""}, {}, 2)),
        ("fish\nand  chips", ["fish and", "chips"], Comparison({}, {}, 3)),
        ("caf\u00e9", ["cafe\u0301"], Comparison({}, {}, 1)),
        ("", ["fish"], Comparison({0: ""}, {}, 0)),
        ("fish and", [], Comparison({}, {0: ("fish", "and")}, 2)),
        ("", [], Comparison({}, {}, 0)),
    ],
)
def test_compare(there, read, expected):
    """Wrong, missing and made-up words, each at its place."""
    assert compare(there, read) == expected


def test_counts():
    """The kinds of errors, and all of them together."""
    found = compare("one two three four five six", ["one", "tw0", "four", "five", "|", "six"])
    assert (found.misread, found.missed, found.invented, found.errors) == (1, 1, 1, 3)


WORDS = st.lists(st.sampled_from(["a", "b", "c", "d e"]), max_size=8)


@given(WORDS.map(lambda each: [word for word in each if " " not in word]), WORDS)
def test_as_the_scores_count(there, read):
    """As many errors as the measurements would count, where each word is one."""
    read = [word for word in read if " " not in word]
    words = tuple(Word(word, 0.5, Box(0, 0, 1, 1), 0, 0) for word in read)
    text = " ".join(there)
    if there:
        assert compare(text, read).errors == score(Truth(text, ()), Reading(words, "r", "1")).words.errors
