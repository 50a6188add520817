"""Which limits can be watched, in which order, and who stands in for an engine that does not run here."""

from __future__ import annotations

import json

import pytest
from projects import ROOT, small, write
from samples import MINIMAL

from toolkit.load import load
from toolkit.model import Evidence
from toolkit.paths import Project
from toolkit.view.failing import failing

LIMITS = """\
limitations:
  - {id: blurred, category: input_quality, condition: The picture is blurred., effect: It errs., demo: {degradation: defocus}}
  - {id: dark, category: input_quality, condition: It is dark., effect: It errs., demo: {degradation: low-light}}
  - {id: rare, category: language, condition: A rare language., effect: It errs.}
"""
RUNS = """\
metrics: [{id: character-error-rate}]
evaluation: {runs: [{id: pages, corpus: corpora/pages, engine: tesserocr}]}
"""


def measured(limitation: str, start: float, value: float, tag: str = "") -> Evidence:
    return Evidence.model_validate_json(
        json.dumps(
            {
                "schema_version": "1.0",
                "id": f"pages-{limitation}{tag}",
                "slice": {"tag": tag} if tag else {},
                "metric": "character-error-rate",
                "value": value,
                "unit": "ratio",
                "n": {"count": 48, "of": "pictures"},
                "condition": "level 3 of 5",
                "limitation": limitation,
                "curve": [{"level": 0, "value": start}, {"level": 3, "value": value}],
                "date": "2026-11-27",
                "method": "disclose evaluate",
            }
        )
    )


def limited(id: str, *more: str) -> str:
    head, _, tail = MINIMAL.replace("id: example", f"id: {id}").partition("limitations:")
    rest = tail.split("\n", 1)[1].splitlines()
    kept = rest[next(n for n, line in enumerate(rest) if line and line[0].isalpha()) :]
    return "\n".join([head.rstrip(), LIMITS, *more, *kept, ""])


@pytest.fixture
def services(tmp_path):
    """Two services whose engine runs here, one only called over a network."""
    project = small(tmp_path, "here", "other", "vendor")
    write(tmp_path, "services/here/service.yml", limited("here", RUNS))
    write(tmp_path, "services/other/service.yml", limited("other", RUNS.replace("character-error-rate", "accuracy")))
    write(tmp_path, "services/vendor/service.yml", limited("vendor", "metrics: [{id: character-error-rate}]"))
    content = load(project)
    assert [finding.message for finding in content.findings if finding.severity == "error"] == []
    return content.services


def test_only_limits_with_a_demonstration_are_there_what_gets_worst_first(services):
    evidence = {"here": (measured("blurred", 0.1, 0.2), measured("dark", 0.1, 0.9))}

    found = failing(services, evidence)

    assert [row.demo for row in found["here"]] == ["here/dark", "here/blurred"]
    assert [row.plot.fact.value for row in found["here"]] == [0.9, 0.2]


def test_of_several_tags_the_one_that_suffers_most_is_shown(services):
    facts = (measured("dark", 0.9, 0.8, "face"), measured("dark", 0.9, 0.2, "eye"), measured("dark", 0.9, 0.7, "text"))

    found = failing(services, {"here": facts})

    assert [row.plot.fact.slice["tag"] for row in found["here"] if row.plot] == ["eye"]


def test_an_engine_that_shares_a_metric_stands_in_for_one_that_does_not_run_here(services):
    found = failing(services, {"here": (measured("blurred", 0.1, 0.2),)})
    blurred = next(row for row in found["vendor"] if row.limitation.id == "blurred")

    assert (blurred.here, blurred.plot) == (False, None)
    assert (blurred.instead.demo, blurred.shown.fact.value) == ("here/blurred", 0.2)


def test_an_engine_that_runs_here_needs_nobody_in_its_place(services):
    found = failing(services, {})

    assert {row.instead for row in found["here"]} == {None}
    assert {row.here for row in found["here"]} == {True}


def test_a_limit_leads_to_where_it_is_stated(services):
    """The smallest service promises no document; the note of the repository's reader states all its limits."""
    shipped = load(Project(ROOT), ["tesseract-ocr"], places=False).services
    stated = {row.limitation.id: row.href for row in failing(shipped, {})["tesseract-ocr"]}

    assert failing(services, {})["here"][0].href == ""
    assert stated["stains"] == "tesseract-ocr/transparency-note.md#limitation-stains"
