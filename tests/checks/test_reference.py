"""The page of rules."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import toolkit
from toolkit.checks import BEFORE_IN_FORCE, OF_REGIMES, PLACE_RULES, RULES, STUDY_RULES
from toolkit.checks.codes import LAYOUT_CODES, LOADER_CODES, OTHER_CODES
from toolkit.checks.reference import documented, reference

PACKAGE = Path(toolkit.__file__).parent
#: Literals that look like codes and are none.
OTHER_WORDS = {"a-z0-9", "content-type", "utf-8", "utf-8-sig"}


def literals(path: Path) -> set[str]:
    nodes = ast.walk(ast.parse(path.read_text("utf-8")))
    texts = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    return {text for text in texts if re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", text)} - OTHER_WORDS


def test_codes_of_the_loader():
    """Every code that reading files can report is documented, and no other."""
    files = [PACKAGE / f"{name}.py" for name in ("source", "merge", "po", "translations")]
    assert set().union(*map(literals, [*files, *PACKAGE.glob("load/*.py")])) == set(LOADER_CODES)


def test_codes_of_the_layout():
    """So is every code that finished sheets can get."""
    files = [PACKAGE / "press.py", *PACKAGE.glob("inspect/*.py")]
    one_word = {"typeset"}  # does not look like a code
    assert set().union(*map(literals, files)) | one_word == set(LAYOUT_CODES)


def test_other_codes():
    """So is every code that no single rule has."""
    assert set(OTHER_CODES) == {"allow", BEFORE_IN_FORCE, OF_REGIMES}
    assert all(f"| `{code}` | {sentence} |" in reference() for code, sentence in OTHER_CODES.items())


def test_page():
    """The page lists each rule in a table and shows its text and both examples."""
    page = reference()
    for id, rule in RULES.items():
        assert f"| [`{id}`](#{id}) |" in page
        assert f"\n### `{id}`\n\n{documented(rule).text}\n" in page
        assert f"```yaml\n{documented(rule).failing}```" in page
    assert "| `duplicate-key` | A key stands twice in one block: keep one of the two. |" in page


def test_places():
    """So it does for places; a rule that services have as well gets a heading of its own."""
    page = reference()
    for id, rule in PLACE_RULES.items():
        title, anchor = (f"`{id}` at a place", f"{id}-at-a-place") if id in RULES else (f"`{id}`", id)
        assert f"| [`{id}`](#{anchor}) |" in page
        assert f"\n### {title}\n\n{documented(rule).text}\n" in page
        assert f"```yaml\n{documented(rule).failing}```" in page
    assert "| [`sign-before-view`](#sign-before-view) | except in drafts |" in page
    assert "| [`ten-items`](#ten-items) | in pilots and in force |" in page
    assert "| [`unsafe-text`](#unsafe-text-at-a-place) | always |" in page


def test_studies():
    """So it does for studies."""
    page = reference()
    for id, rule in STUDY_RULES.items():
        assert f"| [`{id}`](#{id}) |" in page
        assert f"\n### `{id}`\n\n{documented(rule).text}\n" in page
    assert "| [`study-translation`](#study-translation) | once it is open |" in page


def test_headings():
    """No two headings are the same, so that each can be linked to."""
    headings = re.findall(r"^##+ .*$", reference(), re.MULTILINE)
    assert len(headings) == len(set(headings))


def test_page_is_the_same_every_time():
    """The page does not depend on when it is made, and ends with one line end."""
    assert reference() == reference()
    assert reference().endswith("(PDF/UA-1). |\n")
    assert "\n\n\n" not in reference()
