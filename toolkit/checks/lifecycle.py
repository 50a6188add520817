"""A service that is new, old or on its way out says what readers need to know about that.

The status makes a banner at the top of each page. `retiring` and `retired` need the day (`retires_on:`) and must fit
it; `preview` and `legacy` need a sentence (`notice:`) that says what it means for the reader.

Pass:

    identity: {lifecycle: {status: retiring, retires_on: 2030-09-25}}

Fail:

    identity: {lifecycle: {status: retiring}}
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.checks.problem import PUBLISHED, Problem
from toolkit.i18n import day
from toolkit.view import View

ID = "lifecycle"
ERROR_IN = PUBLISHED


def check(view: View) -> Iterator[Problem]:
    """What does not fit the status, or is missing for it."""
    cycle = view.service.identity.lifecycle
    path = ("identity", "lifecycle")
    if cycle.status in {"preview", "legacy"} and not cycle.notice:
        advice = "add `notice:` with one sentence, such as what to use in its place"
        yield Problem(path, f"nothing says what `{cycle.status}` means for the reader", advice)
    if cycle.status in {"retiring", "retired"} and not cycle.retires_on:
        yield Problem(path, "the day on which the service ends is missing", "add `retires_on:`")
    if not cycle.retires_on:
        return
    over = cycle.retires_on <= view.house.today
    when = day(cycle.retires_on)
    if over and cycle.status != "retired":
        yield Problem((*path, "status"), f"the service ended on {when}", "write `status: retired`")
    elif not over and cycle.status == "retired":
        yield Problem((*path, "status"), f"the service ends only on {when}", "write `status: retiring`")
    elif cycle.status == "active":
        advice = "write `status: retiring`, so that readers are told"
        yield Problem((*path, "status"), f"the service ends on {when}", advice)
