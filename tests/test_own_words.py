"""The texts are our own: none shares nine words in a row with a document it was restated from.

The documents are not kept here. `golden/runs-of-nine.txt` holds a short hash of every run of nine words in the five
that the catalogue started from, headings and addresses left out.
"""

from __future__ import annotations

import hashlib
import re

import pytest
from projects import GOLDEN, ROOT
from trees import bare, tree

RUN = 9
KNOWN = frozenset((GOLDEN / "runs-of-nine.txt").read_text("ascii").split())
#: Fields that name a document as it calls itself.
NAMES = frozenset({"title", "locator", "url", "heading"})
FILES = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "services").rglob("*.yml"))


def hashes(text: str) -> set[str]:
    """A hash of each run of nine words, without case and signs."""
    words = re.findall(r"[a-z0-9]+", text.lower())
    runs = (" ".join(words[start : start + RUN]) for start in range(len(words) - RUN + 1))
    return {hashlib.sha256(run.encode()).hexdigest()[:12] for run in runs}


def prose(value: object, name: str = "") -> list[str]:
    """Every text but names of documents."""
    if isinstance(value, dict):
        return [text for key, child in value.items() for text in prose(child, key)]
    if isinstance(value, list):
        return [text for child in value for text in prose(child, name)]
    return [value] if isinstance(value, str) and name not in NAMES else []


def test_the_runs_are_found():
    """A run of the documents (their list of principles) is known, whatever its case and signs; eight words are none."""
    principles = "FAIRNESS, reliability and safety; privacy and security - inclusiveness, transparency"
    assert len(KNOWN) > 1000
    assert len(hashes(principles)) == 1
    assert hashes(principles) <= KNOWN
    assert hashes(principles.removesuffix(", transparency")) == set()


@pytest.mark.parametrize("file", FILES)
def test_no_run_of_nine_words_is_shared(file):
    """No text of a service, a suite, the catalogue or the organisation repeats a passage."""
    texts = prose(bare(tree((ROOT / file).read_bytes())))
    assert [text for text in texts if hashes(text) & KNOWN] == []
