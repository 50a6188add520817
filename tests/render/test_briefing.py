"""The briefing card: questions and answers, the desk's language beside the visitor's."""

from __future__ import annotations

from notices import seen, translated
from projects import TODAY

from toolkit.paths import Project
from toolkit.render import briefing
from toolkit.typeset import Typesetter


def test_the_desk_has_its_own_card_and_one_for_each_other_language(tmp_path):
    view, press = seen(tmp_path), Typesetter(Project(tmp_path), TODAY)
    names = [file.path for language in ("en", "es") for file in briefing.write(view, language, press)]
    assert names == ["notices/desk/briefing-card.en.pdf", "notices/desk/briefing-card.en+es.pdf"]


def test_what_people_ask_comes_before_the_items(tmp_path):
    told = briefing.content(seen(tmp_path), "en")
    assert [row[0]["question"]["text"] for row in told["rows"]] == [
        "Are you filming me?",
        "Which data is taken or processed?",
        "When is each kind of data deleted?",
    ]
    assert [row[0]["answer"]["text"] for row in told["rows"]] == [
        "No. It takes one picture.",
        "A picture of your form.",
        "The picture is kept for 24 hours.",
    ]
    assert told["heads"] == ["Question", "Answer"]


def test_rows_stand_side_by_side(tmp_path):
    files = translated("es", questions__filmed__question="Are you filming me?|¿Me graban?")
    told = briefing.content(seen(tmp_path, files=files), "es")
    assert [each["question"] for each in told["rows"][0]] == [
        {"text": "Are you filming me?", "language": "en"},
        {"text": "¿Me graban?", "language": "es"},
    ]
    assert told["heads"] == ["English", "Español"]
    assert told["language"] == "en"


def test_the_desk_is_told_what_to_offer_how_to_stop_it_and_whom_to_ask(tmp_path):
    told = briefing.content(seen(tmp_path, "oversight: {intervention: One key turns it off.}"), "es")
    assert [choice["title"]["text"] for choice in told["objects"]["choices"]] == ["We type your form."]
    assert [(line["label"], line["text"]["text"]) for line in told["objects"]["stop"]] == [
        ("How a person stops it", "One key turns it off."),
        ("How a mistake is put right", "Tell the desk."),
    ]
    assert [each["text"]["text"] for each in told["contacts"]][:2] == ["Ask at this desk", "555 0100"]


def test_the_first_language_of_the_place_is_that_of_the_desk(tmp_path):
    told = briefing.content(seen(tmp_path, "languages: [ar, en]"), "en")
    assert (told["language"], told["dir"], told["columns"]) == ("ar", "rtl", ["ar", "en"])


def test_the_card_lies_on_its_side(tmp_path):
    page = briefing.content(seen(tmp_path), "en")["page"]
    assert (page["width"], page["height"]) == (297.0, 210.0)
