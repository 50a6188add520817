"""The page of requirements: each stands there once, and names rules that exist."""

from __future__ import annotations

import ast
import re

import pytest
from projects import ROOT

from toolkit.checks import PLACE_RULES, RULES
from toolkit.checks.studies import STUDY_RULES
from toolkit.load.regimes import shipped_regimes

PAGE = ROOT / "docs/requirements.md"
#: First and last number of each group of requirements.
GROUPS = [(1, 3), (10, 21), (30, 40), (50, 67), (70, 88), (90, 112), (120, 126), (130, 133)]
ROW = re.compile(r"^\| (D\d{2,3}) \| (.+?) \| (.*?) ?\| (.*?) ?\|$", re.MULTILINE)


def rows() -> list[tuple[str, str, str, str]]:
    """Id, requirement, rules and the rest of each row."""
    return ROW.findall(PAGE.read_text("utf-8"))


def inspected() -> set[str]:
    """Ids of what is found on finished sheets: each is written as a text in `toolkit/inspect/`."""
    trees = [ast.parse(path.read_text("utf-8")) for path in (ROOT / "toolkit/inspect").glob("*.py")]
    found = {node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    return {text for text in found if isinstance(text, str) and re.fullmatch(r"[a-z]+(-[a-z]+)+", text)}


def test_each_requirement_stands_there_once():
    """Every requirement of the research has its row, in order, and there is no other."""
    expected = [f"D{number:02}" for first, last in GROUPS for number in range(first, last + 1)]
    assert [id for id, *_ in rows()] == expected


@pytest.mark.parametrize(("id", "asked", "rules", "where"), rows(), ids=[row[0] for row in rows()])
def test_each_row_leads_somewhere(id, asked, rules, where):
    """A row says what is asked, and names rules that exist, or an output, or a reason."""
    regimes = (rule.id for regime in shipped_regimes().values() for rule in regime.rules)
    known = {*RULES, *PLACE_RULES, *STUDY_RULES, *inspected(), *regimes}
    named = rules.replace("`", "").split()
    assert asked.endswith((".", "?"))
    assert named or where
    assert set(named) - known == set()
    assert rules == " ".join(f"`{name}`" for name in named)
