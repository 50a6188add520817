"""No figure that is held back can be worked out from what is published, on many tables of up to twenty people."""

from __future__ import annotations

import pytest
from attacks import Attack, drawn

from toolkit.study.publish import shown


@pytest.mark.parametrize("seed", range(20, 320))
def test_attack(seed):
    """An integer program finds no held back figure that could be one number only."""
    points = drawn(seed)
    found = shown(points)
    assert Attack(found, points).found(found.held) == []
