"""A group that nobody tested with turns up where readers look for limits.

A line in the chapter on tests warns nobody. Name the group under `groups:` of a limitation, or in the words of a
limitation or a consideration, the same way as under `populations:`.

Pass:

    populations: {untested: [{group: people over 65, why: None were in the data.}]}
    limitations:
      - {id: age, category: population, condition: The writer is old., effect: Words may be missed.,
         groups: [people over 65]}

Fail:

    populations: {untested: [{group: people over 65, why: None were in the data.}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.checks.problem import PUBLISHED, Problem
from toolkit.source import Path_
from toolkit.view import View

ID = "untested-groups"
ERROR_IN = PUBLISHED


def check(view: View) -> Iterator[Problem]:
    """One problem for each group that no warning names."""
    groups = list(_groups(view))
    text = _warnings(view) if groups else ""
    for path, group in groups:
        if group.casefold() not in text:
            advice = "name it under `groups:` of a limitation, or in a consideration"
            yield Problem(path, f"no limitation and no consideration names {group!r}", advice)


def _groups(view: View) -> Iterator[tuple[Path_, str]]:
    populations = view.service.populations
    for index, group in enumerate(populations.untested):
        yield ("populations", "untested", index), group.group
    for index, name in enumerate(populations.underrepresented):
        yield ("populations", "underrepresented", index), name


def _warnings(view: View) -> str:
    """All words of limitations and considerations."""
    words = [word for limit in view.service.limitations for word in (limit.condition, limit.effect, *limit.groups)] + [
        word for case in view.service.uses.considerations for word in (case.use, case.reason)
    ]
    return "\n".join(words).casefold()
