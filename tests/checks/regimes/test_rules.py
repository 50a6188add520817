"""Every rule of every shipped regime: nothing is missing where all is there, and one thing taken away is found."""

from __future__ import annotations

import datetime as dt

import pytest

from toolkit.load.regimes import shipped_regimes

CONSENT = ("basis: legitimate_interest", "basis: consent")
CONTRACT = ("basis: legitimate_interest", "basis: contract")
EMOTION = ("biometric: categorisation", "biometric: emotion")
EARLIER = ("effective: 2026-10-01", "effective: 2026-07-31")
#: A rule, what is taken away or made wrong, the line that the finding points at, and how its sentence begins.
CASES = [
    (
        "baseline-collected",
        [("  collected: A picture of your face, and an age group made from it.\n", "")],
        "items:",
        "`items.collected` is missing",
    ),
    (
        "baseline-method",
        [("  method: A camera takes the picture. A computer measures the face. A made-up voice greets you.\n", "")],
        "items:",
        "`items.method` is missing",
    ),
    (
        "baseline-purpose",
        [("  purpose: To send enough lifts.\n  benefits", "  benefits")],
        "items:",
        "`items.purpose` is missing",
    ),
    (
        "baseline-benefits",
        [("benefits: [You wait less for a lift.]", "benefits: []")],
        "benefits: []",
        "`benefits` is missing",
    ),
    ("baseline-access", [("  access: The caretaker.\n", "")], "items:", "`items.access` is missing"),
    (
        "baseline-access-reason",
        [("  access_reason: The caretaker looks after the camera.\n", "")],
        "items:",
        "`items.access_reason` is missing",
    ),
    (
        "baseline-automated-decision",
        [("  automated_decision: A computer sends the lifts. The voice is artificial.\n", "")],
        "items:",
        "`items.automated_decision` is missing",
    ),
    (
        "baseline-retention",
        [("    retention: {kind: duration, value: 1, unit: days}\n", "")],
        "- id: age",
        "`kept.*.retention` is missing",
    ),
    ("baseline-contact", [("  contact: Write to privacy@hall.example.\n", "")], "items:", "`items.contact` is missing"),
    (
        "baseline-protection",
        [("  protection: The computer stands in a locked room.\n", "")],
        "items:",
        "`items.protection` is missing",
    ),
    (
        "baseline-sign-contact",
        [("kind: email", "kind: web")],
        "- id: door",
        "the sign `door` does not say how to reach them",
    ),
    (
        "baseline-sign-link",
        [("notice_address: https://hall.example\n", "")],
        "- id: door",
        "the sign `door` does not say where the full notice is",
    ),
    (
        "baseline-sign-not-collected",
        [("statements: [no-name, one-day]", "statements: [one-day]")],
        "- id: door",
        "the sign `door` does not say what is not recorded",
    ),
    (
        "baseline-not-collected",
        [("not_collected: [Your name.]\n", "")],
        "- baseline",
        "`not_collected` is missing",
    ),
    (
        "baseline-sound",
        [("not_collected: [Your name.]", "not_collected: []")],
        "not_collected: []",
        "`not_collected` is missing",
    ),
    (
        "aia-50-1-interaction",
        [("A computer reads your age here", "Your age is read here"), ("No name\n", "No names\n")],
        "headline: Your age is read here",
        "nothing here says that a machine is at work",
    ),
    (
        "aia-50-1-not-enough",
        [("A computer reads your age group from your face.", "This site uses AI.")],
        "text: This site uses AI.",
        "this says no more than that AI is in use",
    ),
    (
        "aia-50-1-vulnerable",
        [("      - regimes.aia-50-1-vulnerable\n", "")],
        "- eu-ai-act-50",
        "nobody has attested that this is done here",
    ),
    (
        "aia-50-2-marking",
        [("      - regimes.aia-50-2-marking\n", "")],
        "- eu-ai-act-50",
        "nobody has attested that this is done here",
    ),
    (
        "aia-50-2-marking-earlier",
        [EARLIER, ("      - regimes.aia-50-2-marking-earlier\n", "")],
        "- eu-ai-act-50",
        "nobody has attested that this is done here",
    ),
    (
        "aia-50-3-exposed",
        [("A computer reads your age here", "Your age is read here")],
        "headline: Your age is read here",
        "nothing here says that a machine is at work",
    ),
    (
        "aia-50-3-children",
        [("kind: guardian", "kind: on_failure")],
        "notices:",
        "no notice is in a form that children understand",
    ),
    (
        "aia-50-3-form",
        [("entrances: [north, south]", "entrances: [north]")],
        "- {id: south, name: South door}",
        "no sign stands at the entrance `south`",
    ),
    (
        "aia-50-4-deepfake",
        [("You have the right to object. The voice is artificial.", "You have the right to object.")],
        "headline: A computer reads your age here",
        "nothing here says that what people see or hear is made by a machine",
    ),
    ("aia-50-5-timing", [("kind: upfront", "kind: continuous")], "notices:", "`notices.upfront` is missing"),
    (
        "aia-50-5-clear",
        [("Beside each door.", "In the terms of use."), ("In the letter to parents.", "In the privacy policy.")],
        "placement: In the terms of use.",
        "people are told only where nobody looks",
    ),
    (
        "aia-50-5-each-person",
        [("      - regimes.aia-50-5-each-person\n", "")],
        "- eu-ai-act-50",
        "nobody has attested that this is done here",
    ),
    (
        "aia-50-5-accessible",
        [
            (
                "    lead: There is no camera.\n    accessible_form: {said_by: The caretaker reads it to you.}\n",
                "    lead: There is no camera.\n",
            )
        ],
        "- id: in-lift",
        "`signs.*.accessible_form` is missing",
    ),
    (
        "aia-5-emotion-at-work",
        [EMOTION],
        "biometric: emotion",
        "feelings are read where people work, and no notice makes that lawful",
    ),
    (
        "aia-26-7-workers",
        [("audience: [visitors, caretakers]", "audience: [visitors]")],
        "notices:",
        "no notice is for the people who work there",
    ),
    (
        "aia-26-11-decisions",
        [("  automated_decision: A computer sends the lifts. The voice is artificial.\n", "")],
        "items:",
        "`items.automated_decision` is missing",
    ),
    ("aia-86-explanation", [("    - review\n", "")], "rights:", "`law.rights.review` is missing"),
    (
        "gdpr-13-1-a",
        [("    - {kind: email, value: privacy@hall.example}\n", ""), ("  contacts:\n", "  contacts: []\n")],
        "contacts: []",
        "`controller.contacts` is missing",
    ),
    (
        "gdpr-13-1-b",
        [("privacy_contact: The privacy officer, privacy@hall.example", "privacy_contact: The privacy officer")],
        "privacy_contact: The privacy officer",
        "nothing says how to reach the person for data protection",
    ),
    (
        "gdpr-13-1-c",
        [("  basis_text: Our interest, Article 6(1)(f) of the GDPR.\n", "")],
        "law:",
        "`law.basis_text` is missing",
    ),
    ("gdpr-13-1-d", [("  interest: Short waits for lifts.\n", "")], "law:", "`law.interest` is missing"),
    (
        "gdpr-13-1-e",
        [("    recipients: [{who: Lift company, why: To mend the lifts.}]\n", "")],
        "- id: age",
        "'Age group' is shared, but nothing says with whom",
    ),
    (
        "gdpr-13-1-f",
        [(" A contract protects the data there.", "")],
        "transfers: The lift company is in another country.",
        "nothing says what protects the data in the other country",
    ),
    (
        "gdpr-13-2-a",
        [("  retention: The age group is kept for one day.\n", "")],
        "items:",
        "`items.retention` is missing",
    ),
    (
        "gdpr-13-2-b",
        [("    - objection\n", "")],
        "rights:",
        "`law.rights.objection` or `law.rights.portability` is missing",
    ),
    (
        "gdpr-13-2-c",
        [CONSENT, ("  withdraw: {how: Tell the caretaker., effect: Your age group is deleted.}\n", "")],
        "consent:",
        "`consent.withdraw` or `law.rights.withdrawal` is missing",
    ),
    (
        "gdpr-13-2-d",
        [("  authority: {name: Example Authority, contact: 555 0199}\n", "")],
        "law:",
        "`law.authority` is missing",
    ),
    (
        "gdpr-13-2-e",
        [CONTRACT, ("  obligation: Without it there is no lift.\n", "")],
        "law:",
        "`law.obligation` is missing",
    ),
    (
        "gdpr-13-2-f",
        [("  logic: A computer counts faces. You wait longer if it is wrong.\n", "")],
        "law:",
        "`law.logic` is missing",
    ),
    (
        "gdpr-22-3",
        [("  correction_path: Tell the caretaker.\n", "")],
        "oversight:",
        "`oversight.correction_path` is missing",
    ),
    (
        "edpb-111-layer",
        [("kind: upfront", "kind: continuous"), ("    entrances: [north, south]\n", "")],
        "signs:",
        "no sign tells people before a camera sees them",
    ),
    (
        "edpb-fl-purpose",
        [("It looks at your face, so that a lift comes sooner.", "For your safety.")],
        "lead: For your safety.",
        "safety or security alone is no purpose that people can judge",
    ),
    (
        "edpb-fl-rights",
        [("You have the right to object. The voice", "The voice")],
        "headline: A computer reads your age here",
        "the sign does not say that people have rights over their data",
    ),
    (
        "edpb-fl-interest",
        [("We have a legitimate interest in short waits.", "We do not ask for it.")],
        "headline: A computer reads your age here",
        "the sign does not name the legitimate interest",
    ),
    (
        "edpb-fl-officer",
        [
            (
                "privacy_contact: The privacy officer, privacy@hall.example",
                "privacy_contact: The privacy officer, 555 0102",
            )
        ],
        "- id: door",
        "the sign `door` does not say how to reach the person for data protection",
    ),
    (
        "edpb-fl-link",
        [("notice_address: https://hall.example\n", "")],
        "- id: door",
        "the sign `door` does not say where the full notice is",
    ),
    (
        "il-bipa-15a",
        [("value: 1, unit: days", "value: 37, unit: months")],
        "retention: {kind: duration, value: 37, unit: months}",
        "'Age group' is biometric, and nothing says that it is gone after three years at most",
    ),
    (
        "il-bipa-15b1",
        [("It looks at your face, so that", "It looks at you, so that")],
        "headline: A computer reads your age here",
        "nothing here says that bodies are measured",
    ),
    (
        "il-bipa-15b2",
        [("statements: [no-name, one-day]", "statements: [no-name]")],
        "- id: door",
        "the sign `door` does not say how long data is kept",
    ),
    ("il-bipa-15b3", [("written: true", "written: false")], "written: false", "`consent.written` is missing"),
    (
        "il-bipa-15c",
        [("      - regimes.il-bipa-15c\n", "")],
        "- us-il-bipa",
        "nobody has attested that this is done here",
    ),
    (
        "nyc-22-1202-entrances",
        [("entrances: [north, south]", "entrances: [south]")],
        "- {id: north, name: North door}",
        "no sign stands at the entrance `north`",
    ),
    (
        "nyc-22-1202-words",
        [("It looks at your face, so that", "It looks at you, so that")],
        "headline: A computer reads your age here",
        "nothing here says that bodies are measured",
    ),
    (
        "uk-ico-rti-01",
        [("    - {kind: email, value: privacy@hall.example}\n", ""), ("  contacts:\n", "")],
        "controller:",
        "`controller.contacts` is missing",
    ),
    (
        "uk-ico-rti-03",
        [("privacy_contact: The privacy officer, privacy@hall.example", "privacy_contact: The privacy officer")],
        "privacy_contact: The privacy officer",
        "nothing says how to reach the person for data protection",
    ),
    (
        "uk-ico-rti-04",
        [("  purpose: To send enough lifts.\n  benefits", "  benefits")],
        "items:",
        "`items.purpose` is missing",
    ),
    (
        "uk-ico-rti-05",
        [("  basis_text: Our interest, Article 6(1)(f) of the GDPR.\n", "")],
        "law:",
        "`law.basis_text` is missing",
    ),
    ("uk-ico-rti-06", [("  interest: Short waits for lifts.\n", "")], "law:", "`law.interest` is missing"),
    (
        "uk-ico-rti-08",
        [("    recipients: [{who: Lift company, why: To mend the lifts.}]\n", "")],
        "- id: age",
        "'Age group' is shared, but nothing says with whom",
    ),
    (
        "uk-ico-rti-09",
        [(" A contract protects the data there.", "")],
        "transfers: The lift company is in another country.",
        "nothing says what protects the data in the other country",
    ),
    (
        "uk-ico-rti-10",
        [("  retention: The age group is kept for one day.\n", "")],
        "items:",
        "`items.retention` is missing",
    ),
    (
        "uk-ico-rti-11",
        [
            (
                "  rights:\n    - access\n    - rectification\n    - erasure\n    - restriction\n    - objection\n    - review\n",
                "  rights: []\n",
            )
        ],
        "rights: []",
        "`law.rights` is missing",
    ),
    (
        "uk-ico-rti-12",
        [CONSENT, ("  withdraw: {how: Tell the caretaker., effect: Your age group is deleted.}\n", "")],
        "consent:",
        "`consent.withdraw` or `law.rights.withdrawal` is missing",
    ),
    (
        "uk-ico-rti-13",
        [("  authority: {name: Example Authority, contact: 555 0199}\n", "")],
        "law:",
        "`law.authority` is missing",
    ),
    (
        "uk-ico-rti-15",
        [CONTRACT, ("  obligation: Without it there is no lift.\n", "")],
        "law:",
        "`law.obligation` is missing",
    ),
    (
        "uk-ico-rti-16",
        [("  logic: A computer counts faces. You wait longer if it is wrong.\n", "")],
        "law:",
        "`law.logic` is missing",
    ),
    (
        "uk-ico-usertest",
        [("consultations:\n  - {who: Ten visitors, on: 2026-09-01, changed: The sign hangs lower.}\n", "")],
        "- uk-ico-rti",
        "`consultations` is missing",
    ),
    (
        "ada-703-5-baseline",
        [("baseline_metres: 1.4", "baseline_metres: 1")],
        "baseline_metres: 1",
        "the sign `door` hangs at 1 m, and 1.015 m is the least",
    ),
    (
        "qr-short-address",
        [("notice_address: https://hall.example\n", "")],
        "- id: door",
        "the sign `door` does not say where the full notice is",
    ),
]
#: What the schema of a deployment makes sure of: these can never be missing on a sign.
CERTAIN = {"baseline-sign-purpose", "baseline-sign-controller", "edpb-fl-controller"}


def test_everything(found_in):
    """Where everything is there, nothing is found."""
    assert found_in() == []


@pytest.mark.parametrize("today", [dt.date(2026, 8, 1), dt.date(2027, 11, 20)])
@pytest.mark.parametrize("basis", [CONSENT, CONTRACT, EARLIER])
def test_everything_under_other_conditions(found_in, basis, today):
    """So it is under another ground in law, with an earlier start, and on other days."""
    assert found_in(basis, today=today) == []


@pytest.mark.parametrize(("rule", "edits", "line", "message"), CASES, ids=[case[0] for case in CASES])
def test_one_thing_taken_away(found_in, rule, edits, line, message):
    """The rule's own finding appears, once, at the line that helps most."""
    found = [(where, sentence) for id, _, where, sentence in found_in(*edits) if id == rule]
    assert [(where, sentence.startswith(message)) for where, sentence in found] == [(line, True)], found


def test_every_rule_that_asks_for_something_is_tried():
    """The table above leaves out only what the schema guarantees, what asks for nothing, and what is looked at later."""
    rules = [rule for regime in shipped_regimes().values() for rule in regime.rules]
    visible = {
        r.id for r in rules if r.requires or r.on_sign or r.check or ("process" in r.layer and r.kind != "scope")
    }
    assert {case[0] for case in CASES} == visible - CERTAIN
