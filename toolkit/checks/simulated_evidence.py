"""No published service rests on simulated data.

Simulated data shows how a page will look; it proves nothing about the service. Measure with real material, or move
the file out of `evidence/`.

Pass:

    # services/example/evidence/ink.json
    {"schema_version": "1.0", "id": "ink", "metric": "word-error-rate", "value": 0.2, "unit": "ratio",
     "n": {"count": 40, "of": "pages"}, "condition": "pale ink", "date": "2026-05-01", "method": "trial with clerks"}

Fail:

    # services/example/evidence/ink.json
    {"schema_version": "1.0", "id": "ink", "metric": "word-error-rate", "value": 0.2, "unit": "ratio",
     "n": {"count": 40, "of": "pages"}, "condition": "pale ink", "date": "2026-05-01", "method": "invented",
     "simulated": true}
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.checks.evidence import place_of
from toolkit.checks.problem import PUBLISHED, Problem
from toolkit.view import View

ID = "simulated-evidence"
ERROR_IN = PUBLISHED


def check(view: View) -> Iterator[Problem]:
    """One problem for each simulated measurement."""
    for fact in view.evidence:
        if fact.simulated:
            advice = "measure with real material, or move the file out of `evidence/`"
            yield Problem(place_of(view, fact), f"evidence `{fact.id}` is simulated", advice)
