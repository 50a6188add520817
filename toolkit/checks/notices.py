"""People are told before it starts and can look it up at any time, and each notice has a second way to reach them.

Where disclosure is required, there is at least one notice `kind: upfront` and one `kind: on_demand`. Each names another
channel to learn more (`alternate_channel:`), and each sign says how it reaches somebody who cannot see or reach it
(`accessible_form:`). So ask the disclosure design guidelines for spatial analysis (Microsoft 2022). A suite can hold
the notices of all its services.

Pass:

    people: [{id: applicants, role: People who hand in a form, relation: subject}]
    disclosure:
      required: true
      notices:
        - {id: sign, kind: upfront, channel: sign, audience: applicants, moment: Before the scan.,
           alternate_channel: The clerk says the same., accessible_form: Read aloud by the clerk.}
        - {id: page, kind: on_demand, channel: page, audience: applicants, moment: At any time.,
           alternate_channel: A printed copy at the desk.}

Fail:

    people: [{id: applicants, role: People who hand in a form, relation: subject}]
    disclosure:
      required: true
      notices:
        - {id: sign, kind: upfront, channel: sign, audience: applicants, moment: Before the scan.}
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.checks.problem import PUBLISHED, Problem
from toolkit.view import View

ID = "notices"
ERROR_IN = PUBLISHED
KINDS = {"upfront": "nothing tells people before it starts", "on_demand": "people cannot look it up at any time"}


def check(view: View) -> Iterator[Problem]:
    """Missing kinds of notices, then what single notices lack."""
    disclosure = view.service.disclosure
    if not disclosure.required:
        return
    kinds = {notice.kind for notice in disclosure.notices}
    for kind, message in KINDS.items():
        if kind not in kinds:
            advice = f"add an entry with `kind: {kind}` under `notices:` in `disclosure:`"
            yield Problem(("disclosure", "notices"), message, advice, at_key=True)
    for index, notice in enumerate(disclosure.notices):
        path = ("disclosure", "notices", index)
        if not notice.alternate_channel:
            advice = "add `alternate_channel:`, such as `The clerk says the same.`"
            yield Problem(path, f"the notice `{notice.id}` reaches people in one way only", advice)
        if notice.channel == "sign" and not notice.accessible_form:
            advice = "add `accessible_form:`, such as `Read aloud by the clerk.`"
            yield Problem(path, f"nothing says how the sign `{notice.id}` reaches somebody who cannot see it", advice)
