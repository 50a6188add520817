"""Which tags may be shown at a place: the allow list, the block list and the thresholds of one service."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from toolkit.model.base import Id, Name, Record

Score = Annotated[int | float, Field(ge=0, le=1)]
#: Where a tag is shown that no threshold names.
DEFAULT_THRESHOLD = 0.5


class TagLists(Record):
    """What is shown of the tags that a service gives; settings, not sentences, so that readers are told nothing of it.

    A label on the block list is never shown, whatever the allow list says.
    """

    service: Id
    """The service that gives the tags."""
    tagger: Literal["opencv", "onnx", "custom"] | None = None
    """Which tagger of the toolkit gives them, where it is one; with `opencv` the labels in the lists are checked."""
    allow: tuple[Name, ...] | None = None
    """The only labels that may be shown; none at all where the list is empty, any where it is left out."""
    block: tuple[Name, ...] = ()
    """Labels that are never shown."""
    threshold: Score = DEFAULT_THRESHOLD
    """The least score that is shown."""
    thresholds: dict[Name, Score] = Field(default_factory=dict)
    """The least score for single labels."""
