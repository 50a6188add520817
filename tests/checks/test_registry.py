"""The table of rules: names, documentation, statuses."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest

import toolkit.checks
from toolkit.checks import RULES
from toolkit.checks.problem import ALWAYS, NEVER, PUBLISHED
from toolkit.checks.reference import documented

NO_RULES = {"__init__", "problem", "readability_formulas", "reference", "texts"}


@pytest.mark.parametrize("id", RULES)
def test_name(id):
    """A rule is called like its module."""
    assert inspect.getmodulename(RULES[id].__file__) == id.replace("-", "_")


@pytest.mark.parametrize("id", RULES)
def test_documentation(id):
    """A rule says in its first line what holds, then why and how to mend it, and gives two examples."""
    page = documented(RULES[id])
    assert page.sentence.endswith(".")
    assert len(page.text.splitlines()) >= 3
    assert page.passing != page.failing


@pytest.mark.parametrize("id", RULES)
def test_statuses(id):
    """A rule is an error always, once published, or never."""
    assert RULES[id].ERROR_IN in (ALWAYS, PUBLISHED, NEVER)


def test_every_module_is_registered():
    """No rule is forgotten in the table."""
    modules = {path.stem for path in Path(toolkit.checks.__file__).parent.glob("*.py")}
    assert modules - NO_RULES == {id.replace("-", "_") for id in RULES}
