"""Answers and what they show."""

from __future__ import annotations

import pytest

from toolkit.model.study import Option, Question
from toolkit.study.score import Mark, score, settled, together

OPTIONS = (
    Option(id="day", text="One day", correct=True),
    Option(id="text", text="The words", correct=True),
    Option(id="month", text="A month"),
    Option(id="none", text="Nothing", critical=True),
)
CHOICE = Question(id="kept", kind="understanding", form="choice", prompt="How long?", point="p", options=OPTIONS[::2])
MULTIPLE = Question(id="what", kind="understanding", form="multiple", prompt="What?", point="p", options=OPTIONS)
WORDS = Question(id="say", kind="understanding", form="text", prompt="Say it.", point="p", accept="Says one day.")
SCALE = Question(id="fine", kind="acceptability", form="scale", prompt="How fine?")
OPEN = Question(id="more", kind="satisfaction", form="text", prompt="What else?")
AGE = Question(id="age", kind="background", form="choice", prompt="How old?", options=OPTIONS[2:3])

RIGHT, WRONG, NOTHING = Mark(right=True), Mark(right=False), Mark(right=None)


@pytest.mark.parametrize(
    ("question", "answer", "code", "mark"),
    [
        (CHOICE, ("day",), "", RIGHT),
        (CHOICE, ("month",), "", WRONG),
        (CHOICE, ("dont-know",), "", Mark(right=False, unsure=True)),
        (CHOICE, None, "", WRONG),
        (MULTIPLE, ("text", "day"), "", RIGHT),
        (MULTIPLE, ("day",), "", WRONG),
        (MULTIPLE, ("day", "text", "month"), "", WRONG),
        (MULTIPLE, ("day", "text", "none"), "", Mark(right=False, critical=True)),
        (MULTIPLE, ("dont-know",), "", Mark(right=False, unsure=True)),
        (WORDS, "A day, I think", "certain", RIGHT),
        (WORDS, "A day, I think", "likely", RIGHT),
        (WORDS, "Some time", "marginal", WRONG),
        (WORDS, "For ever", "opposite", Mark(right=False, critical=True)),
        (WORDS, "No idea", "dont-know", Mark(right=False, unsure=True)),
        (WORDS, "A day, I think", "", NOTHING),
        (WORDS, ("dont-know",), "", Mark(right=False, unsure=True)),
        (WORDS, None, "", WRONG),
        (SCALE, 4, "", NOTHING),
        (SCALE, ("dont-know",), "", Mark(right=None, unsure=True)),
        (SCALE, None, "", NOTHING),
        (OPEN, "Larger letters", "certain", NOTHING),
        (AGE, ("month",), "", NOTHING),
        (AGE, ("dont-know",), "", Mark(right=None, unsure=True)),
    ],
)
def test_score(question, answer, code, mark):
    """Exactly the correct options are right; a code of right stands for words; the rest is not right, or not told."""
    assert score(question, answer, code) == mark


@pytest.mark.parametrize(
    ("code", "codes", "coders", "counts"),
    [
        ("wrong", (("a", "likely"), ("b", "likely")), 2, "wrong"),
        ("", (("a", "likely"), ("b", "likely")), 2, "likely"),
        ("", (("a", "likely"), ("b", "wrong")), 2, ""),
        ("", (("a", "likely"),), 2, ""),
        ("", (("a", "likely"),), 1, "likely"),
        ("", (), 1, ""),
    ],
)
def test_settled(code, codes, coders, counts):
    """What was adjudicated counts, else what all of enough coders said."""
    assert settled(code, codes, coders) == counts


@pytest.mark.parametrize(
    ("marks", "mark"),
    [
        ([RIGHT, RIGHT], RIGHT),
        ([RIGHT, WRONG], WRONG),
        ([RIGHT, NOTHING], NOTHING),
        ([RIGHT, Mark(right=False, critical=True)], Mark(right=False, critical=True)),
        ([], NOTHING),
    ],
)
def test_together(marks, mark):
    """Who found and explained it understood it."""
    assert together(marks) == mark
