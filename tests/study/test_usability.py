"""The System Usability Scale, by its formula."""

from __future__ import annotations

import pytest

from toolkit.study.usability import sus


@pytest.mark.parametrize(
    ("answers", "score"), [((3,) * 10, 50.0), ((5, 1) * 5, 100.0), ((1, 5) * 5, 0.0), ((4, 2) * 5, 75.0)]
)
def test_sus(answers, score):
    """Odd items count from 1 up, even ones from 5 down."""
    assert sus(answers) == score


@pytest.mark.parametrize("answers", [(3,) * 9, (3,) * 11, (3,) * 9 + (6,), (0,) * 10])
def test_no_scale(answers):
    """Ten answers from 1 to 5, or none of it."""
    with pytest.raises(ValueError, match="ten answers from 1 to 5"):
        sus(answers)
