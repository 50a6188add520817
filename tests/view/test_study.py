"""A study in the order in which a person meets it, and in one language."""

from __future__ import annotations

import pytest
from notices import seen
from projects import write
from studies import STUDY

from toolkit.model.study import DONT_KNOW, Study
from toolkit.view.study import (
    StudyView,
    StudyWording,
    applies,
    consent_hash,
    next_step,
    protocol_hash,
    read_answer,
    sentences,
    steps,
)

MORE = """\
waves: [{id: first}, {id: continued, after_days: 14}]
usability: true
task: {page: read, text: Let it read the form.}
"""
QUESTIONS = """\
  - {id: age, kind: background, form: scale, prompt: How old do you feel?}
  - id: seen
    kind: awareness
    form: choice
    prompt: Did you see a sign?
    options: [{id: noticed, text: "Yes"}, {id: missed, text: "No"}]
  - {id: where, kind: awareness, form: text, prompt: Where?, when: {question: seen, answered: noticed}}
"""


@pytest.fixture
def view(tmp_path):
    text = STUDY.replace("keep_until:", f"{QUESTIONS}{MORE}keep_until:")
    text = text.replace("form: wall}}", "form: wall}}, {id: none, shows: nothing, exposure: {form: print}}")
    write(tmp_path, "deployments/desk/study.yml", text)
    return seen(tmp_path)


def test_the_order(view):
    """Before the notice, the notice, the task, afterwards, usability, background; whatever the order of the file."""
    sus = [f"sus-{number}" for number in range(1, 11)]
    met = [step.id for step in steps(view.study, "sign")]
    assert met == ["seen", "where", "notice", "task", "kept", *sus, "age"]
    assert [step.id for step in steps(view.study, "none")] == ["seen", "where", "task", "kept", *sus, "age"]
    assert [step.id for step in steps(view.study, "sign", "continued", background=False)] == met[2:-1]
    with pytest.raises(KeyError):
        steps(view.study, "other")


def test_what_comes_next(view):
    """A question that depends on another is met after one answer alone; one that was passed over does not come back."""
    met = steps(view.study, "sign")
    assert next_step(met, {}).id == "seen"
    assert next_step(met, {"seen": ("noticed",)}).id == "where"
    assert next_step(met, {"seen": ("missed",)}).id == "notice"
    assert next_step(met, {"seen": None}).id == "notice"
    assert not applies(met[1], {"seen": (DONT_KNOW,)})
    assert next_step(met, {step.id: None for step in met}) is None


def test_answers_are_read(view):
    """What a step does not offer is refused."""
    step = {each.id: each for each in steps(view.study, "sign")}
    assert read_answer(step["kept"], ["", "day"]) == ("day",)
    assert read_answer(step["kept"], [DONT_KNOW]) == (DONT_KNOW,)
    assert read_answer(step["where"], ["At the door"]) == "At the door"
    assert (read_answer(step["age"], ["4"]), read_answer(step["age"], [DONT_KNOW])) == (4, (DONT_KNOW,))
    assert (read_answer(step["notice"], ["x"]), read_answer(step["kept"], [])) == (None, None)
    for id, sent in (("kept", ["week"]), ("kept", ["day", "always"]), ("age", ["6"]), ("sus-1", ["1", "2"])):
        with pytest.raises(ValueError, match="no "):
            read_answer(step[id], sent)


def test_in_one_language(view):
    """Options as the file has them and "I don't know" last; other words the second time."""
    study = view.study.model_copy(
        update={"questions": (view.study.questions[0].model_copy(update={"again": "When is it gone?"}),)}
    )
    wording = StudyWording(view, study, "en")
    assert [(option.id, option.text.text) for option in wording.options(study.questions[0])] == [
        ("day", "One day"),
        ("always", "For ever"),
        (DONT_KNOW, "I don't know"),
    ]
    assert wording.prompt(study.questions[0]).text == "How long do we keep the picture?"
    assert wording.prompt(study.questions[0], "continued").text == "When is it gone?"
    assert wording.arm("none").shows == "nothing"


def test_hashes(view):
    """A plan is another one where it asks or promises something else, and not where it is opened."""
    study: Study = view.study
    opened = study.model_copy(update={"status": "open"})
    other = study.model_copy(update={"consent": study.consent.model_copy(update={"text": "Stop when you like."})})
    assert protocol_hash(opened) == protocol_hash(study) != protocol_hash(other)
    assert consent_hash(opened) == consent_hash(study) != consent_hash(other)


def test_where_each_sentence_stands(view):
    """Each sentence has a path among the translations and a place in the file."""
    found = StudyView(view)
    assert [path for path, _ in sentences(view.study)] == list(found.texts)
    assert found.document.place(found.texts["study.questions.kept.options.always.text"]).line == 20
    assert found.language == "en"


def test_no_study(tmp_path):
    with pytest.raises(ValueError, match="desk has no study"):
        StudyView(seen(tmp_path))
