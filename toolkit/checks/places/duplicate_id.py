"""No two entries of a list of a place share an id: signs, translations and attestations find a sentence by it.

Give one of the two another id, or make one entry of both. Guidelines are known by their `ref`.

Pass:

    kept:
      - {id: scan, form: original, name: The picture, category: personal, purpose: To read it.}
      - {id: text, form: extract, derived_from: scan, name: The words, category: personal, purpose: To check them.}

Fail:

    kept:
      - {id: scan, form: original, name: The picture, category: personal, purpose: To read it.}
      - {id: scan, form: extract, derived_from: scan, name: The words, category: personal, purpose: To check them.}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toolkit.checks.duplicate_id import ID, problems
from toolkit.checks.places.statuses import ALWAYS
from toolkit.checks.places.texts import walk
from toolkit.checks.problem import Problem

if TYPE_CHECKING:
    from toolkit.view.place import PlaceView

__all__ = ["ERROR_IN", "ID", "check"]
ERROR_IN = ALWAYS


def check(view: PlaceView) -> Iterator[Problem]:
    """One problem for each entry whose name was taken before it in its list."""
    yield from problems(walk(view))
