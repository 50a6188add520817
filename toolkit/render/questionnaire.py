"""The questionnaire on paper: consent by ticking, a code to tear off, and every question with its id beside it.

What is asked, and in which order, is that of the other channels. Whoever enters the sheets finds each question by its
id.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from toolkit.model.posted import short
from toolkit.model.study import SCALE, Arm, Study
from toolkit.render import handout, paper
from toolkit.render.artefact import Artefact
from toolkit.typeset import Fit, Typesetter
from toolkit.view.place import PlaceView
from toolkit.view.study import USABILITY, Step, StudyWording, protocol_hash, sentences, steps

TEMPLATE = "questionnaire.typ"
ICON = "comment-question-outline"
#: The fixed phrases on the sheet.
WORDS = (
    "sheet.test-us",
    "sheet.agree-title",
    "sheet.tick",
    "sheet.agree",
    "sheet.agree-also",
    "sheet.code",
    "sheet.code-again",
    "sheet.code-yours",
    "sheet.code-for",
    "sheet.helper",
    "sheet.shown",
    "sheet.thanks",
    "study.dont-know",
)
#: By the form of a question: what to do.
HINTS = {"choice": "sheet.one", "multiple": "sheet.several", "text": "sheet.words"}
#: The clauses of the consent that are agreed to by themselves.
CLAUSES = ("quotes", "recontact", "background")


def write(view: PlaceView, language: str, setter: Typesetter) -> list[Artefact]:
    """The questionnaire in *language*, and the one for the second time; nothing where no study speaks it."""
    return [Artefact(_name(view, language, wave), setter.pdf(TEMPLATE, told)) for wave, told in _waves(view, language)]


def fit(view: PlaceView, language: str, setter: Typesetter) -> Fit | None:
    """Which words are wider than their column; None where there is no questionnaire."""
    data = content(view, language)
    return setter.fit(TEMPLATE, data) if data else None


def _name(view: PlaceView, language: str, wave: str) -> str:
    kind = "study-questionnaire" if wave == "first" else "study-questionnaire-again"
    return f"notices/{view.id}/{kind}.{language}.pdf"


def _waves(view: PlaceView, language: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for wave in view.study.waves if view.study else ():
        told = content(view, language, wave.id)
        if told:
            yield wave.id, told


def content(view: PlaceView, language: str, wave: str = "first") -> dict[str, Any]:
    """Everything the template places; empty where no study is asked in *language*."""
    study = view.study
    if study is None or language not in study.languages or language not in view.languages:
        return {}
    wording = StudyWording(view, study, language)
    say, first = wording.place.say, wave == "first"
    sheet = handout.sheet(view, (language,), say("sheet.title" if first else "sheet.title-again"))
    told = {
        "icon": paper.icon(ICON, sheet["colours"]["on_accent"]),
        "scissors": paper.icon("content-cut", sheet["colours"]["quiet"]),
        "state": _state(wording) or None,
        "version": f"{view.id}-study-{short(protocol_hash(study))}",
        "purpose": handout.part(wording.place, wording.text("purpose", study.purpose)),
        "consent": _paragraphs(wording, study),
        "facts": _facts(wording, study),
        "clauses": _clauses(wording, study),
        "coded": study.mode == "coded",
        "tear": study.mode == "coded" and first,
        "arms": [arm.id for arm in study.arms] if len(study.arms) > 1 else [],
        "stages": list(_stages(wording, study, wave)),
        "scale": list(range(1, SCALE + 1)),
        "words": {key: say(key) for key in WORDS},
    }
    return {**sheet, "size": 10.5, **told}


def _paragraphs(wording: StudyWording, study: Study) -> list[dict[str, str]]:
    """The consent, paragraph by paragraph; a line that ends inside one is no end."""
    said = wording.text("consent.text", study.consent.text)
    parts = (" ".join(part.split()) for part in said.text.split("\n\n"))
    return [handout.part(wording.place, said._replace(text=part)) for part in parts if part]


def _state(wording: StudyWording) -> str:
    """What a reader must know: a trial, and words that no speaker has checked."""
    place, said = wording.place, (wording.text(path.partition(".")[2], text) for path, text in sentences(wording.study))
    trial = place.say("sheet.trial") if wording.study.status == "draft" else ""
    doubt = any(each.state not in {"source", "reviewed"} for each in said)
    return " ".join(filter(None, (trial, place.say("translation.unreviewed") if doubt else "")))


def _facts(wording: StudyWording, study: Study) -> list[dict[str, Any]]:
    """What people are told before they agree, besides the consent itself."""
    place = wording.place
    freeze, until = place.words.day(study.consent.freeze), place.words.day(study.keep_until)
    kept = [handout.own(place, "sheet.kept-until", day=until)]
    if study.mode == "coded":
        kept.append(handout.own(place, "sheet.kept-freeze", day=freeze))
    return [
        {"label": place.say("sheet.kept"), "texts": kept},
        {"label": place.say("sheet.for-it"), "texts": [_text(wording, "compensation", study.compensation)]},
        {"label": place.say("sheet.ask"), "texts": [_text(wording, "contact", study.contact)]},
    ]


def _text(wording: StudyWording, path: str, source: str) -> dict[str, str]:
    return handout.part(wording.place, wording.text(path, source))


def _clauses(wording: StudyWording, study: Study) -> list[dict[str, str]]:
    pairs = ((name, getattr(study.consent, name)) for name in CLAUSES)
    return [_text(wording, f"consent.{name}", text) for name, text in pairs if text]


def _stages(wording: StudyWording, study: Study, wave: str) -> Iterator[dict[str, Any]]:
    """The parts of the questionnaire, each with its heading; questions are counted through all of them."""
    arm = _shown(study)
    met = steps(study, arm.id, wave)
    numbers = {step.id: number for number, step in enumerate((step for step in met if step.form != "show"), 1)}
    for stage, group in groupby(met, key=lambda step: step.stage):
        yield {
            "id": stage,
            "title": wording.place.say(f"sheet.{stage}"),
            "lead": list(_lead(wording, study, stage, arm)),
            "items": [_item(wording, step, wave, numbers) for step in group if step.form != "show"],
        }


def _shown(study: Study) -> Arm:
    """An arm that is shown something, where there is one: on paper, the helper shows what belongs to each arm."""
    return next((arm for arm in study.arms if arm.shows != "nothing"), study.arms[0])


def _lead(wording: StudyWording, study: Study, stage: str, arm: Arm) -> Iterator[dict[str, str]]:
    """What to do before the questions of a part."""
    if stage == "notice":
        yield handout.own(wording.place, "sheet.notice-lead")
        yield handout.own(wording.place, "sheet.look-again" if arm.exposure.open_book else "sheet.put-away")
    elif stage == "task" and study.task:
        yield _text(wording, "task.text", study.task.text)
        yield handout.own(wording.place, "sheet.task-lead")
    elif stage == "background":
        yield handout.own(wording.place, "sheet.background-lead")


def _item(wording: StudyWording, step: Step, wave: str, numbers: dict[str, int]) -> dict[str, Any]:
    """One question, or one statement of the System Usability Scale."""
    question, place = step.question, wording.place
    usability = step.id in USABILITY
    if question is None:
        prompt, options = handout.own(place, f"sheet.{step.id}"), []
    else:
        prompt = handout.part(place, wording.prompt(question, wave))
        options = [handout.part(place, each.text) for each in wording.options(question)[:-1]]
    ends = ("sheet.agree-not", "sheet.agree-fully") if usability else ("sheet.not-at-all", "sheet.fully")
    return {
        "id": step.id,
        "number": str(numbers[step.id]),
        "form": step.form,
        "prompt": prompt,
        "hint": place.say(HINTS[step.form]) if step.form in HINTS else None,
        "when": _when(wording, step, numbers),
        "options": options,
        "ends": [place.say(end) for end in ends],
        "unsure": not usability,
    }


def _when(wording: StudyWording, step: Step, numbers: dict[str, int]) -> str | None:
    """After which answer the question is for somebody; None where it is for everybody."""
    when = step.question.when if step.question else None
    if when is None or when.question not in numbers:
        return None
    before = next(each for each in wording.study.questions if each.id == when.question)
    chosen = [each.text.text for each in wording.options(before) if each.id in when.answered]
    return wording.place.say("sheet.only-if", answer=_either(chosen), number=str(numbers[when.question]))


def _either(answers: Sequence[str]) -> str:
    return " / ".join(answer.rstrip(".।。") for answer in answers)
