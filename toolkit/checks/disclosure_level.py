"""How much must be disclosed follows from an assessment that stands as data.

The level depends on the persona, the situation and how exposed people are. Where that is only drawn, nobody who
cannot see it can follow it, and no program can hold it. High exposure and a persona made after a known person ask for
the level `high`; this rule is our own, since the only public one is a picture.

Pass:

    disclosure:
      level:
        value: high
        rationale: The voice is that of a known person.
        assessment: {persona: known_person, exposure: high}

Fail:

    disclosure:
      level:
        value: low
        rationale: See the picture.
        assessment: {persona: known_person, exposure: high}
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.checks.problem import PUBLISHED, Problem
from toolkit.view import View

ID = "disclosure-level"
ERROR_IN = PUBLISHED
PATH = ("disclosure", "level")


def check(view: View) -> Iterator[Problem]:
    """A level without an assessment, and one that is lower than its assessment asks for."""
    level = view.service.disclosure.level
    if level is None:
        return
    context = level.assessment
    if context is None:
        advice = "add `assessment:` with persona, scenario and exposure"
        yield Problem(PATH, "nothing says from what the level of disclosure follows", advice)
    elif level.value != "high" and (context.exposure == "high" or context.persona == "known_person"):
        why = "exposure is high" if context.exposure == "high" else "the persona is made after a known person"
        yield Problem((*PATH, "value"), f"the level is `{level.value}`, but {why}", "write `value: high`")
