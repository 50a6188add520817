"""A document that is promised has something to say.

Each kind of document needs certain parts of the metadata; without them its page would be empty headings. Write the
missing part, or take the promise back: delete it under `documents:`, or write `state: absent` with the reason.

Pass:

    identity: {documents: [{kind: transparency-note}]}

Fail:

    identity: {documents: [{kind: transparency-note}, {kind: research-insights}]}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from toolkit.checks.problem import PUBLISHED, Problem
from toolkit.model import KINDS
from toolkit.view import View

ID = "kind-needs"
ERROR_IN = PUBLISHED


def check(view: View) -> Iterator[Problem]:
    """One problem for each empty part of each promised document."""
    for index, promise in enumerate(view.service.identity.documents):
        if promise.state not in {"own", "merged"}:
            continue
        for need in KINDS[promise.kind].needs:
            if not _holds(view.service, need):
                message = f"`{promise.kind}` is promised, but `{need}` is empty"
                advice = "fill it in, delete the promise, or write `state: absent` with a reason"
                yield Problem(("identity", "documents", index), message, advice)


def _holds(record: Any, path: str) -> bool:
    """Whether there is anything at the dotted *path*."""
    for step in path.split("."):
        record = getattr(record, step, None)
    if isinstance(record, BaseModel):
        return any(value not in (None, ()) for value in record.__dict__.values())
    return bool(record)
