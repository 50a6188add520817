"""What people at a place read is plain: school grade 10 at most, and no sentence over 30 words.

Split long sentences, and put short words in the place of long ones. The formulas are those of the rule `readability`;
looked at is all that is written for affected people at this place. Texts that come from a service are looked at there.

Pass:

    purpose: To type the words that are printed on your form, so that you can go home a little sooner.

Fail:

    purpose: >-
      Automated extraction of alphanumeric information facilitates administrative documentation procedures.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toolkit.checks.places.statuses import NEVER
from toolkit.checks.places.texts import walk
from toolkit.checks.problem import Problem
from toolkit.checks.readability import hard
from toolkit.checks.readability_formulas import primary

if TYPE_CHECKING:
    from toolkit.view.place import PlaceView

ID = "readability-here"
ERROR_IN = NEVER
ELSEWHERE = frozenset({"service", "suite"})


def check(view: PlaceView) -> Iterator[Problem]:
    """One problem for each text that is hard to read."""
    language = primary(view.house.organisation.language)
    for text in walk(view).texts:
        found = hard(text.text, language) if text.plain else None
        if found and view.document.level(text.path) not in ELSEWHERE:
            yield Problem(text.path, *found)
