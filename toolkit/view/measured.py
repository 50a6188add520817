"""What was measured of a service, as readers are shown it: a sentence, a curve, a table, a picture before and after."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from toolkit import i18n
from toolkit.model import Evidence
from toolkit.model.evidence import CurvePoint
from toolkit.view.phrases import made, share

#: What a share of each metric says in words; `{tag}` is the tag that it is about.
SAYS = {
    "character-error-rate": "{share} of the characters come out wrong",
    "word-error-rate": "{share} of the words come out wrong",
    "precision": "{share} of the pictures that get the tag {tag} really show it",
    "recall": "{share} of the pictures that show {tag} get the tag",
    "accuracy": "{share} of the pictures get the right label",
    "slipped-through": "{share} of the words that pass are wrong",
    "sent-to-person": "{share} of the words go to a person",
}
TITLES = {
    "slipped-through": "What slips through at each threshold",
    "sent-to-person": "How much a person has to look at",
}
#: Metrics whose curve runs over thresholds and not over levels of harm.
OVER_THRESHOLDS = frozenset({"slipped-through", "sent-to-person"})


class Row(NamedTuple):
    """A line of a table in words. Of a curve: level, what it means, share, interval. Of parts of a corpus: which
    property, which part, share with interval, n.
    """

    cells: tuple[str, str, str, str]


class Plot(NamedTuple):
    """One fact with a curve. `limitation` is the id of what it shows, empty where it shows none."""

    fact: Evidence
    limitation: str
    sentence: str
    basis: str
    rows: tuple[Row, ...]

    @property
    def title(self) -> str:
        """What it is about, where it is about no limitation."""
        return TITLES.get(self.fact.metric, self.fact.condition)

    @property
    def points(self) -> tuple[CurvePoint, ...]:
        return self.fact.curve

    @property
    def under(self) -> str:
        """What the levels of the curve are."""
        return "threshold" if self.fact.metric in OVER_THRESHOLDS else "level of harm"

    @property
    def label(self) -> str:
        """What the drawing shows, for those who do not see it."""
        first, last = self.points[0], self.points[-1]
        return (
            f"Curve: {_says(self.fact, first.value)} at {self.under} {first.level:g}, "
            f"{share(last.value)} at {self.under} {last.level:g}; the table holds all points"
        )


def plot(fact: Evidence) -> Plot:
    """A fact with a curve as it is shown."""
    return Plot(fact, fact.limitation or "", sentence(fact), basis(fact), tuple(_row(point) for point in fact.curve))


def plots(evidence: Iterable[Evidence]) -> dict[str, tuple[Plot, ...]]:
    """The facts with a curve, by limitation (empty: none), those with pictures first, then those of real ones;
    simulated data is none.
    """
    found: dict[str, list[Plot]] = {}
    for fact in evidence:
        if fact.curve and not fact.simulated:
            found.setdefault(fact.limitation or "", []).append(plot(fact))
    return {id: tuple(sorted(each, key=_pictures_first)) for id, each in found.items()}


def parts(evidence: Iterable[Evidence], names: Callable[[str], str]) -> tuple[Row, ...]:
    """Figures of parts of a corpus, such as one kind of page or one tag, in the order of their ids. *names* gives the
    name of a metric.
    """
    found = [fact for fact in evidence if fact.slice and not fact.curve and not fact.simulated]
    return tuple(_part(fact, names(fact.metric)) for fact in found)


def _part(fact: Evidence, metric: str) -> Row:
    part = ", ".join(f"{name}: {value}" for name, value in fact.slice.items())
    figure = f"{share(fact.value)}{_span(fact) or ' (no interval)'}"
    return Row((part, metric, figure, f"{i18n.number(fact.n.count)} {fact.n.of}"))


def _pictures_first(shown: Plot) -> tuple[bool, bool, str]:
    made_up = shown.fact.corpus is None or bool(shown.fact.corpus.synthetic)
    return (shown.fact.example is None, made_up, shown.fact.id)


def sentence(fact: Evidence) -> str:
    """What the curve says at its value, beside the untouched pictures where it starts from these."""
    start = next((point for point in fact.curve if point.level == 0), None)
    text = f"{_says(fact, fact.value)}{_span(fact)} with {fact.condition}"
    if start:
        text += f", {share(start.value)} where nothing is done to them"
    return f"{i18n.upper_first(text)}."


def basis(fact: Evidence) -> str:
    """On what, by what and when, as a sentence."""
    corpus, engine = fact.corpus, fact.engine
    kind = made(corpus) if corpus else ""
    on = f" of {corpus.name}" if corpus else ""
    by = f" by {engine.name} {engine.version}" if engine else ""
    return f"Measured{by} on {i18n.number(fact.n.count)} {kind}{fact.n.of}{on}, {i18n.day(fact.date)}."


def _says(fact: Evidence, value: float) -> str:
    tag = f"\N{LEFT DOUBLE QUOTATION MARK}{fact.slice.get('tag', '')}\N{RIGHT DOUBLE QUOTATION MARK}"
    return SAYS.get(fact.metric, "{share}").format(share=share(value), tag=tag)


def _span(fact: Evidence) -> str:
    if not fact.interval:
        return ""
    return f" ({fact.interval.level:.0%} interval {share(fact.interval.low)} to {share(fact.interval.high)})"


def _row(point: CurvePoint) -> Row:
    span = "no interval"
    if point.low is not None and point.high is not None:
        span = f"{share(point.low)} to {share(point.high)}"
    return Row((f"{point.level:g}", point.setting or "", share(point.value), span))
