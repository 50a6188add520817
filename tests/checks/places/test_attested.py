"""Who verified what stands on signs."""

from __future__ import annotations

import pytest

TOP = """\
signs:
  - {id: desk-sign, notice: before, place: On the desk., pictogram: file-eye-outline, headline: AI reads here,
     lead: It types for you., statements: [kept, checked]}
"""


def attested(*paths):
    return (
        f"attestations: [{{id: a, of: [{', '.join(paths)}], by: Head, role: Runs it, on: 2026-10-01, how: Looked.}}]\n"
    )


@pytest.mark.parametrize(
    ("paths", "left"),
    [
        (["signs.desk-sign.headline", "signs.desk-sign.lead", "statements.kept", "statements.checked"], ""),
        (["signs.desk-sign", "statements.kept.title", "statements.kept.text", "statements.checked"], ""),
        (["signs.desk-sign", "statements.kept"], "statements.checked"),
        (["signs.desk-sign", "statements.kept.text", "statements.checked"], "statements.kept"),
        (["signs.desk-sign.lead", "statements.checked"], "signs.desk-sign.headline and statements.kept"),
        (["purpose"], "signs.desk-sign.headline, signs.desk-sign.lead, statements.kept and statements.checked"),
    ],
)
def test_each_sentence(paths, left, weighed):
    """Each sentence of a sign is verified; the sign is shown once, with all that nobody verified."""
    message = f"nobody has verified what the sign `desk-sign` says: {left}"
    found = weighed("attested", TOP + attested(*paths))
    assert found == ([("2:5", "warning", "error", message)] if left else [])


def test_each_sign(weighed):
    """Each sign has a finding of its own; a pilot only warns."""
    second = "  - {id: door, notice: before, place: A., pictogram: file-eye-outline, headline: AI, lead: It reads.}\n"
    found = weighed("attested", f"{TOP}{second}attestations: []\n")
    assert [(where, example, in_force) for where, example, in_force, _ in found] == [
        ("2:5", "warning", "error"),
        ("4:5", "warning", "error"),
    ]


def test_a_pilot_may_wait(place_of, run_place):
    """A pilot only warns."""
    found = run_place("attested", place_of("attestations: []\n", "pilot"))
    assert [severity for _, severity, _ in found] == ["warning"]


EVIDENCE = """\
{"schema_version": "1.0", "id": "trial", "metric": "word-error-rate", "value": 0.1, "unit": "ratio",
 "n": {"count": 40, "of": "forms"}, "condition": "forms of one week", "limitation": "LIMITATION", "date": "2026-10-01",
 "method": "compared with the forms", "simulated": SIMULATED}
"""
ERRS = """\
statements:
  - {id: kept, item: risk, pictogram: alert, title: It errs, text: In one word of ten., of: handwriting}
  - {id: checked, item: oversight, pictogram: alert, title: Checked, text: By a clerk.}
"""


@pytest.mark.parametrize(
    ("limitation", "simulated", "backed"),
    [("handwriting", "false", True), ("kept", "false", True), ("stamps", "false", False), ("kept", "true", False)],
)
def test_backed(limitation, simulated, backed, weighed):
    """A statement is backed by what was measured of it, or of what it speaks of; simulated data backs nothing."""
    file = EVIDENCE.replace("LIMITATION", limitation).replace("SIMULATED", simulated)
    top = TOP + ERRS + attested("signs.desk-sign", "statements.checked")
    found = weighed("attested", top, more={"deployments/desk/evidence/trial.json": file})
    message = "nobody has verified what the sign `desk-sign` says: statements.kept"
    assert found == ([] if backed else [("2:5", "warning", "error", message)])


@pytest.mark.parametrize(
    "path", ["statement.kept", "signs", "statements", "signs.door", "status", "kept.scan.purposes"]
)
def test_of_nothing(path, weighed):
    """An attestation of something that readers are not told is always an error, at its path."""
    found = weighed("attested", attested("signs.desk-sign", "statements.kept", "statements.checked", path))
    message = f"readers are told nothing at `{path}`"
    assert found == [("1:83", "error", "error", message)]


@pytest.mark.parametrize("path", ["purpose", "items.retention", "kept.scan.retention.value", "kept.scan", "name"])
def test_of_other_sentences(path, weighed):
    """Whatever readers are told can be attested, also figures."""
    assert weighed("attested", attested("signs.desk-sign", "statements.kept", "statements.checked", path)) == []
