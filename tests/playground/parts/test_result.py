"""What becomes of a reading when a person checks, corrects and hides."""

from __future__ import annotations

import json

from playground.parts.result import Result
from toolkit.vision.reading import Box, Reading, Word
from toolkit.vision.redaction import HIDDEN

WORDS = (("Write", 0.96), ("t0", 0.9), ("ann@mai1.example", 0.4), ("now", 0.2))
READING = Reading(
    tuple(Word(text, sure, Box(9 * at, 0, 8, 5), 0, 0) for at, (text, sure) in enumerate(WORDS)), "r", "1"
)
TRUTH = "Write to ann@mail.example now"


def test_threshold():
    """Words below it go to a person; a wrong one above it slips through. The word on it passes."""
    result = Result(READING, "en", TRUTH, 90)
    assert (result.weak, result.slips) == ((2, 3), (1,))
    assert (Result(READING, "en", TRUTH, 0).weak, Result(READING, "en", TRUTH, 0).slips) == ((), (1, 2))
    assert (Result(READING, "en", TRUTH, 100).weak, Result(READING, "en", TRUTH, 100).slips) == ((0, 1, 2, 3), ())


def test_without_truth():
    """Nothing is called wrong where nobody wrote down what stands there."""
    result = Result(READING, "en", None, 90)
    assert (result.before, result.after, result.slips) == (None, None, ())


def test_a_person_overrules():
    """A correction takes an error away, is checked, and is what is looked at for private data."""
    result = Result(READING, "en", TRUTH, 90, {2: "ann@mail.example"}, hide=True)
    assert result.before
    assert result.after
    assert (result.before.errors, result.after.errors) == (2, 1)
    assert result.weak == (3,)
    assert [each.text for each in result.private.found] == ["ann@mail.example"]
    assert result.final.text == f"Write t0 {HIDDEN} now"
    assert READING.text == "Write t0 ann@mai1.example now"


def test_a_correction_can_be_wrong():
    """A person who errs adds an error; it does not slip through, for somebody looked."""
    result = Result(READING, "en", TRUTH, 90, {0: "Right"})
    assert result.after
    assert result.after.errors == 3
    assert result.slips == (1,)


def test_taken_along():
    """JSON says who wrote each word, and holds nothing of a hidden one."""
    made = Result(READING, "en", TRUTH, 90, {1: "to"}, hide=True).as_json()
    assert "ann" not in made
    known = json.loads(made)
    assert known["text"] == f"Write to {HIDDEN} now"
    assert known["words"][1] == {
        "text": "to",
        "confidence": 0.9,
        "box": {"left": 9, "top": 0, "width": 8, "height": 5},
        "line": 0,
        "block": 0,
        "written_by": "person",
        "hidden": False,
    }
    assert [word["hidden"] for word in known["words"]] == [False, False, True, False]
