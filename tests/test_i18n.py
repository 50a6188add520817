"""Dates, numbers and rows of words as a person says them, and a phrase for every value of the metadata."""

from __future__ import annotations

import datetime as dt
from typing import Any, get_args

import pytest

from toolkit import i18n
from toolkit.model import KINDS
from toolkit.model.base import Record
from toolkit.model.capability import Feature, Input, Limit, Route
from toolkit.model.data import Control, DataItem
from toolkit.model.identity import Identity
from toolkit.model.people import Notice, Person
from toolkit.model.uses import Consideration, IntendedUse, Limitation, Oversight, Practice


def test_days():
    """A date is said with the name of its month."""
    assert i18n.day(dt.date(2026, 11, 20)) == "20 November 2026"
    assert i18n.day(dt.date(2027, 1, 1)) == "1 January 2027"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0, "0"),
        (9999, "9999"),
        (10000, "10 000"),
        (-1234567, "-1 234 567"),
        (2.0, "2"),
        (0.5, "0.5"),
        (0.82, "0.82"),
        (12345678.9, "12 345 678.9"),
        (0.00001, "0.00001"),
    ],
)
def test_numbers(value, shown):
    """Thousands are parted by a no-break space, a useless `.0` goes, and no digit is lost."""
    assert i18n.number(value) == shown.replace(" ", "\N{NO-BREAK SPACE}")


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [(1, "days", "1 day"), (24, "hours", "24 hours"), (0.5, "hours", "0.5 hours"), (1.0, "years", "1 year")],
)
def test_amounts(value, unit, shown):
    """One of a unit is in the singular; number and unit stay in one line."""
    assert i18n.amount(value, unit) == shown.replace(" ", "\N{NO-BREAK SPACE}")


def test_listing():
    """Words in a row."""
    assert i18n.listing([]) == ""
    assert i18n.listing(["a"]) == "a"
    assert i18n.listing(("a", "b")) == "a and b"
    assert i18n.listing(["a", "b", "c"]) == "a, b and c"
    assert i18n.listing(["a", "b"], "or") == "a or b"


def test_inside_and_in_front():
    """A text can stand inside a sentence, at its start, or in bold before a colon; abbreviations keep their capitals."""
    assert i18n.lower_first("The form") == "the form"
    assert i18n.lower_first("OCR reads it") == "OCR reads it"
    assert i18n.lower_first("") == ""
    assert i18n.upper_first("the form") == "The form"
    assert i18n.lead("the form is pale.") == "The form is pale"


def choices(model: type[Record], field: str) -> set[str]:
    """The values that *field* may have."""

    def words(annotation: Any) -> set[str]:
        return {word for part in get_args(annotation) for word in ({part} if isinstance(part, str) else words(part))}

    return words(model.model_fields[field].annotation)


@pytest.mark.parametrize(
    ("phrases", "model", "field"),
    [
        (i18n.STANCES, Consideration, "stance"),
        (i18n.CATEGORIES, Limitation, "category"),
        (i18n.STAGES, Practice, "stage"),
        (i18n.DECISION_EFFECTS, IntendedUse, "decision_effect"),
        (i18n.OVERSIGHT, Oversight, "level"),
        (i18n.DATA_CATEGORIES, DataItem, "category"),
        (i18n.DATA_FORMS, DataItem, "form"),
        (i18n.TRAINING, DataItem, "trains_models"),
        (i18n.CONTROLS, Control, "action"),
        (i18n.MODES, Feature, "mode"),
        (i18n.STATES, Feature, "state"),
        (i18n.ROUTES, Route, "to"),
        (i18n.NOTICE_KINDS, Notice, "kind"),
        (i18n.CHANNELS, Notice, "channel"),
        (i18n.RELATIONS, Person, "relation"),
        (i18n.LIMITS, Limit, "what"),
        (i18n.MEDIA, Input, "medium"),
        (i18n.FAMILIES, Identity, "family"),
    ],
)
def test_every_value_has_a_phrase(phrases, model, field):
    """No reader meets a word of the file format: each value has its phrase, and each phrase a value."""
    assert set(phrases) == choices(model, field)


def test_kinds_have_titles():
    """Each kind of document says what the reader finds there."""
    assert all(kind.title and kind.answers and kind.sections and kind.needs for kind in KINDS.values())
