"""The page of degradations is the one that its code and the evidence make."""

from __future__ import annotations

from projects import ROOT

from toolkit.evaluate.gallery import PICTURES, text
from toolkit.paths import Project
from toolkit.vision.degradations import DEGRADATIONS, LEVELS


def test_the_committed_page():
    """`python -m toolkit.evaluate.gallery` writes it anew."""
    assert (ROOT / "docs/degradations.md").read_text("utf-8") == text(Project(ROOT))


def test_every_picture_is_there():
    """One untouched, and one for each level of each degradation."""
    names = {f"{id}-{level}.webp" for id in DEGRADATIONS for level in LEVELS} | {"untouched.webp"}
    assert {path.name for path in (ROOT / "docs" / PICTURES).iterdir()} == names


def test_a_page_without_evidence(tmp_path):
    """Where nothing was measured, nothing is said of it."""
    page = text(Project(tmp_path))
    assert "come out wrong" not in page
    assert page.count("<img") == 6 * len(DEGRADATIONS)
