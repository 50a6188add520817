"""A view in, findings out: one module per rule, a dict as the registry, severity from the status of the service.

A rule yields a path and a sentence. The runner adds the rule's id, the severity (an error in the statuses that the
rule names, elsewhere a warning), the place in the file, and takes out what the owners accept under `allow:`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from types import ModuleType
from typing import Any, Protocol, cast

from toolkit.checks import (
    before_publishing,
    catalogue,
    core_statements,
    dead_link,
    decision_rules,
    documents,
    duplicate_id,
    evidence,
    flows,
    formulas,
    high_decision_effect,
    kind_needs,
    leftovers,
    lifecycle,
    limited_access,
    missing_source,
    not_collected,
    notices,
    original_and_extract,
    percentages,
    prohibited_weakened,
    readability,
    reported_numbers,
    retention,
    retention_conflict,
    review,
    review_overdue,
    routing,
    secondary_use,
    sharing_stated,
    simulated_evidence,
    stale_evidence,
    stale_facts,
    units,
    unknown_source,
    unsafe_text,
    untested_groups,
    unused_source,
)
from toolkit.checks.problem import Problem
from toolkit.checks.texts import walk_record
from toolkit.finding import Finding, Severity
from toolkit.i18n import day
from toolkit.load import Loaded
from toolkit.load.validate import did_you_mean
from toolkit.merge import record_key
from toolkit.model.base import Allow
from toolkit.source import Path_
from toolkit.view import View

__all__ = ["RULES", "Problem", "Rule", "check", "check_texts", "run"]


class Rule(Protocol):
    """What a rule module holds; its docstring is its documentation, with examples that the tests run."""

    ID: str
    ERROR_IN: frozenset[str]
    check: Callable[[View], Iterator[Problem]]


def _table(*modules: ModuleType) -> dict[str, Rule]:
    return {module.ID: cast("Rule", module) for module in modules}


RULES: dict[str, Rule] = _table(
    core_statements,
    before_publishing,
    kind_needs,
    documents,
    limited_access,
    leftovers,
    unsafe_text,
    readability,
    duplicate_id,
    dead_link,
    catalogue,
    unknown_source,
    missing_source,
    unused_source,
    stale_facts,
    review,
    review_overdue,
    lifecycle,
    high_decision_effect,
    prohibited_weakened,
    untested_groups,
    units,
    routing,
    decision_rules,
    formulas,
    reported_numbers,
    percentages,
    evidence,
    simulated_evidence,
    stale_evidence,
    retention,
    retention_conflict,
    original_and_extract,
    secondary_use,
    sharing_stated,
    not_collected,
    flows,
    notices,
)


HANDED_DOWN = ("defaults", "deployment_defaults")
#: What cannot be accepted by the service it concerns: a prohibition from above, and text that could run as code.
FIRM = frozenset({prohibited_weakened.ID, unsafe_text.ID})
#: More findings of one rule nobody reads at once, and a hostile file could ask for very many.
MOST = 100


def check(view: View) -> list[Finding]:
    """Every finding of every rule about one service, less what its owners accept."""
    accepted = _Accepted(view)
    found: list[Finding] = []
    for rule in RULES.values():
        left = (finding for problem, finding in run(rule, view) if not accepted.covers(problem, finding))
        found += islice(left, MOST)
    return [*found, *accepted.problems()]


def check_texts(loaded: Loaded[Any]) -> list[Finding]:
    """What is unsafe or left over in the texts of a record that is no service: an organisation, a deployment."""
    started = getattr(loaded.record, "status", "") in {"draft", "example"}
    found = walk_record(loaded.record)
    return [
        *_placed(loaded, unsafe_text.ID, "error", unsafe_text.problems(found)),
        *_placed(loaded, leftovers.ID, "warning" if started else "error", leftovers.problems(found)),
    ]


def _placed(loaded: Loaded[Any], rule: str, severity: Severity, problems: Iterable[Problem]) -> Iterator[Finding]:
    for problem in problems:
        if problem.path[0] in HANDED_DOWN:
            continue  # looked at where it is inherited, with its variables filled in
        yield Finding(loaded.document.place(problem.path), rule, severity, problem.message, problem.help)


def run(rule: Rule, view: View) -> Iterator[tuple[Problem, Finding]]:
    """What one rule finds, with severity and place."""
    severity: Severity = "error" if view.service.identity.status in rule.ERROR_IN else "warning"
    for problem in rule.check(view):
        node = problem.node or view.document.node(problem.path)
        place = node.key if problem.at_key else node.place
        yield problem, Finding(place, rule.ID, severity, problem.message, problem.help)


class _Accepted:
    """The findings that the owners accept, each with a reason and an end."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.used: set[int] = set()
        self.current: dict[tuple[str, str], int] = {}
        for index, allow in enumerate(view.service.allow):
            if allow.rule not in FIRM and allow.until >= view.house.today:
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
        for index, allow in enumerate(self.view.service.allow):
            sentence = self._problem(index, allow)
            if sentence:
                place = self.view.document.place(("allow", index))
                yield Finding(place, "allow", "warning", *sentence)

    def _problem(self, index: int, allow: Allow) -> tuple[str, str] | None:
        if allow.rule not in RULES:
            advice = did_you_mean(allow.rule, RULES) or "see `disclose check --rules`"
            return f"`allow` names the rule `{allow.rule}`, which does not exist", advice
        if allow.rule in FIRM:
            return f"findings of `{allow.rule}` cannot be accepted", "mend the text, and delete this entry"
        if allow.until < self.view.house.today:
            return f"`allow` for `{allow.rule}` ended on {day(allow.until)}", "mend the finding, or renew with a reason"
        inherited = self.view.document.level(("allow", index)) != "service"
        if index not in self.used and not inherited:
            return f"`allow` for `{allow.rule}` is not needed any more", "delete it"
        return None
