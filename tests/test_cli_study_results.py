"""`disclose study`: export, report, insight, simulate."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from projects import small, write
from surveyed import STUDY, TEXT, answers
from typer.testing import CliRunner

from toolkit.checks.reference import SMALLEST_PLACE
from toolkit.cli_study_results import results
from toolkit.errors import UsageError
from toolkit.store.engine import open_store
from toolkit.study.enquiry import Enquiry
from toolkit.study.simulate import simulate
from toolkit.study.table import read_csv, rows, write_csv

NOON = dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC)


@pytest.fixture
def project(tmp_path):
    """The smallest place with a study of two arms and two waves."""
    write(tmp_path, "deployments/desk/deployment.yml", SMALLEST_PLACE)
    write(tmp_path, "deployments/desk/study.yml", TEXT)
    return small(tmp_path, "example")


@pytest.fixture
def data(project):
    """A table of twenty people who were asked about the words of today, as a file."""
    from toolkit.load import load
    from toolkit.posted import views

    message = views(project, load(project), NOON.date())["desk"].hash
    table = rows(STUDY, answers("kept", ["day"] * 17 + ["month"] * 3, message=message))
    path = project.root / "data.csv"
    path.write_bytes(write_csv(table))
    return path


def run(*arguments):
    """What a command prints; raises what it raises."""
    return CliRunner().invoke(results, [str(each) for each in arguments], catch_exceptions=False).stdout


def test_export(project, tmp_path):
    """Tables and codebook come from the store; each column of them is in the codebook."""
    from toolkit.load import load
    from toolkit.posted import views

    store = open_store(None, project)
    view = views(project, load(project), NOON.date())["desk"]
    simulate(Enquiry(store, view), 2, 1, NOON)
    store.close()
    said = run("export", "desk", "-o", tmp_path / "out", "--use", "test", "-C", project.root)
    assert "2 people, " in said
    table = read_csv((tmp_path / "out/data.csv").read_bytes())
    assert {row.item for row in table} == {"kept", "say", "expected", "fine"}
    known = {line.split(",")[0] for line in (tmp_path / "out/codebook.csv").read_text("utf-8-sig").splitlines()}
    for name in ("data.csv", "data-wide.csv"):
        heading = (tmp_path / "out" / name).read_text("utf-8-sig").splitlines()[0]
        assert set(heading.split(",")) <= known
    assert "how-long,items.retention" in (tmp_path / "out/codebook.csv").read_text("utf-8-sig")
    assert "<th" in (tmp_path / "out/codebook.html").read_text("utf-8")
    assert "0 people, 0 answers of the use real" in run("export", "desk", "-o", tmp_path / "real", "-C", project.root)


def test_report(project, data, tmp_path):
    """Markdown, HTML, JSON, what may be published, and a page for everybody; twice the same."""
    out = tmp_path / "out"
    said = run("report", data, project.deployments / "desk/study.yml", "-o", out)
    assert "how-long: 17 of 20 right, meets the target" in said
    first = {path.name: path.read_bytes() for path in out.iterdir()}
    assert sorted(first) == ["published.json", "report.html", "report.json", "report.md", "results.en.html"]
    run("report", data, project.deployments / "desk/study.yml", "-o", out)
    assert {path.name: path.read_bytes() for path in out.iterdir()} == first
    page = first["results.en.html"].decode()
    assert "17 of 20 people knew this." in page
    assert "Aim: 16 of 20. The aim was met." in page


def test_report_without_a_project(data, tmp_path):
    """A table and a plan are enough."""
    import shutil

    alone = tmp_path.parent / f"{tmp_path.name}-alone"
    alone.mkdir()
    for file in (data, data.parent / "deployments/desk/study.yml"):
        shutil.copy(file, alone)
    run("report", alone / "data.csv", alone / "study.yml", "-o", alone / "out")
    assert "17 of 20" in (alone / "out/report.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("data.csv", "a,b\n", "data.csv:1 lacks the columns"),
        ("out/published.json", "[]", "does not hold figures that were issued"),
        ("out/published.json", "{", "does not hold figures that were issued"),
    ],
)
def test_files_that_cannot_be_read(name, text, sentence, project, data):
    """Where, what, and what to do."""
    write(project.root, name, text)
    with pytest.raises(UsageError, match=sentence) as error:
        run("report", data, project.deployments / "desk/study.yml", "-o", project.root / "out")
    assert error.value.help


def test_no_such_file(project, data, tmp_path):
    """A table, a plan, a use and a place that are not there."""
    plan = project.deployments / "desk/study.yml"
    for arguments in (
        ("report", tmp_path / "none.csv", plan),
        ("report", data, tmp_path / "none.yml"),
        ("report", data, plan, "--use", "unreal"),
        ("export", "hall", "-o", tmp_path / "x", "-C", project.root),
        ("insight", "desk", tmp_path, "-C", project.root),
    ):
        with pytest.raises(UsageError) as error:
            run(*arguments)
        assert error.value.help


def test_insight(project, data):
    """Evidence of the notice of today; one more person changes nothing; of other words, it says so."""
    file = project.deployments / "desk/evidence/understood-how-long-sign-en.json"
    day = ("-C", project.root, "--today", "2026-11-20")
    assert run("insight", "desk", data, *day) == f"wrote {file.relative_to(project.root)}\n"
    first = file.read_bytes()
    assert json.loads(first)["understood"]["right"] == 17
    message = json.loads(first)["understood"]["message_hash"]
    data.write_bytes(write_csv(rows(STUDY, answers("kept", ["day"] * 18 + ["month"] * 3, message=message))))
    assert "kept understood-how-long-sign-en as it is" in run("insight", "desk", data, *day)
    assert file.read_bytes() == first
    data.write_bytes(write_csv(rows(STUDY, answers("kept", ["day"] * 18 + ["month"] * 3))))
    assert "people were asked about an earlier version of this notice" in run("insight", "desk", data, *day)


def test_simulate(project, tmp_path):
    """A rehearsal says that nobody was asked."""
    said = run("simulate", "desk", "--n", "2", "-o", tmp_path / "out", "-C", project.root, "--today", "2026-11-20")
    assert "simulated 2 people: nobody was asked, and nothing of this is a result" in said
    assert "wrote 0 simulated results" in said
