"""The comprehension study of a deployment: plan, questions and pass marks."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from toolkit.model.base import Allow, Count, Id, Language, Name, Names, Plain, Record, Text

Share = Annotated[float, Field(ge=0, le=1)]


class Range(Record):
    """From how many to how many."""

    min: Count = 10
    max: Count = 20


class Plan(Record):
    """Phases, participants and consent (D100 to D111)."""

    phases: tuple[Literal["first", "continued"], ...] = ("first", "continued")
    participants: Range = Range()
    strata: Names = ()
    consent: Plain
    compensation: Text
    method: Text


class Question(Record):
    """One question, and what it asks about."""

    id: Id
    targets: Name
    """A disclosure item, or the id of a limitation or consideration."""
    kind: Literal["awareness", "understanding", "satisfaction", "expectation"]
    prompt: Plain
    options: tuple[Plain, ...] = ()
    correct: tuple[Count, ...] = ()
    """Places of the right options, from 1."""
    explanation: Plain | None = None


class PassMark(Record):
    """What counts as understood."""

    awareness: Share
    understanding: Share


class Study(Record):
    """A comprehension study of one deployment."""

    schema_version: Literal["1.0"]
    deployment: Id
    languages: tuple[Language, ...] = ("en",)
    plan: Plan
    questions: tuple[Question, ...]
    pass_marks: PassMark | None = None
    allow: tuple[Allow, ...] = ()
