"""Answers to the guidelines of the services in use."""

from __future__ import annotations

import datetime as dt

import pytest

#: A service with two guidelines.
GUIDED = {"services/example/service.yml": "guidelines: [{ref: human-in-loop}, {ref: security}]"}
ANSWERED = "  - {ref: security, state: not_applicable, reason: Nothing is kept.}\n"


def answer(line):
    return f"adoption:\n{ANSWERED}  - {{{line}}}\n"


def test_no_answer(weighed):
    """Each guideline without an answer is an error in force; where there is no answer at all, at the file."""
    missing = "`example` asks for `human-in-loop`, and the place gives no answer"
    assert weighed("adoption", f"adoption:\n{ANSWERED}", more=GUIDED) == [("1:1", "warning", "error", missing)]
    found = weighed("adoption", "languages: [en]\n", more=GUIDED)
    assert [(where, message) for where, _, _, message in found] == [
        ("1:1", missing),
        ("1:1", "`example` asks for `security`, and the place gives no answer"),
    ]


def test_asked_twice(weighed):
    """Two services that ask for the same guideline ask once."""
    more = {
        **GUIDED,
        "services/other/service.yml": """\
schema_version: "1.0"
identity: {id: other, name: Other}
summary: {purpose: It reads.}
guidelines: [{ref: security}]
""",
    }
    found = weighed(
        "adoption",
        "services: [example, other]\nadoption: [{ref: human-in-loop, state: planned, by: 2030-01-01}]\n",
        more=more,
    )
    assert [message for *_, message in found] == ["`example` asks for `security`, and the place gives no answer"]


def test_unknown(place_of, weighed):
    """A guideline that does not exist is always an error, and the nearest is named."""
    top = answer("ref: human-in-lop, state: not_applicable, reason: None.")
    assert weighed("adoption", top) == [("3:11", "error", "error", "there is no guideline called `human-in-lop`")]


def test_of_the_catalogue(weighed):
    """A guideline of the catalogue that no service asks for may be answered."""
    assert weighed("adoption", answer("ref: build-trust, state: planned, by: 2030-01-01")) == []


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("state: applied, how: H., owner: O, on: 2026-01-01, proof: P.", None),
        ("state: applied", "`human-in-loop` is applied, but `how`, `owner`, `on` and `proof` is missing"),
        ("state: applied, how: H., owner: O, on: 2026-01-01", "`human-in-loop` is applied, but `proof` is missing"),
        ("state: applied, how: H., on: 2026-01-01, proof: P.", "`human-in-loop` is applied, but `owner` is missing"),
        ("state: planned", "`human-in-loop` is planned, but `by` is missing"),
        ("state: planned, by: 2026-11-20", None),
        ("state: not_applicable", "`human-in-loop` is not applicable, but `reason` is missing"),
    ],
)
def test_left_open(line, message, weighed):
    """What an answer leaves open is an error in force, at the answer."""
    found = weighed("adoption", answer(f"ref: human-in-loop, {line}"), more=GUIDED)
    assert found == ([("3:5", "warning", "error", message)] if message else [])


def test_day_has_passed(weighed):
    """A plan whose day has passed is an error in force, at the day."""
    top = answer("ref: human-in-loop, state: planned, by: 2026-11-20")
    found = weighed("adoption", top, more=GUIDED, today=dt.date(2026, 11, 21))
    message = "`human-in-loop` was planned by 20 November 2026, and that day has passed"
    assert found == [("3:46", "warning", "error", message)]
