"""A study in one language, in the order in which a person meets it: what channels and paper place.

Nothing is asked before the consent, awareness and expectations come before the notice, and everything else after it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Literal, NamedTuple

from toolkit.model.posted import message_hash
from toolkit.model.study import DONT_KNOW, SCALE, Arm, Question, Study, canonical
from toolkit.source import Document, Path_
from toolkit.translations import Said
from toolkit.view.house import House
from toolkit.view.place import PlaceView, Wording
from toolkit.view.told import Sentence

Stage = Literal["before", "notice", "task", "after", "usability", "background"]
#: Kinds of questions by the stage in which they are asked, in this order.
STAGES: tuple[tuple[Stage, tuple[str, ...]], ...] = (
    ("before", ("awareness", "expectation")),
    ("notice", ()),
    ("task", ()),
    ("after", ("understanding", "acceptability", "satisfaction")),
    ("usability", ()),
    ("background", ("background",)),
)
#: Ids of the ten statements of the System Usability Scale.
USABILITY = tuple(f"sus-{number}" for number in range(1, 11))
#: Before the paths of a study, in its .po files.
START = "study."
#: An answer: ids of options, a step of a scale, or words. None: passed over.
Answer = tuple[str, ...] | int | str | None


class Step(NamedTuple):
    """One thing that a person meets: a question, one statement of the scale, the notice or the task."""

    id: str
    stage: Stage
    form: Literal["choice", "multiple", "scale", "text", "show"]
    question: Question | None = None


class Shown(NamedTuple):
    """An option as it is read."""

    id: str
    text: Said


def steps(study: Study, arm: str, wave: str = "first", *, background: bool = True) -> tuple[Step, ...]:
    """Everything that somebody in *arm* meets in *wave*. Awareness and expectations are asked the first time only; in
    the arm that shows nothing there is no notice. KeyError for an unknown arm.
    """
    shows = {each.id: each.shows for each in study.arms}[arm] != "nothing"
    found: list[Step] = []
    for stage, kinds in STAGES:
        if stage == "before" and wave != "first":
            continue
        if stage == "background" and not background:
            continue
        if stage == "notice" and shows:
            found.append(Step("notice", stage, "show"))
        if stage == "task" and study.task is not None:
            found.append(Step("task", stage, "show"))
        if stage == "usability" and study.usability and study.task is not None:
            found += (Step(id, stage, "scale") for id in USABILITY)
        for kind in kinds:
            found += (Step(each.id, stage, each.form, each) for each in study.questions if each.kind == kind)
    return tuple(found)


def applies(step: Step, answers: Mapping[str, Answer]) -> bool:
    """Whether *step* is met after *answers*: what it depends on was answered so."""
    when = step.question.when if step.question else None
    if when is None:
        return True
    given = answers.get(when.question)
    return isinstance(given, tuple) and bool(set(given) & set(when.answered))


def next_step(all_steps: Sequence[Step], answers: Mapping[str, Answer]) -> Step | None:
    """The first step that is met and was not answered or seen yet; None at the end. A passed-over question is in
    *answers* with None.
    """
    return next((step for step in all_steps if step.id not in answers and applies(step, answers)), None)


def read_answer(step: Step, given: Sequence[str]) -> Answer:
    """What a form sent for *step* as an answer: one option, several, a step of the scale, words; None where nothing was
    sent. Raises ValueError for what the step does not offer.
    """
    sent = [value for value in given if value]
    if not sent or step.form == "show":
        return None
    if step.form == "text":
        return (DONT_KNOW,) if sent[0] == DONT_KNOW else sent[0]
    if step.form == "scale":
        if len(sent) != 1 or sent[0] not in {str(number) for number in range(1, SCALE + 1)} | {DONT_KNOW}:
            raise ValueError("no step of the scale")
        return (DONT_KNOW,) if sent[0] == DONT_KNOW else int(sent[0])
    offered = {option.id for option in step.question.options} if step.question else set()
    if not set(sent) <= offered | {DONT_KNOW} or (step.form == "choice" and len(sent) > 1):
        raise ValueError("no option of the question")
    return tuple(dict.fromkeys(sent))


def protocol_hash(study: Study) -> str:
    """SHA-256 over what a study asks and promises."""
    return message_hash(canonical(study))


def consent_hash(study: Study) -> str:
    """SHA-256 over what people agree to."""
    return message_hash(study.consent.model_dump(mode="json", exclude_none=True))


def sentences(study: Study) -> tuple[Sentence, ...]:
    """Everything of a study that people read, in the order of the file, each with its path as in the .po files."""
    return tuple(Sentence(f"{START}{path}", text) for path, _, text in _read(study) if text)


def _read(study: Study) -> Iterator[tuple[str, Path_, str | None]]:
    """The path of each text among the translations, where it stands in the file, and the text."""
    yield "purpose", ("purpose",), study.purpose
    for name in ("text", "quotes", "recontact", "background"):
        yield f"consent.{name}", ("consent", name), getattr(study.consent, name)
    yield "compensation", ("compensation",), study.compensation
    yield "contact", ("contact",), study.contact
    for index, point in enumerate(study.points):
        yield f"points.{point.id}.knows", ("points", index, "knows"), point.knows
    for index, question in enumerate(study.questions):
        start, where = f"questions.{question.id}", ("questions", index)
        yield f"{start}.prompt", (*where, "prompt"), question.prompt
        yield f"{start}.again", (*where, "again"), question.again
        for number, option in enumerate(question.options):
            yield f"{start}.options.{option.id}.text", (*where, "options", number, "text"), option.text
    yield "task.text", ("task", "text"), study.task.text if study.task else None


class StudyView:
    """A study with the place it belongs to, as it is checked. Raises ValueError where the place has none."""

    def __init__(self, place: PlaceView) -> None:
        if place.study is None or place.study_document is None:
            raise ValueError(f"{place.id} has no study")
        self.place = place
        self.study: Study = place.study
        self.document: Document = place.study_document
        self.house: House = place.house

    @property
    def language(self) -> str:
        """The language that the study is written in."""
        return self.house.organisation.language

    @cached_property
    def texts(self) -> dict[str, Path_]:
        """By the path of each sentence that people read, where it stands in the file."""
        return {f"{START}{path}": where for path, where, text in _read(self.study) if text}


class StudyWording:
    """What one participant reads, in one language: translations are those of the study."""

    def __init__(self, view: PlaceView, study: Study, language: str) -> None:
        self.study = study
        self.place: Wording = view.wording(language)
        self.language = language
        self._known = view.study_translations.get(language)

    def text(self, path: str, source: str) -> Said:
        """A sentence of `study.yml` at *path*, such as `questions.kept.prompt`."""
        return self.place.told_by(self._known, f"{START}{path}", source)

    def prompt(self, question: Question, wave: str = "first") -> Said:
        """The words of a question; other ones the second time where there are some."""
        if wave != "first" and question.again:
            return self.text(f"questions.{question.id}.again", question.again)
        return self.text(f"questions.{question.id}.prompt", question.prompt)

    def options(self, question: Question) -> tuple[Shown, ...]:
        """The options as the file has them, and "I don't know" last."""
        start = f"questions.{question.id}.options"
        own = tuple(Shown(each.id, self.text(f"{start}.{each.id}.text", each.text)) for each in question.options)
        unsure = Said(self.place.say("study.dont-know"), self.language, "source")
        return (*own, Shown(DONT_KNOW, unsure))

    def arm(self, id: str) -> Arm:
        """The arm *id*. KeyError where there is none."""
        return {each.id: each for each in self.study.arms}[id]
