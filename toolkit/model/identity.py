"""Who a service is: names, life cycle, owners, review, and the documents it promises."""

from __future__ import annotations

from typing import Literal

from toolkit.model.base import Address, Day, Id, Ids, Language, Name, Names, Record, Text
from toolkit.model.kinds import KindId

Family = Literal["vision", "language", "speech", "generative", "decision"]
Stage = Literal["active", "preview", "legacy", "retiring", "retired"]


class Alias(Record):
    """An earlier or other name of the same thing."""

    name: Name
    since: Day | None = None
    until: Day | None = None


class Version(Record):
    """A version of the interface or of a model."""

    id: Name
    kind: Literal["api", "model", "engine"]
    status: Literal["current", "preview", "superseded", "retired"] | None = None
    date: Day | None = None


class Lifecycle(Record):
    """Where the service stands between preview and the end."""

    status: Stage = "active"
    since: Day | None = None
    stops_new_on: Day | None = None
    """The day from which no new customer is taken."""
    retires_on: Day | None = None
    replacement: Id | None = None
    """Id of the service that takes over."""
    notice: Text | None = None
    """What a reader should know about it, in one sentence."""
    source: Id | None = None


class Owner(Record):
    """A team that answers for the text."""

    team: Name
    contact: Name
    role: Literal["author", "reviewer", "approver"]


class Locale(Record):
    """Which language binds, and which translations exist."""

    binding: Language = "en"
    translations: tuple[Language, ...] = ()


class Promise(Record):
    """A document the service promises: its own, its parent's, part of another, or openly absent."""

    kind: KindId
    state: Literal["own", "inherited", "merged", "absent"] = "own"
    into: KindId | None = None
    """For `merged`: the document that holds its sections."""
    title: Name | None = None
    layout: Literal["split", "consolidated"] = "consolidated"
    audience: Names = ()
    reason: Text | None = None
    """For `absent`: why there is none."""
    source: Ids = ()
    """For `absent`: where it says so."""


class Identity(Record):
    """Name card of a service."""

    id: Id
    name: Name
    aliases: tuple[Alias, ...] = ()
    family: Family | None = None
    parent: Id | None = None
    """The umbrella service whose documents are inherited."""
    versions: tuple[Version, ...] = ()
    lifecycle: Lifecycle = Lifecycle()
    status: Literal["draft", "published"] = "draft"
    """`draft` always renders, says so, and lists its gaps; `published` must pass every error rule."""
    basis: Literal["authored", "restated"] = "authored"
    """`authored`: by people who know the service from inside. `restated`: from public sources, in own words."""
    owners: tuple[Owner, ...] = ()
    reviewed_by: Name = "none"
    """Who checked the text against the service; `none` is allowed, and shown."""
    reviewed_on: Day | None = None
    review_due: Day | None = None
    locale: Locale = Locale()
    documents: tuple[Promise, ...] = (Promise(kind="transparency-note"),)


class Change(Record):
    """One entry of the change log that readers see."""

    date: Day
    change: Text
    sections: Names = ()


class Source(Record):
    """Where facts come from."""

    id: Id
    title: Name
    publisher: Name | None = None
    locator: Name | None = None
    """Where in the world to find it: a path in a repository, a section, a page."""
    url: Address | None = None
    as_of: Day
    """The date the source gives itself."""
    read_on: Day | None = None
    """The day it was read for this text."""
