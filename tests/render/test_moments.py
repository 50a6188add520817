"""Texts for their moment, as data."""

from __future__ import annotations

import json

from notices import seen, translated

from toolkit.render import moments


def rows(view, language):
    files = {each.path: each.data for each in moments.write(view)}
    return json.loads(files[f"notices/desk/just-in-time.{language}.json"])


def test_only_notices_of_the_moment_and_of_failure_are_listed(tmp_path):
    """A sign is no text for a program; a hand-over after a failure is."""
    assert rows(seen(tmp_path), "en") == [
        {
            "id": "failed",
            "moment": "When it cannot read a form.",
            "text": "It cannot read this form. I will type it.",
            "more": "https://city.example/notices/desk/en/",
            "lang": "en",
            "dir": "ltr",
            "state": "source",
        }
    ]


def test_language_and_state_are_those_of_the_text(tmp_path):
    """A program is told that a text is not translated, and in which language it is."""
    files = translated("ar", notices__failed__text="It cannot read this form. I will type it.|لا يمكن قراءته.")
    languages = "languages: [en, ar, es]"
    view = seen(tmp_path, languages, files=files)
    arabic, spanish = rows(view, "ar")[0], rows(view, "es")[0]

    assert (arabic["text"], arabic["lang"], arabic["dir"], arabic["state"]) == (
        "لا يمكن قراءته.",
        "ar",
        "rtl",
        "unreviewed",
    )
    assert (spanish["lang"], spanish["dir"], spanish["state"]) == ("en", "ltr", "missing")


def test_text_for_one_language_is_left_out_of_the_others(tmp_path):
    """A notice that names its languages is given in these."""
    only = (
        "notices: [{id: n, kind: just_in_time, channel: app, audience: visitors, moment: Then., text: Look.,"
        " languages: [en]}]"
    )
    view = seen(tmp_path, only)

    assert [row["id"] for row in rows(view, "en")] == ["n"]
    assert rows(view, "es") == []


def test_without_an_address_a_program_can_call(tmp_path):
    """What leads further is the first way to ask that a program can open."""
    assert rows(seen(tmp_path, "notice_address:"), "en")[0]["more"] == "tel:5550100"
