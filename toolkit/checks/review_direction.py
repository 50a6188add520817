"""A scenario moves the threshold to the side that its aim asks for.

A higher threshold lets fewer wrong results through, a lower one misses fewer right ones. And where results *below* a
value go to a person, a higher value sends more of them there. A public page advised a low threshold so that people
check more, while its own rule sent only what lies below it to people. Correct `threshold:` or `favour_metric:` of the
scenario, or the rule under `routing:`.

Pass:

    metrics: [{id: precision}]
    confidence:
      exists: true
      routing: [{when: below, value: 0.8, to: person}, {when: above, value: 0.8, to: automatic}]
    tradeoffs:
      - {id: labels, scenario: Labels of drugs., favour_metric: precision, threshold: raise,
         fallback: More labels go to a person.}

Fail:

    metrics: [{id: precision}]
    confidence:
      exists: true
      routing: [{when: below, value: 0.8, to: person}, {when: above, value: 0.8, to: automatic}]
    tradeoffs:
      - {id: labels, scenario: Labels of drugs., favour_metric: precision, threshold: lower,
         fallback: More labels go to a person.}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.checks.problem import PUBLISHED, Problem
from toolkit.model.capability import Tradeoff
from toolkit.view import View

ID = "review-direction"
ERROR_IN = PUBLISHED
#: Which way the threshold moves for the sake of a metric.
TOWARDS = {"precision": "raise", "recall": "lower"}
#: Which way it moves to send more of what lies on one side to people.
MORE = {"below": "raise", "above": "lower"}
MORE_TO_PEOPLE = re.compile(r"\bmore\b[^.]*\b(?:clerks?|humans?|people|person|reviews?|staff)\b", re.IGNORECASE)


def check(view: View) -> Iterator[Problem]:
    """One problem for each scenario whose threshold moves away from its aim."""
    confidence = view.service.confidence
    sides = {route.when for route in (confidence.routing if confidence else ()) if route.to == "person"}
    side = sides.pop() if len(sides) == 1 else ""
    for index, scenario in enumerate(view.service.tradeoffs):
        if why := _wrong(scenario, side):
            advice = f"write `threshold: {'raise' if scenario.threshold == 'lower' else 'lower'}`, or correct the aim"
            yield Problem(("tradeoffs", index, "threshold"), why, advice)


def _wrong(scenario: Tradeoff, side: str) -> str:
    """What speaks against the direction, empty where nothing does."""
    move = scenario.threshold
    if move and side and move != MORE[side] and MORE_TO_PEOPLE.search(scenario.fallback or ""):
        return f"results {side} the threshold go to a person, so to {move} it sends fewer of them there"
    if move and TOWARDS.get(scenario.favour_metric or "", move) != move:
        return f"to {move} the threshold is no way to favour {scenario.favour_metric}"
    return ""
