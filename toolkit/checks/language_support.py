"""Which languages are supported is said with a version and a day, and once.

Languages are added with every version, so a bare list is wrong soon and nobody sees it. Name `version:` where the
service has versions, and a source or `as_of:`. Two inputs that name the same version, and texts that speak of one
language only, must fit the list. Public notes have said "English only" beside product pages with nine languages.

Pass:

    identity: {versions: [{id: "2.0", kind: model, status: current}]}
    inputs:
      - id: form
        medium: document
        languages: {handwritten: 9, version: "2.0", as_of: 2026-01-31}

Fail:

    identity: {versions: [{id: "2.0", kind: model, status: current}]}
    inputs:
      - id: form
        medium: document
        languages: {handwritten: 9}
    limitations:
      - {id: hand, category: language, condition: The form is in handwriting., effect: It reads English only.}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.checks.problem import PUBLISHED, Problem
from toolkit.checks.texts import walk
from toolkit.model.capability import InputLanguages
from toolkit.view import View

ID = "language-support"
ERROR_IN = PUBLISHED
LANGUAGE = r"(?:English|German|French|Spanish|Chinese|Japanese)"
ONLY = re.compile(rf"\b(?:only (?:in )?{LANGUAGE}|{LANGUAGE}(?: text)?s? only)\b")
COUNTS = ("printed", "handwritten")


def check(view: View) -> Iterator[Problem]:
    """Languages without version or day, and what contradicts them."""
    stated: dict[tuple[str, str | None, str | None], int] = {}
    for index, given in enumerate(view.service.inputs):
        known = given.languages
        if known is None:
            continue
        path = ("inputs", index, "languages")
        if view.service.identity.versions and not (known.version or given.version):
            yield Problem(path, "nothing says for which version the languages hold", "add `version:`")
        if not (known.source or known.as_of or given.source or given.as_of):
            yield Problem(path, "nothing says on which day the languages were true", "add `source:` or `as_of:`")
        for kind in COUNTS:
            count = getattr(known, kind)
            first = stated.setdefault((kind, known.version or given.version, known.feature or given.feature), count)
            if count and first and first != count:
                message = f"{count} {kind} languages here and {first} above, for the same version"
                yield Problem((*path, kind), message, "say in `version:` where each holds, or keep one")
    yield from _only_one(view)


def _only_one(view: View) -> Iterator[Problem]:
    """Texts that speak of one language, where every input names several."""
    known = [given.languages for given in view.service.inputs if given.languages]
    if not known or not all(_several(each) for each in known):
        return
    for text in walk(view).texts:
        if text.path[0] != "sources" and (found := ONLY.search(text.text)):
            message = f"the text says {found[0]!r}, but the inputs name several languages"
            yield Problem(text.path, message, "name the version it holds for in `languages:`, or correct the text")


def _several(known: InputLanguages) -> bool:
    return max(known.printed or 0, known.handwritten or 0, len(known.list)) > 1
