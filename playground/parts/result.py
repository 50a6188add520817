"""What became of one reading: what stands there, what a person changed, what is weak, wrong or hidden."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from playground.parts.compared import Comparison, compare
from toolkit.vision.reading import Reading, Word
from toolkit.vision.redaction import Redaction, hidden, look


@dataclass(frozen=True)
class Result:
    """A reading with all that was done to it. Words are counted from 0."""

    reading: Reading
    """As the machine gave it."""
    language: str
    truth: str | None = None
    """What really stands there, where somebody wrote it down."""
    threshold: int = 0
    """From 0 to 100; whatever is less sure goes to a person."""
    corrections: Mapping[int, str] = field(default_factory=dict)
    """What a person wrote in place of words."""
    hide: bool = False

    @cached_property
    def corrected(self) -> Reading:
        """The reading as the person left it."""
        words = (word._replace(text=self.corrections.get(at, word.text)) for at, word in enumerate(self.reading.words))
        return self.reading._replace(words=tuple(words))

    @cached_property
    def before(self) -> Comparison | None:
        """The machine against what stands there."""
        return None if self.truth is None else compare(self.truth, [word.text for word in self.reading.words])

    @cached_property
    def after(self) -> Comparison | None:
        """The person's corrections against what stands there."""
        return None if self.truth is None else compare(self.truth, [word.text for word in self.corrected.words])

    @cached_property
    def weak(self) -> tuple[int, ...]:
        """Words that a person checks; what a person corrected is checked."""
        return tuple(
            at
            for at, word in enumerate(self.reading.words)
            if percent(word) < self.threshold and at not in self.corrections
        )

    @cached_property
    def slips(self) -> tuple[int, ...]:
        """Words that are wrong and that nobody looks at."""
        wrong = self.after.instead if self.after else {}
        return tuple(at for at in sorted(wrong) if at not in self.weak and at not in self.corrections)

    @cached_property
    def private(self) -> Redaction:
        """What looks private in what the person left."""
        return look(self.corrected, [self.language])

    @cached_property
    def kinds(self) -> dict[int, str]:
        """The hidden words, each with its kind; none unless they are to be hidden."""
        return {at: found.kind for found in self.private.found for at in found.words} if self.hide else {}

    @cached_property
    def final(self) -> Reading:
        """What can be taken along."""
        return hidden(self.corrected, self.kinds)

    def as_json(self) -> str:
        """The final words with places and how sure the machine was, and who wrote each."""
        words = [
            {
                "text": word.text,
                "confidence": word.confidence,
                "box": word.box._asdict(),
                "line": word.line,
                "block": word.block,
                "written_by": "person" if at in self.corrections else "machine",
                "hidden": at in self.kinds,
            }
            for at, word in enumerate(self.final.words)
        ]
        head = {"reader": self.reading.reader, "version": self.reading.version, "language": self.language}
        return json.dumps(head | {"text": self.final.text, "words": words}, ensure_ascii=False, indent=1)


def percent(word: Word) -> int:
    """How sure the machine was, from 0 to 100."""
    return round(100 * word.confidence)
