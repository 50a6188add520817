"""Tagging in a worker, with the picture as it is or made worse; nothing is kept."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from playground.jobs.reading import Worse
from toolkit.vision.degradations import degrade
from toolkit.vision.reading import Box, Picture, Tag, Tagging
from toolkit.vision.taggers import TAGGERS

TAGGER = "opencv"


class Seen(NamedTuple):
    """The picture that the tagger saw, and what it found in it."""

    picture: Picture
    tagging: Tagging


class Row(NamedTuple):
    """All tags with one label, the highest score first."""

    label: str
    scores: tuple[float, ...]
    boxes: tuple[Box, ...]


class Compared(NamedTuple):
    """Which labels there are fewer or more of than before: label, and how many before and after."""

    lost: tuple[tuple[str, int, int], ...]
    came: tuple[tuple[str, int, int], ...]


def tag(picture: Picture, worse: Worse) -> Seen:
    """*picture* made worse, and its tags."""
    for id, level in worse:
        picture = degrade(picture, id, level)
    return Seen(picture, TAGGERS[TAGGER](None).tag(picture))


def rows(tags: tuple[Tag, ...]) -> tuple[Row, ...]:
    """*tags* with each label once, those with boxes first, else in the order of *tags*."""
    labels = dict.fromkeys(tag.label for tag in sorted(tags, key=lambda tag: tag.box is None))
    return tuple(
        Row(
            label,
            tuple(tag.score for tag in tags if tag.label == label),
            tuple(tag.box for tag in tags if tag.label == label and tag.box),
        )
        for label in labels
    )


def compared(before: tuple[Tag, ...], after: tuple[Tag, ...]) -> Compared:
    """What is gone and what is new in *after*, by how often each label comes up."""
    old, new = Counter(tag.label for tag in before), Counter(tag.label for tag in after)
    changed = [(label, old[label], new[label]) for label in dict.fromkeys([*old, *new]) if old[label] != new[label]]
    lost = tuple(each for each in changed if each[1] > each[2])
    return Compared(lost, tuple(each for each in changed if each not in lost))
