"""What is different between two messages, in the reader's words, what matters most first."""

from __future__ import annotations

import pytest
from desk import desk, place
from hypothesis import given
from hypothesis import strategies as st

from toolkit.model.people import DisclosureItems
from toolkit.view.changes import ABOUT, Change, changes
from toolkit.view.posted import frozen
from toolkit.view.told import FIGURES, SENTENCES, message

SPACE = "\N{NO-BREAK SPACE}"
MOST = "Kept for at most"


def told(root, *edits):
    return frozen(message(place(desk(root, *edits))))


def different(root, *edits):
    """The changes that *edits* make, as a reader is told them."""
    return [str(change) for change in changes(told(root), told(root, *edits))]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "value: 24, unit: hours",
            "value: 30, unit: days",
            [f"Picture of your form, how long it is kept: {MOST} 24{SPACE}hours -> {MOST} 30{SPACE}days"],
        ),
        (
            "{kind: duration, value: 24, unit: hours}",
            "{kind: until_event, event: you leave, condition: It is never copied.}",
            [
                f"Picture of your form, how long it is kept: {MOST} 24{SPACE}hours -> Kept until you leave",
                "new: Picture of your form, what else holds for the time: It is never copied.",
            ],
        ),
        ("[Your face, Your voice]", "[Your face]", ["gone: What is not recorded: Your voice"]),
        (
            "[Your face, Your voice]",
            "[Your gait, Your voice]",
            ["new: What is not recorded: Your gait", "gone: What is not recorded: Your face"],
        ),
        (
            "[Your face, Your voice]",
            "[Your voice, Your face]",
            ["What is not recorded, in another order: Your face; Your voice -> Your voice; Your face"],
        ),
        (
            "benefits: [You wait less.]",
            "benefits: [You pay less.]",
            ["new: What people gain: You pay less.", "gone: What people gain: You wait less."],
        ),
        ("value: 555 0100", "value: 555 0199", ["How to reach them (telephone): 555 0100 -> 555 0199"]),
        (
            "level: in_the_loop",
            "level: after_the_fact",
            ["When a person decides: A person decides each time -> A person checks afterwards"],
        ),
        (
            "category: personal\n    purpose: To read it.",
            "category: health\n    purpose: To read it.",
            ["Picture of your form, kind of data: personal -> health"],
        ),
        ("name: Your record", "name: Your card", ["Name of data kept here: Your record -> Your card"]),
        ("title: Kept 24 hours", "title: Kept one day", ["Heading of a fact: Kept 24 hours -> Kept one day"]),
        (
            "text: Your record stays.",
            "text: Your card stays.",
            ["Kept 24 hours, in words: Your record stays. -> Your card stays."],
        ),
        (
            "headline: AI reads your form",
            "headline: AI reads it",
            ["Sign desk, headline: AI reads your form -> AI reads it"],
        ),
        ("statements: [faces, kept-short]", "statements: [faces]", ["gone: Sign desk, facts on it: Kept 24 hours"]),
        (
            "statements: [faces, kept-short]",
            "statements: [kept-short, faces]",
            ["Sign desk, facts on it, in another order: Not recorded; Kept 24 hours -> Kept 24 hours; Not recorded"],
        ),
        (
            "offer: We type your form.",
            "offer: You type it.",
            ["What you may do instead: We type your form. -> You type it."],
        ),
        ("how: Say so at the desk.", "how: Ring.", ["We type your form, how to do it: Say so at the desk. -> Ring."]),
        (
            "  - {id: typed, offer",
            "  - {id: online, offer: Use the web., how: Go there.}\n  - {id: typed, offer",
            ["new: Choice: Use the web. Go there"],
        ),
        (
            "  - {id: typed,",
            "  - {id: written,",
            [
                "new: Choice: We type your form. Say so at the desk",
                "gone: Choice: We type your form. Say so at the desk",
            ],
        ),
        (", text: A machine reads your form.", "", ["gone: Notice: A machine reads your form"]),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else "",
)
def test_one_change(tmp_path, old, new, expected):
    """One edit is one change, said with the name of what it belongs to; records come and go as a whole."""
    assert different(tmp_path, (old, new)) == expected


def test_what_matters_most_comes_first(tmp_path):
    """How long data is kept comes first, then what is not recorded, contacts, purpose, and the rest."""
    edits = [
        ("name: Front desk", "name: The desk"),
        ("headline: AI reads your form", "headline: AI reads it"),
        ("purpose: To read your form, so that you wait less.", "purpose: To read it."),
        ("value: 555 0100", "value: 555 0199"),
        ("[Your face, Your voice]", "[Your face]"),
        ("value: 24, unit: hours", "value: 30, unit: days"),
    ]
    assert [change.about for change in changes(told(tmp_path), told(tmp_path, *edits))] == [
        "Picture of your form, how long it is kept",
        "What is not recorded",
        "How to reach them (telephone)",
        "What it is for",
        "Sign desk, headline",
        "Name",
    ]


def test_recipients(tmp_path):
    """Somebody else who gets data is new by name."""
    more = ("value: 24, unit: hours}", "value: 24, unit: hours}\n    recipients: [{who: The printer, why: To print.}]")
    assert different(tmp_path, more) == [
        "new: Picture of your form, who else gets it: The printer",
        "new: Picture of your form, why others get it: To print.",
    ]


def test_data_that_is_new_or_gone(tmp_path):
    """Data that is kept anew is told with its time, in one change."""
    more = (
        "  - id: record\n",
        "  - {id: tally, name: Tally, category: ordinary, purpose: To count., retention: {kind: none}}\n  - id: record\n",
    )
    assert different(tmp_path, more) == ["new: Data kept here: Tally. Not kept"]
    after, before = told(tmp_path), told(tmp_path, more)
    assert changes(before, after) == [Change("Data kept here", "Tally. Not kept", "")]


def test_each_part_has_words():
    """Every part of a message is about something a reader can name."""
    times = "kept.*.retention."
    parts = {pattern for pattern in (*SENTENCES, *FIGURES) if not pattern.startswith(times)} - {"items.*"}
    parts |= {f"items.{item}" for item in DisclosureItems.model_fields}
    assert parts - ABOUT.keys() == set()
    assert {f"{times}starts", f"{times}condition", "kept.*.retention"} <= ABOUT.keys()


def test_a_time_that_fits_no_sentence():
    """A time that an old file holds and no sentence fits is shown as it is."""
    old = {"kept.scan.retention.kind": "duration", "kept.scan.retention.unit": "fortnights"}
    assert [str(change) for change in changes(old, {})] == ["gone: Data kept here: duration fortnights"]


PARTS = st.sampled_from(
    [
        "purpose",
        "not_collected",
        "kept.a.name",
        "kept.a.retention.value",
        "kept.b.purpose",
        "signs.s.statements",
        "statements.x.title",
        "statements.x.text",
        "choices.c.offer",
        "unheard.of",
    ]
)
TEXTS = st.sampled_from(["x", "y", "z"])
MESSAGES = st.dictionaries(PARTS, TEXTS | st.lists(TEXTS, min_size=2, max_size=3).map(tuple))


@given(MESSAGES)
def test_nothing_changed(one):
    """The same message has no changes."""
    assert changes(one, dict(reversed(one.items()))) == []


@given(MESSAGES, MESSAGES)
def test_something_changed(one, other):
    """Two messages that differ have a change, and what is new one way is gone the other way."""
    there, back = changes(one, other), changes(other, one)
    assert bool(there) == (one != other)
    assert sorted((bool(c.was), bool(c.now)) for c in there) == sorted((bool(c.now), bool(c.was)) for c in back)
