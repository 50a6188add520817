"""The System Usability Scale: ten answers from 1 to 5 in, a score from 0 to 100 out (Brooke 1996)."""

from __future__ import annotations

from collections.abc import Sequence

ITEMS = 10
#: What is held for average; above it half of the systems that were ever measured do not come.
AVERAGE = 68


def sus(answers: Sequence[int]) -> float:
    """The score of one person. Odd items count from 1 up, even ones from 5 down; the sum times 2.5.

    Raises ValueError unless there are ten answers from 1 to 5.
    """
    if len(answers) != ITEMS or not all(1 <= answer <= 5 for answer in answers):
        raise ValueError("the scale has ten answers from 1 to 5")
    return 2.5 * sum(answer - 1 if index % 2 == 0 else 5 - answer for index, answer in enumerate(answers))
