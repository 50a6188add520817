"""What people understood, for the team: counts, both intervals and both verdicts for each point, and small groups held
back.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from starlette.responses import Response

from playground.phrases.research import told
from playground.server.research_chart import Line, interval_chart
from playground.server.research_pages import page, worded
from playground.server.research_visit import Visit
from toolkit.errors import UsageError
from toolkit.model.study import Study
from toolkit.study import around, points, publish, report, table
from toolkit.study.around import Coding
from toolkit.study.count import Result, results
from toolkit.study.points import Found, Judged
from toolkit.study.publish import Shown
from toolkit.study.table import Row
from toolkit.study.tell import CRITERIA, pct, span
from toolkit.view.study import StudyWording


class Shares(NamedTuple):
    """A line of the table: a point with what it says, or a group; its counts, intervals and verdicts in words."""

    name: str
    note: str
    planned: str
    few: bool
    right: str
    wilson: str
    exact: str
    unsure: int
    critical: int
    waiting: int
    meets: str
    demonstrated: str


def show_results(visit: Visit) -> Response:
    """The points, how coders agree, and who took part."""
    study, pool = visit.study, visit.request.query_params.get("pool") == "1"
    rows = table.rows(study, visit.enquiry.given(visit.use))
    if not any(row.use == visit.use and not row.excluded for row in rows):
        return page(visit, "results", "results", state="none", shares=())
    try:
        kept = report.chosen(rows, report.Choice(visit.use, "", pool))
    except UsageError:
        return page(visit, "results", "results", state="versions", shares=(), pool=visit.of("results", pool="1"))
    every = results(kept)
    found = points.found(study, kept, every, lambda path: [(path, "")])
    groups = grouped(study, every)
    people = around.people(rows, visit.use)
    return page(
        visit,
        "results",
        "results",
        state="",
        pooled=pool,
        few=any(each.overall.counts.people and not each.overall.enough for each in found),
        who=worded("who", began=people.began, complete=people.complete),
        left_out=[worded("left-out", count=count, reason=reason) for reason, count in people.excluded.items()],
        criterion=_criterion(study),
        shares=[
            _shares(each.point.id, each.overall, _knows(visit, each), primary=each.point.primary) for each in found
        ],
        picture=_picture(study, found),
        groups=[(each.point.id, own) for each in found if (own := _groups(each, groups))],
        held=_held(groups),
        agreement=agreement(kept),
    )


def grouped(study: Study, every: Iterable[Result]) -> Shown:
    """Which groups can be shown beside the total at first contact; none where one of them could be worked out."""
    seen = {arm.id for arm in study.arms if arm.shows != "nothing"}
    first = [each for each in every if each.wave == "first" and each.arm in seen]
    shown = publish.shown(publish.samples(first))
    return shown if shown.totals is not None else Shown(None, {}, shown.held)


def agreement(rows: Sequence[Row]) -> list[str]:
    """How coders agree, in sentences."""
    found = around.coding(rows)
    if found is None:
        return []
    settled = told("coders-settled", settled=found.settled, answers=found.answers)
    return [*_agreement(found), settled]


def _agreement(found: Coding) -> list[str]:
    if len(found.coders) < 2:
        return [told("coders-one" if found.coders else "coders-none")]
    lines = [told("coders-many", coders=len(found.coders), twice=found.coded_twice, differ=found.differ)]
    if found.kappa:
        value, low, high = (f"{each:.3f}" for each in (found.kappa.value, found.kappa.low, found.kappa.high))
        key = "kappa" if found.kappa.has_interval else "kappa-alone"
        lines.append(told(key, value=value, low=low, high=high))
    if found.fleiss is not None:
        lines.append(told("fleiss", value=f"{found.fleiss:.3f}"))
    if found.alpha is not None:
        lines.append(told("alpha", value=f"{found.alpha:.3f}"))
    return lines


def _criterion(study: Study) -> str:
    wanted = study.criterion
    name = wanted.source or CRITERIA[wanted.name]
    return told("criterion", share=pct(wanted.share), name=name, critical=pct(wanted.critical_at_most))


def _shares(name: str, each: Judged, note: str = "", *, primary: bool = False) -> Shares:
    cells = each.counts
    demonstrated = "yes" if each.demonstrated else "no" if each.can_demonstrate or not cells.people else "cannot"
    return Shares(
        name,
        note,
        told("primary") if primary else "",
        bool(cells.people) and not each.enough,
        told("right-of", right=cells.right, people=cells.people),
        told("wilson", span=span(each.wilson)) if each.wilson else "",
        told("exact", span=span(each.exact)) if each.exact else "",
        cells.unsure,
        cells.critical,
        cells.waiting,
        _meets(each) if cells.people else "",
        told(demonstrated) if cells.people else "",
    )


def _meets(each: Judged) -> str:
    if each.meets_target:
        return told("yes")
    few = each.counts.right < each.needed
    return told("needed", needed=each.needed) if few else told("misled")


def _picture(study: Study, found: Iterable[Found]) -> str:
    lines = [
        Line(
            each.point.id,
            each.overall.counts.right,
            each.overall.counts.people,
            each.overall.wilson,
            each.overall.exact,
        )
        for each in found
        if each.overall.wilson and each.overall.exact
    ]
    return interval_chart(lines, study.criterion.share, told("picture")) if lines else ""


def _groups(found: Found, shown: Shown) -> list[Shares]:
    names = {", ".join(sample): sample for sample in shown.samples}
    known = (each for each in found.groups if each.name in names and found.point.id in shown.samples[names[each.name]])
    return [_shares(each.name, each) for each in known]


def _held(shown: Shown) -> str:
    if not shown.held:
        return ""
    names = "; ".join(", ".join(sample) for sample in shown.held)
    return told("held", names=names) if shown.samples else told("held-all")


def _knows(visit: Visit, found: Found) -> str:
    wording = StudyWording(visit.place, visit.study, visit.study.languages[0])
    return wording.text(f"points.{found.point.id}.knows", found.point.knows).text
