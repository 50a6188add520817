"""What readers are told: which texts, which figures, and what changes the hash."""

from __future__ import annotations

import pytest
from desk import DESK, desk, place
from projects import edit

from toolkit.model.posted import message_hash
from toolkit.view.told import Sentence, message, sentences

FILE = "deployments/desk/deployment.yml"


def told(root, *edits):
    return message(place(desk(root, *edits)))


def test_sentences(tmp_path):
    """Texts are told in the order of the metadata, each with its path; numbers and addresses are no sentences."""
    found = sentences(place(desk(tmp_path)))
    assert found[:8] == (
        Sentence("name", "Front desk"),
        Sentence("controller.contacts.person.value", "Ask at this desk"),
        Sentence("place.name", "The front desk"),
        Sentence("purpose", "To read your form, so that you wait less."),
        Sentence("benefits", "You wait less."),
        Sentence("items.collected", "A picture of your form."),
        Sentence("items.retention", "The picture is kept for 24 hours."),
        Sentence("not_collected", "Your face"),
    )
    assert Sentence("not_collected", "Your voice") in found
    assert [s.path for s in found if s.path.startswith("signs.door")] == [
        "signs.door.headline",
        "signs.door.lead",
        "signs.door.accessible_form.said_by",
        "signs.door.accessible_form.felt",
    ]
    texts = {sentence.text for sentence in found}
    assert not texts & {"555 0100", "1 Book Street", "City of Example", "24", "hours", "k7m2", "example"}


def test_a_text_that_stands_twice(tmp_path):
    """The same text at the same path is told once, at two paths twice."""
    found = sentences(place(desk(tmp_path, ("[Your face, Your voice]", "[Your face, Your face]"))))
    assert [s for s in found if s.path == "not_collected"] == [Sentence("not_collected", "Your face")]
    assert [s.path for s in found if s.text == "It saves you waiting."] == ["signs.desk.lead", "signs.door.lead"]


def test_message(tmp_path):
    """A message holds texts, names, numbers and choices by path; several entries of one path are a list."""
    known = told(tmp_path)
    assert known["controller.name"] == "City of Example"
    assert known["controller.contacts.telephone.value"] == "555 0100"
    assert known["not_collected"] == ["Your face", "Your voice"]
    assert known["benefits"] == "You wait less."
    assert known["kept.picture.retention.value"] == 24
    assert known["kept.picture.retention.unit"] == "hours"
    assert known["oversight.level"] == "in_the_loop"
    assert known["signs.desk.statements"] == ["faces", "kept-short"]
    assert not {"id", "status", "signs.desk.code", "signs.desk.format", "languages", "notice_address"} & known.keys()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("status: example", "status: draft"),
        ("languages: [en, es]", "languages: [en, de, es]"),
        ("code: k7m2", "code: k7m3"),
        ("place: On the desk.", "place: On the wall."),
        ("notice_address: https://city.example", "notice_address: https://town.example"),
        ("languages: [en, es]", "languages: [en, es]\nreview_due: 2027-01-01\nreviewed_by: none"),
        ("languages: [en, es]", "languages: [en, es]\neffective: 2026-01-01"),
        ("moment: Before you hand in a form.", "moment: At the desk."),
        ("role: Visitors", "role: Guests"),
    ],
    ids=lambda text: text[:30],
)
def test_what_readers_are_not_told(tmp_path, old, new):
    """Status, dates, codes, languages and words for those who hang the sign leave the hash as it is."""
    before = message_hash(told(tmp_path))
    edit_project = desk(tmp_path, (old, new))
    assert message_hash(message(place(edit_project))) == before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("value: 24, unit: hours", "value: 48, unit: hours"),
        ("value: 24, unit: hours", "value: 24, unit: days"),
        ("[Your face, Your voice]", "[Your face]"),
        ("[Your face, Your voice]", "[Your voice, Your face]"),
        ("kind: telephone, value: 555 0100", "kind: telephone, value: 555 0101"),
        ("name: City of Example", "name: Town of Example"),
        ("level: in_the_loop", "level: on_the_loop"),
        ("title: Kept 24 hours", "title: Kept one day"),
        ("statements: [faces, kept-short]", "statements: [faces]"),
        ("category: personal", "category: sensitive"),
    ],
    ids=lambda text: text[:30],
)
def test_what_readers_are_told(tmp_path, old, new):
    """A figure, a choice from a list, an entry more or less, and their order change the hash."""
    before = message_hash(told(tmp_path))
    assert message_hash(told(tmp_path, (old, new))) != before


def test_the_hash_stays(tmp_path):
    """The order of keys in the file does not matter."""
    before = message_hash(told(tmp_path))
    lines = DESK.splitlines()
    purpose = next(line for line in lines if line.startswith("purpose:"))
    project = desk(tmp_path)
    edit(project, FILE, f"{purpose}\n", "")
    edit(project, FILE, "languages: [en, es]\n", f"languages: [en, es]\n{purpose}\n")
    assert message_hash(message(place(project))) == before


def test_each_pattern_is_told_once():
    """No part of the message is listed both as a sentence and as a figure."""
    from toolkit.view.told import FIGURES, SENTENCES

    patterns = [*SENTENCES, *FIGURES]
    assert sorted({pattern for pattern in patterns if patterns.count(pattern) > 1}) == []
