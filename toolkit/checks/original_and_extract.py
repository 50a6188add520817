"""What was handed in and what was read out of it stand as two data items, each with its own retention.

A scan may be deleted at once while its text stays for years; who reads about one of them only is misled. Give the
item that was handed in `form: original`, what was read out of it `form: extract`, and name the original in
`derived_from:`. Templates, models and labels made of the original count as well.

Pass:

    data:
      items:
        - {id: scan, name: The scan, category: personal, purpose: To read it., form: original,
           retention: {kind: none}}
        - {id: text, name: The text, category: personal, purpose: To fill in the file., form: extract,
           derived_from: scan, retention: {kind: duration, value: 2, unit: years}}

Fail:

    data:
      items:
        - {id: scan, name: The scan, category: personal, purpose: To read it., form: original,
           retention: {kind: none}}
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.checks.problem import PUBLISHED, Problem
from toolkit.view import View

ID = "original-and-extract"
ERROR_IN = PUBLISHED


def check(view: View) -> Iterator[Problem]:
    """Originals of which nothing is made, extracts of nothing."""
    items = view.service.data.items
    origins = {item.derived_from for item in items}
    for index, item in enumerate(items):
        path = ("data", "items", index)
        if item.form == "original" and item.id not in origins:
            advice = f"add an item with `form: extract` and `derived_from: {item.id}`"
            yield Problem(path, f"nothing says what is read out of {item.name!r}, and how long that is kept", advice)
        if item.form == "extract" and item.derived_from is None:
            advice = "add `derived_from:` with the id of the item that was handed in"
            yield Problem(path, f"nothing says what {item.name!r} was read out of", advice)
