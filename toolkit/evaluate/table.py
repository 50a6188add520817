"""Evidence as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.evaluate import facts_tags
from toolkit.evaluate.run import Outcome
from toolkit.model import Evidence


def lines(outcome: Outcome) -> Iterator[str]:
    """A heading, a line for each fact, a line for each point of a curve, and what could not be measured."""
    measured = outcome.measured
    corpus = measured.corpus
    kind = {True: "synthetic", False: "real", "partly": "partly synthetic"}[corpus.synthetic]
    engine = f"{measured.engine.name} {measured.engine.version}"
    yield f"{measured.run.id}: {engine} on {corpus.name} ({kind}, {corpus.hash[:19]})"
    for fact in outcome.evidence:
        yield f"  {fact.metric:24} {_figure(fact.value, fact)}  n = {fact.n.count:<4} {fact.condition}"
        for point in fact.curve:
            span = f" ({point.low:.1%} to {point.high:.1%})" if point.low is not None and point.high is not None else ""
            yield f"    {point.level:>4g}  {point.value:6.1%}{span}  {point.setting or ''}"
    for label, known in facts_tags.known(corpus.items).items() if outcome.labels else ():
        if label not in outcome.labels:
            yield f"  {label}: not measured (the engine has no such tag)"
        elif not known.enough:
            counts = f"{known.shown} pictures show it, {known.not_shown} do not; {facts_tags.FEWEST} of each are needed"
            yield f"  {label}: not measured ({counts})"


def _figure(value: float, fact: Evidence) -> str:
    span = fact.interval
    return f"{value:6.1%} ({span.low:.1%} to {span.high:.1%})" if span else f"{value:6.1%} (no interval)"
