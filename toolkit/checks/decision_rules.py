"""A rule that sends results to a person, on or away stands as data, not only in a sentence.

A threshold in a sentence can be shown to nobody and tried by nobody. Write it under `routing:` in `confidence:`, with
the value and what happens below and above it; then it is drawn, checked and can be played with.

Pass:

    confidence:
      exists: true
      default_threshold: 0.8
      routing: [{when: below, value: 0.8, to: person}, {when: above, value: 0.8, to: automatic}]

Fail:

    confidence:
      exists: true
      default_threshold: 0.8
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.checks.problem import NEVER, Problem
from toolkit.checks.texts import walk
from toolkit.view import View

ID = "decision-rules"
ERROR_IN = NEVER
RULE = re.compile(r"\brout(?:e|es|ed|ing)\b|\bthreshold of \d|\b(?:below|above|under|over) 0?\.\d", re.IGNORECASE)


def check(view: View) -> Iterator[Problem]:
    """A threshold without a rule, and the first rule that stands in a sentence."""
    confidence = view.service.confidence
    if confidence is None or not confidence.exists or confidence.routing:
        return
    advice = "add `routing:` to `confidence:`, such as `{when: below, value: 0.8, to: person}`"
    if confidence.default_threshold is not None:
        message = "there is a threshold, but nothing says what happens below and above it"
        yield Problem(("confidence", "default_threshold"), message, advice)
    for text in walk(view).texts:
        if text.path[0] in {"tradeoffs", "oversight"} and (found := RULE.search(text.text)):
            message = f"a rule of decision stands only in a sentence: {found[0]!r}"
            yield Problem(text.path, message, advice)
            return
