"""The ten items."""

from __future__ import annotations

import pytest
from samples import ORGANISATION

ITEMS = {
    "collected": ("A picture.", "nothing says which data is taken"),
    "method": ("A machine reads it.", "nothing says how it works"),
    "purpose": ("To type for you.", "nothing says what it is for"),
    "benefits": ("You wait less.", "nothing says what good it does the people affected"),
    "access": ("The clerks.", "nothing says who gets to see the data"),
    "access_reason": ("They check it.", "nothing says why they get to see it"),
    "automated_decision": ("None.", "nothing says whether a machine decides anything"),
    "retention": ("One day.", "nothing says how long the data is kept"),
    "contact": ("Ask at the desk.", "nothing says whom to ask"),
    "protection": ("It stays here.", "nothing says how the data is protected"),
}


def block(names, indent):
    """The items *names*, one a line."""
    return "".join(f"{' ' * indent}{name}: {ITEMS[name][0]}\n" for name in names)


@pytest.mark.parametrize("name", ITEMS)
def test_missing_at_the_place(name, weighed):
    """Each of the ten is an error in force where it is missing, at the block of the items."""
    top = f"purpose: To type.\nitems:\n{block(ITEMS.keys() - {name}, 2)}"
    assert weighed("ten-items", top) == [("2:1", "warning", "error", ITEMS[name][1])]


@pytest.mark.parametrize("name", ITEMS)
def test_handed_down_by_the_organisation(name, weighed):
    """What the organisation hands down counts; what it leaves out is missing at the block that was written last."""
    own = [other for other in ITEMS if other in {"collected", "retention"} - {name}]
    handed = [other for other in ITEMS if other not in {"collected", "retention", name}]
    organisation = f"{ORGANISATION}deployment_defaults:\n  items:\n{block(handed, 4)}"
    more = {"services/organisation.yml": organisation}
    top = f"purpose: To type.\nbenefits: [You wait less.]\nitems:\n{block(own, 2)}"
    assert weighed("ten-items", top, more=more) == [("3:1", "warning", "error", ITEMS[name][1])]


@pytest.mark.parametrize("name", ITEMS)
def test_only_the_organisation_wrote(name, weighed):
    """Where the place writes none, the block of the organisation is shown."""
    handed = [other for other in ITEMS if other != name]
    organisation = f"{ORGANISATION}deployment_defaults:\n  items:\n{block(handed, 4)}"
    line = (ORGANISATION + "deployment_defaults:\n").count("\n") + 1
    found = weighed("ten-items", "items: {}\n", more={"services/organisation.yml": organisation})
    assert found == [("1:1", "warning", "error", ITEMS[name][1])]
    assert line == 9


@pytest.mark.parametrize("name", ITEMS)
def test_taken_out_at_the_place(name, weighed):
    """Emptying what was handed down is shown at the line that does so."""
    organisation = f"{ORGANISATION}deployment_defaults:\n  items:\n{block(ITEMS, 4)}"
    top = f"items:\n  {name}:\n"
    found = weighed("ten-items", top, more={"services/organisation.yml": organisation})
    assert found == [("2:3", "warning", "error", ITEMS[name][1])]


@pytest.mark.parametrize(
    ("access", "found"),
    [
        ("Nobody sees it.", 0),
        ("No one.", 0),
        ("None of us can open it.", 0),
        ("Nobody but the clerks.", 1),
        ("No one except the head of the desk.", 1),
        ("The clerks.", 1),
    ],
)
def test_reason_for_access(access, found, weighed):
    """Why somebody sees the data is asked for where somebody does."""
    top = f"items:\n  access: {access}\n{block(ITEMS.keys() - {'access', 'access_reason'}, 2)}"
    assert len(weighed("ten-items", top)) == found


@pytest.mark.parametrize("name", ITEMS)
def test_handed_down_by_the_service(name, weighed):
    """What the service says counts as well, with a hint that only the place knows; the block of the place is shown."""
    handed = [other for other in ITEMS if other not in {"collected", "retention", name}]
    own = [other for other in ITEMS if other in {"collected", "retention"} - {name}]
    more = {"services/example/service.yml": f"disclosure:\n  items:\n{block(handed, 4)}"}
    top = f"purpose: To type.\nitems:\n{block(own, 2)}"
    found = weighed("ten-items", top, more=more)
    assert [row for row in found if row[2] == "error"] == [("2:1", "warning", "error", ITEMS[name][1])]
    assert len([row for row in found if "only the service says" in row[3]]) == len(handed)
