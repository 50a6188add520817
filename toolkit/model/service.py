"""A service: what is true of an AI service wherever it is used."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from toolkit.model.base import Allow, Id, Name, Record
from toolkit.model.capability import (
    Confidence,
    Feature,
    Input,
    Metric,
    Outcome,
    Output,
    Step,
    Summary,
    Term,
    Tradeoff,
)
from toolkit.model.data import Data
from toolkit.model.identity import Change, Identity, Source
from toolkit.model.people import Access, Conduct, Disclosure, Insight, Person
from toolkit.model.uses import (
    Evaluation,
    Fairness,
    Guideline,
    Harm,
    Limitation,
    Oversight,
    Populations,
    Practice,
    Uses,
)


class Service(Record):
    """One AI service. It yields the documents; the notices come from deployments."""

    schema_version: Literal["1.0"]
    extends: Name | None = None
    """The suite whose defaults are inherited, such as `suites/vision.yml`."""
    variables: dict[Id, Name] = Field(default_factory=dict)
    """Names that change often, written `{product}` in texts."""
    identity: Identity
    changelog: tuple[Change, ...] = ()
    sources: tuple[Source, ...] = ()
    summary: Summary
    terms: tuple[Term, ...] = ()
    features: tuple[Feature, ...] = ()
    behaviour: tuple[Step, ...] = ()
    inputs: tuple[Input, ...] = ()
    outputs: tuple[Output, ...] = ()
    confidence: Confidence | None = None
    outcomes: tuple[Outcome, ...] = ()
    metrics: tuple[Metric, ...] = ()
    tradeoffs: tuple[Tradeoff, ...] = ()
    uses: Uses = Uses()
    limitations: tuple[Limitation, ...] = ()
    populations: Populations = Populations()
    fairness: Fairness | None = None
    harms: tuple[Harm, ...] = ()
    evaluation: Evaluation | None = None
    practices: tuple[Practice, ...] = ()
    guidelines: tuple[Guideline, ...] = ()
    oversight: Oversight | None = None
    data: Data = Data()
    access: Access = Access()
    conduct: Conduct | None = None
    people: tuple[Person, ...] = ()
    disclosure: Disclosure = Disclosure()
    research: tuple[Insight, ...] = ()
    allow: tuple[Allow, ...] = ()
