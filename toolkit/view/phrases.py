"""Sentences made of data: retention, limits, life cycle, measured facts."""

from __future__ import annotations

import datetime as dt

from toolkit import i18n
from toolkit.i18n import LIMITS, amount, day, number
from toolkit.model import Evidence
from toolkit.model.capability import InputLanguages, Limit, Reported, Sample, WorkedExample
from toolkit.model.data import Retention
from toolkit.model.evidence import CorpusRef
from toolkit.model.identity import Alias, Lifecycle


def retention(kept: Retention | None) -> str:
    """How long something is kept, as a sentence without a full stop."""
    if kept is None:
        return "Not stated"
    if kept.kind == "none":
        text = "Not kept"
    elif kept.kind == "duration" and kept.value is not None and kept.unit:
        text = f"Kept for at most {amount(kept.value, kept.unit)}"
    elif kept.kind == "configurable" and kept.default:
        text = f"{amount(kept.default.value, kept.default.unit)} unless the customer changes it"
    elif kept.kind == "until_event" and kept.event:
        text = f"Kept until {kept.event}"
    elif kept.kind == "customer_controlled":
        text = "Kept until the customer deletes it"
    else:
        text = "Not stated"
    return _continued(text, kept.starts, kept.condition)


def _continued(text: str, *more: str | None) -> str:
    """*text* and what follows: a clause after a comma, a sentence after a full stop."""
    for part in more:
        if part:
            text = f"{text}{'. ' if part[:1].isupper() else ', '}{part.rstrip('.')}"
    return text


def limit(bound: Limit) -> str:
    """A bound with its unit, such as `at most 50 MB`."""
    unit = f"\N{NO-BREAK SPACE}{bound.unit}" if bound.unit else ""
    parts = []
    if bound.min is not None:
        parts.append(f"at least {number(bound.min)}{unit}")
    if bound.max is not None:
        parts.append(f"at most {number(bound.max)}{unit}")
    if bound.recommended is not None:
        parts.append(f"{number(bound.recommended)}{unit} advised")
    return ", ".join(parts) or (bound.note or "")


def limit_name(bound: Limit) -> str:
    """What a bound limits, such as `Pages of a request`."""
    return f"{LIMITS[bound.what]} of {bound.of}" if bound.of else LIMITS[bound.what]


def lifecycle(cycle: Lifecycle, name: str, replacement: str, today: dt.date) -> tuple[str, str] | None:
    """Title and text of the banner for anything but an active service; None for an active one."""
    if cycle.status == "active":
        return None
    if cycle.retires_on:
        gone = "was withdrawn on" if cycle.retires_on <= today else "will be withdrawn on"
        ending = f"{name} {gone} {day(cycle.retires_on)}."
    else:
        ending = ""
    titles = {
        "preview": f"{name} is a preview",
        "legacy": f"{name} is an older service",
        "retiring": f"{name} is being withdrawn",
        "retired": f"{name} has been withdrawn",
    }
    starts = ""
    if cycle.stops_new_on:
        takes = "has taken no new customers since" if cycle.stops_new_on <= today else "takes no new customers from"
        starts = f"It {takes} {day(cycle.stops_new_on)}."
    follower = f"It is followed by {replacement}." if replacement else ""
    text = " ".join(part for part in (ending, starts, cycle.notice or "", follower) if part)
    return titles[cycle.status], text


def measured(fact: Evidence) -> str:
    """A measured fact with everything a number needs beside it: interval, n, by what, on what, when."""
    percent = fact.unit in {"ratio", "percent"}
    scale = 100 if fact.unit == "ratio" else 1
    sign = "\N{NO-BREAK SPACE}%" if percent else ""
    value = f"{_figure(fact.value * scale)}{sign}"
    if fact.interval:
        low, high = _figure(fact.interval.low * scale), _figure(fact.interval.high * scale)
        value += f" ({fact.interval.level:.0%} interval {low} to {high}{sign})"
    corpus = ""
    if fact.corpus:
        corpus = f", on {made(fact.corpus)}{fact.corpus.name}"
    engine = f", by {fact.engine.name} {fact.engine.version}" if fact.engine else ""
    return f"{value}, n = {number(fact.n.count)} {fact.n.of}{engine}{corpus}, {fact.condition}, {day(fact.date)}"


def made(corpus: CorpusRef) -> str:
    """What to say before the name of a corpus that was made for testing, with a space behind it."""
    return {True: "synthetic ", "partly": "partly synthetic ", False: ""}[corpus.synthetic]


def share(value: float) -> str:
    """A share from 0 to 1 as a percentage: whole ones from 10 on, else one decimal."""
    percent = value * 100
    digits = 0 if percent >= 9.95 or percent == 0 else 1
    return f"{percent:.{digits}f}\N{NO-BREAK SPACE}%"


def _figure(value: float) -> str:
    """Three digits, more where these would say a full hundred, and every digit of large counts."""
    if abs(value) >= 1000:
        return number(value)
    texts = (f"{value:.{digits}g}" for digits in (3, 4, 5, 6, 17))
    return next((text for text in texts if text != "100"), "100")


def reported(figure: Reported, sample: Sample | None) -> str:
    """A figure that somebody published, with what is known of how it came to be."""
    counts = [(sample.items, "items"), (sample.judges, "judges"), (sample.pairs, "pairs")] if sample else []
    amounts = i18n.listing([f"n = {number(count)} {what}" for count, what in counts if count])
    date = day(figure.date) if figure.date else "date not stated"
    parts = (f"{number(figure.value)} {figure.unit}", figure.conditions, figure.data, amounts or "n not stated", date)
    return ", ".join(part.rstrip(".") for part in parts if part)


def example(case: WorkedExample) -> str:
    """The value of a worked example, and what the source prints where it differs."""
    sign = "\N{NO-BREAK SPACE}%" if case.unit == "percent" else ""
    text = f"{number(case.value)}{sign}"
    if case.published_as is not None and case.published_as != case.value:
        text += f" (the source prints {number(case.published_as)}{sign}; computed again here)"
    return text


def alias(other: Alias) -> str:
    """An earlier or other name, with the dates that are known."""
    since = f"since {day(other.since)}" if other.since else ""
    until = f"until {day(other.until)}" if other.until else ""
    dates = ", ".join(part for part in (since, until) if part)
    return f"{other.name} ({dates})" if dates else other.name


def languages(known: InputLanguages) -> str:
    """In one sentence, which languages an input may be in."""
    counts = [(known.printed, "printed"), (known.handwritten, "handwritten")]
    amounts = i18n.listing([f"{count} {how}" for count, how in counts if count])
    version = f" ({known.version})" if known.version else ""
    return f"Languages{version}: {'; '.join(part for part in (amounts, i18n.listing(known.list)) if part)}."
