"""What so many people can show: the numbers of study.md 2.2, computed there and published ones."""

from __future__ import annotations

import pytest

from toolkit.model.study import Study
from toolkit.study.power import chance_to_see, changes_needed, least_demonstrated, people_needed, power, split, told


@pytest.mark.parametrize(("share", "people"), [(0.67, 10), (0.8, 17), (0.85, 23), (0.9, 36)])
def test_people_needed(share, people):
    """All of them right: 17 for 80 %, 23 for 85 %, 36 for 90 %."""
    assert people_needed(share) == people


@pytest.mark.parametrize(
    ("people", "share", "least"), [(20, 0.67, 18), (20, 0.8, 20), (20, 0.85, None), (16, 0.8, None)]
)
def test_least_demonstrated(people, share, least):
    """With twenty people 67 % takes 18 right, 80 % all of them, and 85 % is out of reach."""
    assert least_demonstrated(people, share) == least


def test_out_of_reach():
    """Nobody can demonstrate that all people know."""
    assert people_needed(1.0) is None


@pytest.mark.parametrize(("people", "percent"), [(5, 12), (8, 22), (10, 30), (20, 74)])
def test_power(people, percent):
    """Fisher's test at 90 % against 50 %."""
    assert round(100 * power((people, 0.9), (people, 0.5))) == percent


@pytest.mark.parametrize(("share", "people", "percent"), [(0.1, 10, 65), (0.1, 20, 88), (0.2, 10, 89), (0.2, 20, 99)])
def test_chance_to_see(share, people, percent):
    assert round(100 * chance_to_see(share, people)) == percent


def test_changes_needed():
    """Six in one direction for the exact test of McNemar, five for mid-p."""
    assert (changes_needed(exact=True), changes_needed(exact=False)) == (6, 5)


def test_split():
    assert (split(15, 2), split(20, 3), split(4, 1)) == ([8, 7], [7, 7, 6], [4])


def plan(**other) -> Study:
    exposure = {"form": "print"}
    data = {
        "schema_version": "1.0",
        "deployment": "desk",
        "purpose": "To find out.",
        "consent": {"text": "You may stop.", "freeze": "2027-03-31"},
        "compensation": "None.",
        "contact": "The desk.",
        "recruitment": {"how": "A helper asks."},
        "arms": ({"id": "sign", "exposure": exposure}, {"id": "page", "exposure": exposure}),
        "criterion": {"name": "eu-leaflet", "share": 0.8},
        "points": ({"id": "kept", "knows": "One day.", "tests": "a", "told_by": "b", "primary": True},),
        "questions": (),
        "keep_until": "2027-06-30",
    }
    return Study.model_validate({**data, **other})


def test_told():
    """Verdicts apart, critical beliefs, arms, waves."""
    study = plan(waves=({"id": "first"}, {"id": "continued", "after_days": 14}))
    assert told(study, 20) == [
        "20 people, target 80 % (eu-leaflet)",
        "",
        "One point, all people together (95 % intervals):",
        "  right     Wilson          exact           target    demonstrated",
        "  20 of 20  83.9-100.0 %    83.2-100.0 %    met       yes",
        "  19 of 20  76.4-99.1 %     75.1-99.9 %     met       no",
        "  16 of 20  58.4-91.9 %     56.3-94.3 %     met       no",
        "  15 of 20  53.1-88.8 %     50.9-91.3 %     not met   no",
        "  10 of 20  29.9-70.1 %     27.2-72.8 %     not met   no",
        "",
        "80 % is demonstrated from 20 of 20 right (the exact interval begins there).",
        "A critical belief that none of 20 holds may still be held by 13.9 % of all people.",
        "The chance to meet a problem that one in 10 people has: 88 %; that one in 5 people has: 99 %.",
        "",
        "Arms: sign 10, page 10.",
        "If 90 % know it in page and 50 % in sign, Fisher's test finds that in 30 % of studies.",
        "If 90 % know it in page and 70 % in sign, Fisher's test finds that in 6 % of studies.",
        "9 of 10 against 5 of 10 is a difference of 0 to 68 points.",
        "Tell the interval, and never that there is no difference.",
        "",
        "Twice the same people: 5 must change, all in one direction, for McNemar's mid-p (6: exact).",
        "Plan for those who do not come back.",
        "",
        "1 of 1 points are primary. The others are looked at, and decide nothing.",
    ]


def test_too_few():
    """Below ten it is a trial, and more arms than people cannot be."""
    study = plan()
    assert told(study, 8)[1] == "Below 10 people this is a trial, and not a study result."
    assert told(study, 8)[10] == "80 % cannot be demonstrated with 8 people; it takes 17, all of them right."
    with pytest.raises(ValueError, match="1 people cannot be spread over 2 arms"):
        told(study, 1)
