"""A scenario that leaves costly errors to people moves the threshold to where people look.

Where results *below* a value go to a person, a higher value sends more of them there, and a lower one fewer. A public
page advised a low threshold so that people check more, while its own rule sent only what lies below it to people.
Correct `threshold:` of the scenario, or the rule under `routing:`.

Pass:

    confidence:
      exists: true
      routing: [{when: below, value: 0.8, to: person}, {when: above, value: 0.8, to: automatic}]
    tradeoffs:
      - {id: labels, scenario: Labels of drugs., threshold: raise, fallback: A person checks the label.}

Fail:

    confidence:
      exists: true
      routing: [{when: below, value: 0.8, to: person}, {when: above, value: 0.8, to: automatic}]
    tradeoffs:
      - {id: labels, scenario: Labels of drugs., threshold: lower, fallback: A person checks the label.}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.checks.problem import PUBLISHED, Problem
from toolkit.view import View

ID = "review-direction"
ERROR_IN = PUBLISHED
PEOPLE = re.compile(r"\b(?:clerk|human|people|person|review|somebody|staff)", re.IGNORECASE)
FEWER = {"below": "lower", "above": "raise"}


def check(view: View) -> Iterator[Problem]:
    """One problem for each scenario whose threshold keeps results from the people who shall check them."""
    confidence = view.service.confidence
    routes = confidence.routing if confidence else ()
    sides = {route.when for route in routes if route.to == "person"}
    if len(sides) != 1:
        return
    side = sides.pop()
    for index, scenario in enumerate(view.service.tradeoffs):
        if scenario.threshold == FEWER[side] and PEOPLE.search(scenario.fallback or ""):
            move = "a lower" if side == "below" else "a higher"
            message = f"results {side} the threshold go to a person, so {move} one sends fewer of them there"
            advice = f"write `threshold: {'raise' if side == 'below' else 'lower'}`, or correct `routing:`"
            yield Problem(("tradeoffs", index, "threshold"), message, advice)
