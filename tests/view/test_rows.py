"""Rows of tables and of short lists."""

from __future__ import annotations

from toolkit.view import rows


def cells(found):
    return [row.cells for row in found]


def test_limits(view_of):
    """A bound says where it holds: feature, tier and version, or everywhere."""
    view = view_of("""\
features: [{id: containers, name: Container, behaviour: It runs at home.}]
inputs:
  - id: page
    medium: document
    limits:
      - {what: bytes, max: 6, unit: MB, tier: free, version: "3.2"}
      - {what: pages, max: 2, unit: pages, feature: containers}
      - {what: angle, max: 5, unit: degrees}
""")
    found = rows.limits(view, view.entries("inputs")[0])
    assert cells(found) == [
        ("File size", "at most 6\N{NO-BREAK SPACE}MB", "free, 3.2"),
        ("Pages", "at most 2\N{NO-BREAK SPACE}pages", "Container"),
        ("Angle", "at most 5\N{NO-BREAK SPACE}degrees", "everywhere"),
    ]


def test_outputs(view_of):
    """A result says what it means, its range and how it is misread; what is not there is not stated."""
    view = view_of("""\
outputs:
  - {id: words, name: Words, meaning: What was read., range: 0 to 1, misreading: as the truth}
  - {id: boxes, name: Boxes, meaning: Where it stands.}
""")
    assert cells(rows.outputs(view)) == [
        ("Words", "What was read. (0 to 1)", "as the truth"),
        ("Boxes", "Where it stands.", "not stated"),
    ]


def test_outcomes(view_of):
    """A way to be wrong is defined by the catalogue, and says who bears it."""
    view = view_of("""\
people: [{id: clerks, role: Clerks, relation: operator}]
outcomes:
  - {id: deletion, example: A name is gone., consequence: A letter is lost., borne_by: [clerks]}
  - {id: insertion}
""")
    assert cells(rows.outcomes(view)) == [
        (
            "Missing word",
            "A word of the true text does not come out at all.",
            "A name is gone.",
            "A letter is lost. Borne by: Clerks.",
        ),
        ("Extra word", "The result holds a word that the true text does not hold.", "not stated", "not stated"),
    ]


def test_routing(view_of):
    """A decision rule is a row; without confidence there is none."""
    view = view_of("""\
confidence:
  exists: true
  routing: [{when: below, value: 0.8, to: person}, {when: above, value: 0.8, to: automatic}]
""")
    assert cells(rows.routing(view)) == [
        ("Below 0.8", "A person checks it"),
        ("At or above 0.8", "It is used as it is"),
    ]


def test_nothing_to_say(view_of):
    """Parts that are not there give no rows."""
    view = view_of()
    assert (rows.routing(view), rows.controls(view), rows.oversight(view), rows.consent(view)) == ([], [], [], [])
    assert (rows.assessment(view), rows.contributor(view), rows.outputs(view), rows.outcomes(view)) == ([], [], [], [])
    assert list(rows.patterns(view)) == []


ITEM = """\
data:
  items:
    - id: scan
      name: The scanned form
      category: personal
      purpose: To read it.
      form: original
      retention: {kind: duration, value: 1, unit: days}
      stored_at: in the cellar
      encryption: {transit: sealed bags., rest: a locked box.}
      trains_models: "no"
      secondary_use: statistics
      recipients: [{who: the auditors, why: to audit}, {who: the court, why: if it asks}]
      controls:
        - {action: delete, how: Press the button., by: person, latency: It takes a day.}
        - {action: export, how: Ask the desk.}
"""


def test_data(view_of):
    """A data item says its kind, its purpose, its other uses and who gets it."""
    assert [text.replace("\N{NO-BREAK SPACE}", " ") for text in cells(rows.data(view_of(ITEM)))[0]] == [
        "The scanned form",
        "personal; what is handed in",
        "To read it.",
        "Other use: statistics; not used to train models. Shared with the auditors (to audit) and the court (if it asks).",
    ]


def test_data_without_a_word_on_sharing(view_of):
    """What nobody said is not stated."""
    assert cells(rows.data(view_of()))[0][-1] == "Other use: not stated. Sharing not stated."


def test_retention(view_of):
    """A data item says how long, where and how it is kept."""
    assert cells(rows.retention(view_of(ITEM))) == [
        ("The scanned form", "Kept for at most 1\N{NO-BREAK SPACE}day", "in the cellar", "sealed bags. a locked box")
    ]


def test_retention_of_what_is_not_kept(view_of):
    """What is not kept is kept nowhere; how it is protected stays open."""
    assert cells(rows.retention(view_of())) == [("The scanned form", "Not kept", "nowhere", "not stated")]


def test_controls(view_of):
    """Each thing that can be done about data is a row, with who can do it and how."""
    assert cells(rows.controls(view_of(ITEM))) == [
        ("The scanned form", "Delete it", "the person", "Press the button. It takes a day."),
        ("The scanned form", "Take it along", "the customer", "Ask the desk."),
    ]


def test_ten_things_to_disclose(view_of):
    """All ten questions stand there, also those that only whoever runs it can answer."""
    found = rows.disclosure(view_of("disclosure: {items: {purpose: It reads forms.}}\n"))
    answers = {row.cells[0]: row.cells[2] for row in found}
    assert len(found) == 10
    assert list(answers.values()).count("To be said by whoever runs it.") == 9
    assert "It reads forms." in answers.values()


def test_pairs(view_of):
    """Rows without a text are left out; several texts become several rows."""
    view = view_of("""\
oversight: {level: in_the_loop, who: clerks, training: [an hour, a day]}
access: {limited: feature, features: [gold, silver], why: They are rare., tiers: [{name: Gold, includes: all}]}
""")
    assert rows.oversight(view) == [("Who", "clerks"), ("Training", "an hour"), ("Training", "a day")]
    assert rows.access(view) == [("Limited", "gold and silver"), ("Why", "They are rare."), ("Gold", "all")]


def test_consent_and_contributors(view_of):
    """Consent is told in full: from whom, on what ground, how free, how to take it back; so are the terms."""
    view = view_of("""\
people: [{id: voices, role: Voices, relation: contributor}]
disclosure:
  consent:
    needed: true
    from_people: [voices]
    withdraw: {how: They write to us., effect: It is deleted.}
    contributor_terms: {duration: a year, uses: only this, deletion: within a week}
""")
    assert rows.consent(view) == [("From", "Voices"), ("Taking it back", "They write to us. It is deleted.")]
    assert rows.contributor(view) == [
        ("How long", "a year"),
        ("What for", "only this"),
        ("Deletion", "within a week"),
    ]


def test_level_and_patterns(view_of):
    """The context of the level, and each pattern that a notice uses with its moments."""
    view = view_of("""\
people: [{id: voices, role: Voices, relation: contributor}]
disclosure:
  level:
    value: high
    rationale: It is grave.
    assessment: {persona: known_person, scenario: [calls, letters], exposure: high}
  notices:
    - {id: a, kind: upfront, channel: sign, audience: voices, moment: at the door, patterns: transparent-introduction}
    - {id: b, kind: upfront, channel: page, audience: voices, moment: at home, patterns: transparent-introduction}
""")
    assert rows.assessment(view) == [
        ("Persona", "based on a known person"),
        ("Situation", "calls and letters"),
        ("Exposure", "high"),
    ]
    assert [(name, moments) for name, _, _, moments in rows.patterns(view)] == [
        ("Open introduction", "at the door and at home")
    ]
