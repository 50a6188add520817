"""The house: who publishes, what holds for every service, and the suites that share more."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from toolkit.model.base import Fact, Id, Ids, Language, Name, Paragraphs, Record, Server, Site, Text
from toolkit.model.identity import Alias

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$")]


class Principle(Fact):
    """A principle of responsible AI that the organisation names."""

    id: Id
    name: Name
    meaning: Text


class Question(Fact):
    """A question to answer before a service is used."""

    id: Id
    question: Text
    advice: Text


class Boilerplate(Record):
    """Texts that stand in every note."""

    what_is_a_note: Paragraphs
    binding_language: Text
    legal: Text
    not_legal_advice: Text


class Shelf(Fact):
    """Services that stand together in the overview, in the order of the list."""

    title: Name
    about: Text | None = None
    services: Ids


class Look(Record):
    """The accent colour; its contrast is computed."""

    accent: Colour = "#0B4F6C"


class Organisation(Record):
    """Who publishes, and the defaults of every service."""

    schema_version: Literal["1.0"]
    name: Name
    tagline: Text | None = None
    language: Language = "en"
    public_url: Site | None = None
    playground_url: Server | None = None
    """Where the playground is; `/` where the server of the site serves it too."""
    contact: Name | None = None
    rehearsal: bool = False
    """A copy of a project with simulated results, made by `disclose study simulate`; every page of a place says so."""
    look: Look = Look()
    variables: dict[Id, Name] = Field(default_factory=dict)
    principles: tuple[Principle, ...] = ()
    questions: tuple[Question, ...] = ()
    boilerplate: Boilerplate
    shelves: tuple[Shelf, ...] = ()
    """What the overview starts with; services that stand on no shelf follow by suite."""
    defaults: dict[str, Any] = Field(default_factory=dict)
    """Any part of a service; every service inherits it."""
    deployment_defaults: dict[str, Any] = Field(default_factory=dict)
    """Any part of a deployment; every deployment inherits it."""
    study_defaults: dict[str, Any] = Field(default_factory=dict)
    """Any part of a study; every study inherits it."""


class Suite(Record):
    """A family of services that share facts."""

    schema_version: Literal["1.0"]
    id: Id
    name: Name
    description: Text
    aliases: tuple[Alias, ...] = ()
    extends: Name | None = None
    variables: dict[Id, Name] = Field(default_factory=dict)
    defaults: dict[str, Any] = Field(default_factory=dict)
    """Any part of a service; every service of the suite inherits it."""
