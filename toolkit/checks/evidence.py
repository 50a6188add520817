"""A measured fact measures something that exists, and its interval holds its value.

Files in `evidence/` are written by evaluations and studies. Correct the id of the limitation or of the metric, or run
the measurement again.

Pass:

    # services/example/evidence/ink.json
    {"schema_version": "1.0", "id": "ink", "metric": "word-error-rate", "value": 0.2, "unit": "ratio",
     "interval": {"low": 0.15, "high": 0.25, "method": "bootstrap over pages"}, "n": {"count": 40, "of": "pages"},
     "condition": "pale ink", "limitation": "handwriting", "date": "2026-05-01", "method": "trial with clerks"}

Fail:

    # services/example/evidence/ink.json
    {"schema_version": "1.0", "id": "ink", "metric": "word-error-rate", "value": 0.2, "unit": "ratio",
     "interval": {"low": 0.25, "high": 0.35, "method": "bootstrap over pages"}, "n": {"count": 40, "of": "pages"},
     "condition": "pale ink", "limitation": "pale-ink", "date": "2026-05-01", "method": "trial with clerks"}
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.checks.problem import ALWAYS, Problem, hint
from toolkit.model import Evidence
from toolkit.source import Path_
from toolkit.view import View

ID = "evidence"
ERROR_IN = ALWAYS
ADVICE = "correct the id, or run the measurement again"


def check(view: View) -> Iterator[Problem]:
    """Unknown limitations, unknown metrics, intervals beside their value."""
    limits = [limit.id for limit in view.service.limitations]
    metrics = view.house.entries["metrics"]
    for fact in view.evidence:
        if fact.limitation and fact.limitation not in limits:
            message = f"evidence `{fact.id}` measures the limitation `{fact.limitation}`, which does not exist"
            yield Problem(("limitations",), message, hint(fact.limitation, limits, ADVICE))
        if fact.metric not in metrics:
            message = f"evidence `{fact.id}` uses the metric `{fact.metric}`, which is not in the catalogue"
            yield Problem(place_of(view, fact), message, hint(fact.metric, metrics, ADVICE))
        if fact.interval and not fact.interval.low <= fact.value <= fact.interval.high:
            span = f"{fact.interval.low:g} to {fact.interval.high:g}"
            message = f"evidence `{fact.id}` gives {fact.value:g}, outside its own interval of {span}"
            yield Problem(place_of(view, fact), message, "run the measurement again")


def place_of(view: View, fact: Evidence) -> Path_:
    """Where the service speaks of what *fact* measures: the limitation, else the list of them."""
    for index, limit in enumerate(view.service.limitations):
        if limit.id == fact.limitation:
            return ("limitations", index)
    return ("limitations",)
