from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from conftest import WriteTree
from studies import study_of

from toolkit.load import Content, load, service_ids
from toolkit.paths import Project

ORGANISATION = """\
schema_version: "1.0"
name: City of Example
variables: {provider: the city, product: Reader}
boilerplate:
  what_is_a_note: It says what a service does.
  binding_language: The English text counts.
  legal: Find out which laws apply.
  not_legal_advice: This is not legal advice.
"""
SUITE = """\
schema_version: "1.0"
id: city
name: City services
description: What the city runs.
"""
SERVICE = """\
schema_version: "1.0"
identity: {id: desk, name: Desk}
summary: {purpose: It reads forms.}
"""
DEPLOYMENT = """\
schema_version: "1.0"
id: hall
name: Town hall
status: draft
services: [desk]
controller: {name: City of Example}
place: {name: Hall, kind: desk}
purpose: To read forms.
benefits: [It is quick.]
items: {collected: A scan.}
oversight: {level: in_the_loop}
"""
EVIDENCE = """\
{
  "schema_version": "1.0",
  "id": "ink",
  "metric": "word-error-rate",
  "value": 3.5e-05,
  "unit": "ratio",
  "interval": {"low": 1e-05, "high": 0.30000000000000004, "method": "bootstrap"},
  "n": {"count": 40, "of": "pages"},
  "condition": "pale ink",
  "date": "2026-05-01",
  "method": "disclose evaluate"
}
"""
STUDY = study_of("hall")
Load = Callable[[Mapping[str, str]], Content]


@pytest.fixture
def loaded(write_tree: WriteTree) -> Load:
    """Loads a project of an organisation, the service `desk`, and more files."""

    def run(files: Mapping[str, str]) -> Content:
        start = {"services/organisation.yml": ORGANISATION, "services/desk/service.yml": SERVICE}
        return load(Project(write_tree({**start, **files}).resolve()))

    return run


def told(content: Content) -> list[tuple[str, str, str]]:
    """Place, rule and message of each finding."""
    assert {finding.severity for finding in content.findings} <= {"error"}
    return [(finding.where, finding.rule, finding.message) for finding in content.findings]


# What is right


def test_a_small_project_is_read(loaded: Load):
    """An organisation and a service of three lines are a project."""
    content = loaded({})
    assert told(content) == []
    assert content.organisation is not None
    assert content.organisation.record.name == "City of Example"
    assert content.services["desk"].record.summary.purpose == "It reads forms."
    assert (content.broken, content.deployments, content.studies, content.suites) == (set(), {}, {}, {})
    assert content.evidence == {"desk": ()}


def test_everything_is_read(loaded: Load):
    """Suites, services, deployments, studies and evidence are found by where they lie."""
    content = loaded({
        "services/suites/city.yml": SUITE,
        "services/desk/evidence/ink.json": EVIDENCE,
        "deployments/hall/deployment.yml": DEPLOYMENT,
        "deployments/hall/study.yml": STUDY,
        "deployments/hall/evidence/ink.json": EVIDENCE,
    })  # fmt: skip
    assert told(content) == []
    assert list(content.suites) == ["suites/city.yml"]
    assert content.deployments["hall"].record.place.name == "Hall"
    assert content.studies["hall"].record.purpose == "To find out whether the sign is understood."
    fact = content.evidence["desk"][0]
    assert (fact.value, fact.date) == (0.000035, dt.date(2026, 5, 1))
    assert fact.interval is not None
    assert (fact.interval.low, fact.interval.high) == (0.00001, 0.30000000000000004)
    assert content.evidence["hall"] == (fact,)


def test_each_level_hands_down_to_the_next(loaded: Load):
    """Organisation, suite above suite, and service: each value comes from the nearest, and knows its level."""
    content = loaded({
        "services/organisation.yml": ORGANISATION + "defaults:\n  people:\n    - {id: a, role: From the city, relation: staff}\n"
                                     "    - {id: b, role: From the city, relation: staff}\n"
                                     "    - {id: c, role: From the city, relation: staff}\n",
        "services/suites/all.yml": SUITE.replace("id: city", "id: all")
                                   + "defaults: {people: [{id: b, role: From all}, {id: c, role: From all}]}\n",
        "services/suites/city.yml": SUITE + "extends: suites/all.yml\ndefaults: {people: [{id: c, role: From the suite}]}\n",
        "services/desk/service.yml": SERVICE + "extends: suites/city.yml\npeople: [{id: d, role: Own, relation: staff}]\n",
    })  # fmt: skip
    assert told(content) == []
    service = content.services["desk"]
    assert [(person.id, person.role) for person in service.record.people] == [
        ("a", "From the city"),
        ("b", "From all"),
        ("c", "From the suite"),
        ("d", "Own"),
    ]
    places = [service.document.place(("people", index, "role")) for index in range(4)]
    assert [(place.file, place.line, place.level) for place in places] == [
        ("services/organisation.yml", 11, "organisation"),
        ("services/suites/all.yml", 5, "suite"),
        ("services/suites/city.yml", 6, "suite"),
        ("services/desk/service.yml", 5, "service"),
    ]


def test_a_place_inherits_from_the_organisation_and_its_services(loaded: Load):
    """People, oversight and notices of the services hold at the place, until the place says otherwise."""
    content = loaded({
        "services/organisation.yml": ORGANISATION + "deployment_defaults: {languages: [en, de], consent: {needed: true}}\n",
        "services/desk/service.yml": SERVICE + "people: [{id: clerk, role: 'Clerk of {product}', relation: staff}]\n"
            "disclosure: {not_collected: [No name.], required: true}\noversight: {level: on_the_loop, who: Clerk}\n",
        "services/scan/service.yml": SERVICE.replace("desk", "scan") + "variables: {product: Scanner}\n"
            "people: [{id: guard, role: 'Guard of {product}', relation: staff}]\n",
        "deployments/hall/deployment.yml": DEPLOYMENT.replace("[desk]", "[desk, scan]"),
    })  # fmt: skip
    assert told(content) == []
    place = content.deployments["hall"]
    assert [person.role for person in place.record.people] == ["Clerk of Reader", "Guard of Scanner"]
    assert place.record.not_collected == ("No name.",)
    assert (place.record.oversight.level, place.record.oversight.who) == ("in_the_loop", "Clerk")
    assert place.record.languages == ("en", "de")
    assert place.record.consent is not None
    levels = [place.document.level(path) for path in (("people", 0), ("languages",), ("oversight", "level"))]
    assert levels == ["service", "organisation", "deployment"]


def test_one_service_may_stand_alone(loaded: Load):
    """`services: desk` is a list of one."""
    content = loaded({
        "services/desk/service.yml": SERVICE + "people: [{id: clerk, role: Clerk, relation: staff}]\n",
        "deployments/hall/deployment.yml": DEPLOYMENT.replace("[desk]", "desk"),
    })  # fmt: skip
    assert told(content) == []
    assert [person.id for person in content.deployments["hall"].record.people] == ["clerk"]


def test_only_the_services_asked_for_are_read(loaded: Load, write_tree: WriteTree):
    """A part of the services can be read; those that a place stands on are read with it."""
    root = write_tree({
        "services/organisation.yml": ORGANISATION,
        "services/a/service.yml": SERVICE.replace("desk", "a"),
        "services/b/service.yml": SERVICE.replace("desk", "b"),
        "services/c/service.yml": "broken: [",
    }).resolve()  # fmt: skip
    assert list(load(Project(root), ["a"]).services) == ["a"]
    assert list(load(Project(root), ()).services) == []
    write_tree({"deployments/hall/deployment.yml": DEPLOYMENT.replace("[desk]", "[b]")})
    content = load(Project(root), ["a"])
    assert (list(content.services), list(content.deployments), told(content)) == (["a", "b"], ["hall"], [])
    assert service_ids(Project(root)) == ["a", "b", "c"]


def test_removed_records_are_remembered_with_their_reason(loaded: Load):
    """What a suite or a service takes out is kept, with the names in the reason filled in."""
    content = loaded({
        "services/organisation.yml": ORGANISATION + "defaults: {people: [{id: a, role: A, relation: staff}, {id: b, role: B, relation: staff}]}\n",
        "services/suites/city.yml": SUITE + "defaults: {people: [{id: a, remove: {reason: 'Not in {product}.'}}]}\n",
        "services/desk/service.yml": SERVICE + "extends: suites/city.yml\nvariables: {product: Desk}\n"
            "people: [{id: b, remove: {reason: 'Not at {service}.'}}]\n",
    })  # fmt: skip
    assert told(content) == []
    service = content.services["desk"]
    assert service.record.people == ()
    assert [
        (path, record.value["id"].value, removal.value["remove"].value["reason"].value, removal.place.level)
        for path, record, removal in service.document.removed
    ] == [
        (("people",), "a", "Not in Desk.", "suite"),
        (("people",), "b", "Not at Desk.", "service"),
    ]


# Variables


def test_names_come_from_every_level(loaded: Load):
    """The nearest level decides on a name; `service`, `suite` and `deployment` are names too."""
    content = loaded({
        "services/suites/all.yml": SUITE.replace("id: city", "id: all").replace("City services", "All"),
        "services/suites/city.yml": SUITE + "extends: suites/all.yml\nvariables: {product: Suite reader}\n",
        "services/desk/service.yml": SERVICE.replace("It reads forms.", "'{provider}, {product}, {suite}, {service}.'")
            + "extends: suites/city.yml\n",
        "deployments/hall/deployment.yml": DEPLOYMENT.replace("To read forms.", "'{product} at {deployment} of {provider}.'")
            + "variables: {provider: Anybody}\n",
    })  # fmt: skip
    assert told(content) == []
    assert content.services["desk"].record.summary.purpose == "the city, Suite reader, City services, Desk."
    assert content.deployments["hall"].record.purpose == "Reader at Town hall of Anybody."


def test_inherited_texts_use_the_names_of_the_service(loaded: Load):
    """A text of the organisation is filled with what the service calls things."""
    content = loaded({
        "services/organisation.yml": ORGANISATION + "defaults: {disclosure: {risks: ['{product} can err.']}}\n",
        "services/desk/service.yml": SERVICE + "variables: {product: Desk reader}\n",
    })  # fmt: skip
    assert told(content) == []
    assert content.services["desk"].record.disclosure.risks == ("Desk reader can err.",)


def test_names_in_the_name_of_a_service_are_filled(loaded: Load):
    """`{service}` stands for the name as readers see it."""
    text = SERVICE.replace("name: Desk", "name: '{product} desk'").replace("It reads forms.", "'{service} reads.'")
    content = loaded({"services/desk/service.yml": text})
    assert content.services["desk"].record.summary.purpose == "Reader desk reads."


def test_an_unknown_name_is_reported_in_the_file_that_uses_it(loaded: Load):
    """The hint is the nearest name; the place is that of the text, also of an inherited one."""
    content = loaded({
        "services/organisation.yml": ORGANISATION + "defaults: {disclosure: {risks: ['{prodct} can err.']}}\n",
        "services/desk/service.yml": SERVICE.replace("It reads forms.", "'{wibble} reads.'"),
    })  # fmt: skip
    assert [(f.where, f.message, f.help) for f in content.findings] == [
        ("services/organisation.yml:9:33", "no variable is called {prodct}", "did you mean `product`?"),
        ("services/desk/service.yml:3:20", "no variable is called {wibble}", "known here: product, provider, service"),
    ]
    assert (content.broken, content.services) == ({"desk"}, {})


def test_an_unknown_name_at_a_place_is_reported_too(loaded: Load):
    """The texts of a place are filled with the names of the organisation and its own."""
    content = loaded({"deployments/hall/deployment.yml": DEPLOYMENT.replace("To read forms.", "'{produkt}'")})
    assert told(content) == [
        ("deployments/hall/deployment.yml:8:10", "unknown-variable", "no variable is called {produkt}")
    ]
    assert content.deployments == {}


@pytest.mark.parametrize("variables", ["", "variables: {}\n", "variables: {a: b}\n"])
def test_a_text_of_the_organisation_may_use_names_that_others_define(loaded: Load, variables):
    """Whether the organisation defines names or not, the names of its texts are those of the service."""
    start = ORGANISATION.replace("variables: {provider: the city, product: Reader}\n", variables)
    content = loaded({
        "services/organisation.yml": start + "defaults: {disclosure: {risks: ['{product} can err.']}}\n",
        "services/desk/service.yml": SERVICE + "variables: {product: Desk reader}\n",
    })  # fmt: skip
    assert told(content) == []
    assert content.services["desk"].record.disclosure.risks == ("Desk reader can err.",)


def test_a_variable_holds_no_variable(loaded: Load):
    """Names are not built of names, so nothing is left unfilled."""
    content = loaded({"services/desk/service.yml": SERVICE + "variables:\n  a: The {product}\n"})
    assert told(content) == [
        (
            "services/desk/service.yml:5:6",
            "unknown-variable",
            "a variable cannot hold another, and this holds {product}",
        )
    ]


# Every problem at once


def test_every_problem_of_every_file_is_reported_in_one_run(loaded: Load):
    """Three errors in three places of one file, and errors of all other kinds of file, each at its line."""
    content = loaded({
        "services/organisation.yml": ORGANISATION.replace("name: City", "nam: City"),
        "services/suites/city.yml": SUITE + "extend: x\n",
        "services/desk/service.yml": SERVICE + "people:\n  - id: Clerk\n    relation: stuff\n  - {id: a, role: 7, relation: staff}\n"
            "limitation: []\nsummary: {}\n",
        "services/desk/evidence/ink.json": EVIDENCE.replace('"ratio"', '"parts"').replace("40", "0"),
        "services/open/service.yml": "a: [\n",
        "services/open/evidence/ink.json": EVIDENCE.replace('"pale ink",', "7,"),
        "deployments/hall/deployment.yml": DEPLOYMENT.replace("draft", "drafty").replace("benefits", "benefit"),
        "deployments/hall/study.yml": STUDY.replace("consent:", "consent: 3\nconsents:"),
        "deployments/hall/evidence/ink.json": EVIDENCE.replace("2026-05-01", "1 May"),
    })  # fmt: skip
    assert sorted((where, rule) for where, rule, _ in told(content)) == [
        ("deployments/hall/deployment.yml:4:9", "unknown-value"),
        ("deployments/hall/deployment.yml:9:1", "unknown-key"),
        ("deployments/hall/evidence/ink.json:10:11", "wrong-value"),
        ("deployments/hall/study.yml:4:10", "wrong-type"),
        ("deployments/hall/study.yml:5:1", "unknown-key"),
        ("services/desk/evidence/ink.json:6:11", "unknown-value"),
        ("services/desk/evidence/ink.json:8:18", "wrong-value"),
        ("services/desk/service.yml:5:9", "bad-id"),
        ("services/desk/service.yml:6:15", "unknown-value"),
        ("services/desk/service.yml:7:19", "wrong-type"),
        ("services/desk/service.yml:8:1", "unknown-key"),
        ("services/desk/service.yml:9:1", "duplicate-key"),
        ("services/open/evidence/ink.json:9:16", "wrong-type"),
        ("services/open/service.yml:1:4", "yaml-syntax"),
        ("services/organisation.yml:1:1", "missing-key"),
        ("services/organisation.yml:2:1", "unknown-key"),
        ("services/suites/city.yml:5:1", "unknown-key"),
    ]


def test_one_broken_file_does_not_block_the_others(loaded: Load):
    """A service and a place that cannot be read leave their neighbours alone."""
    content = loaded({
        "services/other/service.yml": SERVICE.replace("id: desk", "id: other") + "a: &b\n",
        "deployments/hall/deployment.yml": DEPLOYMENT,
        "deployments/yard/deployment.yml": "{",
    })  # fmt: skip
    assert (list(content.services), content.broken, list(content.deployments)) == (["desk"], {"other"}, ["hall"])


@pytest.mark.parametrize(
    "line",
    [
        "people: [{id: a, remove: }]\n",
        "identity: {}\n",
        "'\\u202e': x\n",
        "allow: &x []\n",
        "allow: !x []\n",
        "x: \u200b\n",
    ],
)
def test_a_service_with_any_error_is_broken(loaded: Load, line):
    """What cannot be trusted is not published, also where the rest could be read."""
    content = loaded({"services/desk/service.yml": SERVICE + line})
    assert content.findings
    assert (content.services, content.broken) == ({}, {"desk"})


def test_a_service_with_broken_evidence_is_broken(loaded: Load):
    """A measurement that cannot be read is not silently left out."""
    content = loaded({"services/desk/evidence/ink.json": EVIDENCE.replace("value", "valve")})
    assert [where for where, _, _ in told(content)] == [
        "services/desk/evidence/ink.json:1:1",
        "services/desk/evidence/ink.json:5:3",
    ]
    assert content.broken == {"desk"}


def test_below_a_broken_suite_nothing_is_published(loaded: Load):
    """A suite with an error breaks its services: a prohibition could be missing. They say nothing about it."""
    content = loaded({
        "services/suites/city.yml": SUITE + "defualts: {summary: {purpose: It reads.}}\n",
        "services/desk/service.yml": "extends: suites/city.yml\nidentity: {id: desk, name: '{product} {title}'}\n"
            "limitations: [{id: a, remove: {reason: b}}]\nlimitation: []\n",
    })  # fmt: skip
    assert [(where, rule) for where, rule, _ in told(content)] == [
        ("services/suites/city.yml:5:1", "unknown-key"),
        ("services/desk/service.yml:4:1", "unknown-key"),
    ]
    assert (content.services, content.broken) == ({}, {"desk"})


def test_below_a_broken_service_no_place_is_read(loaded: Load):
    """A place that stands on a broken service is not read, and does not complain about what it cannot inherit."""
    content = loaded({
        "services/desk/service.yml": "{",
        "deployments/hall/deployment.yml": DEPLOYMENT.replace("oversight: {level: in_the_loop}\n", ""),
    })  # fmt: skip
    assert [where for where, _, _ in told(content)] == ["services/desk/service.yml:1:1"]
    assert content.deployments == {}


def test_after_a_hundred_problems_a_file_is_left(loaded: Load):
    """Of a file with very many problems a hundred are told, and that there are more."""
    content = loaded({
        "services/desk/service.yml": SERVICE + "people:\n" + "  - {id: a, remove: }\n" * 300,
        "services/other/service.yml": SERVICE,
    })  # fmt: skip
    rules = [rule for where, rule, _ in told(content) if where.startswith("services/desk/")]
    assert (len(rules), rules[-1]) == (101, "file-too-complex")
    assert [rule for where, rule, _ in told(content) if where.startswith("services/other/")] == ["id-folder"]


# Suites


@pytest.mark.parametrize(
    ("extends", "column", "message", "help"),
    [
        ("suites/citty.yml", 10, "there is no suites/citty.yml in services/", "did you mean `suites/city.yml`?"),
        ("city", 10, "there is no city in services/", "known here: suites/city.yml"),
        ("organisation.yml", 10, "there is no organisation.yml in services/", "known here: suites/city.yml"),
        ("../../etc/passwd", 10, "../../etc/passwd leads out of services/", "known here: suites/city.yml"),
        (
            "suites/../suites/city.yml",
            10,
            "suites/../suites/city.yml leads out of services/",
            "did you mean `suites/city.yml`?",
        ),
        ("/etc/passwd", 10, "/etc/passwd leads out of services/", "known here: suites/city.yml"),
    ],
)
def test_a_parent_is_a_suite_of_the_project(loaded: Load, extends, column, message, help):
    """Only files of services/suites/ can be extended; nothing else is even opened."""
    content = loaded({
        "services/suites/city.yml": SUITE,
        "services/desk/service.yml": f"extends: {extends}\n{SERVICE}",
        "services/twin/service.yml": f"extends: {extends}\n{SERVICE.replace('desk', 'twin')}",
    })  # fmt: skip
    found = [(f.where, f.rule, f.message, f.help) for f in content.findings]
    assert found == [
        (f"services/{id}/service.yml:1:{column}", "missing-parent", message, help) for id in ("desk", "twin")
    ]
    assert content.broken == {"desk", "twin"}


def test_without_suites_the_advice_is_where_they_live(loaded: Load):
    """A project without suites is told where to put one."""
    [finding] = loaded({"services/desk/service.yml": "extends: city\n" + SERVICE}).findings
    assert finding.help == "a suite is a file in services/suites/"


def test_suites_in_a_circle_are_found(loaded: Load):
    """A circle is reported where it closes, once, and with all its steps."""
    content = loaded({
        "services/suites/a.yml": SUITE + "extends: suites/b.yml\n",
        "services/suites/b.yml": SUITE + "extends: suites/c.yml\n",
        "services/suites/c.yml": SUITE + "extends: suites/a.yml\n",
        "services/desk/service.yml": "extends: suites/b.yml\n" + SERVICE,
    })  # fmt: skip
    circle = "suites/a.yml > suites/b.yml > suites/c.yml > suites/a.yml"
    assert told(content) == [("services/suites/c.yml:5:10", "extends-cycle", f"`extends` runs in a circle: {circle}")]
    assert content.broken == {"desk"}


def test_a_suite_can_extend_itself_only_into_a_circle(loaded: Load):
    """The smallest circle is one suite."""
    content = loaded({"services/suites/a.yml": SUITE + "extends: suites/a.yml\n"})
    assert [(where, rule) for where, rule, _ in told(content)] == [("services/suites/a.yml:5:10", "extends-cycle")]


def test_sixteen_suites_may_stand_above_each_other(loaded: Load):
    """The chain of suites has an end."""
    chain = {f"services/suites/s{i:02}.yml": SUITE + f"extends: suites/s{i + 1:02}.yml\n" for i in range(15)}
    chain["services/suites/s15.yml"] = SUITE + "defaults: {people: [{id: top, role: a, relation: staff}]}\n"
    content = loaded({**chain, "services/desk/service.yml": "extends: suites/s00.yml\n" + SERVICE})
    assert told(content) == []
    assert content.services["desk"].record.people[0].id == "top"


def test_seventeen_suites_are_too_many(loaded: Load):
    """One suite more is a finding, and no error of the program."""
    chain = {f"services/suites/s{i:03}.yml": SUITE + f"extends: suites/s{i + 1:03}.yml\n" for i in range(400)}
    content = loaded({**chain, "services/suites/s400.yml": SUITE})
    assert {rule for _, rule, _ in told(content)} == {"file-too-complex"}
    assert told(content)[0] == (
        "services/suites/s015.yml:5:10",
        "file-too-complex",
        "more than 16 suites stand above each other",
    )


@pytest.mark.parametrize(
    ("extends", "found"), [("[a]", "a list"), ("7", "the number 7"), ("{a: b}", "a block of keys")]
)
def test_extends_is_a_text(loaded: Load, extends, found):
    """A wrong type of `extends` is one finding."""
    content = loaded({"services/desk/service.yml": f"extends: {extends}\n{SERVICE}"})
    assert told(content) == [("services/desk/service.yml:1:10", "wrong-type", f"`extends` should be text, not {found}")]


def test_a_suite_that_nobody_extends_is_checked_too(loaded: Load):
    """Every file is checked in every run."""
    assert told(loaded({"services/suites/city.yml": "- a\n"})) == [
        ("services/suites/city.yml:1:1", "wrong-type", "the file should hold keys, such as `schema_version:`")
    ]


# Folders, ids and links


@pytest.mark.parametrize("name", ["Desk", "my_desk", "-", "desk-", "a b", ".hidden", "ä", "desk\x1b[2J", "a\nb"])
def test_a_folder_name_is_an_id(loaded: Load, name):
    """A folder with another name is reported, never passed over in silence."""
    content = loaded({f"services/{name}/service.yml": SERVICE, f"deployments/{name}/deployment.yml": DEPLOYMENT})
    assert told(content) == [
        (f"services/{name}/service.yml:1:1", "bad-id", f"the folder name {name!r} is no id"),
        (f"deployments/{name}/deployment.yml:1:1", "bad-id", f"the folder name {name!r} is no id"),
    ]


def test_a_folder_name_that_is_not_utf8_is_no_id(loaded: Load, write_tree: WriteTree):
    """Bytes that are no text can be in a folder name; what is told of it can be printed."""
    folder = write_tree({}) / "services" / os.fsdecode(b"\xff\xfe")
    folder.mkdir(parents=True)
    (folder / "service.yml").write_text(SERVICE)
    [finding] = loaded({}).findings
    assert finding.rule == "bad-id"
    assert finding.where.encode() == b"services/??/service.yml:1:1"
    assert finding.message.encode() == b"the folder name '\\udcff\\udcfe' is no id"


@pytest.mark.parametrize("id", ["../x", "a/b", "desk/../../x", "Desk", "x.y", "desk-", "/etc", "..", "con:"])
def test_an_id_leads_nowhere(loaded: Load, id):
    """An id that is no word, such as a path, is refused before anything is made of it."""
    content = loaded({"services/desk/service.yml": SERVICE.replace("id: desk", f"id: '{id}'")})
    assert told(content) == [("services/desk/service.yml:2:16", "bad-id", f"`id` cannot be {id}")]


def test_an_id_is_the_name_of_its_folder(loaded: Load):
    """Services and deployments are called like their folders."""
    content = loaded({
        "services/other/service.yml": SERVICE,
        "deployments/yard/deployment.yml": DEPLOYMENT,
    })  # fmt: skip
    assert told(content) == [
        ("services/other/service.yml:2:16", "id-folder", "the id 'desk' is not the name of its folder, 'other'"),
        ("deployments/yard/deployment.yml:2:5", "id-folder", "the id 'hall' is not the name of its folder, 'yard'"),
    ]
    assert (list(content.services), content.broken, content.deployments) == (["desk"], {"other"}, {})


@pytest.mark.parametrize(
    "file",
    [
        "services/organisation.yml",
        "services/suites/city.yml",
        "services/evil/service.yml",
        "services/desk/evidence/ink.json",
        "services/catalogue/own.yml",
        "deployments/hall/deployment.yml",
        "deployments/hall/study.yml",
    ],
)
def test_no_link_leads_out_of_the_project(loaded: Load, write_tree: WriteTree, tmp_path_factory, file):
    """A link to a file outside is not followed; nothing of that file is told."""
    outside = tmp_path_factory.mktemp("outside") / "secret.yml"
    outside.write_text("secret: word\n")
    root = write_tree({"deployments/hall/deployment.yml": DEPLOYMENT, "services/organisation.yml": ORGANISATION})
    (root / file).unlink(missing_ok=True)
    (root / file).parent.mkdir(parents=True, exist_ok=True)
    (root / file).symlink_to(outside)
    (root / "services/desk").mkdir(exist_ok=True)
    (root / "services/desk/service.yml").write_text(SERVICE)
    content = load(Project(root.resolve()))
    assert [(where, rule, message) for where, rule, message in told(content)] == [
        (f"{file}:1:1", "outside-project", "this file leads out of the project")
    ]
    assert "secret" not in str(content.findings)


def test_no_folder_leads_out_of_the_project(write_tree: WriteTree, tmp_path_factory):
    """A folder of a service that is a link to somewhere else is not read."""
    outside = tmp_path_factory.mktemp("outside")
    (outside / "service.yml").write_text(SERVICE)
    root = write_tree({"services/organisation.yml": ORGANISATION}).resolve()
    (root / "services/desk").symlink_to(outside)
    assert [(where, rule) for where, rule, _ in told(load(Project(root)))] == [
        ("services/desk/service.yml:1:1", "outside-project")
    ]


def test_a_link_inside_the_project_is_followed(loaded: Load, write_tree: WriteTree):
    """Two services may share a file of the project; what is wrong is told of the file itself."""
    root = write_tree({"services/twin/shared.yml": SERVICE.replace("desk", "twin") + "x: 1\n"})
    (root / "services/twin/service.yml").symlink_to("shared.yml")
    assert [where for where, _, _ in told(loaded({}))] == ["services/twin/shared.yml:4:1"]


@pytest.mark.parametrize(
    ("target", "where", "reason"),
    [
        ("service.yml", "services/lost/service.yml:1:1", "Too many levels of symbolic links"),
        ("gone.yml", "services/lost/gone.yml:1:1", "No such file or directory"),
    ],
)
def test_a_link_to_nowhere_is_reported(loaded: Load, write_tree: WriteTree, target, where, reason):
    """A link to itself or to nothing is a finding, and its service is broken."""
    folder = write_tree({}) / "services/lost"
    folder.mkdir(parents=True)
    (folder / "service.yml").symlink_to(target)
    content = loaded({})
    assert told(content) == [(where, "unreadable-file", f"cannot read the file: {reason}")]
    assert content.broken == {"lost"}


def test_a_folder_in_place_of_a_file_is_reported(loaded: Load, write_tree: WriteTree):
    """A folder called service.yml is not read."""
    (write_tree({}) / "services/odd/service.yml").mkdir(parents=True)
    assert told(loaded({})) == [
        ("services/odd/service.yml:1:1", "unreadable-file", "cannot read the file: it is a folder or a device")
    ]


# The organisation


def test_a_project_without_an_organisation_is_told_so(write_tree: WriteTree):
    """The file that everything stands on is missed by name; services are read all the same."""
    content = load(Project(write_tree({"services/desk/service.yml": SERVICE}).resolve()))
    assert told(content) == [("services/organisation.yml:1:1", "missing-file", "there is no organisation.yml")]
    assert list(content.services) == ["desk"]


def test_an_empty_project_is_told_so(write_tree: WriteTree):
    """A folder without anything in it is no traceback."""
    content = load(Project(write_tree({}).resolve()))
    assert [rule for _, rule, _ in told(content)] == ["missing-file"]


@pytest.mark.parametrize("text", ["", "- a\n", "{", "name: x\nname: y\n", "a: \x00"])
def test_below_a_broken_organisation_nothing_is_published(loaded: Load, text):
    """Where the organisation holds an error, no service is taken for whole."""
    content = loaded({"services/organisation.yml": text})
    assert content.findings
    assert (content.organisation, content.services, content.broken) == (None, {}, {"desk"})
    assert {f.place.file for f in content.findings} == {"services/organisation.yml"}


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("defaults: 7\n", "services/organisation.yml:9:11"),
        ("defaults: [a]\n", "services/organisation.yml:9:11"),
        ("deployment_defaults: [a]\n", "services/organisation.yml:9:22"),
        ("study_defaults: [a]\n", "services/organisation.yml:9:17"),
        ("variables2: {}\n", "services/organisation.yml:9:1"),
    ],
)
def test_defaults_are_blocks(loaded: Load, text, where):
    """What is handed down is a block; anything else is one finding."""
    content = loaded({
        "services/organisation.yml": ORGANISATION + text,
        "deployments/hall/deployment.yml": DEPLOYMENT,
        "deployments/hall/study.yml": STUDY,
    })  # fmt: skip
    assert [found for found, _, _ in told(content)] == [where]


# Services of a deployment


@pytest.mark.parametrize(
    ("services", "where", "rule", "message"),
    [
        ("[dsk]", "5:12", "unknown-id", "there is no service called 'dsk'"),
        ("dsk", "5:11", "unknown-id", "there is no service called 'dsk'"),
        ("[desk, dsk, dsk]", "5:18", "unknown-id", "there is no service called 'dsk'"),
        ("[[desk]]", "5:12", "wrong-type", "`services` should be text, not a list"),
        ("[{id: desk}]", "5:12", "wrong-type", "`services` should be text, not a block of keys"),
        ("[7]", "5:12", "wrong-type", "`services` should be text, not the number 7"),
        ("{desk: true}", "5:11", "wrong-type", "`services` should be a list, not a block of keys"),
        ("", "5:10", "empty-value", "`services` is empty"),
    ],
)
def test_a_place_names_services_of_the_project(loaded: Load, services, where, rule, message):
    """What is no service of the project is one finding, and the place is not read."""
    content = loaded({"deployments/hall/deployment.yml": DEPLOYMENT.replace("[desk]", services)})
    assert told(content) == [(f"deployments/hall/deployment.yml:{where}", rule, message)]
    assert content.deployments == {}


def test_an_unknown_service_comes_with_a_hint(loaded: Load):
    """The nearest service is named."""
    [finding] = loaded({"deployments/hall/deployment.yml": DEPLOYMENT.replace("[desk]", "[dsk]")}).findings
    assert finding.help == "did you mean `desk`?"


# Evidence and studies


@pytest.mark.parametrize(
    ("old", "new", "where", "rule"),
    [
        ('"value": 3.5e-05', '"value": "high"', "5:12", "wrong-type"),
        ('"2026-05-01"', '"2026-02-30"', "10:11", "wrong-value"),
        ('"count": 40', '"count": 0', "8:18", "wrong-value"),
        ('"pages"}', '"pages", "per": 1}', "8:37", "unknown-key"),
        ('"ratio"', '"ratios"', "6:11", "unknown-value"),
        ('"pale ink"', '"{product}"', "9:16", None),
        ('  "unit": "ratio",\n', "", "1:1", "missing-key"),
        ('"id": "ink"', '"id": "../ink"', "3:9", "bad-id"),
        ('"metric":', '"id":', "4:3", "duplicate-key"),
        ('"pale ink"', '"pale \\u202e ink"', "9:16", "hidden-character"),
        ('"pale ink",', '"pale ink"', "10:3", "yaml-syntax"),
    ],
)
def test_evidence_is_checked_line_by_line(loaded: Load, old, new, where, rule):
    """A file that a program wrote has the same checks and the same places as one that a person wrote."""
    content = loaded({"services/desk/evidence/ink.json": EVIDENCE.replace(old, new)})
    found = [(w, r) for w, r, _ in told(content) if r != "missing-key" or rule == "missing-key"]
    assert found == ([(f"services/desk/evidence/ink.json:{where}", rule)] if rule else [])


def test_evidence_is_taken_in_order_of_its_names(loaded: Load):
    """The order of evidence does not depend on the disk."""
    content = loaded({f"services/desk/evidence/{name}.json": EVIDENCE.replace("ink", name) for name in ("c", "a", "b")})
    assert [fact.id for fact in content.evidence["desk"]] == ["a", "b", "c"]


def test_a_broken_study_leaves_its_place_alone(loaded: Load):
    """The place is read without its study."""
    content = loaded({
        "deployments/hall/deployment.yml": DEPLOYMENT,
        "deployments/hall/study.yml": STUDY.replace("    kind: understanding\n    form: choice\n", ""),
    })  # fmt: skip
    assert [(where, message.split(" ")[0]) for where, _, message in told(content)] == [
        ("deployments/hall/study.yml:15:5", "`kind`"),
        ("deployments/hall/study.yml:15:5", "`form`"),
    ]
    assert (list(content.deployments), content.studies) == (["hall"], {})


def test_a_study_inherits_from_the_organisation(loaded: Load):
    """What all studies share is written once; variables are those of the place, and its name is `{deployment}`."""
    content = loaded({
        "services/organisation.yml": ORGANISATION + "study_defaults:\n  languages: [en, de]\n  coders: 3\n"
            "  consent:\n    quotes: May {provider} print words of yours about {deployment}?\n",
        "deployments/hall/deployment.yml": DEPLOYMENT + "variables: {desk: the scanner}\n",
        "deployments/hall/study.yml": STUDY.replace("the sign is", "{desk} is") + "coders: 2\n",
    })  # fmt: skip
    assert told(content) == []
    study = content.studies["hall"]
    assert (study.record.coders, study.record.languages) == (2, ("en", "de"))
    assert study.record.purpose == "To find out whether the scanner is understood."
    assert study.record.consent.quotes == "May the city print words of yours about Town hall?"
    places = [study.document.place(path)[:2] for path in (("coders",), ("consent", "quotes"), ("consent", "text"))]
    assert places == [
        ("deployments/hall/study.yml", 22),
        ("services/organisation.yml", 13),
        ("deployments/hall/study.yml", 5),
    ]


def test_faults_of_a_study_stand_where_they_were_written(loaded: Load):
    """In the file of the organisation, or in that of the study; the place is read all the same."""
    content = loaded({
        "services/organisation.yml": ORGANISATION + "study_defaults:\n  coders: many\n",
        "deployments/hall/deployment.yml": DEPLOYMENT,
        "deployments/hall/study.yml": STUDY.replace("deployment: hall", "deployment: home").replace("the sign", "{sin}"),
    })  # fmt: skip
    assert told(content) == [
        ("deployments/hall/study.yml:3:10", "unknown-variable", "no variable is called {sin}"),
        ("services/organisation.yml:10:11", "wrong-type", "`coders` should be a number, not text"),
    ]
    assert (list(content.deployments), content.studies) == (["hall"], {})
    content = loaded({
        "services/organisation.yml": ORGANISATION,
        "deployments/hall/deployment.yml": DEPLOYMENT,
        "deployments/hall/study.yml": STUDY.replace("deployment: hall", "deployment: home"),
    })  # fmt: skip
    assert [(where, rule) for where, rule, _ in told(content)] == [("deployments/hall/study.yml:2:13", "id-folder")]
    assert content.studies == {}


# The catalogue


def test_the_own_catalogue_is_laid_over_the_shipped_one(loaded: Load):
    """A project can add entries and word shipped ones anew."""
    content = loaded({
        "services/catalogue/own.yml": "harms:\n  - {id: exclusion, name: Being left out, description: Own words.}\n"
            "  - {id: queue, name: A long queue, description: People wait.}\n",
    })  # fmt: skip
    assert told(content) == []
    names = {entry.id: entry.name for entry in content.catalogue.harms}
    assert (names["exclusion"], names["queue"]) == ("Being left out", "A long queue")
    assert len(names) > 2


def test_a_removal_from_the_catalogue_needs_a_reason(loaded: Load):
    """The rules of removing hold for the catalogue too."""
    content = loaded({
        "services/catalogue/own.yml": "harms:\n  - {id: exclusion, remove: }\n  - {id: wibble, remove: {reason: a}}\n"
    })  # fmt: skip
    assert [(where, rule) for where, rule, _ in told(content)] == [
        ("services/catalogue/own.yml:2:21", "remove-reason"),
        ("services/catalogue/own.yml:3:5", "remove-unknown"),
    ]


# This project


def test_the_shipped_project_has_no_problem():
    """What is in services/ and deployments/ loads without a finding."""
    content = load(Project(Path(__file__).resolve().parents[2]))
    assert told(content) == []
    assert {"tesseract-ocr", "people-counter"} <= content.services.keys()
