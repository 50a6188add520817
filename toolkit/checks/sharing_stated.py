"""For each item of personal data the service says what else it is used for, and on what ground it is shared.

Silence reads like a no and may be a yes. `secondary_use: none` says that there is no other use; where a source is
silent, say so: `The provider does not say.` Recipients get the data on a ground, `explicit` consent or a `contract`.

Pass:

    data:
      items:
        - {id: scan, name: Scan, category: personal, purpose: To read it., retention: {kind: none},
           secondary_use: none}

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
    """One problem for each thing that an item leaves open."""
    for index, item in enumerate(view.service.data.items):
        path = ("data", "items", index)
        if item.category != "ordinary" and not item.secondary_use:
            advice = "add `secondary_use:`; the word `none` where there is nothing else"
            yield Problem(path, f"nothing says what else {item.name!r} is used for", advice)
        if item.recipients and not item.sharing_consent:
            advice = "add `sharing_consent:`, `explicit` or `contract`"
            yield Problem((*path, "recipients"), f"nothing says on what ground {item.name!r} is shared", advice)
