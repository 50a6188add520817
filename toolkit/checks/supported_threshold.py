"""A recommended threshold was measured, and it helps.

Whoever sets a threshold wants to know what slips through above it. Where a service was measured, its default threshold
and its routes to a person stand among the measured ones (`slipped-through`), and fewer of the answers above the
threshold are wrong than of all that the curve starts with.

Pass:

    # services/example/evidence/slips.json
    {"schema_version": "1.0", "id": "slips", "metric": "slipped-through", "value": 0.02, "unit": "ratio",
     "n": {"count": 40, "of": "pages"}, "condition": "threshold 0.8", "date": "2026-05-01", "method": "trial",
     "curve": [{"level": 0.3, "value": 0.09}, {"level": 0.8, "value": 0.02}]}
    # services/example/service.yml
    confidence: {exists: true, default_threshold: 0.8}

Fail:

    # services/example/evidence/slips.json
    {"schema_version": "1.0", "id": "slips", "metric": "slipped-through", "value": 0.02, "unit": "ratio",
     "n": {"count": 40, "of": "pages"}, "condition": "threshold 0.8", "date": "2026-05-01", "method": "trial",
     "curve": [{"level": 0.3, "value": 0.09}, {"level": 0.8, "value": 0.02}]}
    # services/example/service.yml
    confidence: {exists: true, default_threshold: 0.6}
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.checks.problem import PUBLISHED, Problem
from toolkit.model import Evidence
from toolkit.source import Path_
from toolkit.view import View

ID = "supported-threshold"
ERROR_IN = PUBLISHED
METRIC = "slipped-through"


def check(view: View) -> Iterator[Problem]:
    """One problem for each threshold that no curve supports."""
    curves = [fact for fact in view.evidence if fact.metric == METRIC and fact.curve and not fact.simulated]
    for path, threshold in _thresholds(view) if curves else ():
        problems = [problem for fact in curves if (problem := _problem(path, threshold, fact))]
        if len(problems) == len(curves):
            yield problems[0]


def _thresholds(view: View) -> Iterator[tuple[Path_, float]]:
    confidence = view.service.confidence
    if confidence and confidence.default_threshold is not None:
        yield ("confidence", "default_threshold"), confidence.default_threshold
    for index, route in enumerate(confidence.routing if confidence else ()):
        yield ("confidence", "routing", index, "value"), route.value


def _problem(path: Path_, threshold: float, fact: Evidence) -> Problem | None:
    values = {point.level: point.value for point in fact.curve}
    if threshold not in values:
        known = ", ".join(f"{level:g}" for level in sorted(values))
        return Problem(
            path, f"nobody measured what slips through at {threshold:g}", f"take one of {known}, or measure it"
        )
    first = values[min(values)]
    if threshold > min(values) and values[threshold] >= first:
        message = (
            f"at {threshold:g} as much slips through ({values[threshold]:.1%}) as at {min(values):g} ({first:.1%})"
        )
        return Problem(path, message, "choose a threshold that helps, or say that there is none")
    return None
