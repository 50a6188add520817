"""A reading beside what really stands in the picture, or beside another reading, word by word."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

import jiwer


class Comparison(NamedTuple):
    """Which words differ. Words are counted from 0, over the whole text, in reading order."""

    instead: dict[int, str]
    """Words that are wrong, and what stands there; an empty text where nothing does."""
    missing: dict[int, tuple[str, ...]]
    """Words that were not read, by the word which they stand before."""
    length: int
    """How many words really stand there."""

    @property
    def missed(self) -> int:
        return sum(map(len, self.missing.values()))

    @property
    def invented(self) -> int:
        return sum(not there for there in self.instead.values())

    @property
    def misread(self) -> int:
        return len(self.instead) - self.invented

    @property
    def errors(self) -> int:
        """Wrong, missing and invented together, as `toolkit.evaluate.scores` counts them."""
        return len(self.instead) + self.missed


def compare(there: str, read: Sequence[str]) -> Comparison:
    """The words *read* against the text *there*, aligned by Levenshtein's distance over words (jiwer).

    Texts are compared in Unicode's composed form (NFC); case and punctuation count. A word read with a space in
    it counts as the words that it holds.
    """
    true = _composed(there).split()
    pieces = [(number, piece) for number, word in enumerate(read) for piece in _composed(word).split()]
    instead: dict[int, str] = {}
    missing: dict[int, tuple[str, ...]] = {}
    for chunk in _chunks(true, [piece for _, piece in pieces]):
        words = true[chunk.ref_start_idx : chunk.ref_end_idx]
        numbers = [number for number, _ in pieces[chunk.hyp_start_idx : chunk.hyp_end_idx]]
        if chunk.type == "delete":
            at = pieces[chunk.hyp_start_idx][0] if chunk.hyp_start_idx < len(pieces) else len(read)
            missing[at] = (*missing.get(at, ()), *words)
        elif chunk.type == "insert":
            for number in numbers:
                instead.setdefault(number, "")
        elif chunk.type == "substitute":
            instead |= zip(numbers, words, strict=True)
    return Comparison(instead, missing, len(true))


def _chunks(true: list[str], read: list[str]) -> list[jiwer.AlignmentChunk]:
    if not true:
        return [jiwer.AlignmentChunk("insert", 0, 0, 0, len(read))] if read else []
    if not read:
        return [jiwer.AlignmentChunk("delete", 0, len(true), 0, 0)]
    return list(jiwer.process_words(" ".join(true), " ".join(read)).alignments[0])


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)
