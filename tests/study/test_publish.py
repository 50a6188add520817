"""What is published, and an attack on it: every figure that is held back could be another one."""

from __future__ import annotations

import pytest
from attacks import Attack, drawn
from surveyed import STUDY, answers

from toolkit.study.count import Tally, results
from toolkit.study.publish import Shown, issue, next_issue, samples, shown
from toolkit.study.table import rows

SIGN, PAGE, ARABIC = ("sign", "en"), ("page", "en"), ("sign", "ar")


def table(**cells):
    """Counts of one point: people and right by sample."""
    names = {"sign": SIGN, "page": PAGE, "arabic": ARABIC}
    return {"p": {names[name]: Tally(*pair) for name, pair in cells.items()}}


@pytest.mark.parametrize(
    ("counts", "total", "held"),
    [
        (table(sign=(20, 18)), True, []),
        (table(sign=(9, 9)), False, [SIGN]),  # below ten: no result
        (table(sign=(10, 9), page=(10, 8)), True, []),
        (table(sign=(17, 9), page=(3, 3)), False, [PAGE]),  # the total less the one would be the other
        (table(sign=(6, 6), page=(4, 2)), True, [PAGE, SIGN]),
        (table(sign=(6, 6), page=(6, 0)), True, []),  # all of them, and none, of more than four
        (table(sign=(6, 5), page=(6, 0)), True, [PAGE, SIGN]),  # one of them was wrong
        (table(sign=(12, 11), page=(6, 3), arabic=(4, 4)), True, [PAGE, ARABIC]),
        (table(sign=(12, 11), page=(6, 6), arabic=(4, 4)), False, [ARABIC]),  # nobody of the rest was wrong
    ],
)
def test_shown(counts, total, held):
    """Which samples are held back, and whether the total is published."""
    found = shown(counts)
    assert (found.totals is not None, list(found.held)) == (total, held)


def test_figures():
    """A total tells everything, a small sample less, and what was held back is named."""
    counts = {"p": {SIGN: Tally(12, 6, 2, 1), PAGE: Tally(5, 5, 0, 0), ARABIC: Tally(4, 1, 1, 0)}}
    figures = issue("desk", ["b", "a"], {"first": shown(counts)})
    assert figures == {
        "schema_version": "1.0",
        "deployment": "desk",
        "protocols": ["a", "b"],
        "waves": {
            "first": {
                "points": {},
                "samples": [
                    {"arm": "page", "language": "en", "points": {"p": {"people": 5, "right": 5}}},
                    {
                        "arm": "sign",
                        "language": "en",
                        "points": {"p": {"people": 12, "right": 6, "unsure": 2, "critical": 1}},
                    },
                ],
                "held_back": ["sign, ar"],
            }
        },
    }


def test_samples():
    """Counts of each point by arm and language."""
    given = answers("kept", ["day", "always", "dont-know", "-"]) + answers("kept", ["day"], participant="x", arm="page")
    assert samples(results(rows(STUDY, given))) == {"how-long": {PAGE: Tally(1, 1), SIGN: Tally(4, 1, 1, 1, 1)}}


def _issued(people, right, protocol="a"):
    return issue("desk", [protocol], {"first": shown(table(sign=(people, right)))})


@pytest.mark.parametrize(
    ("last", "new", "same"),
    [
        (_issued(20, 18), _issued(20, 18), True),
        (_issued(20, 18), _issued(21, 19), True),  # the one who came was right
        (_issued(20, 18), _issued(18, 16), True),  # two withdrew
        (_issued(20, 18), _issued(20, 17), True),
        (_issued(20, 18), _issued(23, 19), False),
        (_issued(20, 18), _issued(17, 16), False),
        (_issued(20, 18), _issued(21, 19, "b"), False),  # other people, asked after other words
        (None, _issued(20, 18), False),
    ],
)
def test_next_issue(last, new, same):
    """Nothing new is issued for one or two people."""
    assert next_issue(last, new) == (last if same else new)


@pytest.mark.parametrize("seed", range(20))
def test_attack(seed):
    """No figure that is held back can be worked out from all that is published together."""
    points = drawn(seed)
    found = shown(points)
    assert Attack(found, points).found(found.held) == []


def test_attack_works():
    """Where only the small sample is held back, the attack finds it."""
    large, small = ("a", "en"), ("b", "en")
    points = {"p": {large: Tally(14, 12), small: Tally(3, 1)}}
    naive = Shown({"p": Tally(17, 13)}, {large: {"p": Tally(14, 12)}}, (small,))
    assert Attack(naive, points).found([small]) == [(small, "people"), (small, "p right"), (small, "p wrong")]


def test_attack_on_two_tables():
    """Where two points hold back different samples, one table is taken from the other."""
    a, b, c = ("a", "en"), ("b", "en"), ("c", "en")
    points = {
        "p": {a: Tally(3, 2), b: Tally(6, 3), c: Tally(8, 4)},
        "q": {a: Tally(3, 2), b: Tally(6, 3), c: Tally(8, 4)},
    }
    totals = {"p": Tally(17, 9), "q": Tally(17, 9)}
    naive = Shown(totals, {b: {"q": Tally(6, 3)}, c: {"p": Tally(8, 4)}}, (a,))
    assert (a, "people") in Attack(naive, points).found([a])
