"""How long data is kept is said once, and every other text agrees with it.

People rely on the shortest time they read. The times in `disclosure: items: retention` and in the statement for end
users are compared with those of the data items; the same data may not stand twice with different times; and data that
is not kept has no place where it is stored. Where something is kept, no text may say that nothing is. Times are
compared as lengths: 30 days and 1 month are the same.

Pass:

    data:
      items:
        - {id: scan, name: Scan, category: personal, purpose: To read it.,
           retention: {kind: duration, value: 24, unit: hours}}
    disclosure: {items: {retention: We delete the scan after one day.}}

Fail:

    data:
      items:
        - {id: scan, name: Scan, category: personal, purpose: To read it.,
           retention: {kind: duration, value: 24, unit: hours}}
    disclosure: {items: {retention: We delete the scan after 48 hours.}}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.checks.problem import ALWAYS, Problem
from toolkit.checks.texts import walk
from toolkit.model.data import DataItem, Retention
from toolkit.source import Path_
from toolkit.view import View
from toolkit.view.durations import known, lengths_in, same, stated

ID = "retention-conflict"
ERROR_IN = ALWAYS
ABOUT_KEEPING = re.compile(
    r"\b(?:delete|deleting|deletion|erase|held|hold|keep|kept|remov|retain|retention|saved?\b|saves\b|stor)",
    re.IGNORECASE,
)
#: A sentence that denies that any data is kept, without an exception in it.
NOTHING = re.compile(
    r"(?:\b(?:no|not any) (?:customer |user |personal )?data (?:is|are) (?:kept|retained|saved|stored)"
    r"|\bnothing is (?:kept|retained|saved|stored)"
    r"|\b(?:does not|never) (?:keep|retain|save|store) (?:any |customer |the |your )*data)(?=\s*(?:[.;]|$))",
    re.IGNORECASE,
)
#: Where a sentence speaks of the whole service.
SAID_OF_ALL = ("summary", "disclosure", "behaviour")
SENTENCE = re.compile(r"(?<=[.!?])\s+")
NOT_STORED = re.compile(r"\b(?:no|not|never|none|nowhere|nothing|memory)\b", re.IGNORECASE)


def check(view: View) -> Iterator[Problem]:
    """Items that contradict each other, themselves, or the texts about them."""
    yield from _twice(view)
    yield from _stored_though_not_kept(view)
    yield from _texts(view)
    yield from _nothing(view)


def about_keeping(text: str) -> list[str]:
    """The sentences of *text* that speak of keeping or deleting."""
    return [sentence for sentence in SENTENCE.split(text) if ABOUT_KEEPING.search(sentence)]


def _twice(view: View) -> Iterator[Problem]:
    first: dict[tuple[str, str | None], DataItem] = {}
    for index, item in enumerate(view.service.data.items):
        other = first.setdefault((item.name.casefold(), item.feature), item)
        if item.retention and other.retention and _differ(item.retention, other.retention):
            message = f"{item.name!r} stands here twice, with different times"
            advice = "keep one of the two, or name what sets them apart"
            yield Problem(("data", "items", index, "retention"), message, advice)


def _differ(one: Retention, other: Retention) -> bool:
    if (one.kind, one.event) != (other.kind, other.event):
        return True
    return not all(same(a, b) for a, b in zip(stated(one), stated(other), strict=False))


def _stored_though_not_kept(view: View) -> Iterator[Problem]:
    for index, item in enumerate(view.service.data.items):
        kept = item.retention
        if kept and kept.kind == "none" and item.stored_at and not NOT_STORED.search(item.stored_at):
            message = f"{item.name!r} is not kept, yet it has a place where it is stored"
            advice = "delete `stored_at:`, or say in `retention:` how long it stays there"
            yield Problem(("data", "items", index, "stored_at"), message, advice)


def _texts(view: View) -> Iterator[Problem]:
    """Times in texts for affected people that no data item has."""
    items = view.service.data.items
    spans = [span for item in items for span in known(item)]
    nothing_kept = bool(items) and all(item.retention and item.retention.kind == "none" for item in items)
    if not spans and not nothing_kept:
        return
    for path, text in _statements(view):
        for span, shown in lengths_in(text):
            if not any(same(span, other) for other in spans):
                advice = "make the text and `retention:` of the data items say the same"
                yield Problem(path, f"the text says {shown!r}, but no data item is kept that long", advice)


def _nothing(view: View) -> Iterator[Problem]:
    """Texts that say of all data that it is not kept, where some is."""
    kept = [item for item in view.service.data.items if item.retention and item.retention.kind != "none"]
    if not kept:
        return
    for text in walk(view).texts:
        found = NOTHING.search(text.text) if text.path[0] in SAID_OF_ALL else None
        if found:
            message = f"the text says {found[0]!r}, but {kept[0].name!r} is kept"
            yield Problem(text.path, message, "say of which data it is true")


def _statements(view: View) -> Iterator[tuple[Path_, str]]:
    told = view.service.disclosure.items
    if told and told.retention:
        yield ("disclosure", "items", "retention"), told.retention
    statement = view.service.data.end_user_statement
    for sentence in about_keeping(statement.text_template) if statement else ():
        yield ("data", "end_user_statement", "text_template"), sentence
