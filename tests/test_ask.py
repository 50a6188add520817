"""Fifteen answers become a draft with one sign; whoever breaks off leaves nothing behind."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from projects import contents, edit, small

from toolkit import ask
from toolkit.errors import ProjectError, UsageError
from toolkit.examine import examine
from toolkit.load import load
from toolkit.source import HIDDEN

DAY = dt.date(2026, 5, 4)
ANSWERS = {
    "name": "Front desk of the library",
    "service": "reader",
    "organisation": "Example City Library",
    "person": "Ask anybody at this desk",
    "telephone": "+44 20 7946 0100",
    "email": "ask@library.example",
    "headline": "AI reads your form at this desk",
    "purpose": "A camera reads your form, so that you wait less.",
    "benefit": "You wait less.",
    "collected": "A picture of your form",
    "not_recorded": "Your face and your voice",
    "retention": "24 hours",
    "recipients": "Nobody",
    "oversight": "1",
    "choice": "Ask us to type your form",
}


def typing(answers: Iterable[str]) -> Callable[[str], str]:
    """Somebody who types *answers* and then closes the terminal."""
    left = iter(answers)

    def answer(_: str) -> str:
        try:
            return next(left)
        except StopIteration:
            raise EOFError from None

    return answer


def asked(project, answers, said=None):
    """The place that *answers* make; *said* takes what was said about them."""
    say = [].append if said is None else said.append
    (path,) = ask.deployment(project, "desk", typing(answers), say)
    content = load(project)
    assert content.findings == []
    assert path == project.deployments / "desk/deployment.yml"
    return content.deployments["desk"].record


def test_fifteen_questions():
    """There are fifteen, each with an example that is taken as an answer."""
    assert len(ask.QUESTIONS) == 15
    assert [question.key for question in ask.QUESTIONS] == list(ANSWERS)
    wrong = {q.key: q.check(each) for q in ask.QUESTIONS for each in q.example.split("; ") if q.check(each)}
    assert wrong == {}


def test_a_whole_draft(tmp_path):
    """Fifteen good answers make a draft with one sign that says what was answered, without any error."""
    project = small(tmp_path, "reader", "other")
    place = asked(project, ANSWERS.values())
    assert (place.name, place.status, place.services) == ("Front desk of the library", "draft", ("reader",))
    assert place.controller.name == "Example City Library"
    assert [(each.kind, each.value) for each in place.controller.contacts] == [
        ("person", "Ask anybody at this desk."),
        ("telephone", "+44 20 7946 0100"),
        ("email", "ask@library.example"),
    ]
    (kept,) = place.kept
    assert (kept.name, kept.retention.value, kept.retention.unit) == ("A picture of your form", 24, "hours")
    assert kept.sharing_consent == "none_shared"
    assert (place.oversight.level, place.items.retention) == ("in_the_loop", "It is kept for 24 hours.")
    (sign,) = place.signs
    assert (sign.headline, sign.lead) == (
        "AI reads your form at this desk",
        "A camera reads your form, so that you wait less.",
    )
    told = {statement.id: (statement.title, statement.text) for statement in place.statements}
    assert [told[id] for id in sign.statements] == [
        ("Not recorded", "Your face and your voice."),
        ("Kept 24 hours", "A picture of your form."),
        ("Who checks", "A person checks each result before it counts."),
        ("You can choose", "Ask us to type your form."),
    ]
    errors = [finding for finding in examine(project, DAY, "desk") if finding.severity == "error"]
    assert errors == []


def test_empty_answers(tmp_path):
    """Whoever only presses Enter gets what is known already; the rest says that it is not described yet."""
    project = small(tmp_path, "reader")
    place = asked(project, [""] * 15)
    assert (place.name, place.services, place.controller.name) == ("Desk", ("reader",), "City of Example")
    assert place.signs[0].headline == "Not described yet: what the sign says."
    assert place.kept[0].retention is None
    assert place.oversight.statement == "Not described yet: who checks, and when."
    assert {contact.value for contact in place.controller.contacts} == {
        "Not described yet: where people can ask in person.",
        "Not described yet",
    }
    found = {finding.rule for finding in examine(project, DAY, "desk") if finding.severity == "error"}
    assert found == set()


def test_what_is_known_of_the_organisation(tmp_path):
    """The organisation's contact is offered."""
    project = small(tmp_path, "reader")
    edit(project, "services/organisation.yml", "name: City of Example", "name: City of Example\ncontact: Town hall")
    assert asked(project, [""] * 15).controller.contacts[0].value == "Town hall."


def test_oversight_of_the_service(tmp_path):
    """Where the service says itself who checks, an empty answer leaves that as it is."""
    project = small(tmp_path, "reader")
    path = project.root / "services/reader/service.yml"
    text = "oversight: {level: on_the_loop, statement: A clerk watches., who: a clerk}\n"
    path.write_text(path.read_text("utf-8") + text, "utf-8")
    assert asked(project, [""] * 15).oversight.statement == "A clerk watches."


@pytest.mark.parametrize(
    ("answer", "retention", "title", "text"),
    [
        ("30 days", ("duration", 30, "days", None), "Kept 30 days", "It is kept for 30 days."),
        ("One Day", ("duration", 1, "days", None), "Kept one day", "It is kept for one day."),
        ("not kept", ("none", None, None, None), "Not kept", "It is not kept."),
        (
            "until you leave.",
            ("until_event", None, None, "you leave"),
            "How long it is kept",
            "It is kept until you leave.",
        ),
    ],
)
def test_how_long(tmp_path, answer, retention, title, text):
    """A time is understood as people say it."""
    place = asked(small(tmp_path, "reader"), {**ANSWERS, "retention": answer}.values())
    kept = place.kept[0].retention
    assert (kept.kind, kept.value, kept.unit, kept.event) == retention
    assert place.statements[1].title == title
    assert place.items.retention == text


def test_somebody_else_gets_it(tmp_path):
    """Who else gets the data is named; why is left open."""
    place = asked(small(tmp_path, "reader"), {**ANSWERS, "recipients": "the printing firm"}.values())
    (sharing,) = place.kept[0].recipients
    assert (sharing.who, sharing.why) == ("the printing firm", "Not described yet: why they get it.")
    assert place.items.access == "The printing firm."


@pytest.mark.parametrize(
    ("key", "wrong", "said"),
    [
        ("service", "raeder", "There is no service called 'raeder'. Did you mean reader?"),
        ("service", "", "There is no service called ''. Known here: other, reader"),
        ("telephone", "call us", "That is no telephone number. Write digits, such as 555 0100."),
        ("telephone", "12", "That is no telephone number. Write digits, such as 555 0100."),
        ("email", "ask at library", "That is no e-mail address. Write it as ask@library.example."),
        ("headline", "one two three four five six seven eight nine", "That has 9 words. At most 8 can be read from afar."),
        ("retention", "for some time", "Write 24 hours, 30 days, until you leave, or not kept."),
        ("retention", "0 days", "Write 24 hours, 30 days, until you leave, or not kept."),
        ("oversight", "4", "Answer 1, 2 or 3."),
        ("retention", "until .", "Write 24 hours, 30 days, until you leave, or not kept."),
        ("recipients", ".", "That holds no word. Type one, or press Enter to leave it open."),
        ("name", "x" * 201, "That is longer than 200 characters. Say it in one short sentence."),
        ("purpose", "To read <b>it</b>", "That holds a tag: write plain text; to compare, put spaces around the sign."),
        ("choice", "Type it\u202e", "That holds a character nobody can see. Type it again."),
    ],
)  # fmt: skip
def test_wrong_answers(tmp_path, key, wrong, said):
    """A wrong answer is told at once and the question asked again."""
    answers = [each for name, answer in ANSWERS.items() for each in ([wrong, answer] if name == key else [answer])]
    heard = []
    place = asked(small(tmp_path, "reader", "other"), answers, heard)
    assert heard == [said]
    assert place.signs[0].headline == ANSWERS["headline"]


@pytest.mark.parametrize("count", [0, 1, 14])
@pytest.mark.parametrize("end", [EOFError, KeyboardInterrupt])
def test_breaking_off(tmp_path, count, end):
    """Whoever breaks off leaves nothing behind and is told how to go on."""
    project = small(tmp_path, "reader")
    before = contents(project.root)
    left = iter(list(ANSWERS.values())[:count])

    def answer(_):
        try:
            return next(left)
        except StopIteration:
            raise end from None

    with pytest.raises(ask.StoppedError) as caught:
        ask.deployment(project, "desk", answer, [].append)
    assert str(caught.value) == f"stopped at question {count + 1} of 15; nothing was written"
    assert caught.value.help == "start again with: disclose new deployment desk --ask"
    assert caught.value.exit_code == 130
    assert contents(project.root) == before


def never(_: str) -> str:
    raise AssertionError("a question was asked")


def test_refused_before_the_first_question(tmp_path):
    """A bad id, an id that is taken, and a project without a service are told before anything is asked."""
    project = small(tmp_path / "one", "reader")
    asked(project, [""] * 15)
    with pytest.raises(ProjectError, match=r"deployments/desk/deployment\.yml exists already"):
        ask.deployment(project, "desk", never)
    with pytest.raises(UsageError, match=r"'\.\./desk' is no id"):
        ask.deployment(project, "../desk", never)
    with pytest.raises(ProjectError, match="there is no service yet"):
        ask.deployment(small(tmp_path / "none"), "desk", never)


TYPED = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)


@settings(max_examples=60)
@given(answers=st.fixed_dictionaries(dict.fromkeys(ANSWERS, TYPED)))
def test_whatever_is_typed(tmp_path_factory, answers):
    """Quotes, colons, any script and any sign: the file can be read, and holds what was taken as an answer."""
    project = small(tmp_path_factory.mktemp("asked"), "reader")
    wrong = []
    typed = [
        each for key, answer in ANSWERS.items() for each in (answers[key], "reader" if key == "service" else answer)
    ]
    # Where the first answer of a question is taken, the second becomes the first of the next: enough for all.
    place = asked(project, [*typed, *ANSWERS.values(), *[""] * 15], wrong)
    assert len(place.signs) == 1
    assert not HIDDEN.search((project.deployments / "desk/deployment.yml").read_text("utf-8"))


@pytest.mark.parametrize(
    "text",
    [
        '"A": 😀 #1 - x',
        "O'Neill & Söhne",
        "مكتب الاستقبال",
        "yes",
        "1.0",
        "null",
        "- x",
        "--- x",
        "100 %",
        "a\\nb",
        "@x",
        "*x",
    ],
)
def test_names_of_any_kind(tmp_path, text):
    """Names stand in the file as they were typed."""
    place = asked(small(tmp_path, "reader"), {**ANSWERS, "name": text, "organisation": text}.values())
    assert (place.name, place.controller.name) == (text, text)
