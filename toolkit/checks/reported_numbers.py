"""A figure that somebody published comes with its day or its source.

A share of right answers says little without knowing when, on what and by whom it was found. The conditions are always
needed; add `date:`, or `source:` at the figure or at its metric.

Pass:

    metrics:
      - id: precision
        reported: [{value: 97, unit: percent, conditions: Printed forms of 2025., date: 2026-02-01}]

Fail:

    metrics:
      - id: precision
        reported: [{value: 97, unit: percent, conditions: Printed forms of 2025.}]
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.checks.problem import PUBLISHED, Problem
from toolkit.view import View

ID = "reported-numbers"
ERROR_IN = PUBLISHED


def check(view: View) -> Iterator[Problem]:
    """One problem for each figure without a day or a source."""
    for index, metric in enumerate(view.service.metrics):
        for place, figure in enumerate(metric.reported):
            if not (figure.date or figure.source or metric.source):
                message = f"nothing says when or by whom {figure.value:g} {figure.unit} was found"
                yield Problem(("metrics", index, "reported", place), message, "add `date:` or `source:`")
