"""The leaflet: everything a reader is told, in their language, on as many pages as it takes."""

from __future__ import annotations

import io

import pikepdf
from notices import seen, translated
from projects import TODAY

from toolkit.paths import Project
from toolkit.render import leaflet
from toolkit.typeset import Typesetter


def texts(told):
    return [each["text"] for each in told]


def pages(data: bytes) -> int:
    with pikepdf.open(io.BytesIO(data)) as opened:
        return len(opened.pages)


class TestContent:
    def test_headline_purpose_and_benefits_come_from_the_place(self, tmp_path):
        told = leaflet.content(seen(tmp_path), "en")
        assert told["headline"]["text"] == "AI reads your form"
        assert told["purpose"]["text"] == "To read your form, so that you wait less."
        assert texts(told["benefits"]) == ["You wait less."]
        assert texts(told["risks"]) == ["A wrong word can end in your record."]
        assert texts(told["not_collected"]) == ["Your face", "Your voice"]

    def test_every_statement_is_a_row_what_is_not_recorded_first(self, tmp_path):
        told = leaflet.content(seen(tmp_path), "en")
        assert [(fact["title"]["text"], fact["text"]["text"]) for fact in told["facts"]] == [
            ("Not recorded", "Your face and voice."),
            ("Kept 24 hours", "Your record stays."),
            ("You can choose", "Ask us to type it."),
        ]
        assert all(fact["icon"].startswith("<svg") for fact in told["facts"])

    def test_what_is_kept_says_how_long_from_when_and_who_sees_it(self, tmp_path):
        kept = """\
kept:
  - {id: picture, name: Picture, category: personal, purpose: To read it., access: [clerks, the head of the desk],
     retention: {kind: duration, value: 24, unit: hours, starts: when it is taken, condition: A program deletes it.},
     recipients: [{who: A printer, why: It prints the cards.}]}
"""
        [row] = leaflet.content(seen(tmp_path, kept), "en")["kept"]
        assert row["name"]["text"] == "Picture"
        assert row["purpose"]["text"] == "To read it."
        assert row["time"]["text"] == "Kept for at most 24\N{NO-BREAK SPACE}hours"
        assert texts(row["starts"]) == ["when it is taken"]
        assert texts(row["condition"]) == ["A program deletes it."]
        assert texts(row["seen"]) == ["Clerks and the head of the desk"]
        assert [line["text"]["text"] for line in row["others"]][:2] == ["A printer", "It prints the cards."]

    def test_choices_rights_and_who_hears_complaints(self, tmp_path):
        told = leaflet.content(seen(tmp_path), "en")
        assert [choice["title"]["text"] for choice in told["choices"]] == ["We type your form."]
        assert told["rights"] == ["See what there is about you", "Have it deleted"]
        assert texts(told["authority"]) == ["Example Authority", "555 0199"]

    def test_how_it_reaches_people_who_cannot_see_it_is_said_once(self, tmp_path):
        told = leaflet.content(seen(tmp_path), "en")
        assert texts(told["listen"]) == ["The clerk reads it to you.", "Call 555 0101 to hear this sign."]

    def test_what_is_not_translated_stands_in_its_own_language(self, tmp_path):
        told = leaflet.content(seen(tmp_path, files=translated("es", benefits="You wait less.|Espera menos.")), "es")
        assert told["benefits"] == [{"text": "Espera menos.", "language": "es"}]
        assert told["purpose"]["language"] == "en"
        assert set(told["languages"]) == {"es", "en"}


class TestWrite:
    def test_there_is_one_in_large_print(self, tmp_path):
        files = leaflet.write(seen(tmp_path), "en", Typesetter(Project(tmp_path), TODAY))
        assert [file.path for file in files] == [
            "notices/desk/leaflet.en.pdf",
            "notices/desk/leaflet-large.en.pdf",
        ]
        assert [pages(file.data) for file in files] == [2, 3]

    def test_long_texts_run_on_to_further_pages(self, tmp_path):
        told = ", ".join(f'"Number {number} of the things that nobody here records."' for number in range(200))
        files = leaflet.write(seen(tmp_path, f"not_collected: [{told}]"), "en", Typesetter(Project(tmp_path), TODAY))
        assert pages(files[0].data) == 7
