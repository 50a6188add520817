"""Which tags are shown: allow list, block list, thresholds; and an account of every tag that was withheld."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple, Self

from toolkit.errors import UsageError
from toolkit.load.validate import did_you_mean, short
from toolkit.model.tagging import DEFAULT_THRESHOLD, TagLists

if TYPE_CHECKING:
    from toolkit.vision.reading import Tag, Tagging

Reason = Literal["blocked", "not allowed", "below threshold"]


class Choice(NamedTuple):
    """What may be shown: with `allow` None any label that is not blocked, else only those; blocking always wins."""

    allow: frozenset[str] | None = None
    block: frozenset[str] = frozenset()
    thresholds: Mapping[str, float] = MappingProxyType({})
    """The least score shown, from 0 to 1, by label."""
    default_threshold: float = DEFAULT_THRESHOLD
    """The least score of every other label."""

    @classmethod
    def of(cls, lists: TagLists, labels: Collection[str]) -> Self:
        """The lists of a deployment, for a tagger that gives *labels*. Raises UsageError for a label that it never
        gives, since a misspelt label in a block list would let through what it should hold back.
        """
        allow = None if lists.allow is None else frozenset(lists.allow)
        choice = cls(allow, frozenset(lists.block), MappingProxyType(dict(lists.thresholds)), lists.threshold)
        choice.check(labels)
        return choice

    def check(self, labels: Collection[str]) -> None:
        """Raises UsageError for the first label in a list or among the thresholds that is none of *labels*."""
        named = {"allow list": self.allow or (), "block list": self.block, "list of thresholds": self.thresholds}
        for where, listed in named.items():
            for label in sorted(set(listed) - set(labels)):
                message = f"no tag is called {short(label)!r}, which the {where} names"
                raise UsageError(message, did_you_mean(label, labels) or "look at the labels of the tagger")

    def threshold(self, label: str) -> float:
        """The least score at which *label* is shown."""
        return self.thresholds.get(label, self.default_threshold)


class Withheld(NamedTuple):
    """A tag that is not shown, and why."""

    tag: Tag
    reason: Reason
    threshold: float | None = None
    """For `below threshold`: the least score that would be shown."""

    @property
    def short_by(self) -> float | None:
        """By how much the score lies below the threshold."""
        return None if self.threshold is None else round(self.threshold - self.tag.score, 4)

    def __str__(self) -> str:
        """The label and the reason.

        >>> from toolkit.vision.reading import Tag
        >>> print(Withheld(Tag("face", 0.25), "below threshold", 0.5))
        face: 0.25 lies below the threshold of 0.5, by 0.25
        """
        told = {"blocked": "it is on the block list", "not allowed": "it is not on the allow list"}
        if self.threshold is None:
            return f"{self.tag.label}: {told[self.reason]}"
        below = f"{self.tag.score:g} lies below the threshold of {self.threshold:g}, by {self.short_by:g}"
        return f"{self.tag.label}: {below}"


class Chosen(NamedTuple):
    """The tags that are shown and those that are not, each in the order of the tagger; together they are all."""

    shown: tuple[Tag, ...]
    withheld: tuple[Withheld, ...]


def choose(tagging: Tagging, choice: Choice) -> Chosen:
    """Part the tags of *tagging* into what *choice* lets through and what it holds back, with the first reason that
    applies: blocked, not on the allow list, below the threshold. A score equal to the threshold is shown.
    """
    withheld = {index: held for index, tag in enumerate(tagging.tags) if (held := _held(tag, choice))}
    shown = tuple(tag for index, tag in enumerate(tagging.tags) if index not in withheld)
    return Chosen(shown, tuple(withheld.values()))


def _held(tag: Tag, choice: Choice) -> Withheld | None:
    if tag.label in choice.block:
        return Withheld(tag, "blocked")
    if choice.allow is not None and tag.label not in choice.allow:
        return Withheld(tag, "not allowed")
    threshold = choice.threshold(tag.label)
    return None if tag.score >= threshold else Withheld(tag, "below threshold", threshold)
