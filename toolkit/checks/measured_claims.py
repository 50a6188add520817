"""A figure in a limitation stands in the evidence of that limitation.

Where something was measured, a sentence with a percentage of its own (condition, effect, what to look for in a
demonstration) must agree with it: each percentage is one that the evidence holds, rounded as it is written. It is
better to leave figures out, since the page shows the measured ones by itself.

Pass:

    # services/example/evidence/ink.json
    {"schema_version": "1.0", "id": "ink", "metric": "word-error-rate", "value": 0.224, "unit": "ratio",
     "n": {"count": 40, "of": "pages"}, "condition": "pale ink", "limitation": "handwriting", "date": "2026-05-01",
     "method": "trial with clerks"}
    # services/example/service.yml
    limitations:
      - id: handwriting
        category: training_data
        condition: The text is written by hand.
        effect: It is read badly.
        demo: {observed: About 22 % of the words were wrong.}

Fail:

    # services/example/evidence/ink.json
    {"schema_version": "1.0", "id": "ink", "metric": "word-error-rate", "value": 0.224, "unit": "ratio",
     "n": {"count": 40, "of": "pages"}, "condition": "pale ink", "limitation": "handwriting", "date": "2026-05-01",
     "method": "trial with clerks"}
    # services/example/service.yml
    limitations:
      - id: handwriting
        category: training_data
        condition: The text is written by hand.
        effect: It is read badly.
        demo: {observed: About 12 % of the words were wrong.}
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from toolkit.checks.problem import ALWAYS, Problem
from toolkit.model import Evidence
from toolkit.model.uses import Limitation
from toolkit.source import Path_
from toolkit.view import View

ID = "measured-claims"
ERROR_IN = ALWAYS
PERCENTAGE = re.compile(r"(?<![\d.,])(\d{1,3}(?:[.,]\d+)?)\s?(?:%|percent\b|per cent\b)")


def check(view: View) -> Iterator[Problem]:
    """One problem for each percentage that the evidence does not hold."""
    for index, limitation in enumerate(view.service.limitations):
        facts = view.by_limitation.get(limitation.id, ())
        for path, text in _sentences(limitation) if facts else ():
            for claimed in PERCENTAGE.findall(text):
                if not _held(claimed, facts):
                    message = f"nothing measured of `{limitation.id}` says {claimed} %"
                    advice = f"the evidence says {_values(facts)}; write that, or leave the figure out"
                    yield Problem(("limitations", index, *path), message, advice)


def _sentences(limitation: Limitation) -> Iterator[tuple[Path_, str]]:
    yield ("condition",), limitation.condition
    yield ("effect",), limitation.effect
    demo = limitation.demo
    for name in ("expected", "observed"):
        text = getattr(demo, name) if demo else None
        if text:
            yield ("demo", name), text


def _held(claimed: str, facts: Sequence[Evidence]) -> bool:
    number = claimed.replace(",", ".")
    digits = len(number.partition(".")[2])
    return any(f"{value:.{digits}f}" == number for fact in facts for value in _percentages(fact))


def _percentages(fact: Evidence) -> Iterator[float]:
    scale = 100 if fact.unit == "ratio" else 1
    yield fact.value * scale
    if fact.interval:
        yield from (fact.interval.low * scale, fact.interval.high * scale)
    for point in fact.curve:
        yield from (value * scale for value in (point.value, point.low, point.high) if value is not None)


def _values(facts: Sequence[Evidence]) -> str:
    return ", ".join(f"{next(_percentages(fact)):.3g} %" for fact in facts[:3])
