"""Which tags may be shown: the lists of places as they stand in their metadata, or those of whoever looks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from toolkit.model import Deployment
from toolkit.vision.choice import Choice
from toolkit.vision.taggers.detectors import LABELS

SERVICE, TAGGER = "opencv-tags", "opencv"
#: The place that the playground is.
HERE = "this-toolkit"


class Preset(NamedTuple):
    """The lists of one place."""

    id: str
    place: str
    """Its name."""
    choice: Choice


def presets(deployments: Iterable[Deployment]) -> tuple[Preset, ...]:
    """The lists of every place that uses this tagger, those of the playground first."""
    found = [
        Preset(place.id, place.name, Choice.of(lists, LABELS))
        for place in deployments
        for lists in place.tagging
        if lists.service == SERVICE and lists.tagger == TAGGER
    ]
    return tuple(sorted(found, key=lambda preset: (preset.id != HERE, preset.place)))


def own(allow: Iterable[str], block: Iterable[str], always: frozenset[str]) -> Choice:
    """The lists of whoever looks; without an allow list everything is allowed. What the playground blocks *always*
    stays blocked, since its notice says so.
    """
    allowed = frozenset(allow)
    return Choice(allowed or None, frozenset(block) | always)
