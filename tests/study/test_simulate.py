"""A rehearsal with simulated people, from the consent to the page."""

from __future__ import annotations

import datetime as dt

import pytest
from projects import small, write
from surveyed import TEXT

from toolkit.build import build
from toolkit.checks.reference import SMALLEST_PLACE
from toolkit.errors import UsageError
from toolkit.load import load
from toolkit.rehearse import rehearse
from toolkit.study.table import read_csv

DAY = dt.date(2026, 11, 20)
SIMULATED = "Simulated: nobody was really asked."


@pytest.fixture
def project(tmp_path):
    """The smallest place with a study of two arms and two waves."""
    write(tmp_path, "home/deployments/desk/deployment.yml", SMALLEST_PLACE)
    write(tmp_path, "home/deployments/desk/study.yml", TEXT)
    return small(tmp_path / "home", "example")


def test_rehearsal(project, tmp_path):
    """Twenty simulated people give answers, a report, evidence and pages; each of these says what it is."""
    done = rehearse(project, "desk", tmp_path / "out", 20, 7, DAY)
    table = read_csv((tmp_path / "out/answers/data.csv").read_bytes())
    assert {row.use for row in table} == {"test"}
    assert len({row.participant for row in table}) == 20
    assert {row.wave for row in table} == {"first", "continued"}
    assert {row.answer for row in table if row.form == "text"} <= {"", "Simulated words, which nobody said."}
    assert done.evidence == 4 + sum(
        each.startswith("understood") and "continued" in each for each in _evidence(tmp_path)
    )
    assert "nothing here is a result" in (tmp_path / "out/report/report.md").read_text("utf-8")
    assert SIMULATED in (tmp_path / "out/report/results.en.html").read_text("utf-8")
    pages = [path for path in done.folder.rglob("*") if path.suffix in {".html", ".md"}]
    assert pages
    assert [path.name for path in pages if SIMULATED not in path.read_text("utf-8")] == []
    assert "in this language, from a sign on the wall)" in (done.folder / "en/index.html").read_text("utf-8")


def _evidence(root):
    return [path.name for path in (root / "out/project/deployments/desk/evidence").iterdir()]


def test_nothing_changes_here(project, tmp_path):
    """The project itself stays as it was, and builds no page with a simulated result."""
    before = {path: path.read_bytes() for path in project.root.rglob("*") if path.is_file()}
    rehearse(project, "desk", tmp_path / "out", 20, 7, DAY)
    assert {path: path.read_bytes() for path in project.root.rglob("*") if path.is_file()} == before
    for path in (tmp_path / "out/project/deployments/desk/evidence").iterdir():
        write(project.root, f"deployments/desk/evidence/{path.name}", path.read_text("utf-8"))
    assert all(fact.simulated for fact in load(project).evidence["desk"])
    report = build(project, DAY, only="desk", site=False)
    assert "simulated-here" in {finding.rule for finding in report.findings if finding.severity == "error"}


def test_same_seed(project, tmp_path):
    """The same seed gives the same answers and the same report."""
    for name in ("one", "two"):
        rehearse(project, "desk", tmp_path / name, 4, 3, DAY)
    for file in ("answers/data.csv", "report/report.md", "report/report.json", "report/published.json"):
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()


@pytest.mark.parametrize(
    ("id", "people", "sentence"), [("desks", 20, "no deployment 'desks'"), ("desk", 0, "0 people")]
)
def test_refused(id, people, sentence, project, tmp_path):
    """What cannot be rehearsed is refused before anything is written."""
    with pytest.raises(UsageError, match=sentence):
        rehearse(project, id, tmp_path / "out", people, 1, DAY)
    assert not (tmp_path / "out").exists()
    with pytest.raises(UsageError, match="is not empty"):
        rehearse(project, "desk", tmp_path, 20, 1, DAY)
