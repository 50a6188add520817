"""A place and the regimes it names in, what of each is there and what is missing out.

Rules are data (`toolkit/regimes/*.yml`); this package is the only code that reads them. It never says that a place
complies: it says which listed elements are present, which are missing, which are not asked for, and because of what.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from toolkit import i18n
from toolkit.checks.problem import Problem, hint
from toolkit.checks.regimes.gap import Gap
from toolkit.checks.regimes.judge import Element, Judged, judge
from toolkit.finding import Severity
from toolkit.model.regime import Duty, Regime

if TYPE_CHECKING:
    from toolkit.view.place import PlaceView

__all__ = ["Element", "elements", "problems"]

#: In these statuses a missing element is an error.
BINDING = frozenset({"pilot", "in_force"})
#: After this many days somebody should look again whether a regime has changed.
FRESH_DAYS = 365

Known = Mapping[str, Regime]
Found = tuple[Duty | None, Problem, Severity]


def elements(view: PlaceView, known: Known | None = None) -> list[Element]:
    """Every element of every regime that the place names, in their order. *known* are all regimes by id, the shipped
    ones where it is left out.
    """
    return [judged.element for judged in _judged(view, view.regimes if known is None else known)]


def problems(view: PlaceView, known: Known | None = None) -> Iterator[Found]:
    """What is missing, with the rule that asks for it; then, without a rule, what is wrong with the regimes and the
    exemptions that the place names.
    """
    regimes = view.regimes if known is None else known
    for judged in _judged(view, regimes):
        duty = judged.element.rule
        for gap in judged.gaps:
            yield duty, _problem(duty, gap, later=judged.element.state == "later"), _severity(view, duty)
    yield from _unstated(view)
    yield from _unknown_regimes(view, regimes)
    yield from _exemptions(view, regimes)
    yield from _old(view, regimes)


def _judged(view: PlaceView, known: Known) -> Iterator[Judged]:
    for id in dict.fromkeys(view.deployment.regimes):
        for duty in known[id].rules if id in known else ():
            if duty.kind != "scope":
                yield from judge(view, id, duty)


def _problem(duty: Duty, gap: Gap, *, later: bool) -> Problem:
    clause = f"{duty.source.instrument}, {duty.source.locator}"
    said_by = f", as {duty.second_source} says" if duty.second_source else ""
    begins = f"; it applies from {i18n.day(duty.applies_from)} on" if later and duty.applies_from else ""
    message = f"{gap.message} ({clause}{said_by}{begins})"
    return Problem(gap.path, message, f"{gap.help}. {duty.says} {duty.source.url}", at_key=gap.at_key)


def _severity(view: PlaceView, duty: Duty) -> Severity:
    """Only what was read in the source itself, is asked for by it and applies already can keep a notice back."""
    asked = duty.status == "seen" and duty.kind in {"mandatory", "conditional"}
    begun = duty.applies_from is None or duty.applies_from <= view.house.today
    return "error" if asked and begun and view.deployment.status in BINDING else "warning"


def _unstated(view: PlaceView) -> Iterator[Found]:
    if view.deployment.regimes and view.deployment.law is None:
        message = "`law` is missing, so nobody can tell which rules of these regimes are asked for"
        severity: Severity = "error" if view.deployment.status in BINDING else "warning"
        advice = "add `law:` with `personal_data:` and `basis:`"
        yield None, Problem(("regimes",), message, advice, at_key=True), severity


def _unknown_regimes(view: PlaceView, known: Known) -> Iterator[Found]:
    for index, id in enumerate(view.deployment.regimes):
        if id not in known:
            advice = hint(id, known, "see the page of regimes")
            yield None, Problem(("regimes", index), f"there is no regime called `{id}`", advice), "error"


def _exemptions(view: PlaceView, known: Known) -> Iterator[Found]:
    owners = {duty.id: id for id, regime in known.items() for duty in regime.rules}
    for index, exemption in enumerate(view.deployment.exemptions):
        path = ("exemptions", index, "rule")
        owner = owners.get(exemption.rule)
        if owner is None:
            advice = hint(exemption.rule, owners, "see the page of regimes")
            yield None, Problem(path, f"no regime has a rule called `{exemption.rule}`", advice), "error"
        elif owner not in view.deployment.regimes:
            message = f"the rule `{exemption.rule}` belongs to `{owner}`, which is not looked at here"
            yield None, Problem(path, message, f"add `{owner}` to `regimes:`, or delete the exemption"), "warning"


def _old(view: PlaceView, known: Known) -> Iterator[Found]:
    for index, id in enumerate(view.deployment.regimes):
        rules = known[id].rules if id in known else ()
        first = min((duty.checked_on for duty in rules), default=view.house.today)
        if (view.house.today - first).days > FRESH_DAYS:
            message = f"nobody has looked since {i18n.day(first)} whether the rules of `{id}` still hold"
            advice = "read the sources again, and update `checked_on:` or the toolkit"
            yield None, Problem(("regimes", index), message, advice), "warning"
