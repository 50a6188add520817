"""The comprehension study of one place: whom to ask, what, how, and what counts as understood.

Its unit is the comprehension point: one thing that people should know, which a path of the deployment says and a part
of the notice tells. Answers are scored per point, never as one mark for the whole.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from toolkit.model.base import Allow, Count, Day, Id, Ids, Language, Name, Paragraphs, Plain, Record, Text
from toolkit.model.place import Metres

Share = Annotated[float, Field(ge=0, le=1)]
#: Where a person stands before a question is asked: nothing shown yet, notice shown, afterwards.
Kind = Literal["awareness", "expectation", "understanding", "acceptability", "satisfaction", "background"]
Form = Literal["choice", "multiple", "scale", "text"]
#: What every choice offers besides its options, never counted as a guess.
DONT_KNOW = "dont-know"
#: Steps of a scale, from 1 (not at all) to 5 (fully).
SCALE = 5


class Range(Record):
    """From how many to how many."""

    min: Count = 10
    max: Count = 20


class Recruitment(Record):
    """Whom to ask, and how they are found (D102, D103, D126)."""

    participants: Range = Range()
    reach: Ids = ()
    """Groups of the deployment's `people` that shall be among them."""
    include: tuple[Literal["disabled", "marginalised", "service_worker"], ...] = ()
    """People who are often left out, and are reached on purpose."""
    how: Text
    """How they are found, and how people without a device or with another language take part."""


class Consent(Record):
    """What people agree to before the first question; each clause that goes further is agreed to by itself."""

    text: Paragraphs
    quotes: Plain | None = None
    """Asks whether words of theirs may be printed; left out where none are."""
    recontact: Plain | None = None
    """Asks whether they will answer a second time; needed for a second wave."""
    background: Plain | None = None
    """Asks whether questions about themselves may be asked; needed for questions of the kind `background`."""
    freeze: Day
    """Until this day a withdrawal changes totals; what was issued before it stays."""


class Exposure(Record):
    """How people met the notice."""

    form: Literal["wall", "screen", "print", "audio"]
    distance: Metres | None = None
    """In metres, for what hangs on a wall."""
    open_book: bool = True
    """Whether they may look at the notice again while they answer."""


class Arm(Record):
    """One version of the notice that is compared with others."""

    id: Id
    shows: Literal["notice", "sign", "plain", "nothing"] = "notice"
    """What these people see: the full notice, a sign, its plain words, or nothing, for comparison."""
    sign: Id | None = None
    """For `sign`: which one of the deployment."""
    exposure: Exposure


class Wave(Record):
    """When people are asked: at first contact, or again after some days of use."""

    id: Literal["first", "continued"]
    after_days: Count | None = None
    """For `continued`: so many days after the first time."""


class Point(Record):
    """One thing that people should know."""

    id: Id
    knows: Plain
    """What somebody who understood could say, as one sentence."""
    tests: Name
    """The path of the deployment that says so, such as `items.retention` or `not_collected`."""
    told_by: Name
    """The part of the notice that should tell it, such as `statements.kept`, `items.retention` or `notices.at-door`."""
    primary: bool = False
    """Whether the study was planned to decide about this point."""


class Option(Record):
    """An answer to choose."""

    id: Id
    text: Plain
    correct: bool = False
    critical: bool = False
    """Whoever believes this is misled in a way that matters, such as being recorded without knowing."""


class When(Record):
    """Asked only after one of these answers to an earlier question."""

    question: Id
    answered: Ids


class Question(Record):
    """One question. A choice always offers "I don't know" besides its options."""

    id: Id
    kind: Kind
    form: Form
    prompt: Plain
    again: Plain | None = None
    """Other words for the same question in the second wave, so that nobody answers from memory."""
    point: Id | None = None
    """The comprehension point that it asks about; every question of the kind `understanding` has one."""
    options: tuple[Option, ...] = ()
    accept: Text | None = None
    """For an open question: what coders count as correct."""
    sensitive: bool = False
    """Asks for something that law protects; needs the consent `background`."""
    when: When | None = None


class Task(Record):
    """Something to do in the playground while thinking aloud."""

    page: Literal["read", "tag", "teach", "fail", "notice"]
    text: Plain


class Criterion(Record):
    """What counts as understood, with the place where that was set."""

    name: Literal["eu-leaflet", "iso", "ansi", "own"]
    share: Share
    critical_at_most: Share = 0.05
    """A point fails where more people than this hold a critical belief."""
    source: Text | None = None
    """For `own`: who set it, and why."""


class Study(Record):
    """The plan of a study, locked with the first answer."""

    schema_version: Literal["1.0"]
    deployment: Id
    status: Literal["draft", "open", "closed"] = "draft"
    """Only an open study takes answers that count; a draft one takes trial answers."""
    mode: Literal["coded", "anonymous"] = "coded"
    """`coded`: by a code one can resume, see and withdraw one's answers. `anonymous`: no code, no time, no way back."""
    purpose: Plain
    consent: Consent
    compensation: Plain
    contact: Plain
    recruitment: Recruitment
    arms: Annotated[tuple[Arm, ...], Field(min_length=1)]
    waves: tuple[Wave, ...] = (Wave(id="first"),)
    criterion: Criterion
    points: tuple[Point, ...]
    questions: tuple[Question, ...]
    task: Task | None = None
    usability: bool = False
    """Whether the ten statements of the System Usability Scale are asked after the task."""
    coders: Count = 2
    """How many people code each open answer, each by themselves."""
    keep_until: Day
    """On this day all answers are deleted."""
    languages: tuple[Language, ...] = ("en",)
    allow: tuple[Allow, ...] = ()


def canonical(study: Study) -> dict[str, Any]:
    """What a study asks and promises, for its hash: without its state and accepted findings."""
    return study.model_dump(mode="json", exclude={"status", "allow"}, exclude_none=True)
