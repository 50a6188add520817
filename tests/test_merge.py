from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from trees import TEXTS, TREES, bare, tree

from toolkit.merge import merge
from toolkit.source import Document, parse


def merged(base: str, own: str) -> tuple[Any, list[tuple[int, str]], int]:
    """Data, lines and rules of findings, and number of removals of *own* over *base*."""
    parent, _ = parse(base.encode(), "base.yml", "suite")
    child, _ = parse(own.encode(), "own.yml", "service")
    assert parent is not None
    assert child is not None
    before = repr(parent)
    node, removed, findings = merge(parent, child)
    assert repr(parent) == before, "what is inherited is never changed"
    return bare(node), [(f.place.line, f.rule) for f in findings], len(removed)


@pytest.mark.parametrize(
    ("base", "own", "expected"),
    [
        ("{a: 1, b: 2}", "{b: 3, c: 4}", {"a": 1, "b": 3, "c": 4}),
        ("{a: {x: 1, y: 2}}", "{a: {y: 3}}", {"a": {"x": 1, "y": 3}}),
        ("{a: {x: 1}}", "{a: 2}", {"a": 2}),
        ("{a: 2}", "{a: {x: 1}}", {"a": {"x": 1}}),
        ("{a: [1, 2]}", "{a: [3]}", {"a": [3]}),
        ("{a: [1, 2]}", "{a: []}", {"a": []}),
        ("{a: [{id: x}]}", "{a: []}", {"a": [{"id": "x"}]}),
        ("{a: [{id: x}]}", "{a: }", {"a": [{"id": "x"}]}),
        ("{a: {x: 1}}", "{a: }", {"a": {"x": 1}}),
        ("{a: 1}", "{a: }", {"a": None}),
        ("{a: }", "{a: {x: 1}}", {"a": {"x": 1}}),
        ("{a: }", "{a: [{id: x}]}", {"a": [{"id": "x"}]}),
        ("{a: text}", "{a: [{id: x}]}", {"a": [{"id": "x"}]}),
        ("{a: [{id: x, t: 1}, {id: y, t: 2}]}", "{a: [{id: y, t: 3}]}", {"a": [{"id": "x", "t": 1}, {"id": "y", "t": 3}]}),
        ("{a: [{id: x}]}", "{a: [{id: y}, {id: z}]}", {"a": [{"id": "x"}, {"id": "y"}, {"id": "z"}]}),
        ("{a: [{ref: x, t: 1}]}", "{a: [{ref: x, t: 2}]}", {"a": [{"ref": "x", "t": 2}]}),
        ("{a: [{term: x, t: 1}]}", "{a: [{term: x, t: 2}]}", {"a": [{"term": "x", "t": 2}]}),
        ("{a: [{kind: x, t: 1}]}", "{a: [{kind: x, t: 2}]}", {"a": [{"kind": "x", "t": 2}]}),
        ("{a: [{id: x, kind: k}]}", "{a: [{id: y, kind: k}]}", {"a": [{"id": "x", "kind": "k"}, {"id": "y", "kind": "k"}]}),
        ("{a: [{t: 1}]}", "{a: [{t: 1}]}", {"a": [{"t": 1}, {"t": 1}]}),
        ("{a: [{id: x, b: [{id: i, t: 1}, {id: j}]}]}", "{a: [{id: x, b: [{id: i, t: 2}]}]}",
         {"a": [{"id": "x", "b": [{"id": "i", "t": 2}, {"id": "j"}]}]}),
        ("{a: [{id: x, b: [p, q]}]}", "{a: [{id: x, b: [r]}]}", {"a": [{"id": "x", "b": ["r"]}]}),
    ],
)  # fmt: skip
def test_own_values_are_laid_over_inherited_ones(base, own, expected):
    """Blocks meet key by key, lists of records by id, ref, term or kind; everything else is replaced."""
    assert merged(base, own) == (expected, [], 0)


def test_a_record_is_removed_with_a_reason():
    """A removal takes the inherited record out and is remembered with it."""
    base, _ = parse(b"a: [{id: x}, {id: y}]\n", "base.yml", "suite")
    own, _ = parse(b"a:\n  - id: x\n    remove: {reason: Not here.}\n", "own.yml", "service")
    assert base is not None
    assert own is not None
    node, removed, findings = merge(base, own)
    assert (bare(node), findings) == ({"a": [{"id": "y"}]}, [])
    [(path, record, removal)] = removed
    assert path == ("a",)
    assert record is base.value["a"].value[0]
    assert bare(removal) == {"id": "x", "remove": {"reason": "Not here."}}


@pytest.mark.parametrize("remove", ["", "true", "{}", "{reason: }", "{reason: '  '}", "{reason: 7}", "because", "[x]"])
def test_a_removal_without_a_reason_is_an_error(remove):
    """The reason is a text and not empty; the finding stands at the key `remove`."""
    own, _ = parse(f"a:\n  - id: x\n    remove: {remove}\n".encode(), "own.yml", "service")
    base, _ = parse(b"a: [{id: x}]\n", "base.yml", "suite")
    assert base is not None
    assert own is not None
    _, _, findings = merge(base, own)
    assert [(f.where, f.rule) for f in findings] == [("own.yml:3:5", "remove-reason")]


@pytest.mark.parametrize("base", ["{a: [{id: y}]}", "{a: []}", "{}", "{a: }"])
def test_what_is_not_there_cannot_be_removed(base):
    """A removal of something that is not inherited stands at its record."""
    assert merged(base, "a:\n  - {id: x, remove: {reason: r}}\n")[1] == [(2, "remove-unknown")]


def test_a_removed_record_can_be_written_anew():
    """After a removal a record of that id is a new one, without anything inherited."""
    own = "a:\n  - {id: x, remove: {reason: r}}\n  - {id: x, t: 2}\n"
    assert merged("{a: [{id: x, s: 1}]}", own) == ({"a": [{"id": "x", "t": 2}]}, [], 1)


def test_removals_reach_lists_inside_records():
    """A list inside an inherited record can lose an entry too."""
    own = "a:\n  - id: x\n    b:\n      - {id: i, remove: {reason: r}}\n"
    assert merged("{a: [{id: x, b: [{id: i}, {id: j}]}]}", own) == ({"a": [{"id": "x", "b": [{"id": "j"}]}]}, [], 1)


def test_after_a_merge_each_value_knows_who_wrote_it():
    """Places and levels are those of the file that holds the value; an override remembers what it overrides."""
    base, _ = parse(b"s: {p: 1, q: 2}\nl: [{id: x, t: 1}]\n", "base.yml", "suite")
    own, _ = parse(b"s:\n  q: 3\nl:\n  - id: x\n    t: 4\n  - id: y\n", "own.yml", "service")
    assert base is not None
    assert own is not None
    document = Document(merge(base, own)[0])
    assert [(document.place(path).file, document.place(path)[1:3], document.level(path)) for path in (
        ("s", "p"), ("s", "q"), ("l", 0, "t"), ("l", 1), ("l", 0, "id"),
    )] == [
        ("base.yml", (1, 8), "suite"),
        ("own.yml", (2, 6), "service"),
        ("own.yml", (5, 8), "service"),
        ("own.yml", (6, 5), "service"),
        ("own.yml", (4, 9), "service"),
    ]  # fmt: skip
    overridden = document.node(("s", "q")).base
    assert overridden is not None
    assert (overridden.value, overridden.place.file) == (2, "base.yml")


# Properties
@settings(max_examples=100)
@given(st.dictionaries(TEXTS, TREES, max_size=4))
def test_an_empty_child_inherits_everything(data):
    """Laying an empty block over a tree gives the tree."""
    base = tree(yaml.safe_dump(data))
    node, removed, findings = merge(base, tree("{}"))
    assert (bare(node), removed, findings) == (data, [], [])


@settings(max_examples=100)
@given(st.dictionaries(TEXTS, TREES, max_size=4), st.dictionaries(TEXTS, TREES, max_size=4))
def test_merging_changes_neither_side(parent, child):
    """Whatever is laid over whatever, both trees stay as they were."""
    base, own = tree(yaml.safe_dump(parent)), tree(yaml.safe_dump(child))
    before = repr(base), repr(own)
    merge(base, own)
    assert (repr(base), repr(own)) == before


def test_a_key_that_stands_twice_in_one_list_stays_twice():
    """The first of two equal keys overrides what is inherited; the second is a new record, which a rule then finds."""
    assert merged("{a: [{id: x, t: 1}]}", "{a: [{id: x, t: 2}, {id: x, t: 3}]}") == (
        {"a": [{"id": "x", "t": 2}, {"id": "x", "t": 3}]},
        [],
        0,
    )
