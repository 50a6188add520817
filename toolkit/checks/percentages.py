"""A percentage in a limitation rests on a measurement or a source.

Numbers are believed, so one out of thin air does more harm than a word such as `often`. Add `source:`, measure it and
put the evidence into `evidence/`, or say it in words.

Pass:

    sources: [{id: trial, title: Trial of March 2026, as_of: 2026-03-31}]
    limitations:
      - {id: ink, category: input_quality, condition: The ink is pale., effect: 12 % of the words are missed.,
         source: trial}

Fail:

    limitations:
      - {id: ink, category: input_quality, condition: The ink is pale., effect: 12 % of the words are missed.}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.checks.problem import NEVER, Problem
from toolkit.view import View

ID = "percentages"
ERROR_IN = NEVER
SHARE = re.compile(r"\b\d+(?:[.,]\d+)?[\s\N{NO-BREAK SPACE}]*(?:%|per ?cent\b)", re.IGNORECASE)


def check(view: View) -> Iterator[Problem]:
    """One problem for each limitation text with a bare figure."""
    for index, limit in enumerate(view.service.limitations):
        if limit.source or limit.id in view.by_limitation:
            continue
        for field in ("condition", "effect"):
            if found := SHARE.search(getattr(limit, field)):
                message = f"nothing backs the figure {found[0]!r}"
                yield Problem(("limitations", index, field), message, "add `source:`, measure it, or say it in words")
