"""Evidence: one measured fact, with everything needed to trace and repeat it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from toolkit.model.base import Count, Day, Id, Language, Name, Record, Text

Number = int | float
#: A picture below the folder `evidence/`, in the folder of its run.
PictureFile = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{1,64}/[a-z0-9-]{1,128}\.png$")]
Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Hash = Annotated[str, StringConstraints(pattern=r"^sha256:[0-9a-f]{64}$")]


class Interval(Record):
    """A range that holds the true value with the stated confidence."""

    low: Number
    high: Number
    level: Annotated[float, Field(gt=0, lt=1)] = 0.95
    method: Name


class Amount(Record):
    """How many of what were counted; for pictures, photographs and never crops."""

    count: Count
    of: Name


class CorpusRef(Record):
    """The data measured on, with a hash over its content."""

    name: Name
    hash: Hash
    synthetic: bool | Literal["partly"]
    licence: Name | None = None
    place: Id | None = None
    """The deployment whose own pictures these are."""


class EngineRef(Record):
    """What was measured."""

    name: Name
    version: Name


class Example(Record):
    """The measurement as anybody can see it: a part of one picture, untouched and spoilt, and what came out."""

    before: PictureFile
    after: PictureFile
    came_out_before: Text | None = None
    """What the engine gave for the untouched part; None where it gave nothing."""
    came_out_after: Text | None = None
    there: Text
    """What is really there."""
    setting: Name
    """How the second one was spoilt, such as `level 3 of 5: disc of 3 px`."""


class Understood(Record):
    """What people who were asked understood of one comprehension point: bound to the message, language and form."""

    point: Id
    """Id of the comprehension point in `study.yml`."""
    tests: Name
    """The path of the deployment that says it, such as `items.retention`."""
    told_by: Name
    """The part of the notice that should tell it, such as `statements.kept`."""
    right: Annotated[int, Field(ge=0)]
    people: Count
    unsure: Annotated[int, Field(ge=0)] = 0
    """How many said that they do not know."""
    critical: Annotated[int, Field(ge=0)] = 0
    """How many hold a belief that misleads them in a way that matters."""
    target: Annotated[float, Field(ge=0, le=1)]
    criterion: Name
    meets_target: bool
    demonstrated: bool
    """Whether the lower bound of the exact interval reaches the target."""
    message_hash: Digest
    """Over what readers were told, `message_hash` of the deployment then."""
    wording_hash: Digest | None = None
    """Over the translation that readers of this language had; left out for the language of the metadata."""
    protocol_hash: Digest
    language: Language
    form: Literal["wall", "screen", "print", "audio"]
    arm: Id
    wave: Literal["first", "continued"] = "first"


class CurvePoint(Record):
    """A measurement at one severity of a degradation, or at one threshold."""

    level: Number
    setting: Name | None = None
    """What the level means, such as `disc of 3 px`."""
    value: Number
    low: Number | None = None
    high: Number | None = None


class Evidence(Record):
    """One measured fact: metric, value, interval, n, on what, by what, when and how."""

    schema_version: Literal["1.0"]
    id: Id
    metric: Id
    """Id of the metric in the catalogue."""
    value: Number
    unit: Literal["ratio", "percent", "score", "people"]
    interval: Interval | None = None
    n: Amount
    corpus: CorpusRef | None = None
    condition: Text
    engine: EngineRef | None = None
    limitation: Id | None = None
    """The limitation this measures."""
    run: Id | None = None
    """The run of `evaluation.runs` that wrote this."""
    slice: dict[Id, Name] = Field(default_factory=dict)
    """Which part of the corpus, such as `kind: receipt`; empty where all of it."""
    curve: tuple[CurvePoint, ...] = ()
    seed: int | None = None
    date: Day
    review_due: Day | None = None
    method: Text
    simulated: bool = False
    """Simulated data never becomes evidence of a published notice."""
    example: Example | None = None
    understood: Understood | None = None
    """For what a study found of one comprehension point; metric `comprehension`, corpus and engine left out."""
