"""Where people meet a service: the place, its entrances and cameras, whom to ask there, what they may do instead."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from toolkit.model.base import Count, Day, Id, Name, Plain, Record, Text

Metres = Annotated[int | float, Field(gt=0, le=200)]
Degrees = Annotated[int | float, Field(gt=0, le=360)]
#: Kinds of places where no camera may look, whatever the purpose (D96).
PROTECTED = ("restroom", "changing_room", "prayer_room", "care_room", "rest_room")
AreaKind = Literal[
    "desk",
    "table",
    "entrance",
    "hall",
    "room",
    "corridor",
    "workshop",
    "meeting_room",
    "own_desk",
    "public_street",
    "neighbour",
    "restroom",
    "changing_room",
    "prayer_room",
    "care_room",
    "rest_room",
]


class Area(Record):
    """A part of the world in a camera's view."""

    what: Name
    kind: AreaKind


class ProtectedPlace(Record):
    """A place near a camera where nobody may be watched, and why the camera does not see it."""

    kind: Literal["restroom", "changing_room", "prayer_room", "care_room", "rest_room"]
    outside_because: Text
    """Such as: its door lies behind the camera; or: there is none in this building."""
    checked_on: Day | None = None


class Camera(Record):
    """Where a camera hangs and what it sees."""

    id: Id
    place: Text
    height_metres: Metres | None = None
    view_degrees: Degrees
    view_metres: Metres
    sees: tuple[Area, ...]
    mask: Text | None = None
    """What is blanked before anything looks at the picture."""
    protected_places: tuple[ProtectedPlace, ...] = ()


class Entrance(Record):
    """A way into the place."""

    id: Id
    name: Name


class Place(Record):
    """The room, its entrances and its cameras."""

    name: Plain
    kind: Literal["desk", "room", "building", "public_space", "online", "workshop"]
    entrances: tuple[Entrance, ...] = ()
    cameras: tuple[Camera, ...] = ()


class Contact(Record):
    """A way to reach the people responsible."""

    kind: Literal["person", "telephone", "email", "post", "web", "box"]
    value: Plain
    """The number or address as printed; for `person` and `box` where to find them, in words."""


class Controller(Record):
    """The organisation that answers for this place."""

    name: Name
    address: Name | None = None
    contacts: tuple[Contact, ...] = ()
    privacy_contact: Name | None = None
    """The data protection officer, where there is one: how to reach them."""


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
