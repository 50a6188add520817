"""Points against their target."""

from __future__ import annotations

import pytest
from surveyed import STUDY, answers

from toolkit.model.study import Criterion
from toolkit.study.count import Tally, results
from toolkit.study.points import Wrong, found, judge, people_to_demonstrate
from toolkit.study.table import rows

LEAFLET = Criterion(name="eu-leaflet", share=0.8)
ANSI = Criterion(name="ansi", share=0.85)


@pytest.mark.parametrize(("share", "people"), [(0.67, 10), (0.8, 17), (0.85, 23), (0.9, 36)])
def test_people_to_demonstrate(share, people):
    """How few people can show a share, all of them right."""
    assert people_to_demonstrate(share) == people


@pytest.mark.parametrize(
    ("criterion", "counts", "verdicts"),
    [
        (LEAFLET, Tally(20, 16), (16, True, False, True, False)),
        (LEAFLET, Tally(20, 15), (16, False, False, True, False)),
        (LEAFLET, Tally(20, 20), (16, True, True, True, False)),
        (LEAFLET, Tally(20, 18, critical=1), (16, True, False, True, False)),  # 5 % exactly
        (LEAFLET, Tally(20, 18, critical=2), (16, False, False, True, True)),
        (LEAFLET, Tally(10, 8), (8, True, False, False, False)),
        (ANSI, Tally(20, 20), (17, True, False, False, False)),  # with 20 people 85 % can never be demonstrated
        (ANSI, Tally(710, 680), (604, True, True, True, False)),
    ],
)
def test_judge(criterion, counts, verdicts):
    """How many have to be right; met, demonstrated, can be demonstrated: three verdicts. Too many critical beliefs fail
    a point whatever the share.
    """
    each = judge("all", counts, criterion)
    found = (each.needed, each.meets_target, each.demonstrated, each.can_demonstrate, each.too_critical)
    assert found == verdicts


def test_nobody():
    """Nobody asked: no interval, no verdict. Ten are the fewest for a result."""
    assert judge("all", Tally(), LEAFLET)[2:] == (None, None, 0, False, False, False, False, None, False)
    assert not judge("all", Tally(9, 9), LEAFLET).enough
    assert round(judge("all", Tally(20, 20), LEAFLET).critical_at_most, 3) == 0.139


def test_found():
    """A point that fails names what to edit and what the wrong answers were; who waits for a code is counted apart."""
    table = rows(STUDY, answers("kept", ["day"] * 7 + ["always", "always", "dont-know", "-"]) + answers("say", [""]))
    kept, said = found(STUDY, table, results(table), lambda path: [(f"{path}.text", "One day.")])
    assert kept.overall.counts == Tally(11, 7, 1, 2, 1, 0)
    assert kept.failed
    assert kept.edit == (("statements.kept.text", "One day."), ("items.retention.text", "One day."))
    assert kept.wrong == (
        Wrong("kept", "For ever", 2, critical=True),
        Wrong("kept", "I don't know", 1, critical=False),
        Wrong("kept", "passed over", 1, critical=False),
    )
    assert (said.overall.counts, said.edit, said.failed) == (Tally(waiting=1), (), False)


def test_groups():
    """Versions are judged each by themselves, where there is more than one."""
    table = rows(STUDY, answers("kept", ["day"] * 3) + answers("kept", ["month"], participant="x", arm="page"))
    kept = found(STUDY, table, results(table), lambda path: [(path, "")])[0]
    assert [(each.name, each.counts.right, each.counts.people) for each in kept.groups] == [
        ("page, en", 0, 1),
        ("sign, en", 3, 3),
    ]
