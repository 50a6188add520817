"""For each item of personal data the service says what else it is used for, and whether it is shared.

Silence reads like a no and may be a yes. `secondary_use: none` and `sharing_consent: none_shared` say that there is
nothing; recipients need the ground on which they get the data, `explicit` consent or a `contract`.

Pass:

    data:
      items:
        - {id: scan, name: Scan, category: personal, purpose: To read it., retention: {kind: none},
           secondary_use: none, sharing_consent: none_shared}

Fail:

    data:
      items:
        - {id: scan, name: Scan, category: personal, purpose: To read it., retention: {kind: none},
           recipients: [{who: The archive, why: It keeps old files.}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.checks.problem import PUBLISHED, Problem
from toolkit.view import View

ID = "sharing-stated"
ERROR_IN = PUBLISHED


def check(view: View) -> Iterator[Problem]:
    for index, item in enumerate(view.service.data.items):
        if item.category == "ordinary":
            continue
        path = ("data", "items", index)
        if item.secondary_use is None:
            message = f"nothing says what else {item.name!r} is used for"
            yield Problem(path, message, "add `secondary_use:`; the word `none` where there is nothing else")
        if item.sharing_consent is None:
            message = f"nothing says whether {item.name!r} is shared"
            advice = "add `sharing_consent:`, one of `none_shared`, `explicit` and `contract`"
            if item.recipients:
                message = f"nothing says on what ground {item.name!r} is shared"
                advice = "add `sharing_consent:`, `explicit` or `contract`"
            yield Problem(path, message, advice)
