"""A limit to look at: what happens when, the same picture before and after, a figure with what it rests on."""

from __future__ import annotations

import base64
from collections.abc import Mapping

import streamlit as st
from markupsafe import Markup

from playground.facts import project
from playground.say import foreign, language, say
from playground.theme import said, told
from playground.ways import way
from toolkit import palette
from toolkit.charts import curve_chart
from toolkit.load import Loaded
from toolkit.model import Evidence, Service
from toolkit.model.evidence import Example
from toolkit.view.failing import Failing
from toolkit.view.measured import Plot
from toolkit.view.phrases import share as share_of
from toolkit.words import words

#: Metrics by which a service is known to read text.
READS = frozenset({"character-error-rate", "word-error-rate"})
#: How a curve is drawn, as long as no stylesheet of a page reaches it.
DRAWN = f"""<style>
svg {{ background: {palette.PAPER}; font-family: Inter, "Noto Sans", sans-serif; font-size: 11px; }}
text {{ fill: {palette.INK}; text-anchor: middle; }}
.curve-tick {{ text-anchor: end; }}
path {{ stroke: {palette.INK}; fill: none; }}
.curve-grid {{ stroke-opacity: 0.2; }}
.curve-span {{ stroke-width: 5; stroke-opacity: 0.35; }}
.curve-line {{ stroke-width: 2; }}
circle {{ fill: {palette.INK}; }}
</style>"""
SAID = frozenset({*READS, "precision", "recall", "accuracy"})


def limit(row: Failing, services: Mapping[str, Loaded[Service]], *, large: bool = False) -> None:
    """Show *row*; where another engine stands in, that is said before anything else."""
    with st.container(border=not large, gap="xsmall", key=f"limit-{row.service}-{row.limitation.id}"):
        engine = row.instead or row
        if row.instead:
            told(say("fail.instead", name=row.name, engine=engine.name))
        pattern = '<h2>{}</h2><p class="large">{}</p>' if large else '<h2 class="small">{}</h2><p>{}</p>'
        said(pattern, foreign(row.limitation.condition), foreign(row.limitation.effect))
        if row.shown:
            _measured(row, engine.service, row.shown)
        else:
            said("<p><strong>{}</strong></p>", say("fail.unmeasured"))
        demo = row.limitation.demo
        if demo and demo.expected:
            said('<p class="quiet">{}</p>', foreign(demo.expected))
        if not engine.here:
            said('<p class="quiet">{}</p>', say("fail.nobody"))
            return
        way(_page(services[engine.service].record), say("fail.try"), ":material/play_arrow:", demo=row.demo)


def _page(service: Service) -> str:
    """Where one tries what *service* does."""
    return "read" if READS & {metric.id for metric in service.metrics} else "tag"


def _measured(row: Failing, service: str, plot: Plot) -> None:
    fact = plot.fact
    if fact.example:
        _pair(service, fact.example)
    whose = say("fail.instead-figure", engine=row.instead.name, name=row.name) if row.instead else ""
    said(
        '<p class="large"><strong>{}</strong> {}</p><p class="quiet">{} {} {}</p>'
        "<details><summary>{}</summary>{}{}</details>",
        *(_figure(fact), _start(fact), _basis(fact), _made(fact), whose),
        *(say("fail.levels"), _curve(fact), _table(fact)),
    )


def _pair(service: str, example: Example) -> None:
    folder = project().services / service / "evidence"
    sides = (
        ("before", example.before, example.came_out_before, say("fail.alt-before", text=example.there)),
        ("after", example.after, example.came_out_after, say("fail.alt-after", setting=example.setting)),
    )
    for column, (name, file, came_out, alt) in zip(st.columns(2, gap="medium"), sides, strict=True):
        with column:
            said('<p class="quiet"><strong>{}</strong></p>', say(f"fail.{name}"))
            if (folder / file).is_file():
                st.image(str(folder / file), width="stretch", alt=alt)
            said('<p class="quiet">{}</p>', say("fail.came-out", text=came_out or say("fail.nothing")))


def share(value: float) -> str:
    """A share from 0 to 1 as a percentage, in the digits and signs of the chosen language."""
    number, space, sign = share_of(value).partition("\N{NO-BREAK SPACE}")
    return f"{words(language()).number(float(number))}{space}{sign}"


def _figure(fact: Evidence) -> str:
    key = fact.metric if fact.metric in SAID else "other"
    return say(f"fail.says.{key}", share=share(fact.value), tag=fact.slice.get("tag", ""))


def _start(fact: Evidence) -> str:
    first = next((point for point in fact.curve if point.level == 0), None)
    return say("fail.start", share=share(first.value)) if first else ""


def _basis(fact: Evidence) -> str:
    engine = f"{fact.engine.name} {fact.engine.version}" if fact.engine else "-"
    known = {"day": words(language()).day(fact.date), "engine": engine, "n": fact.n.count}
    if fact.interval:
        return say("fail.basis", low=share(fact.interval.low), high=share(fact.interval.high), **known)
    return say("fail.basis-plain", **known)


def _made(fact: Evidence) -> str:
    kinds = {True: "all", "partly": "partly"}
    kind = kinds.get(fact.corpus.synthetic) if fact.corpus else None
    return say(f"fail.made.{kind}") if kind else ""


def _curve(fact: Evidence) -> Markup:
    """The drawing as a picture of its own: Streamlit takes drawings out of HTML. It is light by night too."""
    start, end, rest = curve_chart(fact.curve, say("fail.curve"), say("fail.level")).partition(">")
    data = base64.b64encode(f"{start}{end}{DRAWN}{rest}".encode()).decode()
    return Markup('<img class="curve" alt="{}" src="data:image/svg+xml;base64,{}">').format(say("fail.curve"), data)


def _table(fact: Evidence) -> Markup:
    head = [say(f"fail.{name}") for name in ("level", "share", "interval")]
    rows = Markup("").join(
        Markup('<tr><th scope="row">{}</th><td>{}</td><td>{}</td></tr>').format(
            f"{point.level:g}", share(point.value), _span(point.low, point.high)
        )
        for point in fact.curve
    )
    heads = Markup("").join(Markup('<th scope="col">{}</th>').format(text) for text in head)
    return Markup("<table><thead><tr>{}</tr></thead><tbody>{}</tbody></table>").format(heads, rows)


def _span(low: float | None, high: float | None) -> str:
    return "-" if low is None or high is None else f"{share(low)} \N{EN DASH} {share(high)}"
