"""Where something hangs on the result for a person, or consent is the ground, people have a choice.

Consent without another way is none, and who cannot step aside is only informed. List under `choices:` what one may do
instead and how. Something hangs on it where a use of a service has a `decision_effect:` of `low` or `high`; consent is
the ground where `law.basis` says so.

Pass:

    law: {personal_data: true, basis: consent}
    choices: [{id: by-hand, offer: Have your form typed by hand., how: Say so at the desk.}]

Fail:

    law: {personal_data: true, basis: consent}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toolkit.checks.places.statuses import BINDING
from toolkit.checks.problem import Problem
from toolkit.checks.regimes.conditions import consent, decision_about_people

if TYPE_CHECKING:
    from toolkit.view.place import PlaceView

ID = "choices"
ERROR_IN = BINDING


def check(view: PlaceView) -> Iterator[Problem]:
    """One problem where there is no choice."""
    if view.deployment.choices:
        return
    if consent(view):
        message = "the ground is consent, but people cannot choose anything else"
    elif decision_about_people(view):
        message = "something hangs on the result for people, but they cannot choose anything else"
    else:
        return
    advice = "add `choices:`, each with what one may do instead (`offer:`) and `how:`"
    yield Problem(("choices",), message, advice, at_key=True)
