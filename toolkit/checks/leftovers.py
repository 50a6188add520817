"""Nothing that authors wrote to each other may reach readers: placeholders, instructions, comments.

Public notes have gone out with brackets to fill in, notes between authors and comments in the page. Write what belongs
there, or delete it; until then the service stays a draft. A remark for colleagues goes into a YAML comment, after `#`.

Pass:

    summary:
      introduction: The form reader has been in use at three desks since 2025.

Fail:

    summary:
      introduction: The form reader has been in use at [number] desks since TBD.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from toolkit.checks.problem import PUBLISHED, Problem
from toolkit.checks.texts import Text, walk
from toolkit.view import View

ID = "leftovers"
ERROR_IN = PUBLISHED
#: Capitals only: `todo` is a Spanish word.
PLACEHOLDER = re.compile(
    r"\b(?:TODO|TBD|TBC|FIXME|XXX+)\b|\?\?\?|\[(?:[^\W\d][^\]\n]*|[\s.?…_-]*)\](?!\()|_{3,}"
    r"|(?i:\blorem ipsum\b|\bmore information needed\b|\bto be (?:determined|decided|completed|written|added)\b"
    r"|\binsert\b[^.\n]{1,60}?\bhere\b|\b(?:placeholder|sample) text\b)"
)
REMARK = re.compile(
    r"<!--"
    r"|(?i:\b(?:author|editor|writer|reviewer)(?:['’]?s)? ?(?:note|comment|remark)\b|\bcomment:"
    r"|\bnotes? (?:to|for) (?:the )?(?:self|authors?|editors?|writers?|reviewers?)\b"
    r"|\b(?:do not|don['’]t) (?:provide|give) (?:any )?legal advice\b"
    r"|\b(?:describe|explain|fill in|replace|delete|remove|complete) this (?:section|text|paragraph|part|field)\b)"
)


def check(view: View) -> Iterator[Problem]:
    yield from problems(walk(view).texts)


def problems(texts: Iterable[Text]) -> Iterator[Problem]:
    """The leftovers of *texts*, the first of each text."""
    for text in texts:
        if found := PLACEHOLDER.search(text.text):
            advice = "write what belongs there, or delete it"
            yield Problem(text.path, f"a placeholder was left in the text: {_short(found[0])}", advice)
        elif found := REMARK.search(text.text):
            advice = "delete it; a remark for colleagues goes into a YAML comment, after `#`"
            yield Problem(text.path, f"a note between authors was left in the text: {_short(found[0])}", advice)


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:40]}..."
