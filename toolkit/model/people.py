"""People and what they are told: access, conduct, stakeholders, disclosure, consent, feedback, research."""

from __future__ import annotations

from typing import Literal

from toolkit.model.base import Count, Day, Fact, Id, Ids, Language, Name, Names, Plain, Record, Text


class AccessTier(Fact):
    """What a group of customers may use."""

    name: Name
    includes: Text


class Access(Fact):
    """Whether and how use is limited."""

    limited: Literal["none", "feature", "service"] = "none"
    features: Names = ()
    not_limited: Names = ()
    why: Text | None = None
    eligibility: Text | None = None
    application: Text | None = None
    approved_uses: Ids = ()
    tiers: tuple[AccessTier, ...] = ()
    excluded: tuple[Text, ...] = ()
    reverification: Text | None = None
    obligations: tuple[Text, ...] = ()
    status: Literal["open", "paused", "closed"] | None = None
    abuse_report: Text | None = None
    support: Text | None = None


class ConductRule(Fact):
    """Something users must or must not do."""

    id: Id
    text: Text


class Conduct(Fact):
    """The code of conduct."""

    scope: Text | None = None
    precedence: Text | None = None
    must: tuple[ConductRule, ...] = ()
    must_not: tuple[ConductRule, ...] = ()
    content: tuple[Text, ...] = ()
    partial: bool = False
    """True where only a part of the original could be read."""


class Person(Fact):
    """A group of people with a stake in the service."""

    id: Id
    role: Name
    relation: Literal["operator", "deployer", "subject", "indirect", "contributor", "staff", "guardian"]
    examples: Names = ()
    concerns: tuple[Text, ...] = ()
    knowledge: Text | None = None
    needs: tuple[Text, ...] = ()
    accessibility: tuple[Text, ...] = ()
    languages: tuple[Language, ...] = ()


class Assessment(Record):
    """The context from which the level of disclosure follows."""

    persona: Literal["none", "human_like", "known_person"]
    scenario: Names = ()
    exposure: Literal["low", "high"]
    listeners: Names = ()


class DisclosureLevel(Fact):
    """How much must be disclosed, and why."""

    value: Literal["high", "low", "none"]
    assessment: Assessment | None = None
    rationale: Text


class DisclosureItems(Record):
    """The ten things to disclose in each use (D10)."""

    collected: Plain | None = None
    method: Plain | None = None
    purpose: Plain | None = None
    benefits: Plain | None = None
    access: Plain | None = None
    access_reason: Plain | None = None
    automated_decision: Plain | None = None
    retention: Plain | None = None
    contact: Plain | None = None
    protection: Plain | None = None


DisclosureItemId = Literal[
    "collected",
    "method",
    "purpose",
    "benefits",
    "access",
    "access_reason",
    "automated_decision",
    "retention",
    "contact",
    "protection",
]


class Notice(Fact):
    """A moment at which somebody is told something."""

    id: Id
    kind: Literal["upfront", "on_demand", "just_in_time", "continuous", "on_failure", "guardian", "contributor"]
    channel: Literal["sign", "page", "email", "app", "form", "dashboard", "spoken", "person"]
    audience: Ids
    moment: Text
    placement: Text | None = None
    items: tuple[DisclosureItemId, ...] = ()
    text: Plain | None = None
    languages: tuple[Language, ...] = ()
    reading_level: Name | None = None
    patterns: Ids = ()
    explicit: bool | None = None
    alternate_channel: Text | None = None
    accessible_form: Text | None = None
    effective: Day | None = None
    review_due: Day | None = None


class Withdrawal(Record):
    """How to take consent back, and what then happens."""

    how: Text
    effect: Text


class ContributorTerms(Fact):
    """What people who lend a voice, a face or pictures agree to."""

    duration: Text
    uses: Text
    content_limits: Text | None = None
    compensation: Text | None = None
    approval: Text | None = None
    deletion: Text


class Consent(Fact):
    """Whether consent is needed, from whom, and how free it is."""

    needed: bool
    from_people: Ids = ()
    basis: Text | None = None
    written: bool | None = None
    freely_given: Text | None = None
    second_choice: tuple[Text, ...] = ()
    alternative_without: Text | None = None
    withdraw: Withdrawal | None = None
    record: Text | None = None
    verification: Text | None = None
    contributor_terms: ContributorTerms | None = None


class Feedback(Fact):
    """A lasting way to report a problem."""

    id: Id
    channel: Text
    audience: Ids = ()
    anonymous: bool | None = None
    response_days: Count | None = None
    owner: Name | None = None


class Audit(Record):
    """How often the disclosure is looked at again."""

    every: Text
    last: Day | None = None
    by: Name | None = None


class Disclosure(Record):
    """What the people affected are told."""

    required: bool = False
    level: DisclosureLevel | None = None
    items: DisclosureItems | None = None
    not_collected: tuple[Plain, ...] = ()
    risks: tuple[Plain, ...] = ()
    notices: tuple[Notice, ...] = ()
    consent: Consent | None = None
    feedback: tuple[Feedback, ...] = ()
    audit: Audit | None = None


class Insight(Fact):
    """A finding of research, what follows from it, and who said it."""

    id: Id
    claim: Text
    evidence: Text | None = None
    implication: Text
    applies_to: Ids = ()
    citations: Names = ()
