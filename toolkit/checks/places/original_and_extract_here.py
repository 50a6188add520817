"""What is handed in at a place and what is read out of it stand as two entries, each with its own retention.

The picture may be gone in a day while its words stay for years; who reads of one only is misled. Under `kept:` give
what was handed in `form: original` and what was read out of it `form: extract` with `derived_from:`. What is not kept
stands there as well, with `retention: {kind: none}`.

Pass:

    kept:
      - {id: scan, form: original, name: The picture, category: personal, purpose: To read it., retention: {kind: none}}
      - {id: text, form: extract, derived_from: scan, name: The words, category: personal, purpose: To check them.,
         retention: {kind: duration, value: 1, unit: days}}

Fail:

    kept:
      - {id: scan, form: original, name: The picture, category: personal, purpose: To read it., retention: {kind: none}}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toolkit.checks.places.statuses import BINDING
from toolkit.checks.problem import Problem

if TYPE_CHECKING:
    from toolkit.view.place import PlaceView

ID = "original-and-extract-here"
ERROR_IN = BINDING


def check(view: PlaceView) -> Iterator[Problem]:
    """Nothing handed in, then originals of which nothing is made and extracts of nothing."""
    items = view.deployment.kept
    if not any(item.form == "original" for item in items):
        advice = "add an entry with `form: original`; `retention: {kind: none}` where it is not kept"
        yield Problem(("kept",), "nothing says what becomes of what is handed in or taken", advice, at_key=True)
    origins = {item.derived_from for item in items}
    for index, item in enumerate(items):
        if item.form == "original" and item.id not in origins:
            advice = f"add an entry with `form: extract` and `derived_from: {item.id}`"
            message = f"nothing says what is read out of {item.name!r}, and how long that is kept"
            yield Problem(("kept", index), message, advice)
        if item.form == "extract" and item.derived_from is None:
            advice = "add `derived_from:` with the id of what was handed in"
            yield Problem(("kept", index), f"nothing says what {item.name!r} was read out of", advice)
