"""A deployment: what is true of one place where services are used."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from toolkit.model.base import (
    Address,
    Allow,
    Count,
    Day,
    Id,
    Ids,
    Language,
    Name,
    Names,
    Plain,
    Record,
    Text,
)
from toolkit.model.data import DataItem
from toolkit.model.people import Audit, Consent, DisclosureItems, Notice, Person
from toolkit.model.uses import Oversight

Status = Literal["example", "draft", "pilot", "in_force", "retired"]
Metres = Annotated[int | float, Field(gt=0, le=200)]
Degrees = Annotated[int | float, Field(ge=0, le=360)]


class Contact(Record):
    """A way to reach the people responsible."""

    kind: Literal["person", "telephone", "email", "post", "web", "box"]
    value: Name
    note: Text | None = None


class Controller(Record):
    """The organisation that answers for this place."""

    name: Name
    address: Text | None = None
    contacts: tuple[Contact, ...] = ()
    privacy_contact: Name | None = None


class Camera(Record):
    """Where a camera stands and what it sees."""

    id: Id
    place: Text
    view_degrees: Degrees
    view_metres: Metres
    sees: Names
    mask: Text | None = None
    protected_places_checked: Names = ()


class Entrance(Record):
    """A way into the place."""

    id: Id
    name: Name


class Place(Record):
    """The room, its entrances and its cameras."""

    name: Name
    kind: Literal["desk", "room", "building", "public_space", "online", "workshop"]
    entrances: tuple[Entrance, ...] = ()
    cameras: tuple[Camera, ...] = ()


class Choice(Record):
    """A real alternative: what one may do instead."""

    id: Id
    offer: Plain
    how: Plain
    cost: Plain | None = None
    """What choosing it costs the person, such as a longer wait."""


class FeedbackChannel(Record):
    """A lasting way to report a problem, with the promise attached to it (D120 to D122)."""

    id: Id
    kind: Literal["in_app", "address", "anonymous_box", "informed_person"]
    how: Plain
    owner: Name
    response_days: Count
    last_tested: Day | None = None
    anonymous: bool


class Sign(Record):
    """A sign on a wall, a desk or a door."""

    id: Id
    notice: Id
    place: Text
    format: Literal["A6", "A5", "A4", "A3", "letter", "tabloid"] = "A4"
    orientation: Literal["portrait", "landscape"] = "portrait"
    languages: tuple[Language, ...] = ("en",)
    headline: Plain
    approach_distance: Metres = 3
    reading_distance: Metres = 1
    scan_distance: Metres = 0.5
    before: Id | None = None
    """The camera before whose field of view the sign must stand."""
    accessible_form: Text


class Attestation(Record):
    """Who verified a sentence here, how and when. A person who did not say so is never named."""

    id: Id
    of: Names
    """Paths of the sentences, such as `items.retention`."""
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
    oversight: Oversight
    choices: tuple[Choice, ...] = ()
    people: tuple[Person, ...] = ()
    feedback: tuple[FeedbackChannel, ...] = ()
    consent: Consent | None = None
    notices: tuple[Notice, ...] = ()
    signs: tuple[Sign, ...] = ()
    languages: tuple[Language, ...] = ("en",)
    regimes: Ids = ()
    adoption: tuple[Adoption, ...] = ()
    attestations: tuple[Attestation, ...] = ()
    legal_reviews: tuple[LegalReview, ...] = ()
    consultations: tuple[Consultation, ...] = ()
    audit: Audit | None = None
    notice_address: Address | None = None
    effective: Day | None = None
    reviewed_by: Name = "none"
    reviewed_on: Day | None = None
    review_due: Day | None = None
    allow: tuple[Allow, ...] = ()
