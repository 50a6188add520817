from __future__ import annotations

import datetime as dt
from typing import Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from toolkit.model.base import Address, Count, Day, Id, Ids, Language, Name, Names, Paragraphs, Record, Text, Texts
from toolkit.model.evidence import Hash
from toolkit.model.organisation import Colour


def accepted(kind: Any, value: object) -> Any:
    """What a kind of value makes of *value*; None where it refuses."""
    try:
        return TypeAdapter(kind).validate_python(value, strict=True)
    except ValidationError:
        return None


@pytest.mark.parametrize("value", ["a", "front-desk", "a1-2b", "0", "x" * 64])
def test_ids_are_words_with_hyphens(value):
    """Lower-case letters, digits and single hyphens, up to 64."""
    assert accepted(Id, value) == value


@pytest.mark.parametrize(
    "value", ["", "-", "a-", "-a", "a--b", "A", "a_b", "a b", "a/b", "../a", "ä", "a\n", "a.b", "٣", "x" * 65, 7, None]
)
def test_what_is_no_id(value):
    """Everything that could be a path, markup or a second line is refused."""
    assert accepted(Id, value) is None


@given(st.text())
def test_an_id_is_safe_wherever_it_is_put(text):
    """Whatever is accepted as an id holds nothing but lower-case letters, digits and hyphens."""
    if accepted(Id, text) is not None:
        assert set(text) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


@pytest.mark.parametrize(
    ("kind", "value", "result"),
    [
        (Ids, "a", ("a",)),
        (Ids, ("a", "b"), ("a", "b")),
        (Names, "One name", ("One name",)),
        (Texts, "One text.", ("One text.",)),
        (Ids, (), ()),
    ],
)
def test_one_stands_for_a_list_of_one(kind, value, result):
    """Where several may stand, one may stand alone."""
    assert accepted(kind, value) == result


@pytest.mark.parametrize(
    ("kind", "value", "result"),
    [
        (Name, "  Desk ", "Desk"),
        (Name, "x" * 200, "x" * 200),
        (Name, "x" * 201, None),
        (Name, " ", None),
        (Text, "x" * 2000, "x" * 2000),
        (Text, "x" * 2001, None),
        (Paragraphs, "One.\n\nTwo.\n", "One.\n\nTwo."),
        (Paragraphs, "x" * 8001, None),
        (Text, 7, None),
        (Text, b"x", None),
        (Count, 1, 1),
        (Count, 0, None),
        (Count, True, None),
        (Count, 1.0, None),
        (Count, "1", None),
    ],
)
def test_texts_and_counts_have_bounds(kind, value, result):
    """Space around a text is taken off, empty and endless ones are refused, and nothing is converted."""
    assert accepted(kind, value) == result


@pytest.mark.parametrize("value", ["https://example.org/a?b=c#d", "http://example.org", "mailto:desk@example.org"])
def test_addresses_of_web_and_mail(value):
    """Three kinds of address are known."""
    assert accepted(Address, value) == value


@pytest.mark.parametrize(
    "value",
    [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        " https://example.org",
        "HTTPS://example.org",
        "//example.org",
        "example.org",
        "data:text/html,x",
        "file:///etc/passwd",
        "https://example.org/<script>",
        'https://example.org/"onclick="x',
        "https://example.org/'",
        "https://example.org/a b",
        "https://example.org/\\x",
        "https://example.org/`",
        "https://example.org/\nb",
        "https://example.org/\tb",
        "https://" + "x" * 2000,
    ],
)
def test_what_is_no_address(value):
    """Nothing that runs, leads to the disk or breaks out of an attribute is an address."""
    assert accepted(Address, value) is None


@pytest.mark.parametrize("value", ["en", "de", "pt-BR", "zh-Hant", "zh-Hant-TW", "gsw"])
def test_tags_of_languages(value):
    """Language, script and region."""
    assert accepted(Language, value) == value


@pytest.mark.parametrize("value", ["EN", "e", "english", "en_GB", "en-gb", "en-GB-", "../en", "en\n", ""])
def test_what_is_no_tag_of_a_language(value):
    """Folders are called by it, so nothing else is taken."""
    assert accepted(Language, value) is None


@pytest.mark.parametrize("value", ["#0B4F6C", "#ffffff"])
def test_colours_are_six_digits(value):
    """A colour is a hash and six hexadecimal digits."""
    assert accepted(Colour, value) == value


@pytest.mark.parametrize("value", ["red", "#fff", "#0B4F6G", "#0B4F6C;}", "0B4F6C", "#0B4F6C\n"])
def test_what_is_no_colour(value):
    """Nothing else gets into a stylesheet."""
    assert accepted(Colour, value) is None


def test_hashes_name_how_they_were_made():
    """Only SHA-256 in lower case is known."""
    assert accepted(Hash, "sha256:" + "0a" * 32) == "sha256:" + "0a" * 32
    assert accepted(Hash, "0a" * 32) is None
    assert accepted(Hash, "sha256:" + "0A" * 32) is None


@given(st.dates())
def test_every_day_comes_back_as_it_was_written(day):
    """Days are written as year-month-day; a day that is one already stays."""
    assert accepted(Day, day.isoformat()) == day
    assert accepted(Day, day) == day


@given(st.text(st.sampled_from("0123456789-T:. Z"), max_size=12))
def test_no_other_text_is_a_day(text):
    """A text is a day only if the day is written as that text."""
    day = accepted(Day, text)
    assert day is None or (isinstance(day, dt.date) and day.isoformat() == text)


def _all(kind: type[Record]) -> list[type[Record]]:
    return [found for child in kind.__subclasses__() for found in (child, *_all(child))]


RECORDS = sorted(
    (kind for kind in _all(Record) if kind.__module__.startswith("toolkit.model")),
    key=lambda kind: (kind.__module__, kind.__name__),
)


@pytest.mark.parametrize("kind", RECORDS)
def test_every_record_is_frozen_and_knows_its_keys(kind):
    """No record can be changed, takes unknown keys, converts types or goes unexplained."""
    config = kind.model_config
    assert (config["frozen"], config["extra"], config["strict"]) == (True, "forbid", True)
    assert kind.__doc__


@pytest.mark.parametrize("kind", RECORDS)
def test_every_default_is_right_by_its_own_rules(kind):
    """What a field holds when nobody writes it passes the checks of that field."""
    for field in kind.model_fields.values():
        if not field.is_required():
            rules = Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
            default = field.get_default(call_default_factory=True)
            assert TypeAdapter(rules).validate_python(default, strict=True) == default
