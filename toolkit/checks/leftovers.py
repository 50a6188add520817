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
from collections.abc import Iterator

from toolkit.checks.problem import PUBLISHED, Problem
from toolkit.checks.texts import Walk, walk
from toolkit.view import View

ID = "leftovers"
ERROR_IN = PUBLISHED
#: Capitals only, since `todo` is a Spanish word. In brackets words, no list of numbers and no link (`unsafe-text`).
#: Each alternative starts with a letter of its own, which lets the search skip ahead.
GAP = re.compile(r"TODO\b|TB[ACD]\b|FIXME\b|XXX+\b|\?\?\?+|___+|\[(?:[^\W\d][^\]\n]{0,80}|[\s.?…_-]{0,20})\](?![(\[])")
LATER = ("added", "completed", "confirmed", "decided", "determined", "written")
#: Of the next two, one of the signs stands in every match; they are looked for in all texts at once.
GAP_PHRASE = re.compile(
    r"\blorem ipsum\b|\bmore information needed\b|\binsert\b[^.\n]{1,60}?\bhere\b"
    r"|\b(?:name|text|description) goes here\b|\bnot described yet\b"
    rf"|(?:^|\()to be (?:{'|'.join(LATER)})(?:\)|\.?$)"
)
GAP_SIGNS = ("lorem", "information needed", "insert ", "goes here", "described yet", *(f"be {done}" for done in LATER))
REMARK = re.compile(
    r"<!--|^comment:|\b(?:author|editor)'s note\b|\b(?:author|editor|reviewer|writer)(?:'s)? (?:comment|note|remark):"
    r"|\bnotes? to (?:the )?(?:authors?|editors?|reviewers?|self|writers?)\b"
    r"|\b(?:do not|don't) (?:give|provide) (?:any )?legal advice\b"
    r"|(?:^|[.!?] )(?:delete|describe in|fill in|replace|rewrite) this (?:paragraph|section|text)\b"
)
REMARK_SIGNS = (
    "<!--",
    "comment:",
    "'s note",
    "note:",
    "remark:",
    "note to ",
    "notes to ",
    "legal advice",
    "this paragraph",
    "this section",
    "this text",
)


def check(view: View) -> Iterator[Problem]:
    """At most one problem a text."""
    yield from problems(walk(view))


def problems(found: Walk) -> Iterator[Problem]:
    """What authors left in texts."""
    everything = _straight(found.lower)
    gaps = any(sign in everything for sign in GAP_SIGNS)
    remarks = any(sign in everything for sign in REMARK_SIGNS)
    for text in found.texts:
        words = _straight(text.text.lower()) if gaps or remarks else ""
        if gap := GAP.search(text.text) or (GAP_PHRASE.search(words) if gaps else None):
            message = f"a placeholder was left in the text: {_short(gap[0])}"
            yield Problem(text.path, message, "write what belongs there, or delete it")
        elif remark := REMARK.search(words) if remarks else None:
            advice = "delete it; a remark for colleagues goes into a YAML comment, after `#`"
            yield Problem(text.path, f"a note between authors was left in the text: {_short(remark[0])}", advice)


def _straight(text: str) -> str:
    return text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:40]}..."
