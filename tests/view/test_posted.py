"""Codes, what stands on one sign, and whether a posted sign still holds."""

from __future__ import annotations

import datetime as dt

import pytest
from desk import desk, place

from toolkit.model.posted import message_hash
from toolkit.view.posted import (
    Standing,
    address_of,
    code_of,
    freeze,
    frozen,
    label,
    owners,
    sign_message,
    standing,
    translated,
)

ADDRESS = "https://city.example"
DAY = dt.date(2026, 5, 4)
SPACE = "\N{NO-BREAK SPACE}"


def on_sign(root, *edits, sign=0):
    deployment = place(desk(root, *edits))
    return sign_message(deployment, deployment.signs[sign], ADDRESS)


def now(root, *edits, today=DAY):
    """How the sign `desk`, posted as the small place is, stands after *edits*."""
    before = place(desk(root))
    return standing(freeze(before, before.signs[0], ADDRESS), place(desk(root, *edits)), ADDRESS, today)


def told(root, *edits, today=DAY):
    """The same, in words."""
    found = now(root, *edits, today=today)
    return found.state, [str(each) for each in found.on_sign], [str(each) for each in found.behind]


def test_codes(tmp_path):
    """A code is the sign's own, else five letters made of the ids that never change."""
    desk_sign, door = place(desk(tmp_path)).signs
    assert code_of("desk", desk_sign) == "k7m2"
    assert code_of("desk", door) == "brfaf"
    assert code_of("hall", door) == "r62em"


def test_letters_of_codes(tmp_path):
    """No code holds a letter or digit that is taken for another one."""
    door = place(desk(tmp_path)).signs[1]
    codes = [code_of(f"place-{number}", door) for number in range(500)]
    assert {len(code) for code in codes} == {5}
    assert set("".join(codes)) == set("abcdefghjkmnpqrstuvwxyz23456789")


def test_owners(tmp_path):
    """Who uses a code: signs as they are, and signs that were posted under it."""
    project = desk(tmp_path, ("code: k7m2", "code: k7m3"))
    deployment = place(project)
    assert owners([deployment]) == {"k7m3": {("desk", "desk")}, "brfaf": {("desk", "door")}}
    posted = freeze(deployment, deployment.signs[0], ADDRESS).model_copy(update={"sign": "door"})
    assert owners([deployment], [posted])["k7m3"] == {("desk", "desk"), ("desk", "door")}


def test_what_stands_on_a_sign(tmp_path):
    """A sign prints its own words, its facts, who is responsible, how to reach them, its code and address."""
    assert on_sign(tmp_path) == {
        "controller.name": "City of Example",
        "controller.contacts.person.value": "Ask at this desk",
        "controller.contacts.telephone.value": "555 0100",
        "statements.faces.pictogram": "camera-off-outline",
        "statements.faces.title": "Not recorded",
        "statements.faces.text": "Your face and voice.",
        "statements.kept-short.pictogram": "delete-clock-outline",
        "statements.kept-short.title": "Kept 24 hours",
        "statements.kept-short.text": "Your record stays.",
        "signs.desk.pictogram": "file-eye-outline",
        "signs.desk.headline": "AI reads your form",
        "signs.desk.lead": "It saves you waiting.",
        "signs.desk.statements": ["faces", "kept-short"],
        "signs.desk.accessible_form.said_by": "The clerk reads it to you.",
        "signs.desk.accessible_form.call": "555 0101",
        "code": "k7m2",
        "notice_address": "https://city.example",
        "status": "example",
    }


def test_what_is_printed_of_the_status(tmp_path):
    """In force, nothing is printed of the status; of a pilot, its end as well."""
    pilot = on_sign(tmp_path, ("status: example", "status: pilot\nstatus_until: 2026-12-24"))
    assert (pilot["status"], pilot["status_until"]) == ("pilot", "2026-12-24")
    assert "status" not in on_sign(tmp_path, ("status: example", "status: in_force"))


def test_no_address(tmp_path):
    """Where nothing is published, no address is printed."""
    deployment = place(desk(tmp_path))
    assert "notice_address" not in sign_message(deployment, deployment.signs[0], "")


def test_address(tmp_path):
    """The address is the place's own, else the organisation's, without a slash at its end."""
    from toolkit.load import load

    project = desk(tmp_path, ("notice_address: https://city.example", "notice_address: https://city.example/ai/"))
    house = load(project).organisation.record
    here = place(project)
    assert address_of(here, house) == "https://city.example/ai"
    elsewhere = here.model_copy(update={"notice_address": None})
    assert address_of(elsewhere, house) == ""
    assert (
        address_of(elsewhere, house.model_copy(update={"public_url": "https://example.org/"})) == "https://example.org"
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("purpose: To read your form, so that you wait less.", "purpose: To read it."),
        ("value: 1 Book Street", "value: 2 Book Street"),
        ("headline: AI reads forms here", "headline: AI reads"),
        ("title: You can choose", "title: Choose"),
        ("The picture is kept for 24 hours.", "Kept for 24 hours."),
        ("[Your face, Your voice]", "[Your face]"),
        ("value: 2, unit: years", "value: 3, unit: years"),
    ],
    ids=lambda text: text[:30],
)
def test_a_change_elsewhere(tmp_path, old, new):
    """What changes in the notice or on another sign asks for no reprint of this one; its page says what changed."""
    assert on_sign(tmp_path, (old, new)) == on_sign(tmp_path)
    state, seen, behind = told(tmp_path, (old, new))
    assert (state, seen, len(behind)) == ("holds", [], 0 if "headline" in old else 1)


@pytest.mark.parametrize(
    ("old", "new", "seen"),
    [
        ("headline: AI reads your form", "headline: AI reads it", ["Sign desk, headline: AI reads your form -> AI reads it"]),
        ("value: 555 0100", "value: 555 0199", ["How to reach them (telephone): 555 0100 -> 555 0199"]),
        ("code: k7m2", "code: k7m3", ["Code of the sign: k7m2 -> k7m3"]),
        ("status: example", "status: draft", ["Status: example -> draft"]),
        ("statements: [faces, kept-short]", "statements: [faces]", ["gone: Fact: Kept 24 hours. Your record stays"]),
        ("said_by: The clerk reads it to you., call", "said_by: Ask the clerk., call", ["Sign desk, who reads it out: The clerk reads it to you. -> Ask the clerk."]),
    ],
    ids=lambda text: text[:30] if isinstance(text, str) else "",
)  # fmt: skip
def test_a_change_on_the_sign(tmp_path, old, new, seen):
    """What changes on the sign itself asks for a reprint, and is not told twice."""
    state, found, behind = told(tmp_path, (old, new))
    assert (state, found) == ("changed", seen)
    assert behind == []


def test_another_address(tmp_path):
    """Where the notice moved to another address, the code on the paper leads nowhere."""
    before = place(desk(tmp_path))
    record = freeze(before, before.signs[0], ADDRESS)
    found = standing(record, before, "https://town.example", DAY)
    assert [str(each) for each in found.on_sign] == [
        "Address of the full notice: https://city.example -> https://town.example"
    ]


def test_paper_that_became_untrue(tmp_path):
    """A sign that names a time is out of date once the data is kept for another time, whatever its words say now."""
    state, seen, behind = told(tmp_path, ("value: 24, unit: hours", "value: 30, unit: days"))
    assert state == "changed"
    assert seen == [f"Kept 24 hours, how long: 24 hours -> Picture of your form: kept for at most 30{SPACE}days"]
    assert len(behind) == 1


def test_the_same_time_in_other_words(tmp_path):
    """One day is 24 hours: the paper holds."""
    state, seen, behind = told(tmp_path, ("value: 24, unit: hours", "value: 1, unit: days"))
    assert (state, seen) == ("holds", [])
    assert len(behind) == 1


@pytest.mark.parametrize(
    ("edits", "why"),
    [
        ([("status: example", "status: retired")], "Status: example -> retired"),
        ([("- {id: desk, notice", "- {id: counter, notice")], "gone: The sign: desk"),
        (
            [("status: example", "status: pilot\nstatus_until: 2026-05-03")],
            "The pilot: until 2026-05-03 -> ended",
        ),
    ],
    ids=["retired", "no such sign", "pilot ended"],
)
def test_nothing_follows(tmp_path, edits, why):
    """A sign of a retired place, of a pilot that ended, or that is no more, has to come down."""
    state, seen, _ = told(tmp_path, *edits)
    assert (state, seen) == ("gone", [why])


def test_the_last_day_of_a_pilot(tmp_path):
    """On its last day a pilot still runs."""
    before = place(desk(tmp_path, ("status: example", "status: pilot\nstatus_until: 2026-05-04")))
    record = freeze(before, before.signs[0], ADDRESS)
    assert standing(record, before, ADDRESS, DAY) == Standing("holds")
    assert standing(record, before, ADDRESS, dt.date(2026, 5, 5)).state == "gone"


def test_a_place_that_is_gone(tmp_path):
    """Of a place that is no more, nothing follows."""
    before = place(desk(tmp_path))
    found = standing(freeze(before, before.signs[0], ADDRESS), None, "", DAY)
    assert (found.state, [str(each) for each in found.on_sign]) == ("gone", ["gone: The place: desk"])


def test_frozen(tmp_path):
    """A frozen version holds the sign, the notice and both hashes; lists are kept as tuples."""
    before = place(desk(tmp_path))
    record = freeze(before, before.signs[0], ADDRESS)
    assert record.sign_message["signs.desk.statements"] == ("faces", "kept-short")
    assert record.sign_hash == message_hash(on_sign(tmp_path))
    assert (record.code, record.deployment, record.sign, record.status) == ("k7m2", "desk", "desk", "example")
    assert frozen({"a": ["x"], "b": 1}) == {"a": ("x",), "b": 1}


def test_label():
    """A PDF says which sign it is by code and short hash."""
    assert label("k7m2", "9f31ab20" + "0" * 56) == "disclose:k7m2:9f31ab20"


def test_translated():
    """Only sentences are translated, each entry of a list by itself."""
    message = {"signs.desk.headline": "Hi", "not_collected": ("a", "b"), "code": "k7m2", "signs.desk.pictogram": "eye"}
    found = translated(message, {"signs.desk.headline", "not_collected"}, lambda path, text: f"{text} ({path[0]})")
    assert found == {"signs.desk.headline": "Hi (s)", "not_collected": ("a (n)", "b (n)")}
