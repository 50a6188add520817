"""Two services side by side."""

from __future__ import annotations

import json

import pytest
from projects import ROOT, TODAY, small, views, write
from reading import of_page, words
from samples import MINIMAL
from trees import laid_over

from toolkit.build import build
from toolkit.paths import Project
from toolkit.render import compare as compared
from toolkit.render.environment import Templates
from toolkit.view.compare import compare

ONE = """\
identity: {id: one, name: One}
inputs: [{id: form, medium: document, limits: [{what: bytes, max: 4, unit: MB}]}]
oversight: {level: in_the_loop, statement: A clerk looks., who: clerks}
uses:
  considerations: [{id: a, stance: avoid, use: Faces., reason: It errs., alternative: two}]
"""
TWO = """\
identity: {id: two, name: Two}
inputs: [{id: form, medium: document, limits: [{what: bytes, max: 20, unit: MB}]}]
oversight: {level: in_the_loop, statement: A clerk looks., who: nurses}
access: {limited: service, why: It can hurt., eligibility: Cities only.}
"""


@pytest.fixture
def project(tmp_path):
    project = small(tmp_path)
    for id, text in (("one", ONE), ("two", TWO)):
        write(project.root, f"services/{id}/service.yml", laid_over(MINIMAL, text))
    return project


@pytest.fixture
def comparison(project):
    seen = views(project)
    return compare(seen["one"], seen["two"])


def test_differences_first(comparison):
    """What differs stands before what is the same, both by topic."""
    table = [
        (title, [(topic, [row.what for row in rows]) for topic, rows in topics]) for title, topics in comparison.parts
    ]
    assert table == [
        (
            "What differs",
            [
                ("What goes in", ["Documents: file size"]),
                ("Access", ["Who may use it", "Why", "Who may apply"]),
                ("Oversight", ["Who"]),
            ],
        ),
        (
            "What is the same",
            [
                ("What goes in", ["Takes"]),
                ("Where it fails", ["Quality of what goes in"]),
                ("Data", ["Other data"]),
                ("Oversight", ["Level"]),
            ],
        ),
    ]


def test_texts(comparison):
    """Each row has what both say, and nothing where one is silent."""
    rows = {row.what: (row.one, row.other) for row in comparison.rows}
    assert rows["Documents: file size"] == (("at most 4\xa0MB",), ("at most 20\xa0MB",))
    assert rows["Other data"] == (("The scanned form: not kept",), ("The scanned form: not kept",))
    assert rows["Who may apply"] == ((), ("Cities only.",))


def test_for_programs(comparison):
    """The same as JSON, in the same order."""
    data = json.loads(compared.as_json(comparison))
    assert data["services"] == [{"id": "one", "name": "One"}, {"id": "two", "name": "Two"}]
    assert data["rows"][0] == {
        "topic": "What goes in",
        "what": "Documents: file size",
        "one": ["at most 4\xa0MB"],
        "other": ["at most 20\xa0MB"],
        "differs": True,
    }
    assert [row["differs"] for row in data["rows"]] == [True] * 5 + [False] * 4


def test_page(comparison):
    """A page names both, leads to both, and says where one is silent."""
    artefact = compared.page(comparison, Templates())
    assert artefact.path == "notes/compare/one--two.md"
    text = words(of_page(artefact.data))
    assert text.index("What differs") < text.index("Cities only.") < text.index("What is the same")
    assert "nothing is said" in text
    assert b"(../index.md#two)" in artefact.data


def note(project, id):
    return (project.docs / f"notes/{id}/transparency-note.md").read_text("utf-8")


def test_the_build_keeps_pages_in_step(project):
    """The page is linked from both notes, follows each of the two, and goes with the link, even without a memory."""
    page = project.docs / "notes/compare/one--two.md"
    build(project, TODAY, site=False)
    assert "[Two](../compare/one--two.md)" in note(project, "one")
    assert "[One](../compare/one--two.md)" in note(project, "two")
    whole = page.read_bytes()

    assert build(project, TODAY, site=False).written == 0
    write(project.root, "services/two/service.yml", laid_over(MINIMAL, TWO.replace("max: 20", "max: 21")))
    build(project, TODAY, only="two", site=False)
    build(project, TODAY, site=False)
    assert page.read_bytes() == whole.replace(b"20\xc2\xa0MB", b"21\xc2\xa0MB")

    (project.cache / "memory.json").unlink()
    write(project.root, "services/one/service.yml", laid_over(MINIMAL, ONE.replace(", alternative: two", "")))
    build(project, TODAY, site=False)
    assert not page.exists()
    assert "compare" not in note(project, "one") + note(project, "two")


def test_the_catalogue():
    """Two services of the catalogue differ in size of file, and the table names both."""
    seen = views(Project(ROOT))
    done = compare(seen["vision-ocr"], seen["vision-image-analysis"])
    assert "Pictures: file size" in {row.what for row in done.rows if row.differs}
