"""A deployment: what is true of one place where services are used."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from toolkit.model.base import Allow, Day, Id, Ids, Language, Name, Names, Plain, Record, Site, Text
from toolkit.model.data import DataItem
from toolkit.model.people import Audit, Consent, DisclosureItems, Notice, Person
from toolkit.model.place import Choice, Controller, FeedbackChannel, Place
from toolkit.model.sign import Sign, Statement
from toolkit.model.tagging import TagLists
from toolkit.model.uses import Oversight

Status = Literal["example", "draft", "pilot", "in_force", "retired"]


class Attestation(Record):
    """Who verified a sentence here, how and when. A person who did not say so is never named."""

    id: Id
    of: Names
    """Paths of the sentences, such as `statements.kept` or `items.retention`."""
    by: Name
    role: Name
    on: Day
    how: Text


class Adoption(Record):
    """The answer of this place to a guideline of its services."""

    ref: Id
    state: Literal["applied", "planned", "not_applicable"]
    how: Text | None = None
    owner: Name | None = None
    on: Day | None = None
    by: Day | None = None
    """For `planned`: by when."""
    proof: Text | None = None
    reason: Text | None = None
    """For `not_applicable`: why."""


class LegalReview(Record):
    """A legal review that happened."""

    by: Name
    on: Day
    restrictions: tuple[Text, ...] = ()


class Consultation(Record):
    """Who was asked, and what changed."""

    who: Text
    on: Day
    changed: Text


class Kept(DataItem):
    """Data kept here; original, extract and every copy each with purpose and retention."""

    service: Id | None = None
    copy_of: Id | None = None


class Authority(Record):
    """Where to complain about the organisation itself."""

    name: Name
    contact: Plain


class Law(Record):
    """The facts that decide which duties hold here; which regimes are looked at stands in `regimes`."""

    personal_data: bool
    basis: Literal[
        "consent", "contract", "legal_obligation", "vital_interest", "public_task", "legitimate_interest", "none"
    ]
    """The ground in law for using the data; `none` only where there is no personal data."""
    basis_text: Plain | None = None
    """The ground in words, with the law or article."""
    interest: Plain | None = None
    """For `legitimate_interest`: which interest."""
    rights: tuple[
        Literal[
            "access", "rectification", "erasure", "restriction", "objection", "portability", "withdrawal", "review"
        ],
        ...,
    ] = ()
    authority: Authority | None = None
    transfers: Plain | None = None
    """Data that leaves for other countries, and its protection; left out where none does."""
    obligation: Plain | None = None
    """Where one must give the data: what happens if one does not."""
    logic: Plain | None = None
    """Where a machine decides: how it does, and what follows for the person."""
    biometric: Literal["none", "identification", "categorisation", "emotion"] = "none"
    interacts: bool = False
    """People talk or write with the system itself."""
    synthetic: bool = False
    """It makes sound, pictures, video or text that people could take for real."""
    sound: bool = False
    """Sound is recorded."""
    children: bool = False
    """Children are among the people affected."""
    high_risk: bool = False
    """It is a high-risk use in the sense of Annex III of the EU AI Act."""


class Exemption(Record):
    """A rule of a regime that does not apply here, and why."""

    rule: Id
    because: Text


class Answer(Record):
    """A question that people ask at the desk, and what to say."""

    id: Id
    question: Plain
    answer: Plain


class Deployment(Record):
    """One place where one or more services are used. It yields the notices."""

    schema_version: Literal["1.0"]
    id: Id
    name: Name
    status: Status
    status_until: Day | None = None
    """For `pilot`: the end date."""
    services: Ids
    variables: dict[Id, Name] = Field(default_factory=dict)
    controller: Controller
    place: Place
    purpose: Plain
    benefits: tuple[Plain, ...]
    risks: tuple[Plain, ...] = ()
    items: DisclosureItems
    not_collected: tuple[Plain, ...] = ()
    kept: tuple[Kept, ...] = ()
    tagging: tuple[TagLists, ...] = ()
    """For each service that gives tags: which may be shown here."""
    oversight: Oversight
    choices: tuple[Choice, ...] = ()
    people: tuple[Person, ...] = ()
    feedback: tuple[FeedbackChannel, ...] = ()
    feedback_kept_days: Annotated[int, Field(ge=1, le=3660)] = 30
    """For how many days the server keeps a report from when it is sent and a message from when it is answered; say the
    same in `kept`."""
    consent: Consent | None = None
    notices: tuple[Notice, ...] = ()
    statements: tuple[Statement, ...] = ()
    signs: tuple[Sign, ...] = ()
    questions: tuple[Answer, ...] = ()
    languages: Annotated[tuple[Language, ...], Field(min_length=1)] = ("en",)
    law: Law | None = None
    regimes: Ids = ()
    exemptions: tuple[Exemption, ...] = ()
    adoption: tuple[Adoption, ...] = ()
    attestations: tuple[Attestation, ...] = ()
    legal_reviews: tuple[LegalReview, ...] = ()
    consultations: tuple[Consultation, ...] = ()
    audit: Audit | None = None
    notice_address: Site | None = None
    """Where this place's notices are published; the organisation's `public_url` where it is left out."""
    effective: Day | None = None
    reviewed_by: Name = "none"
    reviewed_on: Day | None = None
    review_due: Day | None = None
    allow: tuple[Allow, ...] = ()
