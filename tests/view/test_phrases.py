"""Sentences made of data."""

from __future__ import annotations

import datetime as dt

import pytest

from toolkit.model import Evidence
from toolkit.model.capability import InputLanguages, Limit, WorkedExample
from toolkit.model.data import Duration, Retention
from toolkit.model.identity import Alias, Lifecycle
from toolkit.view import phrases

TODAY = dt.date(2026, 11, 20)
PAST, FUTURE = dt.date(2026, 3, 1), dt.date(2027, 4, 5)


def spaced(text):
    """*text* with ordinary spaces."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("kept", "sentence"),
    [
        (None, "Not stated"),
        (Retention(kind="none"), "Not kept"),
        (Retention(kind="duration", value=24, unit="hours"), "Kept for at most 24 hours"),
        (Retention(kind="duration", value=1, unit="days"), "Kept for at most 1 day"),
        (Retention(kind="duration", value=1.5, unit="years"), "Kept for at most 1.5 years"),
        (Retention(kind="duration"), "Not stated"),
        (
            Retention(kind="configurable", default=Duration(value=90, unit="days")),
            "90 days unless the customer changes it",
        ),
        (Retention(kind="configurable"), "Not stated"),
        (Retention(kind="until_event", event="the case is closed"), "Kept until the case is closed"),
        (Retention(kind="until_event"), "Not stated"),
        (Retention(kind="customer_controlled"), "Kept until the customer deletes it"),
        (
            Retention(
                kind="duration", value=2, unit="days", starts="from the scan on", condition="unless it is disputed"
            ),
            "Kept for at most 2 days, from the scan on, unless it is disputed",
        ),
        (
            Retention(kind="none", condition="The log is another matter."),
            "Not kept. The log is another matter",
        ),
    ],
)
def test_retention(kept, sentence):
    """Each kind of retention is a sentence; what is not there is not stated."""
    assert spaced(phrases.retention(kept)) == sentence


@pytest.mark.parametrize(
    ("bound", "name", "value"),
    [
        (Limit(what="bytes", max=50, unit="MB"), "File size", "at most 50 MB"),
        (Limit(what="pages", of="a request", max=2000, unit="pages"), "Pages of a request", "at most 2000 pages"),
        (
            Limit(what="pixels", min=50, max=10000, unit="pixels"),
            "Picture size",
            "at least 50 pixels, at most 10 000 pixels",
        ),
        (Limit(what="height", min=0, unit="mm"), "Height", "at least 0 mm"),
        (
            Limit(what="fps", recommended=15, unit="pictures a second"),
            "Pictures a second",
            "15 pictures a second advised",
        ),
        (Limit(what="ratio", max=2.5), "Ratio of the sides", "at most 2.5"),
        (Limit(what="angle", note="Upright only."), "Angle", "Upright only."),
        (Limit(what="angle"), "Angle", ""),
    ],
)
def test_limits(bound, name, value):
    """A bound has a name, a value and its unit; zero is a value."""
    assert (phrases.limit_name(bound), spaced(phrases.limit(bound))) == (name, value)


def cycle(status, **more):
    return phrases.lifecycle(Lifecycle(status=status, **more), "Reader", "New reader", TODAY)


def test_an_active_service_has_no_banner():
    """Nothing is said of a service that simply runs."""
    assert cycle("active") is None


@pytest.mark.parametrize(
    ("status", "title"),
    [
        ("preview", "Reader is a preview"),
        ("legacy", "Reader is an older service"),
        ("retiring", "Reader is being withdrawn"),
        ("retired", "Reader has been withdrawn"),
    ],
)
def test_life_cycle(status, title):
    """Every other status has a title, and names the successor."""
    assert cycle(status) == (title, "It is followed by New reader.")


def test_life_cycle_to_come():
    """What lies ahead is told as what will be."""
    title, text = cycle("retiring", retires_on=FUTURE, stops_new_on=FUTURE, notice="Move in time.")
    assert title == "Reader is being withdrawn"
    assert text == (
        "Reader will be withdrawn on 5 April 2027. It takes no new customers from 5 April 2027. "
        "Move in time. It is followed by New reader."
    )


def test_life_cycle_gone_by():
    """What has happened is told as what was; the day itself counts as past."""
    assert cycle("retired", retires_on=PAST)[1].startswith("Reader was withdrawn on 1 March 2026.")
    assert cycle("retired", retires_on=TODAY)[1].startswith("Reader was withdrawn on 20 November 2026.")
    assert cycle("legacy", stops_new_on=PAST)[1].startswith("It has taken no new customers since 1 March 2026.")


def evidence(**more):
    return Evidence.model_validate(
        {
            "schema_version": "1.0",
            "id": "ink",
            "metric": "word-error-rate",
            "value": 0.213,
            "unit": "ratio",
            "n": {"count": 40, "of": "pages"},
            "condition": "pale ink",
            "date": "2026-02-03",
            "method": "disclose evaluate",
            **more,
        }
    )


CORPUS = {"name": "printed letters", "hash": f"sha256:{'0' * 64}", "synthetic": True}
INTERVAL = {"low": 0.171, "high": 0.262, "level": 0.95, "method": "bootstrap over pages"}


def test_a_measured_fact_is_whole():
    """A number stands with its interval, n, engine, corpus, condition and date; synthetic data is called synthetic."""
    fact = evidence(interval=INTERVAL, corpus=CORPUS, engine={"name": "Tesseract", "version": "5.3.0"})
    assert spaced(phrases.measured(fact)) == (
        "21.3 % (95% interval 17.1 to 26.2 %), n = 40 pages, by Tesseract 5.3.0, "
        "on synthetic printed letters, pale ink, 3 February 2026"
    )


def test_a_measured_fact_on_real_data():
    """Real data is named without a word about it."""
    assert ", on printed letters, " in phrases.measured(evidence(corpus={**CORPUS, "synthetic": False}))


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (0.5, "ratio", "50 %"),
        (0.0004, "ratio", "0.04 %"),
        (1.2, "ratio", "120 %"),
        (12.5, "percent", "12.5 %"),
        (0.9996, "ratio", "99.96 %"),
        (0.00004, "ratio", "0.004 %"),
        (1, "ratio", "100 %"),
        (0, "ratio", "0 %"),
        (1.25, "score", "1.25"),
        (1234, "people", "1234"),
        (123456, "people", "123 456"),
    ],
)
def test_values_of_measured_facts(value, unit, shown):
    """A value is printed as a reader would write it, and never rounded up to perfect or down to nothing."""
    assert spaced(phrases.measured(evidence(value=value, unit=unit))).split(",")[0] == shown


def test_worked_examples():
    """The value is ours; what the source prints stands beside it where it differs."""
    same = WorkedExample(value=35.7, unit="percent", published_as=35.7)
    other = WorkedExample(value=35.7, unit="percent", published_as=38)
    ratio = WorkedExample(value=0.25, unit="ratio")
    assert spaced(phrases.example(same)) == "35.7 %"
    assert spaced(phrases.example(other)) == "35.7 % (the source prints 38 %; computed again here)"
    assert phrases.example(ratio) == "0.25"


def test_languages():
    """Counts, names and the version, as far as they are known."""
    known = InputLanguages(printed=164, handwritten=9, list=("English", "French"), version="3.2")
    assert phrases.languages(known) == "Languages (3.2): 164 printed and 9 handwritten; English and French."
    assert phrases.languages(InputLanguages(list=("English",))) == "Languages: English."


def test_aliases():
    """Another name, with its dates."""
    assert phrases.alias(Alias(name="Old reader")) == "Old reader"
    assert phrases.alias(Alias(name="Old reader", since=PAST, until=FUTURE)) == (
        "Old reader (since 1 March 2026, until 5 April 2027)"
    )
