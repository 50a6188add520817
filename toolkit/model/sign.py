"""What is printed: short statements, and the signs that carry them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from toolkit.model.base import Id, Ids, Name, Plain, Record, Text, Title
from toolkit.model.people import DisclosureItemId
from toolkit.model.place import Metres

Format = Literal["A6", "A5", "A4", "A3", "letter", "tabloid"]
#: One language, or two in one sign, such as `en+ar`.
Languages = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?(\+[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?)?$"),
]
#: Letters, digits; none that are mistaken for one another.
Code = Annotated[str, StringConstraints(pattern=r"^[a-hjkmnp-z2-9]{4,8}$")]


class Statement(Record):
    """One short fact: a pictogram, two or three bold words, one sentence. Signs, leaflets and speech share them."""

    id: Id
    item: DisclosureItemId | Literal["not_collected", "risk", "oversight", "choice"]
    """What it tells of: one of the ten disclosure items, or what is not recorded, a risk, oversight, a choice."""
    pictogram: Name
    """Name of a Material Design icon, such as `camera-off-outline`."""
    title: Title
    text: Plain
    of: Ids = ()
    """Ids of the data kept, choices, risks or services it shortens; their durations and this one's must agree."""


class AccessibleForm(Record):
    """How a sign reaches somebody who cannot see it (D93, D94)."""

    said_by: Plain
    """Who says it, such as: The person at the desk reads it to you."""
    felt: Plain | None = None
    """Where to feel for it."""
    call: Name | None = None
    """The number to call to hear it."""


class Sign(Record):
    """A sign on a wall, a desk or a door."""

    id: Id
    notice: Id
    """The notice it gives."""
    place: Text
    """Where it hangs, in words for the person who hangs it."""
    format: Format = "A4"
    orientation: Literal["portrait", "landscape"] = "portrait"
    tent: bool = False
    """Folded to stand on a desk; both sides are printed on one sheet of twice the size."""
    bleed: Annotated[int | float, Field(ge=0, le=10)] = 0
    """Millimetres printed beyond the edge to be cut off, with crop marks."""
    versions: tuple[Languages, ...] = ()
    """Each a language or two; every language of the deployment alone where this is left out."""
    pictogram: Name
    headline: Plain
    """The band: at most eight words, read from a distance."""
    lead: Plain
    """Purpose and benefit for the person, in one or two sentences."""
    statements: Ids = ()
    """Ids of `statements`, in order."""
    entrances: Ids = ()
    cameras: Ids = ()
    """The cameras it speaks of (D17)."""
    metres_before_view: float | int | None = None
    """From where one reads the sign to where the first camera's view begins; below zero is inside the view."""
    profile: Literal["din-4844-1", "ada-703"] = "din-4844-1"
    baseline_metres: Metres = 1.5
    """Height of the band above the floor; the ADA profile reckons with it."""
    approach_distance: Metres = 3
    reading_distance: Metres = 1
    scan_distance: Metres = 0.5
    accessible_form: AccessibleForm | None = None
    code: Code | None = None
    """What stands behind `/n/`; made of the ids where it is left out. A printed code must never change."""
