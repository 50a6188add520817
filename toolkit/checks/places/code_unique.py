"""A code leads to one sign only, at this place and at all others, also to those that hang or hung before.

Two signs with one code would lead people to the notice of another place. Write another `code:`; a code that is
printed stays with the sign it was printed on.

Pass:

    signs:
      - {id: desk-sign, notice: at-the-desk, place: On the desk., pictogram: file-eye-outline, code: k7m2,
         headline: AI reads your form, lead: It saves you waiting.}
      - {id: door-sign, notice: at-the-desk, place: On the door., pictogram: file-eye-outline, code: k7m3,
         headline: AI reads forms here, lead: It saves you waiting.}

Fail:

    signs:
      - {id: desk-sign, notice: at-the-desk, place: On the desk., pictogram: file-eye-outline, code: k7m2,
         headline: AI reads your form, lead: It saves you waiting.}
      - {id: door-sign, notice: at-the-desk, place: On the door., pictogram: file-eye-outline, code: k7m2,
         headline: AI reads forms here, lead: It saves you waiting.}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toolkit.checks.places.statuses import ALWAYS
from toolkit.checks.problem import Problem
from toolkit.i18n import listing

if TYPE_CHECKING:
    from toolkit.view.place import PlaceView

ID = "code-unique"
ERROR_IN = ALWAYS


def check(view: PlaceView) -> Iterator[Problem]:
    """One problem for each sign whose code belongs to another sign as well."""
    for index, sign in enumerate(view.deployment.signs):
        code = view.code(sign)
        others = sorted(view.owners.get(code, set()) - {(view.id, sign.id)})
        if others:
            named = listing([f"the sign `{id}` of `{place}`" for place, id in others])
            advice = "give it a `code:` of its own: four to eight of a-h, j, k, m, n, p-z, 2-9"
            yield Problem(("signs", index, "code"), f"the code {code} of `{sign.id}` belongs to {named} too", advice)
