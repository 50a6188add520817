"""Figures in limitations, and the evidence that they must agree with."""

from __future__ import annotations

import json

import pytest

FACT = {
    "schema_version": "1.0",
    "id": "ink",
    "metric": "word-error-rate",
    "value": 0.224,
    "unit": "ratio",
    "interval": {"low": 0.151, "high": 0.302, "method": "bootstrap over photographs"},
    "n": {"count": 40, "of": "pages"},
    "condition": "pale ink",
    "limitation": "a",
    "curve": [{"level": 0, "value": 0.0745}, {"level": 5, "value": 0.937}],
    "date": "2026-05-01",
    "method": "trial",
}


def fragment(sentence, **more):
    """The evidence, and a limitation whose effect is *sentence*."""
    limitation = {"id": "a", "category": "language", "condition": "B.", "effect": sentence}
    return (
        f"# services/example/evidence/ink.json\n{json.dumps({**FACT, **more})}\n"
        f"# services/example/service.yml\nlimitations: [{json.dumps(limitation)}]\n"
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "About 22 % of words are wrong.",
        "22.4 percent of words are wrong.",
        "Between 15 % and 30 % are wrong.",
        "From 7,5 % to 94%.".replace("7,5", "7.4"),
        "No figure at all, in 2026 and for 12 people.",
    ],
)
def test_figures_of_the_evidence(sentence, said):
    """Value, interval and points of the curve may be told, rounded as they are written."""
    assert said("measured-claims", fragment(sentence)) == []


def test_another_figure(problems):
    """It is told with what the evidence says."""
    (finding,) = problems("measured-claims", fragment("About 23 % of words are wrong."))
    assert finding.message == "nothing measured of `a` says 23 %"
    assert finding.help == "the evidence says 22.4 %; write that, or leave the figure out"
    assert finding.severity == "error"


def test_nothing_measured(said):
    """Where nothing was measured, this rule has nothing to compare; simulated data is nothing."""
    assert said("measured-claims", fragment("About 23 % are wrong.", limitation=None)) == []
    assert said("measured-claims", fragment("About 23 % are wrong.", simulated=True)) == []
