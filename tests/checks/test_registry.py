"""The tables of rules: names, documentation, statuses."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest

import toolkit.checks
from toolkit.checks import FIRM, PLACE_FIRM, PLACE_RULES, RULES, STUDY_FIRM, STUDY_RULES
from toolkit.checks.places import statuses
from toolkit.checks.problem import ALWAYS, NEVER, PUBLISHED
from toolkit.checks.reference import documented
from toolkit.checks.studies import statuses as of_studies

FOLDER = Path(toolkit.checks.__file__).parent
#: Modules that are no rules: of services, and of places.
NO_RULES = {"__init__", "accepted", "codes", "problem", "readability_formulas", "reference", "rule", "texts"}
NO_PLACE_RULES = {"__init__", "figures", "signs", "statuses", "texts"}
EVERY = [*RULES.values(), *PLACE_RULES.values(), *STUDY_RULES.values()]


@pytest.mark.parametrize("rule", EVERY, ids=lambda rule: rule.__name__)
def test_name(rule):
    """A rule is called like its module."""
    assert inspect.getmodulename(rule.__file__) == rule.ID.replace("-", "_")


@pytest.mark.parametrize("rule", EVERY, ids=lambda rule: rule.__name__)
def test_documentation(rule):
    """A rule says in its first line what holds, then why and how to mend it, and gives two examples."""
    page = documented(rule)
    assert page.sentence.endswith(".")
    assert len(page.text.splitlines()) >= 3
    assert page.passing != page.failing


@pytest.mark.parametrize("id", RULES)
def test_statuses(id):
    """A rule is an error always, once published, or never."""
    assert RULES[id].ERROR_IN in (ALWAYS, PUBLISHED, NEVER)


@pytest.mark.parametrize("id", PLACE_RULES)
def test_statuses_of_places(id):
    """A rule for places is an error in the statuses that have a name, and never once a place is retired."""
    named = [value for name, value in vars(statuses).items() if name.isupper()]
    assert PLACE_RULES[id].ERROR_IN in named
    assert "retired" not in PLACE_RULES[id].ERROR_IN


@pytest.mark.parametrize("id", STUDY_RULES)
def test_statuses_of_studies(id):
    """A rule for studies is an error in the statuses that have a name, and never once a study is closed."""
    assert STUDY_RULES[id].ERROR_IN in [value for name, value in vars(of_studies).items() if name.isupper()]
    assert "closed" not in STUDY_RULES[id].ERROR_IN


def test_firm():
    """What cannot be accepted is a rule."""
    assert set(RULES) > FIRM
    assert set(PLACE_RULES) > PLACE_FIRM
    assert set(STUDY_RULES) > STUDY_FIRM


@pytest.mark.parametrize(
    ("folder", "others", "rules"),
    [
        (FOLDER, NO_RULES, RULES),
        (FOLDER / "places", NO_PLACE_RULES, PLACE_RULES),
        (FOLDER / "studies", {"__init__", "statuses"}, STUDY_RULES),
    ],
)
def test_every_module_is_registered(folder, others, rules):
    """No rule is forgotten in the tables."""
    modules = {path.stem for path in folder.glob("*.py")}
    assert modules - others == {id.replace("-", "_") for id in rules}
