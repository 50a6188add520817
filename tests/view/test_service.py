"""Everything a reader of a service's documents is shown is decided in the view."""

from __future__ import annotations

import datetime as dt
import json

import pytest

REVIEWED = "identity: {reviewed_by: R. Reader (test), reviewed_on: 2026-05-06, review_due: 2027-05-06}\n"
EVIDENCE = {
    "schema_version": "1.0",
    "id": "ink",
    "metric": "word-error-rate",
    "value": 0.2,
    "unit": "ratio",
    "n": {"count": 40, "of": "pages"},
    "condition": "pale ink",
    "date": "2026-02-03",
    "method": "disclose evaluate",
}


def evidence(**more):
    return {f"services/example/evidence/{more['id']}.json": json.dumps({**EVIDENCE, **more})}


def glance(view):
    return {row.question: row.answers for row in view.glance}


def test_glance(view_of):
    """The first screen says what it is, what it is bad at, what happens to data and whom to ask."""
    view = view_of("identity: {owners: [{team: Test desk, contact: desk 7, role: author}]}\n")
    assert glance(view) == {
        "What it is": ("It turns printed forms into text.",),
        "What it is bad at": ("The form is filled in by hand: words are missed or misread.",),
        "What happens to data": ("The scanned form: not kept",),
        "Whom to ask": ("About this text: Test desk, desk 7", "About a place where it is used: whoever runs it there"),
    }


def test_glance_without_an_owner(view_of):
    """Where nobody answers for the text, nobody is named."""
    assert glance(view_of())["Whom to ask"] == ("About a place where it is used: whoever runs it there",)


LIMITATIONS = "limitations:\n" + "".join(
    f"  - {{id: limit-{number}, category: language, condition: Case {number}, effect: It fails., {severity}}}\n"
    for number, severity in enumerate(
        ["severity: low", "feature: null", "severity: high", "severity: medium", "severity: low", "severity: high"], 1
    )
)


def test_the_gravest_limitations_first(view_of):
    """Three limitations fit the first screen and five the note: the gravest, in the order in which they were written."""
    view = view_of(LIMITATIONS.replace("feature: null", "groups: []"))
    assert [line.split(":")[0] for line in glance(view)["What it is bad at"]] == ["Case 3", "Case 6", "Case 4"]
    assert [entry.fact.id for entry in view.worst_limitations] == [
        "limit-3",
        "limit-6",
        "limit-4",
        "limit-1",
        "limit-5",
    ]


def test_data_at_a_glance(view_of):
    """Originals and extracts are named with their retention; what is left out, such as logs, is counted."""
    view = view_of("""\
data:
  items:
    - {id: a, name: Scan, category: personal, purpose: To read., form: original, retention: {kind: none}}
    - id: b
      name: Text
      category: personal
      purpose: To keep.
      form: extract
      retention: {kind: duration, value: 90, unit: days}
    - {id: c, name: Log, category: ordinary, purpose: To count., form: log, retention: {kind: none}}
""")
    assert glance(view)["What happens to data"] == (
        "Scan: not kept",
        "Text: kept for at most 90\N{NO-BREAK SPACE}days",
        "And 1 more kind of data",
    )


def titles(view):
    return [banner.title for banner in view.banners]


def test_banners_of_a_draft(view_of):
    """A draft says that nobody should rely on it."""
    assert titles(view_of()) == ["Draft"]


def test_a_published_service_in_order_has_no_banner(view_of):
    """An active, published service whose review is not due needs no warning."""
    view = view_of("identity: {status: published, review_due: 2026-11-20}\n", today=dt.date(2026, 11, 20))
    assert view.banners == ()


def test_review_overdue(view_of):
    """The day after a review was due, readers are told that it has not happened."""
    view = view_of("identity: {status: published, review_due: 2026-11-20}\n", today=dt.date(2026, 11, 21))
    assert [(banner.kind, banner.title, banner.text) for banner in view.banners] == [
        ("warning", "Out of date", "A review was due on 20 November 2026 and has not happened.")
    ]


@pytest.mark.parametrize("status", ["preview", "legacy", "retiring", "retired"])
def test_life_cycle_banners(view_of, status):
    """Whatever is not simply active is said first."""
    view = view_of(f"identity: {{status: published, lifecycle: {{status: {status}, notice: Read this.}}}}\n")
    assert [banner.text for banner in view.banners] == ["Read this."]
    assert view.banners[0].title.startswith("Form reader")


def test_the_successor_is_named(view_of):
    """The service that takes over is called by its name, or by its id where it is not described here."""
    fragment = "identity: {status: published, lifecycle: {status: legacy, replacement: other}}\n"
    assert view_of(fragment).banners[0].text == "It is followed by other."
    files = {
        "services/other/service.yml": (
            'schema_version: "1.0"\nidentity: {id: other, name: Newer reader}\nsummary: {purpose: It reads.}\n'
        )
    }
    assert view_of(fragment, files=files).banners[0].text == "It is followed by Newer reader."


def test_order_of_banners(view_of):
    """The life cycle comes first, then the draft, then the review."""
    view = view_of("identity: {lifecycle: {status: preview}, review_due: 2020-01-01}\n")
    assert titles(view) == ["Form reader is a preview", "Draft", "Out of date"]


def provenance(view):
    return dict(view.provenance)


def test_nobody_reviewed(view_of):
    """That nobody reviewed and nothing was measured is said openly."""
    assert provenance(view_of()) == {
        "Basis": "Written by the team that provides the service",
        "Reviewed by": "Nobody has reviewed this yet",
        "Measured": "Nothing has been measured here yet",
    }


def test_reviewed(view_of):
    """A review is shown with name and day, and with the day of the next."""
    found = provenance(view_of(REVIEWED))
    assert found["Reviewed by"] == "R. Reader (test), 6 May 2026"
    assert found["Next review due"] == "6 May 2027"


def test_a_reviewer_without_a_day_is_no_review(view_of):
    """A name alone proves no review."""
    assert provenance(view_of("identity: {reviewed_by: R. Reader}\n"))["Reviewed by"] == "Nobody has reviewed this yet"


def test_restated(view_of):
    """A text by outsiders says that it is one."""
    assert provenance(view_of("identity: {basis: restated}\n"))["Basis"] == (
        "Restated in own words from public sources, by people outside the service's own team"
    )


def test_measured_facts_are_counted(view_of):
    """The number of measured facts is given."""
    two = {**evidence(id="ink"), **evidence(id="paper")}
    assert provenance(view_of(files=evidence(id="ink")))["Measured"] == "1 measured fact"
    assert provenance(view_of(files=two))["Measured"] == "2 measured facts"


def test_simulated_evidence_is_never_shown(view_of):
    """Simulated data is no evidence: not by limitation, not by metric, not in the count."""
    files = {
        **evidence(id="ink", limitation="handwriting", simulated=True),
        **evidence(id="paper", simulated=True),
    }
    view = view_of(files=files)
    assert (view.by_limitation, view.by_metric) == ({}, {})
    assert provenance(view)["Measured"] == "Nothing has been measured here yet"


def test_evidence_stands_with_what_it_measures(view_of):
    """A measurement of a limitation stands there; one of the whole service stands with its metric."""
    view = view_of(files={**evidence(id="ink", limitation="handwriting"), **evidence(id="paper")})
    assert {id: [fact.id for fact in facts] for id, facts in view.by_limitation.items()} == {"handwriting": ["ink"]}
    assert {id: [fact.id for fact in facts] for id, facts in view.by_metric.items()} == {"word-error-rate": ["paper"]}


def grouped(groups):
    return [(group.title, [entry.fact.id for entry in group.entries]) for group in groups]


def test_considerations_by_stance(view_of):
    """The strictest stance comes first, whatever the order in the file."""
    stances = ["human_oversight", "careful", "avoid", "not_suitable", "do_not_use", "prohibited", "avoid"]
    entries = [
        f"    - {{id: use-{number}, stance: {stance}, use: Some use, reason: Some reason.}}\n"
        for number, stance in enumerate(stances)
    ]
    assert grouped(view_of("uses:\n  considerations:\n" + "".join(entries)).considerations) == [
        ("Prohibited", ["use-5"]),
        ("Do not use for", ["use-4"]),
        ("Not made for", ["use-3"]),
        ("Avoid", ["use-2", "use-6"]),
        ("Take care with", ["use-1"]),
        ("Only with a person deciding", ["use-0"]),
    ]


def test_limitations_by_category(view_of):
    """Limitations stand under their category, in the order of the categories."""
    categories = ["operational", "language", "input_quality", "language"]
    entries = [
        f"  - {{id: limit-{number}, category: {category}, condition: Some case, effect: It fails.}}\n"
        for number, category in enumerate(categories)
    ]
    assert grouped(view_of("limitations:\n" + "".join(entries)).limitations) == [
        ("Quality of what goes in", ["limit-2"]),
        ("Language", ["limit-1", "limit-3"]),
        ("Running it", ["limit-0"]),
    ]


def test_practices_by_stage(view_of):
    """Practices follow the work: plan, data, training, before it goes live, while it runs."""
    stages = ["operate", "deploy", "train", "data", "plan"]
    entries = [f"  - {{id: do-{stage}, stage: {stage}, do: Do it.}}\n" for stage in stages]
    assert grouped(view_of("practices:\n" + "".join(entries)).practices) == [
        ("When planning", ["do-plan"]),
        ("When collecting data", ["do-data"]),
        ("When training", ["do-train"]),
        ("Before it goes live", ["do-deploy"]),
        ("While it runs", ["do-operate"]),
    ]


def test_steps_in_order(view_of):
    """Steps are told by their numbers."""
    view = view_of("""\
behaviour:
  - {step: 2, actor: Clerk, action: Reads it.}
  - {step: 1, actor: Scanner, action: Scans it.}
""")
    assert [entry.fact.actor for entry in view.steps] == ["Scanner", "Clerk"]


def test_levels(view_of):
    """A fact knows from which level it came; the service's own needs no words."""
    files = {
        "services/suites/city.yml": (
            'schema_version: "1.0"\nid: city\nname: City\ndescription: Test.\n'
            "defaults: {people: [{id: clerks, role: Clerks, relation: operator}]}\n"
        )
    }
    fragment = "extends: suites/city.yml\npeople: [{id: applicants, role: Applicants, relation: subject}]\n"
    entries = view_of(fragment, files=files).entries("people")
    assert [(entry.fact.id, entry.level, entry.inherited) for entry in entries] == [
        ("clerks", "suite", "holds for the whole suite"),
        ("applicants", "service", ""),
    ]


def test_removed_with_reasons(view_of):
    """What is inherited but does not hold here is named, with the reason."""
    files = {
        "services/suites/city.yml": (
            'schema_version: "1.0"\nid: city\nname: City\ndescription: Test.\n'
            "defaults: {guidelines: [{ref: respect-privacy}, {ref: security}], terms: [{term: Form, meaning: A sheet.}]}\n"
        )
    }
    view = view_of(
        """\
extends: suites/city.yml
guidelines: [{ref: security, remove: {reason: The forms are public.}}]
terms: [{term: Form, remove: {reason: Nobody says so here.}}]
""",
        files=files,
    )
    assert view.removed == (("Keep it secure", "The forms are public."), ("Form", "Nobody says so here."))
    assert [entry.fact.ref for entry in view.entries("guidelines")] == ["respect-privacy"]


def test_remedies(view_of):
    """What helps is said in the words of the practices and the names of the guidelines, without unknown ids."""
    view = view_of("practices: [{id: scan-well, stage: operate, do: Lay the page flat.}]\n")
    assert view.remedies(("scan-well", "human-in-loop")) == "lay the page flat; keep people in charge."
    assert view.remedies(("scan-well", "gone")) == "lay the page flat."


def test_people_by_role(view_of):
    """Ids of people become their roles; an unknown id stays."""
    view = view_of("people: [{id: clerks, role: Test clerks, relation: operator}]\n")
    assert view.people_names(("clerks", "others")) == "test clerks and others"


def test_sources_of_the_service_win(view_of):
    """A source of the service takes the place of the catalogue's with the same id."""
    view = view_of("sources: [{id: disclose, title: Our own book, as_of: 2026-01-02}]\n")
    assert view.sources["disclose"].title == "Our own book"
    assert len(view.sources) > 1


@pytest.mark.parametrize(
    ("access", "sentence"),
    [
        ("{}", "Anybody may use all of it."),
        ("{limited: feature}", "Some features may only be used after an application."),
        (
            "{limited: service, status: paused}",
            "The service may only be used after an application. New applications are paused.",
        ),
        (
            "{limited: service, status: closed}",
            "The service may only be used after an application. No new applications are taken.",
        ),
        ("{limited: service, status: open}", "The service may only be used after an application."),
    ],
)
def test_access(view_of, access, sentence):
    """How use is limited is one sentence."""
    assert view_of(f"access: {access}\n").access_sentence == sentence


def test_approved_uses(view_of):
    """Uses that are approved, and those that the list of access names."""
    view = view_of("""\
uses:
  intended:
    - {id: one, title: One, description: Some use.}
    - {id: two, title: Two, description: Some use., approval: approved}
    - {id: three, title: Three, description: Some use.}
access: {limited: service, approved_uses: [three]}
""")
    assert [entry.fact.id for entry in view.approved_uses] == ["two", "three"]


def test_tags_of_features(view_of):
    """What to know about a feature at a glance, and nothing where there is nothing to know."""
    view = view_of("""\
features:
  - {id: plain, name: Plain, behaviour: It works.}
  - id: grave
    name: Grave
    behaviour: It works.
    mode: edge
    state: deprecated
    identifies_people: true
    creates_template: true
    registration: true
""")
    assert [view.feature_tags(entry.fact) for entry in view.entries("features")] == [
        (),
        (
            "on the device",
            "being withdrawn",
            "identifies people",
            "makes a template of a person",
            "needs an application",
        ),
    ]


def test_missing_parts(view_of):
    """A list that is not there is empty, a record that is not there is nothing."""
    view = view_of()
    assert view.entries("conduct.must") == ()
    assert view.entries("research") == ()
    assert view.entry("oversight") is None
