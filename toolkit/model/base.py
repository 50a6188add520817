"""The grain of every record: frozen, no unknown keys, and the few kinds of value that YAML may hold."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints


class Record(BaseModel):
    """A part of the metadata: immutable, every key known, no silent conversion of types."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)


UNSAFE = re.compile(r"[\s\x00-\x1f<>\"'`\\]")
ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _as_day(value: Any) -> Any:
    if isinstance(value, dt.date):
        return value
    if not isinstance(value, str) or not ISO_DAY.fullmatch(value):
        raise ValueError("a date is written as year-month-day, such as 2026-11-20")
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        raise ValueError(f"{value} is not a day of the calendar") from None


def _as_many(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


def _as_address(value: str) -> str:
    if not value.startswith(("https://", "http://", "mailto:")):
        raise ValueError("an address starts with https://, http:// or mailto:")
    if UNSAFE.search(value):
        raise ValueError("an address holds no spaces, quotes or angle brackets")
    return value


def _as_site(value: str) -> str:
    if not value.startswith(("https://", "http://")) or "?" in value or "#" in value:
        raise ValueError("the address of a site starts with https:// or http://, and holds no question mark or #")
    return value


def _as_server(value: str) -> str:
    return value if value == "/" else _as_site(_as_address(value))


class PlainLanguage:
    """Marks text that affected people read, so that readability is checked."""


#: A stable slug: lower-case letters, digits and single hyphens.
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=64)]
#: A sentence or two of plain text: no markup, no template language.
Text = Annotated[str, StringConstraints(min_length=1, max_length=2000, strip_whitespace=True)]
#: Text that affected people read; its readability is checked.
Plain = Annotated[Text, PlainLanguage()]
#: A short name or label.
Name = Annotated[str, StringConstraints(min_length=1, max_length=200, strip_whitespace=True)]
#: A heading that affected people read.
Title = Annotated[Name, PlainLanguage()]
#: Several paragraphs, parted by empty lines.
Paragraphs = Annotated[str, StringConstraints(min_length=1, max_length=8000, strip_whitespace=True), PlainLanguage()]
#: A day of the calendar, ISO 8601.
Day = Annotated[dt.date, BeforeValidator(_as_day), Field(strict=False)]
#: A web or mail address.
Address = Annotated[str, StringConstraints(max_length=2000), AfterValidator(_as_address)]
#: The address of a site, to which paths are added.
Site = Annotated[Address, AfterValidator(_as_site)]
#: The address of a server; `/` is the one that serves the site itself, as `disclose serve` does.
Server = Annotated[str, StringConstraints(max_length=2000), AfterValidator(_as_server)]
#: A language tag, BCP 47 (the part in use here: language, script, region).
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$")]
#: One id or a list of ids.
Ids = Annotated[tuple[Id, ...], BeforeValidator(_as_many, json_schema_input_type=Id | tuple[Id, ...])]
#: One text or a list of texts.
Texts = Annotated[tuple[Text, ...], BeforeValidator(_as_many, json_schema_input_type=Text | tuple[Text, ...])]
#: One name or a list of names.
Names = Annotated[tuple[Name, ...], BeforeValidator(_as_many, json_schema_input_type=Name | tuple[Name, ...])]
#: A positive count.
Count = Annotated[int, Field(ge=1)]


class Fact(Record):
    """A statement that can be traced: to the feature it speaks of, its sources and the day they were read."""

    feature: Id | None = None
    """The feature this speaks of; left out where it holds for the whole service."""
    source: Ids = ()
    """Ids of `sources` that say so."""
    as_of: Day | None = None
    """The day the fact was true, where it differs from the date of its source."""


class Allow(Record):
    """A finding that the owners accept, with the reason and the day the acceptance ends."""

    rule: Id
    reason: Text
    until: Day
    path: Name | None = None
    """Only findings below this path, such as `limitations`; without it the rule is accepted everywhere."""
