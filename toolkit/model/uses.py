"""Where a service should and should not be used, when it fails, and what people do about it."""

from __future__ import annotations

from typing import Literal

from toolkit.model.base import Count, Fact, Id, Ids, Name, Names, Plain, Record, Text

Stance = Literal["prohibited", "do_not_use", "not_suitable", "avoid", "careful", "human_oversight"]
Severity = Literal["low", "medium", "high"]


class IntendedUse(Fact):
    """A use the service is made for."""

    id: Id
    title: Name
    description: Text
    sector: Names = ()
    approval: Literal["example", "approved", "limited"] = "example"
    decision_effect: Literal["none", "low", "high"] | None = None
    """What hangs on the result for a person: nothing, little, or a right, a benefit, health or a living."""


class Consideration(Fact):
    """A use that needs thought, and how strongly it is advised against."""

    id: Id
    stance: Stance
    use: Text
    reason: Text
    affects: Ids = ()
    harms: Ids = ()
    alternative: Id | None = None
    """Id of a service made for this."""
    safeguards: Ids = ()


class Uses(Record):
    """Intended uses and considerations."""

    intended: tuple[IntendedUse, ...] = ()
    considerations: tuple[Consideration, ...] = ()


class Demo(Record):
    """How anyone can watch the limitation happen: the degradation, its levels, and what to look for."""

    degradation: Id | None = None
    sample: Id | None = None
    input: Text | None = None
    expected: Text | None = None
    observed: Text | None = None


class Limitation(Fact):
    """When this happens, that follows."""

    id: Id
    category: Literal[
        "input_quality",
        "environment",
        "language",
        "population",
        "training_data",
        "behaviour",
        "recency",
        "security",
        "configuration",
        "operational",
    ]
    condition: Plain
    effect: Plain
    groups: Names = ()
    mitigations: Ids = ()
    severity: Severity | None = None
    demo: Demo | None = None


class Untested(Fact):
    """A group nobody tested with, and why."""

    group: Name
    why: Text


class Populations(Record):
    """Who was in the tests and who was not."""

    tested: Names = ()
    untested: tuple[Untested, ...] = ()
    underrepresented: Names = ()


class FairnessFinding(Fact):
    """A difference between groups."""

    group: Name
    finding: Text
    metric: Id | None = None
    value: int | float | None = None
    gap: int | float | None = None


class Fairness(Fact):
    """What is known about differences between groups."""

    method: Text | None = None
    findings: tuple[FairnessFinding, ...] = ()
    known_gaps: tuple[Text, ...] = ()
    reporting_channel: Text | None = None


class Harm(Fact):
    """What can go wrong for somebody."""

    id: Id
    catalogue_ref: Id | None = None
    description: Text
    likelihood: Severity | None = None
    severity: Severity | None = None
    mitigations: Ids = ()


class Dataset(Fact):
    """Data an evaluation used."""

    name: Name
    size: Name | None = None
    composition: Text | None = None
    limits: Text | None = None


class EvaluationStep(Fact):
    """What the customer should try, and when."""

    step: Text
    stage: Literal["plan", "data", "train", "deploy", "operate"]


class Trial(Fact):
    """The smallest trial the provider advises."""

    people: Count
    trials: Count | None = None


class Run(Record):
    """A measurement that anybody can repeat: which pictures, which engine, and what is done to the pictures."""

    id: Id
    corpus: Names
    """Folders of the project that hold `corpus.yml`, such as `corpora/pages`; several are measured as one."""
    engine: Id
    """A reader or a tagger, such as `tesserocr` or `opencv`."""
    model: Name | None = None
    """For an engine that was trained: its file, such as `services/surface-classifier/model.json`."""
    degradations: Ids = ()
    """What is done to the pictures; `named` stands for all that limitations name under `demo:`."""
    tags: Names = ()
    """Tags that get a curve; all that can be measured where it is left out."""
    seed: int = 0


class Evaluation(Fact):
    """How the service was and should be evaluated."""

    runs: tuple[Run, ...] = ()
    """What `disclose evaluate` does for this service."""

    methods: tuple[Text, ...] = ()
    datasets: tuple[Dataset, ...] = ()
    results: Ids = ()
    release_gate: Text | None = None
    customer_steps: tuple[EvaluationStep, ...] = ()
    minimum_trial: Trial | None = None


class Practice(Fact):
    """How to get better results."""

    id: Id
    stage: Literal["plan", "data", "train", "deploy", "operate"]
    do: Text
    why: Text | None = None
    when: Text | None = None


class Guideline(Fact):
    """Advice to whoever uses the service: an entry of the catalogue, worded for this service where that helps."""

    ref: Id
    wording: Text | None = None
    points: tuple[Text, ...] = ()
    """What the advice means in practice for this service."""


class Oversight(Fact):
    """Who watches, who can step in, and how a wrong result is undone."""

    level: Literal["in_the_loop", "on_the_loop", "after_the_fact"]
    statement: Plain | None = None
    who: Name | None = None
    triggers: tuple[Text, ...] = ()
    intervention: Text | None = None
    """How a person stops or overrules it."""
    fallback: Text | None = None
    confirm_action: Text | None = None
    correction_path: Text | None = None
    training: tuple[Text, ...] = ()
