"""Each confidence value leads to exactly one thing.

Rules under `routing:` are read like this: of those that say `below`, the lowest that fits holds; of those that say
`above`, the highest. So the highest `below` and the lowest `above` meet at one value; a gap between them leaves
results without a rule, an overlap gives them two. All values lie in the range that the service gives out.

Pass:

    confidence:
      exists: true
      range: 0 to 1
      routing:
        - {when: below, value: 0.3, to: reject}
        - {when: below, value: 0.8, to: person}
        - {when: above, value: 0.8, to: automatic}

Fail:

    confidence:
      exists: true
      range: 0 to 1
      routing: [{when: below, value: 0.5, to: person}, {when: above, value: 0.8, to: automatic}]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.checks.problem import ALWAYS, Problem
from toolkit.model.capability import Confidence, Route
from toolkit.source import Path_
from toolkit.view import View

ID = "routing"
ERROR_IN = ALWAYS
PATH = ("confidence", "routing")


def check(view: View) -> Iterator[Problem]:
    """Values outside the range, gaps and overlaps."""
    confidence = view.service.confidence
    if confidence is None:
        return
    yield from _outside(confidence)
    if confidence.routing and not confidence.exists:
        message = "results are sorted by a confidence that does not exist"
        yield Problem(PATH, message, "write `exists: true`, or delete `routing:`")
    for feature in dict.fromkeys(route.feature for route in confidence.routing):
        yield from _contradictions([route for route in confidence.routing if route.feature == feature])


def _contradictions(routes: list[Route]) -> Iterator[Problem]:
    seen: dict[tuple[str, float], str] = {}
    for route in routes:
        if seen.setdefault((route.when, route.value), route.to) != route.to:
            message = f"two rules say what happens {route.when} {route.value}"
            yield Problem(PATH, message, "keep one of them")
    below = max((route.value for route in routes if route.when == "below"), default=None)
    above = min((route.value for route in routes if route.when == "above"), default=None)
    if below is None or above is None:
        return
    if below > above:
        message = f"results between {above} and {below} have two rules"
        yield Problem(PATH, message, "let the highest `below` and the lowest `above` meet at one value")
    elif below < above:
        message = f"results between {below} and {above} have no rule"
        yield Problem(PATH, message, "let the highest `below` and the lowest `above` meet at one value")


def _outside(confidence: Confidence) -> Iterator[Problem]:
    bounds = [float(number) for number in re.findall(r"\d+(?:\.\d+)?", confidence.range or "")]
    if len(bounds) != 2:
        return
    values: list[tuple[Path_, float]] = [
        ((*PATH, index, "value"), route.value) for index, route in enumerate(confidence.routing)
    ]
    if confidence.default_threshold is not None:
        values.append((("confidence", "default_threshold"), confidence.default_threshold))
    for path, value in values:
        if not min(bounds) <= value <= max(bounds):
            message = f"{value} lies outside the range {confidence.range}"
            yield Problem(path, message, "write the value in the same scale as `range:`")
