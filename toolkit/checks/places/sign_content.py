"""A sign says what its notice promises, under a headline of eight words at most, with pictograms that exist.

Three distances, each complete by itself: the headline from afar, the purpose from two steps, the facts at arm's
length. Of the `items:` of its notice, the headline and the lead tell what, how, why and what good it does, the foot
whom to ask; each of the others needs a statement with that `item:`. Pictograms are Material Design Icons, called as in
their library (pictogrammers.com/library/mdi). A pictogram that does not exist is always an error, a statement
that no sign carries only a warning.

Pass:

    notices:
      - {id: before, kind: upfront, channel: sign, audience: visitors, moment: Before., items: [purpose, retention]}

Fail:

    notices:
      - {id: before, kind: upfront, channel: sign, audience: visitors, moment: Before., items: [purpose, access]}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from toolkit.checks.places.signs import told
from toolkit.checks.places.statuses import ALWAYS, BINDING, NEVER
from toolkit.checks.problem import Problem
from toolkit.i18n import listing
from toolkit.model.people import Notice
from toolkit.model.sign import Sign
from toolkit.paths import pictogram_file
from toolkit.source import Path_
from toolkit.view.posted import ON_SIGNS

if TYPE_CHECKING:
    from toolkit.view.place import PlaceView

ID = "sign-content"
ERROR_IN = BINDING
MOST_WORDS = 8
#: Told by the headline and the lead, and by the foot where one can ask somebody.
BY_HEAD = frozenset({"collected", "method", "purpose", "benefits"})
BY_FOOT = "contact"
ICON = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def check(view: PlaceView) -> Iterator[Problem]:
    """What single signs lack, then what is wrong with statements."""
    notices = {notice.id: notice for notice in view.deployment.notices}
    for index, sign in enumerate(view.deployment.signs):
        path = ("signs", index)
        words = len(sign.headline.split())
        if words > MOST_WORDS:
            message = f"a headline of {words} words; nobody reads more than {MOST_WORDS} in passing"
            yield Problem((*path, "headline"), message, "say only what the machine does with the person who reads it")
        if sign.notice in notices:
            yield from _unsaid(view, sign, notices[sign.notice], path)
        yield from _pictogram(sign.pictogram, path)
    used = {id for sign in view.deployment.signs for id in sign.statements}
    for index, statement in enumerate(view.deployment.statements):
        yield from _pictogram(statement.pictogram, ("statements", index))
        if statement.id not in used:
            advice = f"add `{statement.id}` to `statements:` of a sign, or delete it"
            message = f"no sign carries the statement `{statement.id}`"
            yield Problem(("statements", index), message, advice, error_in=NEVER)


def _unsaid(view: PlaceView, sign: Sign, notice: Notice, path: Path_) -> Iterator[Problem]:
    """What the *notice* of *sign* promises and the sign does not say."""
    foot = any(contact.kind in ON_SIGNS for contact in view.deployment.controller.contacts)
    said = BY_HEAD | told(view, sign) | ({BY_FOOT} if foot else set())
    left: list[str] = [item for item in dict.fromkeys(notice.items) if item not in said]
    if left:
        message = f"the notice `{notice.id}` promises {listing(left)}, and the sign `{sign.id}` does not say it"
        advice = "add statements with these as `item:`, or take them out of `items:` of the notice"
        yield Problem((*path, "statements"), message, advice, at_key=True)


def _pictogram(name: str, path: Path_) -> Iterator[Problem]:
    if not _drawn(name):
        advice = "look its name up at pictogrammers.com/library/mdi"
        yield Problem((*path, "pictogram"), f"there is no pictogram called {name!r}", advice, error_in=ALWAYS)


@lru_cache(maxsize=1000)
def _drawn(name: str) -> bool:
    return bool(ICON.fullmatch(name)) and pictogram_file(name).is_file()
