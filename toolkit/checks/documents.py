"""Each promised document leads somewhere: to its own page, into another one, to the parent's, or to a reason.

`merged` names the document that holds it in `into:`, and that one is `own`. `inherited` needs `parent:` in
`identity:`, and a parent that has the document. `absent` gives the reason, which readers are shown. No kind of
document is promised twice.

Pass:

    identity:
      documents:
        - {kind: transparency-note}
        - {kind: characteristics-and-limitations, state: merged, into: transparency-note}

Fail:

    identity:
      documents:
        - {kind: transparency-note}
        - {kind: characteristics-and-limitations, state: merged}
        - {kind: code-of-conduct, state: absent}
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.checks.problem import ALWAYS, Problem
from toolkit.model.identity import Promise
from toolkit.view import View

ID = "documents"
ERROR_IN = ALWAYS


def check(view: View) -> Iterator[Problem]:
    """What keeps a promised document from leading anywhere."""
    promises = view.service.identity.documents
    own: set[str] = {promise.kind for promise in promises if promise.state == "own"}
    seen: set[str] = set()
    for index, promise in enumerate(promises):
        path = ("identity", "documents", index)
        for message, advice in _gaps(promise, own, view):
            yield Problem(path, f"`{promise.kind}` {message}", advice)
        if promise.kind in seen:
            yield Problem(path, f"`{promise.kind}` is promised twice", "delete one of the two")
        seen.add(promise.kind)


def _gaps(promise: Promise, own: set[str], view: View) -> Iterator[tuple[str, str]]:
    if promise.state == "merged" and promise.into not in own:
        known = ", ".join(f"`{kind}`" for kind in sorted(own))
        advice = f"add `into:` with a document of its own here: {known}" if own else "let one document be `state: own`"
        yield "is part of another document, but that one has no page here", advice
    if promise.state == "inherited":
        yield from _not_inherited(promise, view)
    if promise.state == "absent" and not promise.reason:
        yield "is absent, and nothing says why", "add `reason:` with a sentence for the reader"


def _not_inherited(promise: Promise, view: View) -> Iterator[tuple[str, str]]:
    name = view.service.identity.parent
    if name is None:
        yield "is inherited, but no parent is named", "add `parent:` with the id of a service to `identity:`"
        return
    parent = view.house.services.get(name)  # an unknown parent is a finding of `dead-link`
    if parent and promise.kind not in {page.kind for page in parent.published}:
        yield f"is inherited, but `{name}` has no such document", "let the parent have it, or write it here"
