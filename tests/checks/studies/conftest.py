"""Studies of the smallest place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

import pytest
from trees import laid_over

from toolkit.checks import STUDY_RULES, run
from toolkit.checks.reference import SMALLEST_STUDY
from toolkit.view.place import PlaceView
from toolkit.view.study import StudyView

FILE = "deployments/desk/study.yml"
TODAY = dt.date(2026, 11, 20)

StudyOf = Callable[..., StudyView]
Judged = Callable[..., list[tuple[str, str, str]]]


@pytest.fixture
def study_of(place_of: Callable[..., PlaceView]) -> StudyOf:
    """The smallest study with a fragment of YAML laid over it: blocks are merged, lists replaced. *top* stands above
    the smallest place.
    """

    def build(
        fragment: str = "", top: str = "", today: dt.date = TODAY, more: Mapping[str, str] | None = None
    ) -> StudyView:
        files = {FILE: laid_over(SMALLEST_STUDY, fragment), **(more or {})}
        return StudyView(place_of(top, today=today, more=files))

    return build


@pytest.fixture
def judged(study_of: StudyOf) -> Judged:
    """What one rule finds there: severity in a draft, severity once it is open, the sentence."""

    def find(rule: str, fragment: str = "", **other: object) -> list[tuple[str, str, str]]:
        seen = study_of(fragment, **other)
        both = zip(run(STUDY_RULES[rule], seen, "draft"), run(STUDY_RULES[rule], seen, "open"), strict=True)
        rows = [(draft[1].severity, opened[1].severity, opened[1].message) for draft, opened in both]
        assert all(finding.help for _, finding in run(STUDY_RULES[rule], seen, "open"))
        return rows

    return find
