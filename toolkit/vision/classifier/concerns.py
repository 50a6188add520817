"""What is doubtful about the pictures: too few, copies, near copies across the split, one tag with far more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

import numpy as np

from toolkit.vision.classifier.learning import CALIBRATABLE, Ints
from toolkit.vision.classifier.likeness import near_pairs
from toolkit.vision.classifier.pieces import Pieces

#: Azure AI Custom Vision takes at least 5 labelled pictures for a tag of a classifier and recommends 50:
#: Microsoft, Limits and quotas, 2025-01-22 (MicrosoftDocs/azure-ai-docs, custom-vision-service/limits-and-quotas.md).
LEAST, RECOMMENDED = 5, 50
GUIDANCE = (
    f"Custom Vision takes at least {LEAST} for a tag and recommends {RECOMMENDED} (Limits and quotas, 2025-01-22)"
)
#: One tag may have this many times the photographs of another before it is said.
BALANCE = 2
#: How many names or pairs a sentence lists.
SHOWN = 3

Kind = Literal[
    "one-photograph",
    "too-few",
    "few",
    "unbalanced",
    "duplicate",
    "two-tags",
    "near-identical",
    "same-photographs",
    "not-a-picture",
    "uncalibrated",
]


class Concern(NamedTuple):
    """A doubt about the pictures: a sentence, what to do, and the indexes of the pieces it is about."""

    kind: Kind
    message: str
    help: str
    pieces: tuple[int, ...] = ()


def concerns(pieces: Pieces, labels: Sequence[str], parts: Ints) -> tuple[Concern, ...]:
    """Everything doubtful. *parts* says for each piece in which part of the split it lies."""
    counts = pieces.counts(len(labels))
    found = [_count(label, count) for label, count in zip(labels, counts, strict=True) if count < RECOMMENDED]
    return (*found, *_unbalanced(labels, counts), *_copies(pieces, labels), *_near(pieces, parts))


def same_photographs(count: int) -> Concern:
    """Said where tiles of the same photographs taught and tested."""
    return Concern(
        "same-photographs",
        f"one half of each photograph taught and the other half tested: the figures are about {count} photographs and "
        "say nothing of others",
        "add a second photograph for each tag",
    )


def uncalibrated() -> Concern:
    """Said where scores are those of the plain regressions."""
    message = f"the scores are not calibrated: that takes {CALIBRATABLE} pictures of each tag, and held back ones that "
    message += "are told apart better than by chance"
    return Concern("uncalibrated", message, "read the scores as an order, and add pictures")


def not_pictures(names: Sequence[str]) -> Concern:
    """Said where folders hold other files."""
    return Concern("not-a-picture", f"passed over: {_listed(names)}", "these files do not end like pictures")


def _count(label: str, count: int) -> Concern:
    if count == 1:
        return Concern("one-photograph", f"`{label}` has one photograph: nothing can be said of others", GUIDANCE)
    if count < LEAST:
        return Concern("too-few", f"`{label}` has {count} photographs, too few to learn from", GUIDANCE)
    return Concern("few", f"`{label}` has {count} photographs", GUIDANCE)


def _unbalanced(labels: Sequence[str], counts: Sequence[int]) -> Iterator[Concern]:
    most, least = int(np.argmax(counts)), int(np.argmin(counts))
    if counts[most] > BALANCE * counts[least]:
        message = f"`{labels[most]}` has {counts[most]} photographs and `{labels[least]}` {counts[least]}: "
        message += "the first will be given too often"
        yield Concern("unbalanced", message, f"keep within 1 to {BALANCE}")


def _copies(pieces: Pieces, labels: Sequence[str]) -> Iterator[Concern]:
    """The same pixels more than once. Names of tiles of one photograph differ only behind the comma."""
    seen: dict[str, dict[str, int]] = {}
    for index, piece in enumerate(pieces.all):
        seen.setdefault(piece.sha256, {}).setdefault(piece.name.split(", row ")[0], index)
    for names in seen.values():
        tags = {pieces.all[index].label for index in names.values()}
        if len(tags) > 1:
            both = " and ".join(f"`{labels[tag]}`" for tag in sorted(tags))
            message = f"one picture has the tags {both}: {_listed(list(names))}"
            yield Concern("two-tags", message, "each picture has one tag here", tuple(names.values()))
        elif len(names) > 1:
            message = f"copies of one picture, counted as one photograph: {_listed(list(names))}"
            yield Concern("duplicate", message, "keep one of them", tuple(names.values()))


def _near(pieces: Pieces, parts: Ints) -> Iterator[Concern]:
    outlines = np.stack([piece.outline for piece in pieces.all])
    pairs = [pair for pair in near_pairs(outlines, parts) if len({pieces.all[index].sha256 for index in pair}) == 2]
    if pairs:
        shown = _listed([" and ".join(pieces.all[index].name for index in pair) for pair in pairs])
        message = f"nearly the same pictures lie on both sides of the split, so the figures are too good: {shown}"
        inside = tuple(sorted({index for pair in pairs for index in pair}))
        yield Concern("near-identical", message, "keep one of each pair, or take new pictures", inside)


def _listed(names: Sequence[str]) -> str:
    more = len(names) - SHOWN
    return "; ".join(names[:SHOWN]) + (f"; and {more} more" if more > 0 else "")
