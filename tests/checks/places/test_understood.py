"""What people understood of a place, held against its words of today, its target and the truth."""

from __future__ import annotations

import pytest
from studies import STUDY
from understandings import FILE, evidence

PLAN = "deployments/desk/study.yml"
NOBODY = "nobody was asked whether people understand this notice as it is: how-long"


def found(weighed, rule, file="", study=STUDY):
    """What a rule finds in a place in force with a study, and with evidence where there is a file."""
    more = {PLAN: study, **({FILE: file} if file else {})}
    return weighed(rule, "status: in_force\n", more={name: text for name, text in more.items() if text})


@pytest.mark.parametrize("file", ["", evidence(message_hash="f" * 64), evidence(simulated=True)])
def test_nobody_was_asked(file, weighed):
    """Without a result about today's words: a warning in an example, an error in force. Simulated is no result."""
    assert found(weighed, "understood", file) == [("1:9", "warning", "error", NOBODY)]


def test_somebody_was_asked(weighed):
    """A result is enough, whatever it shows; without a plan the rule on the plan speaks."""
    assert found(weighed, "understood", evidence(3)) == []
    assert found(weighed, "understood", study="") == []


def test_points_that_only_explore(weighed):
    """Where the study was planned to decide about some points, only these need a result."""
    more = "  - {id: who, knows: A clerk looks., tests: items.access, told_by: items.access}\n"
    two = STUDY.replace("told_by: items.retention}\n", f"told_by: items.retention, primary: true}}\n{more}")
    assert two.count("primary") == 1
    assert found(weighed, "understood", evidence(), two) == []
    both = two.replace("told_by: items.access}", "told_by: items.access, primary: true}")
    assert [row[-1] for row in found(weighed, "understood", evidence(), both)] == [NOBODY.replace("how-long", "who")]


def test_below_target(weighed):
    """The text to work on is named, and pointed at."""
    [(where, *rest)] = found(weighed, "understood-target", evidence(11))
    assert rest == ["warning", "warning", "only 11 of 20 people knew the point `how-long` (en)"]
    assert where == "60:5"  # the statement that tells it
    misled = found(weighed, "understood-target", evidence(17, critical=2, meets_target=False))[0][-1]
    assert misled.endswith("(en), and 2 believed something wrong that matters")
    assert found(weighed, "understood-target", evidence(16)) == []
    assert found(weighed, "understood-target", evidence(11, message_hash="f" * 64)) == []


def test_stale(weighed):
    """A result about other words is named."""
    message = "people were asked about an earlier version of this notice: understood-how-long"
    assert [row[1:] for row in found(weighed, "understood-stale", evidence(message_hash="f" * 64))] == [
        ("warning", "warning", message)
    ]
    assert found(weighed, "understood-stale", evidence()) == []


def test_simulated(weighed):
    """Simulated evidence is an error in every status."""
    rows = found(weighed, "simulated-here", evidence(simulated=True))
    assert [row[1:] for row in rows] == [("error", "error", "evidence `understood-how-long` is simulated")]
    assert found(weighed, "simulated-here", evidence()) == []
