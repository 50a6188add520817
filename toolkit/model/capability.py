"""What a service does and how well: features, inputs, outputs, confidence, outcomes, metrics, trade-offs."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from toolkit.model.base import Count, Day, Fact, Id, Ids, Name, Names, Plain, Record, Text

Number = int | float


class Benefit(Fact):
    """Who gains what."""

    who: Name
    benefit: Plain


class Summary(Record):
    """The first screen of a note."""

    purpose: Plain
    introduction: Text | None = None
    audience: Names = ()
    benefits: tuple[Benefit, ...] = ()
    source: Ids = ()


class Term(Fact):
    """A word of the trade, explained."""

    term: Name
    meaning: Plain
    example: Text | None = None
    aliases: Names = ()


class Feature(Fact):
    """A part of the service that can be used alone."""

    id: Id
    name: Name
    behaviour: Text
    question_answered: Text | None = None
    mode: Literal["realtime", "async", "batch", "edge"] | None = None
    state: Literal["ga", "preview", "deprecated"] | None = None
    default: Literal["on", "off"] | None = None
    identifies_people: bool = False
    creates_template: bool = False
    registration: bool = False
    outputs: Ids = ()


class Step(Fact):
    """One step of what happens, in order."""

    step: Count
    actor: Name
    action: Text
    location: Name | None = None


class Limit(Fact):
    """A bound of the input; numbers always carry a unit, and a version or tier where these differ."""

    what: Literal[
        "bytes", "pixels", "pages", "characters", "seconds", "items", "rate", "angle", "fps", "height", "ratio"
    ]
    of: Name | None = None
    """What is counted, such as `request` or `training images of a project`."""
    min: Number | None = None
    max: Number | None = None
    recommended: Number | None = None
    unit: Name | None = None
    tier: Name | None = None
    version: Name | None = None
    note: Text | None = None


class InputLanguages(Fact):
    """Which languages an input may be in."""

    printed: Count | None = None
    handwritten: Count | None = None
    list: Names = ()
    version: Name | None = None


class Input(Fact):
    """What goes in."""

    id: Id
    medium: Literal["image", "document", "text", "audio", "video", "series"]
    formats: Names = ()
    limits: tuple[Limit, ...] = ()
    languages: InputLanguages | None = None
    quality: tuple[Text, ...] = ()
    version: Name | None = None


class Output(Fact):
    """What comes out, what it means and how it is misread."""

    id: Id
    name: Name
    meaning: Text
    type: Name | None = None
    range: Name | None = None
    unit: Name | None = None
    misreading: Text | None = None


class Route(Fact):
    """A decision rule as data: below or above a value, to whom."""

    when: Literal["below", "above"]
    value: Number
    to: Literal["person", "automatic", "reject"]


class Confidence(Fact):
    """What the estimate means and does not mean."""

    exists: bool
    range: Name | None = None
    meaning: Plain | None = None
    not_meaning: Plain | None = None
    default_threshold: Number | None = None
    tunable: bool | None = None
    comparable_across: Names = ()
    routing: tuple[Route, ...] = ()


class Outcome(Fact):
    """A way to be right or wrong; its definition stands in the catalogue."""

    id: Id
    example: Text | None = None
    consequence: Text | None = None
    borne_by: Ids = ()


class Sample(Record):
    """How much was judged, and by whom."""

    items: Count | None = None
    judges: Count | None = None
    pairs: Count | None = None


class Reported(Fact):
    """A figure somebody published, with what is known about how it came to be."""

    value: Number
    unit: Name
    conditions: Text
    data: Text | None = None
    date: Day | None = None


class Point(Record):
    """A point of a curve."""

    x: Number
    y: Number


class WorkedExample(Fact):
    """An example that is computed again on every check, from counts or from a reference and an output."""

    counts: dict[str, Number] = Field(default_factory=dict)
    reference: Text | None = None
    output: Text | None = None
    value: Number
    unit: Literal["percent", "ratio"]
    published_as: Number | None = None
    """What the source prints, where it differs from the computed value."""


class Metric(Fact):
    """A way to measure; its definition stands in the catalogue, the service adds how it is used here."""

    id: Id
    use: Text | None = None
    """How this service uses it."""
    target: Text | None = None
    sample: Sample | None = None
    reported: tuple[Reported, ...] = ()
    curve: tuple[Point, ...] = ()
    worked_example: WorkedExample | None = None


class Tradeoff(Fact):
    """A situation in which one error is worse than the other."""

    id: Id
    scenario: Text
    goal: Text | None = None
    worse_error: Text | None = None
    favour_metric: Id | None = None
    threshold: Literal["raise", "lower"] | None = None
    fallback: Text | None = None
