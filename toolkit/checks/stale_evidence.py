"""A measurement is repeated by the day it sets itself, and when the engine has another version.

Engines and material change, and an old figure is read as today's. Run the evaluation again; it writes the new day and
the version that it measured. The versions of a service stand in `identity.versions`, those of `kind: engine` or, for a
classifier, `kind: model`.

Pass:

    # services/example/evidence/ink.json
    {"schema_version": "1.0", "id": "ink", "metric": "word-error-rate", "value": 0.2, "unit": "ratio",
     "n": {"count": 40, "of": "pages"}, "condition": "pale ink", "date": "2026-05-01", "review_due": "2030-05-01",
     "method": "trial with clerks"}

Fail:

    # services/example/evidence/ink.json
    {"schema_version": "1.0", "id": "ink", "metric": "word-error-rate", "value": 0.2, "unit": "ratio",
     "n": {"count": 40, "of": "pages"}, "condition": "pale ink", "date": "2019-05-01", "review_due": "2020-05-01",
     "method": "trial with clerks"}
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.checks.evidence import place_of
from toolkit.checks.problem import NEVER, Problem
from toolkit.i18n import day, listing
from toolkit.view import View

ID = "stale-evidence"
ERROR_IN = NEVER


def check(view: View) -> Iterator[Problem]:
    """One problem for each measurement of another version, and for each past its day."""
    versions = [version.id for version in view.service.identity.versions if version.kind in {"engine", "model"}]
    for fact in view.evidence:
        if fact.engine and versions and fact.engine.version not in versions:
            message = (
                f"evidence `{fact.id}` measured version {fact.engine.version}, the service has {listing(versions)}"
            )
            yield Problem(place_of(view, fact), message, "run the evaluation again, or name the version it measured")
        if fact.review_due and fact.review_due < view.house.today:
            message = f"evidence `{fact.id}` was to be measured again by {day(fact.review_due)}"
            yield Problem(place_of(view, fact), message, "run the evaluation again")
