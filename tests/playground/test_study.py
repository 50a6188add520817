"""The page on which people take part in a study: consent, code, each kind of question, the way back, the way out."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from asked import ASKED, PLAN, asked
from desk import desk
from projects import edit, write
from streamlit.testing.v1 import AppTest

from playground.parts import sitting
from playground.parts.questions import bare
from playground.server.kept import store
from playground.server.pace import Pace, Rate
from playground.server.places import open_places
from toolkit.study.enquiry import Enquiry

ROOT = Path(__file__).parents[2]
START = dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC)
CODE_SEEN = "I have it. To the first question"


@pytest.fixture
def clock(monkeypatch):
    """The time, which a test may move; nobody is too fast."""
    time = [START]
    monkeypatch.setattr("playground.server.kept.now", lambda: time[0])
    for module in ("consent", "answering", "own_answers"):
        monkeypatch.setattr(f"playground.parts.{module}.now", lambda: time[0])
    monkeypatch.setattr(sitting, "PACE", Pace())
    return time


@pytest.fixture
def project(tmp_path, monkeypatch, clock):
    """A place with an open study."""
    monkeypatch.setenv("DISCLOSE_PROJECT", str(tmp_path))
    return asked(tmp_path)


def opened(**query: str) -> AppTest:
    """The page in a session of its own."""
    app = AppTest.from_file(str(ROOT / "playground/pages/study.py"), default_timeout=60)
    for name, value in query.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    return app


def press(app: AppTest, label: str) -> AppTest:
    """The page after its button *label*."""
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception
    return app


def tick(app: AppTest, *labels: str) -> None:
    for label in labels:
        next(box for box in app.checkbox if box.label == label).check()


def begun(*clauses: str, **query: str) -> AppTest:
    """The page at the first question, after consent to *clauses* too."""
    app = opened(**query)
    tick(app, "I have read this, and I want to take part.", *clauses)
    return press(press(app, "I agree, begin"), CODE_SEEN)


def html(app: AppTest) -> str:
    return "\n".join(str(element.proto.body) for element in app.get("html"))


def given(project, use: str = "real") -> dict[str, object]:
    """Answers by question."""
    return {row.item: row.answer for row in enquiry(project).given(use)}


def enquiry(project) -> Enquiry:
    return Enquiry(store(project), open_places(project)["desk"])


def to_the_end(app: AppTest) -> AppTest:
    """Everything answered or passed over, at the list of all answers."""
    app.radio[0].set_value("no")
    press(press(press(app, "Next"), "I have read it"), "Go on without it")
    for _ in range(4):
        press(app, "Skip this question")
    return app


def test_without_a_study_the_page_says_so(tmp_path, monkeypatch):
    desk(tmp_path)
    monkeypatch.setenv("DISCLOSE_PROJECT", str(tmp_path))
    app = opened()

    assert app.title[0].value == "Do we explain this well?"
    assert "Nobody is asked anything at the moment." in html(app)


def test_nothing_is_agreed_to_beforehand_and_nothing_goes_on_without_a_yes(project):
    app = opened()
    assert [box.value for box in app.checkbox] == [False, False, False, False]
    assert "On 30 June 2027 all answers are deleted." in html(app)
    tick(app, "Words of mine may be printed, without my name.")
    press(app, "I agree, begin")

    assert "Tick the first box if you want to take part." in html(app)
    assert list(app.code) == []


def test_who_says_no_is_counted_and_nothing_else(project):
    app = press(opened(), "No, thank you")

    assert "nothing about you was kept" in html(app)
    assert given(project) == {}


def test_each_clause_is_kept_by_itself(project):
    begun("Words of mine may be printed, without my name.")
    app = begun("You may ask me about myself.")
    app.radio[0].set_value("no")
    press(app, "Next")

    [row] = enquiry(project).given()
    assert (row.quotes, row.background, row.channel, row.language) == (False, True, "streamlit", "en")


def test_a_whole_study(project):
    app = begun("You may ask me about myself.")
    app.radio[0].set_value("yes")
    press(app, "Next")
    app.text_area[0].set_value("  Something about <b>forms</b>. ")
    press(app, "Next")
    assert "AI reads your form" in html(app)
    press(app, "I have read it")
    assert "Let the machine read a form" in html(app)
    press(app, "I have tried it")
    app.radio[0].set_value("day")
    press(app, "Next")
    tick(app, "My form")
    press(app, "Next")
    tick(app, "I don't know")
    press(app, "Next")
    app.radio[0].set_value("4")
    press(app, "Next")
    press(app, "Skip this question")
    assert given(project) == {
        "noticed": ("yes",),
        "which": "Something about <b>forms</b>.",
        "notice": None,
        "task": None,
        "kept": ("day",),
        "recorded": ("form",),
        "words": ("dont-know",),
        "fine": 4,
        "age": None,
    }
    assert "Something about &lt;b&gt;forms&lt;/b&gt;." in html(app)
    press(app, "Finish")
    assert "Your answers are kept." in html(app)
    assert {row.state for row in enquiry(project).given()} == {"complete"}


def test_what_depends_on_an_answer_is_asked_only_after_it(project):
    app = begun()
    app.radio[0].set_value("no")
    press(app, "Next")

    assert "Please read this as you would read it there" in html(app)


def test_questions_about_oneself_need_a_yes_of_their_own(project):
    app = to_the_end(begun())

    assert "That was the last question" in html(app)
    assert "How old are you?" not in html(app)


def test_the_notice_may_be_looked_at_again_only_after_it_was_shown(project):
    app = begun()
    assert list(app.expander) == []
    press(press(press(app, "Skip this question"), "I have read it"), "Go on without it")

    assert app.expander[0].label == "Look at the notice again"


@pytest.mark.parametrize(
    ("ticked", "message"),
    [
        ((), "Choose an answer, or skip this question."),
        (("My form", "I don't know"), "does not go with other answers"),
    ],
)
def test_what_cannot_be_kept_is_told(project, ticked, message):
    app = begun()
    for label in ("Skip this question", "I have read it", "Go on without it", "Skip this question"):
        press(app, label)
    tick(app, *ticked)
    press(app, "Next")

    assert message in html(app)
    assert "What does the camera record?" in html(app)
    assert "recorded" not in given(project)


def test_an_answer_can_be_changed_before_the_end_and_not_after(project):
    app = to_the_end(begun())
    press(app, "Change: How long is the picture of your form kept?")
    app.radio[0].set_value("always")
    press(app, "Next")
    assert given(project)["kept"] == ("always",)
    press(app, "Finish")

    assert not [button.label for button in app.button if button.label.startswith("Change")]


def test_back_shows_what_was_answered(project):
    app = begun()
    app.radio[0].set_value("yes")
    press(press(app, "Next"), "Back")

    assert app.radio[0].value == "yes"


def test_a_page_loaded_anew_knows_nobody_and_the_code_goes_on(project):
    """On another device too, at the first question without an answer."""
    app = press(_agreed(), CODE_SEEN)
    code = app.session_state["test.code"]
    app.radio[0].set_value("yes")
    press(app, "Next")

    other = opened()
    assert "What did it say?" not in html(other)
    other.text_input[0].set_value(code.upper().replace("-", " "))
    press(other, "Go on")
    assert "What did it say?" in html(other)
    assert list(other.code) == []


def _agreed() -> AppTest:
    """The page that shows the code, which is noted for the test."""
    app = opened()
    tick(app, "I have read this, and I want to take part.")
    press(app, "I agree, begin")
    assert "it forgets who you are" in html(app)
    app.session_state["test.code"] = app.code[0].value
    return app


@pytest.mark.parametrize("code", ["", "abcd-efgh-jkmn-pqrs-tuvw", "no code"])
def test_a_code_of_nobody_leads_nowhere(project, code):
    app = opened()
    app.text_input[0].set_value(code)
    press(app, "Go on")

    assert "There are no answers with this code." in html(app)
    assert "Do you want to take part?" in html(app)


def test_codes_cannot_be_tried_without_end(project, monkeypatch):
    monkeypatch.setattr(sitting, "PACE", Pace(Rate(0, 1e9)))
    app = opened()
    app.text_input[0].set_value("abcd-efgh-jkmn-pqrs-tuvw")
    press(app, "Go on")

    assert "Try again in a few minutes." in html(app)


def test_one_sees_what_is_kept_and_withdraws(project):
    app = begun()
    app.radio[0].set_value("yes")
    press(press(app, "Next"), "See what is kept")
    assert "<strong>Did you notice a sign at the desk?</strong><br>Yes" in html(app)
    press(press(app, "Withdraw"), "No, keep my answers")
    assert "What did it say?" in html(app)
    press(press(app, "Withdraw"), "Withdraw and delete everything")

    assert "Your answers are gone from our database for good." in html(app)
    assert given(project) == {}
    assert "Do you want to take part?" in html(app)


def test_a_screen_is_left_for_the_next_person(project):
    app = begun()
    app.radio[0].set_value("yes")
    press(press(press(app, "Next"), "Stop for now"), "Leave this screen")

    assert "This screen is free" in html(app)
    assert "study.token" not in app.session_state
    assert given(project) == {"noticed": ("yes",)}


def test_the_second_time_other_words_ask_the_same(project, clock):
    app = press(_agreed_again(), "Finish")
    code = app.session_state["test.code"]
    assert "After 14\xa0days you can answer once more" in html(app)
    clock[0] = START + dt.timedelta(days=14)
    other = opened()
    other.text_input[0].set_value(code)
    press(other, "Go on")
    press(press(other, "I have read it"), "Go on without it")

    assert "After how long is the picture deleted?" in html(other)


def _agreed_again() -> AppTest:
    app = opened()
    tick(app, "I have read this, and I want to take part.", "You may ask me a second time in two weeks.")
    press(app, "I agree, begin")
    app.session_state["test.code"] = app.code[0].value
    return to_the_end(press(app, CODE_SEEN))


def test_a_draft_takes_trial_answers_that_do_not_count(project):
    edit(project, PLAN, "status: open", "status: draft")
    assert "Trial: answers do not count" in html(opened())
    app = begun()
    app.radio[0].set_value("yes")
    press(app, "Next")

    assert "Trial: answers do not count" in html(app)
    assert (given(project), given(project, "demo")) == ({}, {"noticed": ("yes",)})


@pytest.mark.parametrize(
    ("when", "message", "buttons"), [("closed", "The study has ended.", ["Go on"]), ("over", "The study is over", [])]
)
def test_a_study_that_takes_no_answers(project, clock, when, message, buttons):
    """Whoever has a code can still see and withdraw, until everything was deleted."""
    if when == "closed":
        edit(project, PLAN, "status: open", "status: closed")
    else:
        clock[0] = dt.datetime(2027, 7, 1, tzinfo=dt.UTC)
    app = opened()

    assert message in html(app)
    assert [button.label for button in app.button] == buttons


def test_a_changed_consent_is_asked_for_again(project):
    app = begun()
    edit(project, PLAN, "Words of mine may be printed, without my name.", "Words of mine may be printed.")
    app.run()
    assert "What you agree to has changed" in html(app)
    assert [box.value for box in app.checkbox] == [False, False, False, False]
    tick(app, "I have read this, and I want to take part.")
    press(app, "I agree, go on")

    assert "Did you notice a sign at the desk?" in html(app)


def test_without_codes_nothing_leads_back(project):
    edit(project, PLAN, "status: open", "status: open\nmode: anonymous")
    app = opened()
    assert "Without a code we cannot find your answers later" in html(app)
    assert list(app.text_input) == []
    tick(app, "I have read this, and I want to take part.")
    press(app, "I agree, begin")
    assert list(app.code) == []
    press(to_the_end(app), "Finish")

    assert "Your answers are kept." in html(app)
    assert "study.token" not in app.session_state


def test_the_questions_are_asked_in_the_language_that_was_chosen(project):
    """Those that have no translation, and those of a study that has not this language, in another one that is told."""
    assert "भाषा में नहीं हैं" in html(opened(lang="hi"))
    assert "भाषा में नहीं हैं" not in html(opened(lang="ar"))


def test_a_place_that_is_not_there_is_told(project):
    app = opened(place="../secret")

    assert "No study has this address." in html(app)
    assert "Do you want to take part?" in html(app)


def test_one_place_of_several_is_chosen(project):
    place = (project.root / "deployments/desk/deployment.yml").read_text("utf-8")
    write(
        project.root,
        "deployments/door/deployment.yml",
        place.replace('"id": "desk",\n "name": "Front desk"', '"id": "door",\n "name": "Door"'),
    )
    write(project.root, "deployments/door/study.yml", ASKED.replace("deployment: desk", "deployment: door"))
    app = opened(place="door")

    assert (app.selectbox[0].options, app.selectbox[0].value) == (["Front desk", "Door"], "door")


def test_a_store_that_cannot_be_opened_is_told(project):
    (project.root / ".disclose").write_text("")

    assert "We cannot keep it at the moment." in html(opened())


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("1. Never *ever* [x](y)", r"1\. Never \*ever\* \[x\](y)"),
        ("- $5 or :red[more]", r"\- \$5 or :red\[more\]"),
        ("One day", "One day"),
    ],
)
def test_a_label_shows_each_of_its_characters(text, label):
    assert bare(text) == label
