"""The paper form for requests: no more than time, place, what is wanted, and how to answer."""

from __future__ import annotations

from notices import seen
from projects import TODAY

from toolkit.paths import Project
from toolkit.render import request
from toolkit.typeset import Typesetter


def test_it_asks_for_time_and_place_and_for_nothing_else(tmp_path):
    words = request.content(seen(tmp_path), "en")["words"]
    assert {key: words[key] for key in words if key != "contact.authority"} == {
        "form.little": "This form asks for time and place. It asks for no name and no identity document.",
        "request.time": "When was it?",
        "form.day": "Day",
        "form.time": "Time, about",
        "request.place": "Where was it?",
        "request.want": "What do you want?",
        "form.words": "In your own words, if you like:",
        "request.answer": "How can we answer you?",
        "request.answer-hint": "Only if you want an answer. A telephone number or an e-mail address is enough.",
        "form.reach": "Number or address",
        "form.hand-in": "Where to hand it in",
    }


def test_the_boxes_are_the_rights_that_the_place_names(tmp_path):
    assert request.content(seen(tmp_path), "en")["rights"] == ["See what there is about you", "Have it deleted"]


def test_answers_come_only_by_ways_that_the_place_has(tmp_path):
    told = request.content(seen(tmp_path), "en")
    assert told["ways"] == ["I come back and ask", "By telephone", "By e-mail"]
    fewer = seen(tmp_path / "fewer", "controller: {contacts: [{kind: post, value: 1 Book Street}]}")
    assert request.content(fewer, "en")["ways"] == ["By letter"]


def test_there_is_none_without_rights(tmp_path):
    view = seen(tmp_path, "law: {personal_data: false, basis: none, rights: []}")
    assert request.write(view, "en", Typesetter(Project(tmp_path), TODAY)) == []
    assert request.fit(view, "en", Typesetter(Project(tmp_path), TODAY)) is None


def test_it_is_named_by_its_language(tmp_path):
    [file] = request.write(seen(tmp_path), "es", Typesetter(Project(tmp_path), TODAY))
    assert file.path == "notices/desk/rights-form.es.pdf"
