"""Nothing that authors wrote to each other may reach people at a place: placeholders, instructions, comments.

Write what belongs there, or delete it; until then the place stays a draft. A remark for colleagues goes into a YAML
comment, after `#`. What counts is the same as for services.

Pass:

    purpose: To type what is printed on your form.

Fail:

    purpose: To type what is printed on your [name of the form].
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toolkit.checks.leftovers import ID, problems
from toolkit.checks.places.statuses import BINDING
from toolkit.checks.places.texts import walk
from toolkit.checks.problem import Problem

if TYPE_CHECKING:
    from toolkit.view.place import PlaceView

__all__ = ["ERROR_IN", "ID", "check"]
ERROR_IN = BINDING


def check(view: PlaceView) -> Iterator[Problem]:
    """At most one problem a text."""
    yield from problems(walk(view))
