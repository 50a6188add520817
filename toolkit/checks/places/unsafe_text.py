"""Texts of a place are plain text: no HTML, no links, no template language, nothing that a page could take for code.

The toolkit sets headings, lists and links itself. Write the words; an address belongs into `notice_address:` or a
contact. What counts is the same as for services. Nobody can accept this.

Pass:

    purpose: To type what is printed on your form.

Fail:

    purpose: To <b>type</b> what is printed on your form.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toolkit.checks.places.statuses import ALWAYS
from toolkit.checks.places.texts import walk
from toolkit.checks.problem import Problem
from toolkit.checks.unsafe_text import ID, problems

if TYPE_CHECKING:
    from toolkit.view.place import PlaceView

__all__ = ["ERROR_IN", "ID", "check"]
ERROR_IN = ALWAYS


def check(view: PlaceView) -> Iterator[Problem]:
    """At most one problem a text."""
    yield from problems(walk(view))
