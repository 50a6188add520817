"""The catalogue: definitions that services refer to by id, so that each is written once."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from toolkit.model.base import Fact, Id, Name, Names, Record, Text
from toolkit.model.identity import Source
from toolkit.model.people import DisclosureItemId


class GuidelineEntry(Fact):
    """Advice that recurs across services."""

    id: Id
    name: Name
    advice: Text
    group: Literal["general", "privacy", "people", "operation"] = "general"


class MetricEntry(Fact):
    """A metric: what it measures, and its formula over named counts."""

    id: Id
    name: Name
    definition: Text
    formula: Name | None = None
    symbols: dict[str, Text] = Field(default_factory=dict)
    better: Literal["higher", "lower"]
    unit: Literal["ratio", "percent", "score"] = "ratio"


class OutcomeEntry(Fact):
    """A way for a result to be right or wrong."""

    id: Id
    name: Name
    definition: Text


class DisclosureEntry(Fact):
    """One of the ten things to disclose."""

    id: DisclosureItemId
    name: Name
    question: Text
    pictogram: Name | None = None


class Pattern(Fact):
    """A way to disclose."""

    id: Id
    name: Name
    explicit: bool
    use: Text
    moments: Names = ()


class HarmEntry(Fact):
    """A kind of harm."""

    id: Id
    name: Name
    description: Text


class NoticeKind(Fact):
    """When a notice reaches people."""

    id: Name
    name: Name
    meaning: Text


class Catalogue(Record):
    """Everything that services refer to by id."""

    schema_version: Literal["1.0"] = "1.0"
    sources: tuple[Source, ...] = ()
    guidelines: tuple[GuidelineEntry, ...] = ()
    metrics: tuple[MetricEntry, ...] = ()
    outcomes: tuple[OutcomeEntry, ...] = ()
    disclosure_items: tuple[DisclosureEntry, ...] = ()
    patterns: tuple[Pattern, ...] = ()
    harms: tuple[HarmEntry, ...] = ()
    notice_kinds: tuple[NoticeKind, ...] = ()
