"""Percentages in limitations."""

from __future__ import annotations

import pytest
from samples import EVIDENCE


@pytest.mark.parametrize("text", ["12 % are missed", "12.5% are missed", "About 12 percent", "12 per cent"])
def test_percentages(text, problems):
    """A percentage needs backing however it is written."""
    fragment = f"limitations: [{{id: a, category: language, condition: {text}., effect: B.}}]"
    assert len(problems("percentages", fragment)) == 1


def test_percentages_with_evidence(said):
    """A measurement backs a percentage; a simulated one does not."""
    assert said("percentages", EVIDENCE) == []
    simulated = EVIDENCE.replace('"method"', '"simulated": true, "method"')
    assert said("percentages", simulated) == ["nothing backs the figure '12 %'"]
