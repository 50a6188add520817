"""Times that people read, and times that data has."""

from __future__ import annotations

import pytest
from samples import ORGANISATION

KEPT = """\
kept:
  - {id: scan, name: Scan, category: personal, purpose: To read., retention: {kind: duration, value: 24, unit: hours}}
  - {id: record, name: Record, category: personal, purpose: To lend., retention: {kind: duration, value: 2, unit: years}}
  - {id: call, name: Call, category: personal, purpose: To answer., retention: {kind: none}}
"""
NOWHERE = "nothing here is kept that long"


def statement(text, of, item="retention", title="Kept"):
    return f"""\
{KEPT}statements:
  - id: kept
    item: {item}
    pictogram: delete-clock-outline
    title: {title}
    text: {text}
    of: {of}
"""


@pytest.mark.parametrize(
    ("text", "of", "wrong"),
    [
        ("Deleted after 24 hours.", "[scan]", None),
        ("Deleted after 1 day.", "[scan]", None),
        ("Deleted after one day.", "[scan]", None),
        ("One day, then two years.", "[scan, record]", None),
        ("Deleted after 24 months.", "[record]", None),
        ("Deleted at once.", "[scan]", None),
        ("Deleted after 48 hours.", "[scan]", "readers are told '48 hours', but `kept` gives another time for 'Scan'"),
        (
            "Deleted after one day.",
            "[record]",
            "readers are told 'one day', but `kept` gives another time for 'Record'",
        ),
        (
            "Deleted after 30 days.",
            "[scan, record]",
            "readers are told '30 days', but `kept` gives another time for 'Scan' and 'Record'",
        ),
        ("Deleted after one hour.", "[call]", "readers are told 'one hour', but `kept` gives another time for 'Call'"),
        ("Deleted after two years.", "[]", None),
        ("Deleted after three years.", "[]", f"readers are told 'three years', but {NOWHERE}"),
    ],
)
def test_statements(text, of, wrong, weighed):
    """A statement gives the time of the data that it names, or of any where it names none."""
    found = weighed("retention-words", statement(text, of))
    assert found == ([("10:11", "error", "error", wrong)] if wrong else [])


def test_title(weighed):
    """The bold words are compared as well."""
    found = weighed("retention-words", statement("Then it is deleted.", "[scan]", title="Kept 2 days"))
    message = "readers are told '2 days', but `kept` gives another time for 'Scan'"
    assert found == [("9:12", "error", "error", message)]


def test_other_statements(weighed):
    """A statement about something else that names no data may speak of other times."""
    assert weighed("retention-words", statement("We answer in 3 days.", "[]", item="choice")) == []


def test_a_draft_may_wait(place_of, run_place):
    """In a draft it is a warning."""
    view = place_of(statement("Deleted after 48 hours.", "[scan]"), "draft")
    assert [severity for _, severity, _ in run_place("retention-words", view)] == ["warning"]


@pytest.mark.parametrize(
    ("top", "where", "shown"),
    [
        ("items:\n  retention: The scan stays for 3 days.\n", "6:14", "3 days"),
        ("items:\n  retention: Scans stay one day, records two years.\n", None, None),
        ("items:\n  protection: Kept for 3 days on a locked disk.\n", "6:15", "3 days"),
        ("items:\n  contact: We answer within 3 days. We keep your name for one day.\n", None, None),
        ("questions:\n  - {id: a, question: How long?, answer: We delete it after 3 days.}\n", "6:42", "3 days"),
        ("questions:\n  - {id: a, question: When?, answer: You hear from us in 3 days.}\n", None, None),
        (
            "notices:\n  - {id: n, kind: upfront, channel: email, audience: visitors, moment: M., text: Kept 3 days.}\n",
            "6:82",
            "3 days",
        ),
    ],
)
def test_other_texts(top, where, shown, weighed):
    """Items about retention are compared as a whole, of other texts the sentences about keeping."""
    found = weighed("retention-words", f"{KEPT}{top}statements: []\nsigns: []\n")
    assert found == ([(where, "error", "error", f"readers are told {shown!r}, but {NOWHERE}")] if where else [])


def test_other_languages(weighed):
    """Sentences in another language are not read; what nothing is kept for is not compared."""
    german = {"services/organisation.yml": f"{ORGANISATION}language: de\n"}
    assert weighed("retention-words", statement("Kept 48 hours.", "[scan]"), more=german) == []
    assert weighed("retention-words", "kept: []\n") == []
