"""Each sign leads to the full notice, and no address or number on it is a made-up one.

Write `notice_address:`, or `public_url:` in `services/organisation.yml`. Names that end in `.example` or `.invalid`,
example.com, example.net and example.org (RFC 2606) and telephone numbers from 555 0100 to 555 0199 are kept free for
examples and reach nobody; they belong into examples only.

Pass:

    notice_address: https://notices.internal

Fail:

    notice_address: null
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from toolkit.checks.places.statuses import BINDING
from toolkit.checks.places.texts import walk
from toolkit.checks.problem import Problem

if TYPE_CHECKING:
    from toolkit.view.place import PlaceView

ID = "more-to-learn"
ERROR_IN = BINDING
MADE_UP = re.compile(
    r"(?<![\w.-])(?:[\w-]+\.){1,10}(?:example|invalid)\b(?!\.\w)"
    r"|\bexample\.(?:com|net|org)\b(?!\.\w)|\b555[ .-]?01\d\d\b",
    re.IGNORECASE,
)


def check(view: PlaceView) -> Iterator[Problem]:
    """Signs that lead nowhere, then addresses that reach nobody."""
    if view.deployment.signs and not view.base:
        message = "the signs lead nowhere: nothing says where the full notice is published"
        advice = "add `notice_address:`, or `public_url:` to `services/organisation.yml`"
        yield Problem(("signs",), message, advice, at_key=True)
    if view.deployment.status == "example":
        return
    if view.deployment.notice_address is None and (found := MADE_UP.search(view.base)):
        message = f"{found[0]} reaches nobody, and `public_url` of the organisation leads there"
        yield Problem(("signs",), message, "write the real address in `services/organisation.yml`", at_key=True)
    for text in walk(view).texts:
        if found := MADE_UP.search(text.text):
            yield Problem(text.path, f"{found[0]} reaches nobody", "write the real address or number")
