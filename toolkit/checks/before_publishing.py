"""Before a service is published it says who watches it, how to report a problem, who answers, and when to look again.

A draft may leave these open; the warnings are its list of things to do. The statement on oversight is one or two
sentences that affected people understand. Owners and ways to give feedback are mostly inherited from
`organisation.yml`.

Pass:

    identity:
      review_due: 2030-01-01
      owners: [{team: Digital office, contact: digital@city.example, role: author}]
    oversight:
      level: in_the_loop
      statement: A clerk compares the text with the form before it is used.
    disclosure:
      feedback: [{id: desk, channel: The clerk at the desk.}]

Fail:

    identity:
      status: published
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.checks.problem import PUBLISHED, Problem
from toolkit.view import View

ID = "before-publishing"
ERROR_IN = PUBLISHED


def check(view: View) -> Iterator[Problem]:
    """One problem for each part that is missing."""
    service = view.service
    if service.oversight is None or service.oversight.statement is None:
        advice = "add `statement:` with a sentence or two under `oversight:`"
        yield Problem(("oversight",), "nothing says who watches the service", advice)
    if not service.disclosure.feedback:
        advice = "add an entry with id and channel under `feedback:` in `disclosure:`"
        yield Problem(("disclosure", "feedback"), "there is no way to report a problem", advice)
    if not service.identity.owners:
        advice = "add an entry with team, contact and role under `owners:` in `identity:`"
        yield Problem(("identity", "owners"), "nobody answers for this text", advice)
    if service.identity.review_due is None:
        advice = "add `review_due:` with a day, such as one year from now, under `identity:`"
        yield Problem(("identity", "review_due"), "nothing says when this text is looked at again", advice)
