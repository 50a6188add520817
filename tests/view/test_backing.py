"""What backs a sentence: attestations and measurements, or that there is nothing."""

from __future__ import annotations

import json

import pytest
from notices import VERIFIED, seen

from toolkit.view.backing import Tally, attested, backed, backing, covers, measured, shared, tally, was_tested_here

MEASURED = {
    "schema_version": "1.0",
    "id": "night",
    "metric": "recall",
    "value": 0.5,
    "unit": "ratio",
    "n": {"count": 40, "of": "forms"},
    "condition": "at night",
    "limitation": "picture",
    "date": "2026-05-01",
    "method": "Counted by hand.",
}


@pytest.mark.parametrize(
    ("of", "path", "expected"),
    [
        ("kept.picture", "kept.picture", True),
        ("kept.picture", "kept.picture.name", True),
        ("kept.picture", "kept.pictures.name", False),
        ("kept.picture.name", "kept.picture", False),
    ],
)
def test_what_is_verified_above_holds_below(of, path, expected):
    """An attestation of a record covers its parts, and nothing beside it."""
    assert covers(of, path) is expected


def test_verified_sentence_names_role_and_day(tmp_path):
    """Who verified it stands beside it by role, never by name; all others say that nobody has."""
    wording = seen(tmp_path, VERIFIED).wording("en")

    assert backing(wording, "statements.faces") == "Verified here by head of the desk on 2 November 2026."
    assert backing(wording, "kept.picture.purpose") == "Verified here by head of the desk on 2 November 2026."
    assert backing(wording, "kept.record") == "Nobody has verified this yet."


def test_latest_of_two_attestations_counts(tmp_path):
    """Where two people verified the same sentence, the later day is told."""
    two = (
        "attestations:\n"
        "  - {id: a, of: purpose, by: A, role: clerk, on: 2026-11-02, how: Asked.}\n"
        "  - {id: b, of: purpose, by: B, role: head, on: 2026-11-09, how: Asked.}\n"
    )
    view = seen(tmp_path, two)

    assert [each.id for each in attested(view, "purpose")] == ["b", "a"]
    assert backing(view.wording("en"), "purpose") == "Verified here by head on 9 November 2026."


def test_tally_counts_sentences(tmp_path):
    """The statement has two sentences and the picture two; everything told is the whole."""
    view = seen(tmp_path, VERIFIED)

    assert tally(view) == Tally(4, len(view.sentences))


def test_sections_say_once_what_backs_all_of_them(tmp_path):
    """What holds for every row is said once; where rows differ, and where there is none, nothing is said for all."""
    assert shared(["a", "a"]) == "a"
    assert shared(["a", "b"]) == ""
    assert shared([]) == ""


def test_measurement_backs_the_statement_that_speaks_of_it(tmp_path):
    """Evidence belongs to the statement that names what was measured; simulated data backs nothing."""
    files = {
        "deployments/desk/evidence/night.json": json.dumps(MEASURED),
        "deployments/desk/evidence/day.json": json.dumps({**MEASURED, "id": "day", "simulated": True}),
    }
    view = seen(tmp_path, files=files)

    assert [fact.id for fact in measured(view, "statements.kept-short")] == ["night"]
    assert measured(view, "statements.faces") == ()
    assert measured(view, "purpose") == ()
    assert [said.text for said in backed(view.wording("en"))][-2:] == [
        "50\N{NO-BREAK SPACE}%, n = 40 forms, at night, 1 May 2026",
        "Not tested here: measured with made-up pictures, or with pictures of other places.",
    ]


@pytest.mark.parametrize(
    ("corpus", "is_tested"),
    [
        ({"synthetic": False, "place": "desk"}, True),
        ({"synthetic": "partly", "place": "desk"}, False),
        ({"synthetic": True, "place": "desk"}, False),
        ({"synthetic": False, "place": "hall"}, False),
        ({"synthetic": False}, False),
    ],
)
def test_tested_here(tmp_path, corpus, is_tested):
    """Only real pictures of this very place are a test of it."""
    known = {"name": "Forms", "hash": f"sha256:{'0' * 64}", **corpus}
    view = seen(tmp_path, files={"deployments/desk/evidence/day.json": json.dumps({**MEASURED, "corpus": known})})
    assert was_tested_here(view) is is_tested
    last = [said.text for said in backed(view.wording("en"))][-1]
    assert last.startswith("Not tested here") is not is_tested


def test_nothing_done_is_said(tmp_path):
    """Reviews, lawyers, people asked and measurements: each that did not happen is named."""
    view = seen(tmp_path)

    assert [said.text for said in backed(view.wording("en"))] == [
        f"Sentences that somebody verified here: 0 of {len(view.sentences)}.",
        "Nobody has reviewed this notice yet.",
        "No lawyer has reviewed this notice yet.",
        "Nobody affected has been asked about this notice yet.",
        "Not tested here: nothing has been measured at this place yet.",
    ]


def test_what_was_done_is_said(tmp_path):
    """A review, a legal review and a consultation stand with who and when."""
    done = (
        "reviewed_by: the desk team\nreviewed_on: 2026-11-03\n"
        "legal_reviews: [{by: the legal office, on: 2026-11-04}]\n"
        "consultations: [{who: ten visitors, on: 2026-11-05, changed: The headline.}]\n"
    )
    texts = [said.text for said in backed(seen(tmp_path, done).wording("en"))]

    assert texts[1:4] == [
        "Reviewed by the desk team on 3 November 2026.",
        "Reviewed by a lawyer: the legal office, 4 November 2026.",
        "People who were asked: ten visitors, 5 November 2026.",
    ]
