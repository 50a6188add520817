"""Who took part, how coders agreed, and counts of all that is no question of comprehension."""

from __future__ import annotations

import pytest
from surveyed import ONE, STUDY, answers

from toolkit.model.study import Study
from toolkit.study.around import Usability, asked, coding, people, quotable, usability
from toolkit.study.table import rows
from toolkit.view.study import USABILITY


def test_people():
    """Left out with reasons, not to the end, other uses, and the second wave are counted apart."""
    given = [
        *answers("kept", ["day"] * 3),
        *answers("kept", ["day"] * 2, wave="continued"),
        *answers("kept", ["day"], participant="x", state="active", channel="paper"),
        *answers("kept", ["day"], participant="y", excluded="works here"),
        *answers("kept", ["day"], participant="z", use="demo"),
    ]
    found = people(rows(STUDY, given), "real")
    assert found[:4] == (5, 3, {"works here": 1}, {"demo": 1})
    assert (found.channels, found.arms, found.later) == ({"html": 3, "paper": 1}, {"sign": 4}, 2)


def said(*pairs):
    """Open answers with the codes of two coders."""
    return rows(
        STUDY,
        [
            ONE._replace(participant=f"p{n:02}", item="say", answer="x", codes=tuple(zip("ab", pair, strict=False)))
            for n, pair in enumerate(pairs)
        ],
    )


def test_coding_of_two():
    """Kappa of 0.4: 35 of 50 agree, and chance explains a half."""
    pairs = [("likely", "likely")] * 20 + [("likely", "wrong")] * 5 + [("wrong", "likely")] * 10
    found = coding(said(*pairs, *[("wrong", "wrong")] * 15))
    assert found is not None
    assert (found.coders, found.answers, found.coded_twice, found.differ, found.settled) == (("a", "b"), 50, 50, 15, 35)
    assert found.kappa.value == pytest.approx(0.4)
    assert found.fleiss is None


def test_coding_of_one():
    """One coder has no kappa; no open answer has no coding."""
    found = coding(said(("likely",), ("wrong",)))
    assert (found.coders, found.kappa, found.alpha, found.settled) == (("a",), None, None, 0)
    assert coding(rows(STUDY, answers("kept", ["day"]))) is None


def test_coding_of_three():
    """Three coders have Fleiss' kappa and alpha."""
    given = [
        ONE._replace(participant=str(n), item="say", answer="x", codes=tuple(zip("abc", codes, strict=True)))
        for n, codes in enumerate([("likely", "likely", "likely"), ("wrong", "wrong", "wrong")])
    ]
    found = coding(rows(STUDY, given))
    assert (found.kappa, found.fleiss, found.alpha) == (None, pytest.approx(1), pytest.approx(1))


def test_usability():
    """Only who answered all ten statements has a score."""
    given = [ONE._replace(participant="a", item=id, answer=3) for id in USABILITY]
    given += [ONE._replace(participant="b", item=id, answer=(5, 1)[n % 2]) for n, id in enumerate(USABILITY)]
    given += [ONE._replace(participant="c", item="sus-1", answer=3)]
    assert usability(rows(STUDY, given)) == Usability(2, 75.0, 75.0, 50.0, 100.0)
    assert usability([]) is None


def test_asked():
    """Counts of each answer, and the median step of a scale."""
    given = [ONE._replace(participant=str(n), item="fine", answer=n) for n in (2, 4, 5)]
    given += answers("expected", ["none", "dont-know", "-"])
    expected, fine = asked(STUDY, rows(STUDY, given))
    assert (expected.people, expected.counts) == (2, {"none": 1, "dont-know": 1})
    assert fine.counts == {"1": 0, "2": 1, "3": 0, "4": 1, "5": 1, "dont-know": 0}
    assert fine.middle == 4


def test_few_are_held_back():
    """Who is one of few with an answer about themselves is not shown."""
    more = {"id": "age", "kind": "background", "form": "choice", "prompt": "How old?"}
    options = [{"id": "young", "text": "Young"}, {"id": "middle", "text": "Middle"}, {"id": "old", "text": "Old"}]
    data = STUDY.model_dump(mode="json")
    study = Study.model_validate(
        {**data, "questions": [*data["questions"], {**more, "options": options}]}, strict=False
    )
    given = answers("age", ["young"] * 3 + ["middle"] * 7 + ["old"] * 12)
    [found] = asked(study, rows(study, given))
    assert found.counts == {"young": None, "middle": None, "old": 12, "dont-know": None}


def test_quotable():
    """Words of those who agreed, where at least five people did."""
    five = answers("say", ["likely"] * 5)
    assert len(quotable(rows(STUDY, five))) == 5
    assert quotable(rows(STUDY, five[:4])) == ()
    assert quotable(rows(STUDY, [each._replace(quotes=False) for each in five])) == ()
