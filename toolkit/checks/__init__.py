"""A view in, findings out: one module per rule, a dict as the registry, severity from the status of the record.

A rule yields a path and a sentence. The runner adds the rule's id, the severity (an error in the statuses that the
rule names, elsewhere a warning), the place in the file, and takes out what the owners accept under `allow:`.
Services and places have rules of their own and share all of this.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from toolkit.checks import (
    before_publishing,
    catalogue,
    core_statements,
    dead_link,
    decision_rules,
    denied_and_given,
    disclosure_level,
    documents,
    duplicate_id,
    evidence,
    flows,
    formulas,
    high_decision_effect,
    kind_needs,
    language_support,
    leftovers,
    lifecycle,
    limited_access,
    measured_claims,
    missing_source,
    not_collected,
    notices,
    old_names,
    original_and_extract,
    other_feature,
    percentages,
    prohibited_weakened,
    readability,
    reported_numbers,
    retention,
    retention_conflict,
    review,
    review_direction,
    review_overdue,
    routing,
    secondary_use,
    sharing_stated,
    simulated_evidence,
    stale_evidence,
    stale_facts,
    supported_threshold,
    units,
    unknown_source,
    unsafe_text,
    untested_groups,
    unused_source,
)
from toolkit.checks.accepted import Accepted
from toolkit.checks.places import PLACE_FIRM, PLACE_RULES
from toolkit.checks.problem import Problem
from toolkit.checks.regimes import problems as of_regimes
from toolkit.checks.rule import Book, Checked, Rule, V, table
from toolkit.checks.studies import STUDY_FIRM, STUDY_RULES
from toolkit.checks.texts import walk_record
from toolkit.finding import Finding, Severity
from toolkit.load import Loaded
from toolkit.view import View

if TYPE_CHECKING:
    from toolkit.view.place import PlaceView
    from toolkit.view.study import StudyView

__all__ = [
    "FIRM",
    "PLACE_FIRM",
    "PLACE_RULES",
    "RULES",
    "STUDY_FIRM",
    "STUDY_RULES",
    "Problem",
    "Rule",
    "check",
    "check_place",
    "check_study",
    "check_texts",
    "run",
]

RULES: dict[str, Rule[View]] = table(
    core_statements,
    before_publishing,
    kind_needs,
    documents,
    limited_access,
    leftovers,
    old_names,
    other_feature,
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
    language_support,
    routing,
    review_direction,
    decision_rules,
    formulas,
    reported_numbers,
    percentages,
    evidence,
    simulated_evidence,
    stale_evidence,
    measured_claims,
    supported_threshold,
    retention,
    retention_conflict,
    original_and_extract,
    secondary_use,
    sharing_stated,
    not_collected,
    denied_and_given,
    flows,
    notices,
    disclosure_level,
)


HANDED_DOWN = ("defaults", "deployment_defaults", "study_defaults")
#: What cannot be accepted by the service it concerns: a prohibition from above, and text that could run as code.
FIRM = frozenset({prohibited_weakened.ID, unsafe_text.ID})
SERVICES = Book(RULES, FIRM, "service")
PLACES = Book(PLACE_RULES, PLACE_FIRM, "deployment")
STUDIES = Book(STUDY_RULES, STUDY_FIRM, "study")
#: What is wrong with the regimes and exemptions that a place names; what a regime asks for has the id of that rule.
OF_REGIMES = "regimes"
#: What an example leaves out, in one finding.
BEFORE_IN_FORCE = "before-in-force"
#: More findings of one rule nobody reads at once, and a hostile file could ask for very many.
MOST = 100

Found = Iterable[tuple[Problem, Finding]]


def check(view: View) -> list[Finding]:
    """Every finding of every rule about one service, less what its owners accept."""
    accepted = Accepted(view, view.service.allow, SERVICES)
    status = view.service.identity.status
    return _less(accepted, (run(rule, view, status) for rule in RULES.values()))


def check_place(view: PlaceView) -> list[Finding]:
    """Every finding of every rule about one place, and what the regimes that it names ask for and it does not say,
    less what its owners accept.
    """
    duties = {duty.id for regime in view.regimes.values() for duty in regime.rules}
    accepted = Accepted(view, view.deployment.allow, PLACES, {*duties, OF_REGIMES, BEFORE_IN_FORCE})
    status = view.deployment.status
    own = (run(rule, view, status) for rule in PLACE_RULES.values())
    found = _Waiting(view) if status == "example" else None
    every = [*own, _asked_by_regimes(view)]
    return _less(accepted, [found.less(each) for each in every] + [found.all()] if found else every)


def check_study(view: StudyView) -> list[Finding]:
    """Every finding of every rule about one study, less what its owners accept."""
    accepted = Accepted(view, view.study.allow, STUDIES)
    return _less(accepted, (run(rule, view, view.study.status) for rule in STUDY_RULES.values()))


class _Waiting:
    """At an example, what somebody would have to do in the world is counted and not told one by one."""

    def __init__(self, view: PlaceView) -> None:
        self.view, self.count = view, 0

    def less(self, found: Found) -> Found:
        """*found* without what waits."""
        for problem, finding in found:
            self.count += problem.waits
            if not problem.waits:
                yield problem, finding

    def all(self) -> Found:
        """One finding for all that waits; to be asked for last."""
        if self.count:
            message = f"{self.count} things that nobody has done yet stand between this example and a notice in force"
            advice = f"see them with `disclose check --only {self.view.id} --as in_force`"
            problem = Problem(("status",), message, advice)
            yield problem, _finding(self.view, problem, BEFORE_IN_FORCE, "warning")


def check_texts(loaded: Loaded[Any]) -> list[Finding]:
    """What is unsafe or left over in the texts of a record that is neither service nor place, such as a suite."""
    found = walk_record(loaded.record)
    return [
        *_placed(loaded, unsafe_text.ID, unsafe_text.problems(found)),
        *_placed(loaded, leftovers.ID, leftovers.problems(found)),
    ]


def _placed(loaded: Loaded[Any], rule: str, problems: Iterable[Problem]) -> Iterator[Finding]:
    for problem in problems:
        if problem.path[0] in HANDED_DOWN:
            continue  # looked at where it is inherited, with its variables filled in
        yield Finding(loaded.document.place(problem.path), rule, "error", problem.message, problem.help)


def run(rule: Rule[V], view: V, status: str) -> Iterator[tuple[Problem, Finding]]:
    """What one rule finds in a view of a record that has *status*, with severity and place."""
    for problem in rule.check(view):
        error_in = rule.ERROR_IN if problem.error_in is None else problem.error_in
        yield problem, _finding(view, problem, rule.ID, "error" if status in error_in else "warning")


def _asked_by_regimes(view: PlaceView) -> Iterator[tuple[Problem, Finding]]:
    for duty, problem, severity in of_regimes(view):
        asked = problem._replace(waits=bool(duty and "process" in duty.layer))
        yield asked, _finding(view, asked, duty.id if duty else OF_REGIMES, severity)


def _finding(view: Checked, problem: Problem, rule: str, severity: Severity) -> Finding:
    node = problem.node or view.document.node(problem.path)
    return Finding(node.key if problem.at_key else node.place, rule, severity, problem.message, problem.help)


def _less(accepted: Accepted, found: Iterable[Found]) -> list[Finding]:
    """The findings that are not accepted, not too many of one rule, then what is wrong with `allow:` itself."""
    left: list[Finding] = []
    for of_one in found:
        left += islice((finding for problem, finding in of_one if not accepted.covers(problem, finding)), MOST)
    return [*left, *accepted.problems()]
