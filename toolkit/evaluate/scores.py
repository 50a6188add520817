"""What was read against what is there: errors of characters and words, words found, boxes found.

Texts are compared in Unicode's composed form (NFC) with one space between words; case and punctuation count.
The alignment is Levenshtein's, by jiwer. Counts stay counts: rates over several pictures are summed errors over
summed lengths, never means of rates, so that a short page weighs no more than it holds.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import jiwer

from toolkit.evaluate.corpus import TrueWord, Truth
from toolkit.vision.reading import Box, Reading

#: Goes up whenever scores would come out differently, so that nothing old is taken for new.
VERSION = 1
#: Two boxes that share at least this part of the area they cover together are of one word (as PASCAL VOC has it).
OVERLAP = 0.5


class Edits(NamedTuple):
    """Errors (wrong, missing and extra together) and how much was really there."""

    errors: int
    length: int


class Score(NamedTuple):
    """One picture. Where it holds no text at all, what was read is `invented` and counts in no rate."""

    characters: Edits
    words: Edits
    right: int
    """Words that were read and are there; the order does not count."""
    read: int
    boxes_found: int
    boxes: int
    invented: int
    """Characters that were read where there is no text."""
    confidences: tuple[tuple[float, bool], ...]
    """Of each word that was read: its confidence from 0 to 1, and whether it is right."""


def score(truth: Truth, reading: Reading) -> Score:
    """The score of one reading."""
    there, read = normal(truth.text), normal(reading.text)
    confidences = tuple(zip((word.confidence for word in reading.words), _right(there, reading), strict=True))
    if not there:
        return Score(Edits(0, 0), Edits(0, 0), 0, len(read.split()), 0, 0, len(read), confidences)
    return Score(
        characters=_characters(there, read),
        words=_words(there, read),
        right=sum((Counter(there.split()) & Counter(read.split())).values()),
        read=len(read.split()),
        boxes_found=_found(truth.words, [word.box for word in reading.words]),
        boxes=sum(word.box is not None for word in truth.words),
        invented=0,
        confidences=confidences,
    )


def normal(text: str) -> str:
    """*text* composed (NFC), with one space between words."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def _characters(there: str, read: str) -> Edits:
    found = jiwer.process_characters(there, read)
    wrong, missing, extra = found.substitutions, found.deletions, found.insertions
    return Edits(wrong + missing + extra, wrong + missing + found.hits)


def _words(there: str, read: str) -> Edits:
    found = jiwer.process_words(there, read)
    wrong, missing, extra = found.substitutions, found.deletions, found.insertions
    return Edits(wrong + missing + extra, wrong + missing + found.hits)


def _right(there: str, reading: Reading) -> Iterable[bool]:
    """Of each word that was read, whether all of it is there and no earlier word has used it up."""
    left = Counter(there.split())
    for word in reading.words:
        parts = Counter(normal(word.text).split())
        right = bool(parts) and parts <= left
        if right:
            left -= parts
        yield right


def _found(there: Sequence[TrueWord], read: Sequence[Box]) -> int:
    """How many true boxes have a box of the reading on them; each is used once, the best pair first."""
    pairs = [
        (overlap(word.box, box), index, other)
        for index, word in enumerate(there)
        if word.box is not None
        for other, box in enumerate(read)
    ]
    used_there: set[int] = set()
    used_read: set[int] = set()
    for shared, index, other in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if shared < OVERLAP:
            break
        if index not in used_there and other not in used_read:
            used_there.add(index)
            used_read.add(other)
    return len(used_there)


def overlap(one: Box, other: Box) -> float:
    """The area that both cover over the area that either covers, from 0 to 1."""
    width = min(one.left + one.width, other.left + other.width) - max(one.left, other.left)
    height = min(one.top + one.height, other.top + other.height) - max(one.top, other.top)
    both = max(width, 0) * max(height, 0)
    either = one.width * one.height + other.width * other.height - both
    return both / either if either else 0.0
