"""The page of rules."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import toolkit.load
import toolkit.merge
import toolkit.source
from toolkit.checks import RULES
from toolkit.checks.reference import LOADER_CODES, documented, reference

#: Literals that look like codes and are none.
OTHER_WORDS = {"a-z0-9", "utf-8", "utf-8-sig"}


def literals(path: Path) -> set[str]:
    nodes = ast.walk(ast.parse(path.read_text("utf-8")))
    texts = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    return {text for text in texts if re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", text)} - OTHER_WORDS


def test_codes_of_the_loader():
    """Every code that the loader can report is documented, and no other."""
    sources = [Path(toolkit.source.__file__), Path(toolkit.merge.__file__)]
    files = [*sources, *Path(toolkit.load.__file__).parent.glob("*.py")]
    assert set().union(*map(literals, files)) == set(LOADER_CODES)


def test_page():
    """The page lists each rule in a table and shows its text and both examples."""
    page = reference()
    for id, rule in RULES.items():
        assert f"| [`{id}`](#{id}) |" in page
        assert f"\n## `{id}`\n\n{documented(rule).text}\n" in page
        assert f"```yaml\n{documented(rule).failing}```" in page
    assert "| `duplicate-key` | A key stands twice in one block: keep one of the two. |" in page


def test_page_is_the_same_every_time():
    """The page does not depend on when it is made, and ends with one line end."""
    assert reference() == reference()
    assert reference().endswith("code `allow`.\n")
    assert "\n\n\n" not in reference()
