"""The findings that the owners of a service or a place accept, each with a reason and a day on which that ends."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from toolkit.checks.problem import Problem
from toolkit.checks.rule import Book, Checked
from toolkit.finding import Finding
from toolkit.i18n import day
from toolkit.load.validate import did_you_mean
from toolkit.merge import record_key
from toolkit.model.base import Allow
from toolkit.source import Path_


class Accepted:
    """What stands under `allow:` in the record of *view*; *more* are ids of rules that stand in no book."""

    def __init__(self, view: Checked, entries: Sequence[Allow], book: Book[Any], more: Collection[str] = ()) -> None:
        self.view, self.entries, self.book = view, entries, book
        self.known = {*book.rules, *more}
        self.used: set[int] = set()
        self.current: dict[tuple[str, str], int] = {}
        for index, allow in enumerate(entries):
            if allow.rule not in book.firm and allow.until >= view.house.today:
                self.current.setdefault((allow.rule, allow.path or ""), index)

    def covers(self, problem: Problem, finding: Finding) -> bool:
        """Whether the owners accept *finding*; remembers by which entry."""
        tops = self._tops(problem.path) if self.current else ()
        index = next((self.current[finding.rule, top] for top in tops if (finding.rule, top) in self.current), None)
        if index is not None:
            self.used.add(index)
        return index is not None

    def _tops(self, path: Path_) -> Iterator[str]:
        """Everything that *path* lies below, as people write it: entries of lists by their number or by their id."""
        yield ""
        begun = [""]
        for end in range(1, len(path) + 1):
            begun = [f"{start}.{name}".lstrip(".") for start in begun for name in self._names(path[:end])]
            yield from begun

    def _names(self, path: Path_) -> tuple[str, ...]:
        key = record_key(self.view.document.node(path)) if isinstance(path[-1], int) else None
        return (str(path[-1]), key[1]) if key else (str(path[-1]),)

    def problems(self) -> Iterator[Finding]:
        """What is wrong with the entries themselves."""
        for index, allow in enumerate(self.entries):
            sentence = self._problem(index, allow)
            if sentence:
                place = self.view.document.place(("allow", index))
                yield Finding(place, "allow", "warning", *sentence)

    def _problem(self, index: int, allow: Allow) -> tuple[str, str] | None:
        if allow.rule not in self.known:
            advice = did_you_mean(allow.rule, self.known) or "see `disclose check --rules`"
            return f"`allow` names the rule `{allow.rule}`, which does not exist", advice
        if allow.rule in self.book.firm:
            return f"findings of `{allow.rule}` cannot be accepted", "mend the text, and delete this entry"
        if allow.until < self.view.house.today:
            return f"`allow` for `{allow.rule}` ended on {day(allow.until)}", "mend the finding, or renew with a reason"
        inherited = self.view.document.level(("allow", index)) != self.book.level
        if index not in self.used and not inherited:
            return f"`allow` for `{allow.rule}` is not needed any more", "delete it"
        return None
