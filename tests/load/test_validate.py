from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from toolkit.finding import Finding, Place
from toolkit.load.validate import Filling, did_you_mean, field_of, filled, keys_of, model_at, plain, validate
from toolkit.merge import merge
from toolkit.model import Deployment, Evidence, Service
from toolkit.model.base import Allow, Fact
from toolkit.model.capability import Limit, Step
from toolkit.model.catalogue import MetricEntry
from toolkit.model.data import Data, DataItem, Flow, Retention
from toolkit.model.evidence import Interval
from toolkit.model.identity import Change, Identity, Lifecycle, Source
from toolkit.model.people import Consent, Disclosure
from toolkit.model.place import Camera, FeedbackChannel
from toolkit.model.uses import Consideration, Limitation, Uses
from toolkit.source import Document, parse

SERVICE = """\
schema_version: "1.0"
identity: {id: desk, name: Desk}
summary: {purpose: It reads forms.}
"""


def document(text: str, level: str = "service") -> Document:
    """The tree of a text without problems."""
    node, findings = parse(text.encode(), "f.yml", level)
    assert findings == []
    assert node is not None
    return Document(node)


def problems(model: type[BaseModel], text: str, names: dict[str, str] | None = None) -> list[tuple[str, str, str, str]]:
    """Place, rule, message and help of each problem of a text."""
    record, findings = validate(document(text), model, names)
    assert (record is None) == bool(findings)
    return [(f"{f.place.line}:{f.place.column}", f.rule, f.message, f.help) for f in findings]


def record(model: type[BaseModel], text: str, names: dict[str, str] | None = None) -> Any:
    """The record of a text without problems."""
    made, findings = validate(document(text), model, names)
    assert findings == []
    return made


# What is right


def test_a_right_text_becomes_a_frozen_record():
    """Keys become fields, dates become days, and nothing can be changed afterwards."""
    change = record(Change, "date: 2026-11-20\nchange: '  First version. '\nsections: [data, uses]\n")
    assert change == Change(date=dt.date(2026, 11, 20), change="First version.", sections=("data", "uses"))
    with pytest.raises(ValueError, match="frozen"):
        change.change = "Another."


@pytest.mark.parametrize(("text", "expected"), [("source: a", ("a",)), ("source: [a, b]", ("a", "b")), ("{}", ())])
def test_one_id_stands_for_a_list_of_one(text, expected):
    """Where several ids may stand, one may stand alone."""
    assert record(Fact, text).source == expected


def test_a_key_that_python_reserves_is_written_as_it_is():
    """`from` in YAML is the field `from_`."""
    flow = record(Flow, "{id: a, from: Desk, to: Server, items: scan, diagram_text: It goes there.}")
    assert (flow.from_, flow.items) == ("Desk", ("scan",))
    assert problems(Flow, "{id: a, from_: Desk, to: S, items: scan, diagram_text: It goes.}") == [
        ("1:1", "missing-key", "`from` is missing in this flow", "add a line `from: ...`"),
        ("1:9", "unknown-key", "`from_` is no key of this flow", "did you mean `from`?"),
    ]


@pytest.mark.parametrize(("text", "value"), [("3", 3), ("2.5", 2.5), ("-0.5", -0.5)])
def test_a_number_is_whole_or_not(text, value):
    """Where any number may stand, both kinds are kept as they are."""
    limit = record(Limit, f"{{what: bytes, max: {text}}}")
    assert (limit.max, type(limit.max)) == (value, type(value))


# Wrong types


@pytest.mark.parametrize(
    ("model", "text", "expected"),
    [
        (Source, "{id: a, title: 12, as_of: 2026-01-01}",
         ("1:16", "wrong-type", "`title` should be text, not the number 12", "put it in quotes")),
        (Source, "{id: a, title: 3.2, as_of: 2026-01-01}",
         ("1:16", "wrong-type", "`title` should be text, not the number 3.2", "put it in quotes")),
        (Source, "{id: a, title: true, as_of: 2026-01-01}",
         ("1:16", "wrong-type", "`title` should be text, not true", "put it in quotes")),
        (Source, "{id: a, title: [x], as_of: 2026-01-01}",
         ("1:16", "wrong-type", "`title` should be text, not a list", "write a text")),
        (Source, "{id: a, title: {product}, as_of: 2026-01-01}",
         ("1:16", "wrong-type", "`title` should be text, not a block of keys",
          "write a text, in quotes where it starts with {")),
        (Consent, "needed: no",
         ("1:9", "wrong-type", "`needed` should be true or false, not no", "write `true` or `false`")),
        (Consent, "needed: 1",
         ("1:9", "wrong-type", "`needed` should be true or false, not 1", "write `true` or `false`")),
        (Consent, "needed: [x]",
         ("1:9", "wrong-type", "`needed` should be true or false, not a list", "write `true` or `false`")),
        (Step, "{step: one, actor: a, action: b}",
         ("1:8", "wrong-type", "`step` should be a number, not text", "write digits without quotes or units")),
        (Step, "{step: 1.5, actor: a, action: b}",
         ("1:8", "wrong-type", "`step` should be a whole number, not the number 1.5",
          "write digits without quotes or units")),
        (Step, "{step: true, actor: a, action: b}",
         ("1:8", "wrong-type", "`step` should be a number, not true", "write digits without quotes or units")),
        (Limit, "{what: bytes, max: 4 MB}",
         ("1:20", "wrong-type", "`max` should be a number, not text", "write digits without quotes or units")),
        (Limit, "{what: bytes, max: [4]}",
         ("1:20", "wrong-type", "`max` should be a number, not a list", "write digits without quotes or units")),
        (Limit, "{what: bytes, max: {value: 4}}",
         ("1:20", "wrong-type", "`max` should be a number, not a block of keys",
          "write digits without quotes or units")),
        (Interval, "{low: 0, high: 1, level: high, method: Wilson}",
         ("1:26", "wrong-type", "`level` should be a number, not text", "write digits without quotes or units")),
        (Uses, "intended: {id: a}",
         ("1:11", "wrong-type", "`intended` should be a list, not a block of keys", "start each entry with `- `")),
        (Uses, "intended: forms",
         ("1:11", "wrong-type", "`intended` should be a list, not text", "start each entry with `- `")),
        (Uses, "intended: [forms]",
         ("1:12", "wrong-type", "`intended` should be a block of keys, not text",
          "write `key: value` lines below it")),
        (DataItem, "{id: a, name: b, category: personal, purpose: c, retention: 30 days}",
         ("1:61", "wrong-type", "`retention` should be a block of keys, not text",
          "write `key: value` lines below it")),
        (DataItem, "{id: a, name: b, category: personal, purpose: c, retention: [none]}",
         ("1:61", "wrong-type", "`retention` should be a block of keys, not a list",
          "write `key: value` lines below it")),
        (MetricEntry, "{id: a, name: b, definition: c, better: higher, symbols: [x]}",
         ("1:58", "wrong-type", "`symbols` should be a block of keys, not a list",
          "write `key: value` lines below it")),
        (Fact, "source: {a: b}",
         ("1:9", "wrong-type", "`source` should be a list, not a block of keys", "start each entry with `- `")),
        (Fact, "source: [a, 2]",
         ("1:13", "wrong-type", "`source` should be text, not the number 2", "put it in quotes")),
        (Fact, "source: [[a]]",
         ("1:10", "wrong-type", "`source` should be text, not a list", "write a text")),
    ],
)  # fmt: skip
def test_a_wrong_type_is_named_with_what_to_write(model, text, expected):
    """One finding at the value: what it should be, what it is, and what to do; never one for each alternative."""
    assert problems(model, text) == [expected]


# Wrong values


@pytest.mark.parametrize(
    ("model", "text", "expected"),
    [
        (Retention, "kind: for ever",
         ("1:7", "unknown-value", "`kind` cannot be for ever",
          "known here: configurable, customer_controlled, duration, none, until_event")),
        (Retention, "kind: durations",
         ("1:7", "unknown-value", "`kind` cannot be durations", "did you mean `duration`?")),
        (Retention, "kind: [none]",
         ("1:7", "unknown-value", "`kind` cannot be a list",
          "known here: configurable, customer_controlled, duration, none, until_event")),
        (Allow, "{rule: Bad Id, reason: a, until: 2026-01-01}",
         ("1:8", "bad-id", "`rule` cannot be Bad Id",
          "use lower-case letters, digits and single hyphens, such as `front-desk`")),
        (Fact, "source: ../x",
         ("1:9", "bad-id", "`source` cannot be ../x",
          "use lower-case letters, digits and single hyphens, such as `front-desk`")),
        (Fact, "source: a--b",
         ("1:9", "bad-id", "`source` cannot be a--b",
          "use lower-case letters, digits and single hyphens, such as `front-desk`")),
        (Fact, f"source: {'a' * 65}",
         ("1:9", "too-long", "`source` is longer than 64 characters", "shorten it, or split it")),
        (Source, f"{{id: a, as_of: 2026-01-01, title: {'a' * 201}}}",
         ("1:35", "too-long", "`title` is longer than 200 characters", "shorten it, or split it")),
        (Source, "{id: a, as_of: 2026-01-01, title: ''}",
         ("1:35", "empty-value", "`title` is empty", "write a value, or delete the line")),
        (Source, "{id: a, as_of: 2026-01-01, title: '   '}",
         ("1:35", "empty-value", "`title` is empty", "write a value, or delete the line")),
        (Source, "{id: a, as_of: 2026-01-01, title: }",
         ("1:35", "empty-value", "`title` is empty", "write a value, or delete the line")),
        (Step, "{step: 0, actor: a, action: b}",
         ("1:8", "wrong-value", "`step` is not right: input should be greater than or equal to 1", "")),
        (Interval, "{low: 0, high: 1, level: 1.0, method: Wilson}",
         ("1:26", "wrong-value", "`level` is not right: input should be less than 1", "")),
        (Camera, "{id: a, place: b, view_degrees: 361, view_metres: 3, sees: []}",
         ("1:33", "wrong-value", "`view_degrees` is not right: input should be less than or equal to 360", "")),
        (Source, "{id: a, as_of: 2026-01-01, title: b, url: example.org}",
         ("1:43", "wrong-value", "`url` is not right: an address starts with https://, http:// or mailto:", "")),
        (Source, "{id: a, as_of: 2026-01-01, title: b, url: 'javascript:alert(1)'}",
         ("1:43", "wrong-value", "`url` is not right: an address starts with https://, http:// or mailto:", "")),
        (Source, "{id: a, as_of: 2026-01-01, title: b, url: 'https://x/\"onclick='}",
         ("1:43", "wrong-value", "`url` is not right: an address holds no spaces, quotes or angle brackets", "")),
    ],
)  # fmt: skip
def test_a_wrong_value_is_named_with_what_may_stand_there(model, text, expected):
    """One finding at the value, with the nearest or all values that may stand there."""
    assert problems(model, text) == [expected]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2026-02-30", "2026-02-30 is not a day of the calendar"),
        ("2025-02-29", "2025-02-29 is not a day of the calendar"),
        ("2026-13-01", "2026-13-01 is not a day of the calendar"),
        ("20.11.2026", "a date is written as year-month-day, such as 2026-11-20"),
        ("11/20/2026", "a date is written as year-month-day, such as 2026-11-20"),
        ("2026-1-2", "a date is written as year-month-day, such as 2026-11-20"),
        ("2026-11-20T10:00:00", "a date is written as year-month-day, such as 2026-11-20"),
        ("20261120", "a date is written as year-month-day, such as 2026-11-20"),
        ("2026", "a date is written as year-month-day, such as 2026-11-20"),
        ("2026-W47-5", "a date is written as year-month-day, such as 2026-11-20"),
        ("٢٠٢٦-١١-٢٠", "a date is written as year-month-day, such as 2026-11-20"),
        ("today", "a date is written as year-month-day, such as 2026-11-20"),
    ],
)
def test_only_days_of_the_calendar_are_dates(text, message):
    """Days that do not exist and other ways to write dates have sentences of their own."""
    assert problems(Change, f"change: x\ndate: {text}\n") == [
        ("2:7", "wrong-value", f"`date` is not right: {message}", "")
    ]


def test_a_leap_day_is_a_day():
    """The 29th of February is a day every four years."""
    assert record(Change, "{change: x, date: 2028-02-29}").date == dt.date(2028, 2, 29)


# Keys


@pytest.mark.parametrize(
    ("text", "place", "message", "help"),
    [
        ("limitation: []\n", "4:1", "`limitation` is no key of this service", "did you mean `limitations`?"),
        ("wibble: 1\n", "4:1", "`wibble` is no key of this service", ""),
        ("uses: {intnded: []}\n", "4:8", "`intnded` is no key of this uses", "did you mean `intended`?"),
        ("limitations:\n  - {id: a, category: language, condition: b, effect: c, demo: {inptu: d}}\n", "5:65",
         "`inptu` is no key of this demo", "did you mean `input`?"),
        ("disclosure:\n  consent:\n    needed: true\n    withdraw:\n      how: a\n      efect: b\n      effect: c\n",
         "9:7", "`efect` is no key of this withdrawal", "did you mean `effect`?"),
        ("variables:\n  a: b\n'': x\n", "6:1", "`` is no key of this service", ""),
        ("<<: {a: b}\n", "4:1", "`<<` is no key of this service", ""),
        (f"{'x' * 60}: 1\n", "4:1", f"`{'x' * 40}...` is no key of this service", ""),
    ],
)  # fmt: skip
def test_an_unknown_key_is_named_at_any_depth(text, place, message, help):
    """The finding stands at the key, names the block, and hints at the nearest key."""
    assert problems(Service, SERVICE + text) == [(place, "unknown-key", message, help)]


def test_every_missing_key_points_at_its_block():
    """Each missing key is a finding of its own, at the start of the block that lacks it."""
    assert problems(Data, "items:\n  - id: scan\n    name: Scan\n") == [
        ("2:5", "missing-key", "`category` is missing in this data item", "add a line `category: ...`"),
        ("2:5", "missing-key", "`purpose` is missing in this data item", "add a line `purpose: ...`"),
    ]
    assert [(place, message) for place, _, message, _ in problems(Service, "schema_version: '1.0'\n")] == [
        ("1:1", "`identity` is missing in this service"),
        ("1:1", "`summary` is missing in this service"),
    ]


def test_names_of_variables_are_ids():
    """A bad name of a variable is reported at the name, not at its value."""
    assert problems(Service, SERVICE + "variables:\n  Bad Key: x\n  good: 3\n") == [
        ("5:3", "bad-id", "`variables` cannot be Bad Key",
         "use lower-case letters, digits and single hyphens, such as `front-desk`"),
        ("6:9", "wrong-type", "`good` should be text, not the number 3", "put it in quotes"),
    ]  # fmt: skip


def test_three_errors_in_three_places_have_three_lines():
    """Everything that is wrong is reported at once, each in its line."""
    text = SERVICE + "limitations:\n  - id: Pale Print\n    category: input_quality\n    condition: It is pale.\n"
    text += "data:\n  items:\n    - {id: scan, name: Scan, category: secret, purpose: To read it.}\n"
    assert [(place, rule, message) for place, rule, message, _ in problems(Service, text)] == [
        ("5:9", "bad-id", "`id` cannot be Pale Print"),
        ("5:5", "missing-key", "`effect` is missing in this limitation"),
        ("10:40", "unknown-value", "`category` cannot be secret"),
    ]


def test_an_error_in_an_inherited_value_stands_where_it_was_written():
    """A value that the suite wrote wrong is reported in the suite's file."""
    base, _ = parse(b"people:\n  - {id: Staff, role: a, relation: staff}\n", "suite.yml", "suite")
    own, _ = parse(SERVICE.encode(), "own.yml", "service")
    assert base is not None
    assert own is not None
    _, findings = validate(Document(merge(base, own)[0]), Service)
    assert [(f.where, f.place.level) for f in findings] == [("suite.yml:2:10", "suite")]


def test_more_than_a_hundred_problems_are_not_spelled_out():
    """After a hundred problems one more says so."""
    found = problems(Service, SERVICE + "people: [" + "1, " * 300 + "]\n")
    assert len(found) == 101
    assert found[-1] == (
        "1:1",
        "file-too-complex",
        "more than 100 problems; the rest is not shown",
        "put these right, then look again",
    )


# Variables


def test_variables_are_filled_in_texts():
    """Names in braces are replaced, in lists and blocks too; other braces stay."""
    names = {"product": "Reader", "long-name": "Long"}
    lists = record(Limitation, """{id: a, category: language, condition: '{product} reads {long-name}.',
      effect: 'JSON {} and {a b} and { product } stay.', groups: ['{product}s']}""", names)  # fmt: skip
    assert lists.condition == "Reader reads Long."
    assert lists.effect == "JSON {} and {a b} and { product } stay."
    assert lists.groups == ("Readers",)


@pytest.mark.parametrize(
    ("names", "help"),
    [
        ({"product": "Reader"}, "did you mean `product`?"),
        ({"maker": "M", "suite": "S"}, "known here: maker, suite"),
        ({}, "define it under `variables:`"),
    ],
)
def test_an_unknown_variable_is_reported_with_a_hint(names, help):
    """The finding stands at the text and hints at the nearest name, at all, or at the place to define it."""
    text = "change: x\nsections: [a, 'of {prodct}']\ndate: 2026-01-01\n"
    assert problems(Change, text, names) == [
        ("2:15", "unknown-variable", "no variable is called {prodct}", help)
    ]  # fmt: skip


def test_a_value_of_a_variable_is_not_filled_again():
    """Filling is one pass: what a variable holds is taken as it is."""
    assert record(Change, "{date: 2026-01-01, change: '{a}'}", {"a": "{b}", "b": "c"}).change == "{b}"


def test_filling_cannot_blow_up_a_text():
    """Of a variable two hundred characters count, and a text that is too long anyway is left alone."""
    filling = Filling({"a": "x" * 1000})
    place = Place("f.yml")
    assert filling.text("{a}", place) == "x" * 200
    assert filling.text("{a}" * 4000, place) == "{a}" * 4000


def test_a_filled_tree_keeps_its_places():
    """Filling the texts of a tree leaves the tree as it was and gives another with the same places."""
    root = document("a: ['{x}', 1]\nb: {c: '{x} {y}'}\n").root
    filling = Filling({"x": "X"})
    other = filled(root, filling)
    assert plain(root, Filling({"x": "x", "y": "y"})) == {"a": ("x", 1), "b": {"c": "x y"}}
    assert plain(other, Filling({"y": "Y"})) == {"a": ("X", 1), "b": {"c": "X Y"}}
    assert other.value["b"].value["c"].place == root.value["b"].value["c"].place
    assert [(f.where, f.message) for f in filling.findings] == [("f.yml:2:8", "no variable is called {y}")]


# Helpers


@pytest.mark.parametrize(
    ("word", "known", "hint"),
    [
        ("limitation", ["limitations", "features"], "did you mean `limitations`?"),
        ("x", ["limitations", "features"], "known here: features, limitations"),
        ("x", [], ""),
        ("x", [f"word{i}" for i in range(13)], ""),
    ],
)
def test_hints_name_the_nearest_word_or_all(word, known, hint):
    """The nearest word, all words where none is near and they are few, else nothing."""
    assert did_you_mean(word, known) == hint


def test_models_are_found_by_path():
    """The model of a block is found below lists and alternatives, and keys are those of YAML."""
    assert model_at(Service, ("disclosure", "consent", "withdraw")).__name__ == "Withdrawal"
    assert model_at(Service, ("data", "items", 3, "retention", "default")).__name__ == "Duration"
    assert model_at(Service, ("variables",)) is None
    assert keys_of(Flow) == ["feature", "source", "as_of", "id", "from", "to", "items", "place", "diagram_text"]
    assert field_of(Flow, "from") is field_of(Flow, "from_")
    assert field_of(Flow, "nothing") is None


# Properties

KEYS = st.sampled_from(["id", "name", "items", "retention", "kind", "value", "int", "from", "x", "", "[key]"])
VALUES = st.none() | st.booleans() | st.integers(-5, 5) | st.sampled_from(["a", "A b", "2026-02-30", "none", "{x}", ""])
TREES = st.recursive(
    VALUES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=12
)
MODELS = [
    Service, Deployment, Evidence, Data, Uses, Disclosure, Identity, Lifecycle, Limit, MetricEntry, Consideration,
    FeedbackChannel,
]  # fmt: skip


@settings(max_examples=200)
@given(st.dictionaries(st.sampled_from([key for model in MODELS for key in keys_of(model)]), TREES, max_size=6))
def test_any_tree_gives_a_record_or_findings_in_the_file(data):
    """Whatever stands in a file, each model makes a record of it or says where it is wrong."""
    import json

    tree = document(json.dumps(data))
    for model in MODELS:
        made, findings = validate(tree, model, {})
        assert (made is None) == bool(findings)
        for finding in findings:
            assert isinstance(finding, Finding)
            assert finding.place.file == "f.yml"
            assert finding.message
