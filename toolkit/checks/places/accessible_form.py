"""Each sign reaches people who cannot see it: somebody says it, and one can feel for it or call a number.

A sign that only hangs there leaves out whoever is blind, cannot read or cannot come near (disclosure design guidelines
for spatial analysis, Microsoft 2022). Under `accessible_form:` write who says it (`said_by:`), and where to feel for it
(`felt:`) or which number to call to hear it (`call:`). That there is nothing at all is always an error.

Pass:

    signs:
      - {id: desk-sign, notice: before, place: On the desk., pictogram: file-eye-outline, headline: AI reads here,
         lead: It types for you., accessible_form: {said_by: The clerk reads it to you., call: 01 234 56}}

Fail:

    signs:
      - {id: desk-sign, notice: before, place: On the desk., pictogram: file-eye-outline, headline: AI reads here,
         lead: It types for you., accessible_form: {said_by: The clerk reads it to you.}}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toolkit.checks.places.statuses import ALWAYS, BINDING
from toolkit.checks.problem import Problem

if TYPE_CHECKING:
    from toolkit.view.place import PlaceView

ID = "accessible-form"
ERROR_IN = BINDING


def check(view: PlaceView) -> Iterator[Problem]:
    """Signs with no other form at all, then signs that somebody must already know of."""
    for index, sign in enumerate(view.deployment.signs):
        form = sign.accessible_form
        if form is None:
            message = f"the sign `{sign.id}` does not reach people who cannot see it"
            advice = "add `accessible_form:` with `said_by:`, and with `felt:` or `call:`"
            yield Problem(("signs", index), message, advice, error_in=ALWAYS)
        elif form.felt is None and form.call is None:
            message = f"nobody can feel for the sign `{sign.id}` or call to hear it"
            advice = "add `felt:`, such as `A raised frame runs around the code.`, or `call:` with a number"
            yield Problem(("signs", index, "accessible_form"), message, advice)
