"""A report in, its files out: Markdown, HTML and JSON for the team, and one page in each language for everybody."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from markupsafe import Markup

from toolkit.render import Artefact
from toolkit.render.environment import Templates, marked
from toolkit.study import publish
from toolkit.study.around import Asked, Coding
from toolkit.study.contrast import LARGEST
from toolkit.study.points import Found, Judged, people_to_demonstrate
from toolkit.study.proportion import Interval
from toolkit.study.report import Report
from toolkit.study.table import JOIN

FOLDER = "study-report"
CRITERIA = {
    "eu-leaflet": "the user test of package leaflets in the EU, 16 of 20",
    "iso": "the share that is cited as that of ISO for symbols",
    "ansi": "the share that is cited as that of ANSI for symbols",
    "own": "our own",
}
#: Digits that a figure of the JSON file has, so that two machines write the same.
DIGITS = 6
YES_NO = {True: "yes", False: "no"}


def files(report: Report, templates: Templates) -> list[Artefact]:
    """`report.md`, `report.html` and `report.json` for the team, `published.json` for everybody."""
    text = markdown(report, templates)
    title = f"What people understood: {report.study.deployment}"
    return [
        Artefact("report.md", text),
        Artefact("report.html", page(templates, title, _html(text.decode()))),
        Artefact("report.json", data(report)),
        Artefact("published.json", publish.written(report.issue)),
    ]


def markdown(report: Report, templates: Templates) -> bytes:
    """The report as Markdown."""
    share = report.study.criterion.share
    most = max((each.overall.counts.people for each in report.found), default=0)
    asked = [each.overall for each in report.found if each.overall.counts.people]
    known: dict[str, Any] = {
        "report": report,
        "few": any(not each.enough for each in asked) or not asked,
        "fewest": publish.FEWEST,
        "criterion": _criterion(report),
        "needed": people_to_demonstrate(share),
        "cannot": most if asked and not any(each.can_demonstrate for each in asked) else 0,
        "primary": sum(each.point.primary for each in report.found),
        "row": _row,
        "why": _why,
        "agreement": _agreement(report.coding) if report.coding else "",
        "answers": _answers,
        "counted": _counted,
        "largest": LARGEST,
        "pct": pct,
        "signed": signed,
        "span": span,
        "p": p_value,
        "figure": figure,
    }
    return templates.render(f"{FOLDER}/report.md.j2", **known)


def in_short(found: Found) -> str:
    """A point in a line."""
    cells = found.overall.counts
    state = "fails" if found.failed else "meets the target" if found.overall.enough else "below 10: not a study result"
    return f"{found.point.id}: {cells.right} of {cells.people} right, {state}"


def page(templates: Templates, title: str, body: str, language: str = "en", direction: str = "ltr") -> bytes:
    """A page that stands alone; *body* is HTML in which everything is escaped already."""
    context = {"title": title, "body": Markup(body), "language": language, "direction": direction}  # noqa: S704
    return templates.render(f"{FOLDER}/page.html.j2", **context)


def _html(text: str) -> str:
    import markdown as library

    made = library.markdown(text, extensions=["tables"])
    opened = '<div class="scroll" role="region" aria-label="Table" tabindex="0"><table>'
    return str(made).replace("<table>", opened).replace("</table>", "</table></div>")


def data(report: Report) -> bytes:
    """The report as JSON: every figure of it, without words of people."""
    told = {
        "schema_version": "1.0",
        "deployment": report.study.deployment,
        "use": report.choice.use,
        "simulated": not report.is_real,
        "pooled": report.choice.pool,
        "same_plan": report.same_plan,
        "criterion": report.study.criterion.model_dump(mode="json", exclude_none=True),
        "people": report.people._asdict(),
        "versions": report.versions,
        "points": [_point(each) for each in report.found],
        "arms": [each._asdict() for each in report.arms],
        "waves": [each._asdict() for each in report.twice],
        "before": [each._asdict() for each in report.before],
        "coding": report.coding._asdict() if report.coding else None,
        "usability": report.usability._asdict() if report.usability else None,
        "asked": [{**each._asdict(), "question": each.question.id} for each in report.asked],
    }
    return (json.dumps(_plain(told), ensure_ascii=False, indent=1) + "\n").encode()


def _point(found: Found) -> dict[str, Any]:
    point = found.point.model_dump(mode="json")
    return {
        **point,
        "failed": found.failed,
        **{name: getattr(found, name) for name in found._fields if name != "point"},
    }


def _plain(value: Any) -> Any:
    """Named tuples as objects, and figures with the digits that count."""
    if isinstance(value, float):
        return round(value, DIGITS)
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return _plain(value._asdict())
    return [_plain(each) for each in value] if isinstance(value, (tuple, list)) else value


def pct(share: float) -> Markup:
    """A share as a percentage with one decimal."""
    return marked(f"{figure(100 * share)}\N{NO-BREAK SPACE}%")


def signed(share: float) -> Markup:
    """A difference in percentage points."""
    text = f"{100 * share:+.1f}".removesuffix(".0").replace("-", "\N{MINUS SIGN}")
    return marked("0" if text[1:] == "0" else text)


def span(interval: Interval, say: Callable[[float], str] = pct) -> Markup:
    """From where to where."""
    return marked(f"{say(interval.low)} to {say(interval.high)}")


def p_value(value: float | None) -> Markup:
    """A p value with three decimals; a dash where there is none."""
    if value is None:
        return marked("\N{EN DASH}")
    return marked("below 0.001" if value < 0.0005 else f"{value:.3f}")


def figure(value: float) -> Markup:
    """A figure with at most one decimal."""
    return marked(f"{value:.1f}".removesuffix(".0"))


def _row(each: Judged) -> list[Markup]:
    """The cells of a point or group behind its name."""
    cells = each.counts
    shown = (
        f"{cells.right} of {cells.people}",
        pct(cells.right / cells.people) if cells.people else "",
        span(each.wilson) if each.wilson else "",
        span(each.exact) if each.exact else "",
        str(cells.unsure),
        str(cells.critical),
        str(cells.passed),
        str(cells.waiting),
        str(each.needed),
        YES_NO[each.meets_target],
        _demonstrated(each),
    )
    return [marked(cell) for cell in shown]


def _demonstrated(each: Judged) -> str:
    return "yes" if each.demonstrated else "no" if each.can_demonstrate else "no, cannot be with so few"


def _why(each: Found) -> str:
    """Why a point fails."""
    cells, reasons = each.overall.counts, []
    if cells.right < each.overall.needed:
        reasons.append(f"{cells.right} of {cells.people} were right, and {each.overall.needed} had to be.")
    if each.overall.too_critical:
        reasons.append(f"{cells.critical} of {cells.people} hold a belief that is wrong and matters.")
    return " ".join(reasons)


def _criterion(report: Report) -> str:
    criterion = report.study.criterion
    source = f" ({criterion.source})" if criterion.source else ""
    return f"{pct(criterion.share)}, {CRITERIA[criterion.name]}{source}"


def _agreement(coding: Coding) -> str:
    if len(coding.coders) < 2:
        return "One coder, no kappa." if coding.coders else "Nobody has coded them yet."
    parts = [f"{len(coding.coders)} coders, {coding.coded_twice} answers coded by two or more, {coding.differ} of them"]
    parts[0] += " differently."
    if coding.kappa:
        low, high = coding.kappa.low, coding.kappa.high
        interval = f"95 % interval {low:.3f} to {high:.3f}" if coding.kappa.has_interval else "too few for an interval"
        parts.append(f"Cohen's kappa {coding.kappa.value:.3f} ({interval}).")
    if coding.fleiss is not None:
        parts.append(f"Fleiss' kappa {coding.fleiss:.3f}.")
    if coding.alpha is not None:
        parts.append(f"Krippendorff's alpha {coding.alpha:.3f}.")
    return " ".join(parts)


def _answers(each: Asked) -> str:
    """How often each answer was given."""
    texts = {option.id: option.text for option in each.question.options} | {"dont-know": "I don't know"}
    shown = (
        f"{texts.get(id, id).rstrip('.')}: {'held back' if count is None else count}"
        for id, count in each.counts.items()
    )
    return f"{JOIN} ".join(shown)


def _counted(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counts.items()) or "nobody"
