"""Every sentence that asserts something, where it is written, and what backs it."""

from __future__ import annotations

import json

import pytest
from projects import ROOT, edit, everything, small, views
from samples import MINIMAL

from toolkit.load import load
from toolkit.paths import Project
from toolkit.render.claims import SENTENCES, claims


def by_id(view):
    return {claim["id"]: claim for claim in claims(view)}


@pytest.fixture(scope="module")
def rich(rich_views):
    return list(claims(rich_views["split"]))


def test_every_claim_is_whole(rich):
    """Each claim has an id, a sentence, a place and at least one word on what backs it."""
    for claim in rich:
        assert set(claim) == {"id", "service", "sentence", "written_at", "level", "backed_by"}
        assert claim["service"] == "example-reader"
        assert claim["id"].startswith("example-reader/")
        assert claim["sentence"].strip()
        assert claim["backed_by"]


def test_ids_are_unique(rich):
    """No two claims have the same id."""
    ids = [claim["id"] for claim in rich]
    assert [id for id in ids if ids.count(id) > 1] == []


def test_ids_of_this_project_are_unique():
    """So it is for all services of this project."""
    ids = [claim["id"] for view in views(Project(ROOT)).values() for claim in claims(view)]
    assert len(ids) > 500
    assert sorted({id for id in ids if ids.count(id) > 1}) == []


def test_ids_are_unique_for_any_service(view_of):
    """Records that have no id of their own, such as two benefits of the same people, are told apart too."""
    view = view_of("""\
summary:
  purpose: It turns printed forms into text.
  benefits: [{who: Clerks, benefit: Less typing.}, {who: Clerks, benefit: Fewer slips.}]
behaviour: [{step: 1, actor: A, action: Scans.}, {step: 1, actor: B, action: Reads.}]
populations: {untested: [{group: children, why: None came.}, {group: children, why: None were asked.}]}
data: {security: [{control: A lock.}, {control: A guard.}]}
""")
    ids = [claim["id"] for claim in claims(view)]
    assert sorted({id for id in ids if ids.count(id) > 1}) == []


def test_the_place_holds_the_sentence(tmp_path, rich_projects, rich):
    """In the file and line that a claim names, or in the block that starts there, stand the words of the claim."""
    project = rich_projects["split"]
    for claim in rich:
        name, _, line = claim["written_at"].rpartition(":")
        lines = (project.root / name).read_text("utf-8").splitlines()[int(line) - 1 :]
        block = " ".join(" ".join(lines[:12]).split())
        last = claim["sentence"].split(": ")[-1].split(". ")[-1].rstrip(".")
        made_of_numbers = claim["id"].split("/")[1] == "inputs" or claim["id"].split("/")[1:3] == ["data", "items"]
        assert made_of_numbers or last.lower() in block.lower(), claim


def test_inherited_claims_name_the_upper_file(rich):
    """What a suite says is written in the suite's file."""
    found = {claim["id"]: (claim["written_at"].rpartition(":")[0], claim["level"]) for claim in rich}
    assert found["example-reader/people/test-clerks"] == ("services/suites/base.yml", "suite")
    assert found["example-reader/guidelines/respect-privacy"] == ("services/organisation.yml", "organisation")
    assert found["example-reader/people/test-voices"] == ("services/example-reader/service.yml", "service")


def test_an_id_stays_when_the_list_grows(tmp_path):
    """A new record in front changes no other id."""
    project = small(tmp_path, "one")
    before = set(by_id(views(project)["one"]))
    new = "limitations:\n  - {id: new, category: language, condition: It is new, effect: It fails.}\n"
    edit(project, "services/one/service.yml", "limitations:\n", new)
    assert set(by_id(views(project)["one"])) == before | {"one/limitations/new"}


def test_nothing_backs_it(view_of):
    """A sentence without source, review and measurement says that nothing backs it."""
    claim = by_id(view_of())["example/limitations/handwriting"]
    assert claim["backed_by"] == [{"kind": "nothing"}]
    assert claim["sentence"] == "The form is filled in by hand: Words are missed or misread."


SOURCED = """\
sources: [{id: book, title: The book, as_of: 2026-01-02}]
practices: [{id: flat, stage: plan, do: Lay it flat., source: [book, gone]}]
"""
REVIEWED = "identity: {reviewed_by: R. Reader (test), reviewed_on: 2026-05-06}\n"


def test_sources_back_it(view_of):
    """A source backs a sentence; one that does not exist does not."""
    assert by_id(view_of(SOURCED))["example/practices/flat"]["backed_by"] == [
        {"kind": "source", "source": "book", "title": "The book", "as_of": "2026-01-02"}
    ]


def test_restated(view_of):
    """In a text by outsiders the source is restated, not vouched for."""
    claim = by_id(view_of(SOURCED + "identity: {basis: restated}\n"))["example/practices/flat"]
    assert [backing["kind"] for backing in claim["backed_by"]] == ["restated"]


def test_a_review_backs_it(view_of):
    """A review with name and day backs every sentence; a name without a day backs none."""
    assert {"kind": "reviewed", "by": "R. Reader (test)", "on": "2026-05-06"} in by_id(view_of(REVIEWED))[
        "example/limitations/handwriting"
    ]["backed_by"]
    unsigned = by_id(view_of("identity: {reviewed_by: R. Reader (test)}\n"))
    assert unsigned["example/limitations/handwriting"]["backed_by"] == [{"kind": "nothing"}]


def measured(**more):
    evidence = {
        "schema_version": "1.0",
        "id": "ink",
        "metric": "word-error-rate",
        "value": 0.2,
        "unit": "ratio",
        "n": {"count": 40, "of": "pages"},
        "condition": "pale ink",
        "limitation": "handwriting",
        "date": "2026-02-03",
        "method": "test",
        **more,
    }
    return {"services/example/evidence/ink.json": json.dumps(evidence)}


def test_a_measurement_backs_it(view_of):
    """A measured limitation names its evidence, with the whole sentence."""
    assert by_id(view_of(files=measured()))["example/limitations/handwriting"]["backed_by"] == [
        {
            "kind": "measured",
            "evidence": "ink",
            "says": "20\N{NO-BREAK SPACE}%, n = 40 pages, pale ink, 3 February 2026",
        }
    ]


def test_simulated_data_backs_nothing(view_of):
    """Simulated data is no evidence."""
    claim = by_id(view_of(files=measured(simulated=True)))["example/limitations/handwriting"]
    assert claim["backed_by"] == [{"kind": "nothing"}]


def test_every_list_of_sentences_exists(tmp_path):
    """Each list that claims are made of is a list of the model, and the rich service has something in it."""
    view = views(everything(tmp_path))["example-reader"]
    assert [path for path in SENTENCES if not view.entries(path)] == []
    assert load(Project(tmp_path)).findings == []
    assert "limitations" in MINIMAL
