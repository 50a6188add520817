"""`disclose evaluate` as somebody types it."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import pytest
from PIL import Image, ImageDraw, ImageFont
from samples import ORGANISATION

SERVICE = """\
schema_version: "1.0"
identity: {id: reader, name: Reader}
summary: {purpose: It reads text.}
limitations:
  - {id: blurred, category: input_quality, condition: It is blurred., effect: It is missed., demo: {degradation: defocus}}
evaluation: {runs: [{id: lines, corpus: pictures, engine: tesserocr, degradations: named}]}
"""
CORPUS = """\
id: pictures
name: Two lines of text
source: Made for this test.
licence: CC0-1.0
synthetic: true
people_shown: false
purposes: testing
pictures: [{files: "*.png", languages: en, truth: text}]
"""


@pytest.fixture
def project(write_tree):
    """A project with two pictures of a line of text each, and the truth beside them."""
    files = {
        "services/organisation.yml": ORGANISATION,
        "services/reader/service.yml": SERVICE,
        "pictures/corpus.yml": CORPUS,
    }
    lines = {"one": "Closed on Mondays", "two": "Bring this letter with you"}
    root = write_tree({**files, **{f"pictures/{name}.txt": text for name, text in lines.items()}})
    for name, text in lines.items():
        image = Image.new("L", (620, 70), "white")
        ImageDraw.Draw(image).text((20, 15), text, "black", ImageFont.load_default(32))
        image.save(root / f"pictures/{name}.png")
    return root


def run(root, *arguments):
    """What `disclose evaluate` prints in *root*."""
    words = [sys.executable, "-m", "toolkit", "evaluate", *arguments, "-C", root, "--today", "2026-11-20"]
    return subprocess.run(words, capture_output=True, text=True, timeout=300, check=False)


def test_a_service(project):
    """It is measured: a table on the terminal, a file for each fact, a picture before and after, a page with plots."""
    done = run(project, "reader", "--workers", "1", "--report")
    assert done.returncode == 0, done.stderr
    assert "lines: Tesseract through tesserocr 5" in done.stdout
    assert re.search(r"character-error-rate +0\.0% \(no interval\) +n = 2 +untouched pictures\n", done.stdout)
    assert re.search(r"\n +5 +\d+\.\d%  a disc with a radius of 1 % of the diagonal\n", done.stdout)
    folder = project / "services/reader/evidence"
    fact = json.loads((folder / "lines-cer.json").read_text())
    assert (fact["value"], fact["n"], fact["date"]) == (0.0, {"count": 2, "of": "pictures"}, "2026-11-20")
    curve = json.loads((folder / "lines-defocus.json").read_text())
    assert (curve["limitation"], len(curve["curve"])) == ("blurred", 6)
    assert curve["example"]["came_out_before"] == "Closed on Mondays"
    assert sorted(path.name for path in (folder / "lines").glob("*.png")) == ["one-defocus.png", "one.png"]
    page = (project / ".disclose/reports/reader.html").read_text()
    assert "wrote .disclose/reports/reader.html" in done.stdout
    assert page.count("<svg") == 3
    assert "Closed on Mondays" in page


def test_again(project):
    """The second time nothing is written; what an earlier time wrote and this one does not is taken away."""
    assert run(project, "reader", "--workers", "1").returncode == 0
    assert "0 files written" in run(project, "reader", "--workers", "1").stdout
    assert run(project, "reader", "--workers", "1", "--degradations", "none").returncode == 0
    left = [path.name for path in (project / "services/reader/evidence").rglob("*defocus*")]
    assert left == []


def test_what_is_not_there(project):
    """The sentence and what to do, exit code 2, no traceback."""
    done = run(project, "raeder")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "disclose: there is no service `raeder`\n  did you mean `reader`?\n"


def test_a_wrong_degradation(project):
    """All that there are stand in the answer."""
    done = run(project, "reader", "--degradations", "fog")
    assert done.returncode == 2
    assert done.stderr.startswith("disclose: there is no degradation `fog`\n  take some of named, defocus, motion-blur")


def test_a_wrong_corpus(project):
    """Every mistake in `corpus.yml` is told with line and column, and the line itself."""
    (project / "pictures/corpus.yml").write_text(CORPUS.replace("synthetic: true\n", "syntetic: true\n"))
    done = run(project, "reader")
    assert (done.returncode, done.stderr) == (1, "")
    assert "pictures/corpus.yml:1:1: error[missing-key] `synthetic` is missing in this corpus file\n" in done.stdout
    assert "pictures/corpus.yml:5:1: error[unknown-key]" in done.stdout
    assert "syntetic: true\n" in done.stdout
    assert done.stdout.endswith("2 errors, 0 warnings\n")


def test_no_cluster(project):
    """An address that is none, and one where nobody answers."""
    assert "is no address of a cluster" in run(project, "reader", "--executor", "http://a:1").stderr
