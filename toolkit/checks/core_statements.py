"""A service says what it is made for, where to think twice, when it fails, and which data it touches.

Readers decide by these four, so not even a draft is shown without them. A use needs a title and a description, a
consideration a reason, a limitation a condition and an effect. A service that keeps nothing names its data all the
same and says so with `retention: {kind: none}`.

Pass:

    uses:
      considerations:
        - id: no-decisions
          stance: do_not_use
          use: Deciding about an application without a person.
          reason: A misread digit can cost somebody money.

Fail:

    uses:
      considerations: []
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.checks.problem import ALWAYS, Problem
from toolkit.view import View

ID = "core-statements"
ERROR_IN = ALWAYS


def check(view: View) -> Iterator[Problem]:
    """One problem for each statement that is missing."""
    service = view.service
    if not service.uses.intended:
        advice = "add an entry with id, title and description under `intended:` in `uses:`"
        yield Problem(("uses", "intended"), "nothing says what the service is made for", advice)
    if not service.uses.considerations:
        advice = "add an entry with id, stance, use and reason under `considerations:` in `uses:`"
        yield Problem(("uses", "considerations"), "nothing says which uses need thought", advice)
    if not service.limitations:
        advice = "add an entry with id, category, condition and effect under `limitations:`"
        yield Problem(("limitations",), "nothing says when the service fails", advice)
    if not service.data.items:
        advice = "add an entry with id, name, category, purpose and retention under `items:` in `data:`"
        yield Problem(("data", "items"), "nothing says which data the service touches", advice)
