"""Who may use a service is said in one document, and there is no such document where everybody may.

Where `limited:` in `access:` names a feature or the whole service, readers need to know why and who may apply, and the
document `limited-access` is promised (or openly absent, with a reason).

Pass:

    identity: {documents: [{kind: transparency-note}, {kind: limited-access}]}
    access: {limited: service, why: A wrong match can hurt people., eligibility: City departments only.}

Fail:

    identity: {documents: [{kind: transparency-note}]}
    access: {limited: service, why: A wrong match can hurt people.}
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.checks.problem import PUBLISHED, Problem
from toolkit.view import View

ID = "limited-access"
ERROR_IN = PUBLISHED


def check(view: View) -> Iterator[Problem]:
    """A document without a limit, a limit without a document, and gaps in what it says."""
    access, documents = view.service.access, view.service.identity.documents
    places = {promise.kind: (index, promise.state) for index, promise in enumerate(documents)}
    index, state = places.get("limited-access", (None, None))
    if access.limited == "none":
        if state in {"own", "merged"}:
            advice = "delete the promise, or say under `access:` what is limited"
            message = "a document on limited access is promised, but nothing is limited"
            yield Problem(("identity", "documents", index or 0), message, advice)
        return
    if state is None:
        advice = "add `{kind: limited-access}` to `documents:` in `identity:`"
        yield Problem(("access", "limited"), "use is limited, but no document says so", advice)
    if state in {"own", "merged"}:
        return  # what such a document needs is a finding of `kind-needs`
    for field, sentence in (("why", "why use is limited"), ("eligibility", "who may use it")):
        if not getattr(access, field):
            yield Problem(("access", field), f"nothing says {sentence}", f"add `{field}:` to `access:`")
