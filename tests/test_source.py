from __future__ import annotations

import os
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from trees import TREES, bare, tree

from toolkit.finding import Finding, Place
from toolkit.source import Document, Node, parse, read


def problems(text: str | bytes) -> list[tuple[int, int, str, str]]:
    """Line, column, rule and message of what is wrong with a text."""
    _, findings = parse(text if isinstance(text, bytes) else text.encode(), "f.yml", "service")
    assert {finding.severity for finding in findings} <= {"error"}
    return [(f.place.line, f.place.column, f.rule, f.message) for f in findings]


# Places


def test_a_value_and_its_key_know_their_places():
    """Lines and columns count from 1, for keys, values and entries of lists."""
    root = tree("a: 1\nb:\n  - x\n  -   {c: 'y'}\n")
    assert root.place == Place("f.yml", 1, 1, "service")
    assert root.value["a"] == Node(1, Place("f.yml", 1, 4, "service"), Place("f.yml", 1, 1, "service"))
    entries = root.value["b"]
    assert (entries.place[1:3], entries.key[1:3]) == ((3, 3), (2, 1))
    assert entries.value[0].place[1:3] == (3, 5)
    inner = entries.value[1].value["c"]
    assert (inner.place[1:3], inner.key[1:3]) == ((4, 11), (4, 8))


def test_an_empty_value_stands_behind_its_colon():
    """A key without a value has the place where the value would be."""
    assert tree("a:\nb: 1\n").value["a"].place[1:3] == (1, 3)


def test_a_byte_order_mark_is_passed_over():
    """A byte order mark neither counts as a column nor becomes part of the first key."""
    root = tree(b"\xef\xbb\xbfkey: 1\n")
    assert bare(root) == {"key": 1}
    assert root.value["key"].place[1:3] == (1, 6)


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_every_kind_of_line_end_counts_once(end):
    """Windows, old Mac and Unix line ends give the same lines."""
    root = tree(f"a: 1{end}b: 2{end}")
    assert bare(root) == {"a": 1, "b": 2}
    assert root.value["b"].place[1:3] == (2, 4)


def test_columns_count_characters_not_bytes():
    """An umlaut or an emoji is one column."""
    assert tree("{äöü: 1, 😀: 2}").value["😀"].place[1:3] == (1, 13)


def test_a_path_leads_to_its_node():
    """A document gives the node, place and level at a path."""
    document = Document(tree("a:\n  - b: 1\n"))
    assert document.node(("a", 0, "b")).value == 1
    assert document.place(("a", 0, "b"))[1:3] == (2, 8)
    assert document.level(("a", 0, "b")) == "service"


@pytest.mark.parametrize("path", [("a", 7), ("a", 0, "int"), ("a", "x", 0), ("a", 0, 0)])
def test_steps_that_are_not_in_the_tree_are_passed_over(path):
    """A missing key points at its parent, and names of alternatives are ignored."""
    document = Document(tree("a: [1]\n"))
    expected = document.root.value["a"] if path == ("a", 7) else document.root.value["a"].value[0]
    assert document.node(path) == expected


# Values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("off", "off"),
        ("True", "True"),
        ("NULL", "NULL"),
        ("010", "010"),
        ("0x1f", "0x1f"),
        ("0o17", "0o17"),
        ("1_000", "1_000"),
        ("1e3", "1e3"),
        ("1.", "1."),
        (".5", ".5"),
        ("1.2.3", "1.2.3"),
        (".inf", ".inf"),
        ("-.INF", "-.INF"),
        (".nan", ".nan"),
        ("1.0e+999", "1.0e+999"),
        ("2026-01-01", "2026-01-01"),
        ("2026-01-01T10:00:00Z", "2026-01-01T10:00:00Z"),
        ("12:30:00", "12:30:00"),
        ("12_3", "12_3"),
        ("٣", "٣"),
        ("999999999999999999999999", "999999999999999999999999"),
        ("=", "="),
        ("<<", "<<"),
    ],
)
def test_what_only_old_yaml_takes_for_something_else_is_text(text, value):
    """Norway's `no`, octal numbers, dates, times and sexagesimals stay what was written."""
    assert bare(tree(f"key: {text}\n")) == {"key": value}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12),
        ("-3", -3),
        ("+3", 3),
        ("0", 0),
        ("999999999999999", 999999999999999),
        ("0.5", 0.5),
        ("-2.50", -2.5),
        ("0.3333333333333333", 0.3333333333333333),
        ("1e-05", 0.00001),
        ("5.551115123125783e-17", 5.551115123125783e-17),
        ("1e+20", 1e20),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
    ],
)
def test_numbers_truth_and_nothing(text, value):
    """Numbers as programs write them, `true`, `false` and `null` are what they are in JSON."""
    result = bare(tree(f"key: {text}\n"))["key"]
    assert (result, type(result)) == (value, type(value))


@pytest.mark.parametrize("text", ['"12"', "'12'", "! 12", "|-\n  12", ">-\n  12"])
def test_quoted_numbers_are_text(text):
    """What stands in quotes or in a block of text is text."""
    assert bare(tree(f"key: {text}\n")) == {"key": "12"}


# The plain part of YAML


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &x 1\n", [(1, 4, "yaml-alias", "the anchor &x is not supported")]),
        ("a: *x\n", [(1, 4, "yaml-alias", "the alias *x is not supported")]),
        ("*x : 1\n", [(1, 1, "yaml-alias", "the alias *x is not supported")]),
        ("&x a: 1\n", [(1, 1, "yaml-alias", "the anchor &x is not supported")]),
        ("- &x {}\n- &y []\n", [
            (1, 3, "yaml-alias", "the anchor &x is not supported"),
            (2, 3, "yaml-alias", "the anchor &y is not supported"),
        ]),
        ("a: !!python/object:os.system x\n", [(1, 4, "yaml-tag", "the tag !!python/object:os.system is not supported")]),
        ("a: !!binary aGk=\n", [(1, 4, "yaml-tag", "the tag !!binary is not supported")]),
        ("a: !local 1\n", [(1, 4, "yaml-tag", "the tag !local is not supported")]),
        ("a: !!set {x}\n", [(1, 4, "yaml-tag", "the tag !!set is not supported")]),
        ("%TAG ! tag:x,2000:\n---\na: 1\n", [(1, 1, "yaml-tag", "the directive %TAG is not supported")]),
        ("# x\n%YAML 1.1\n---\na: 1\n", [(2, 1, "yaml-tag", "the directive %YAML is not supported")]),
        ("? [a, b]\n: 1\n", [(1, 3, "yaml-syntax", "a list or a block stands where a key should")]),
        ("? {a: 1}\n: 1\n", [(1, 3, "yaml-syntax", "a list or a block stands where a key should")]),
        ("{{product}}: 1\n", [(1, 1, "yaml-syntax", "a list or a block stands where a key should")]),
        ("a: 1\n---\nb: 2\n", [(2, 1, "yaml-syntax", "a second document in one file")]),
    ],
)  # fmt: skip
def test_what_the_plain_part_does_not_have_is_refused(text, expected):
    """Anchors, aliases, tags, directives, keys that are no words and second documents each have their finding."""
    assert problems(text) == expected


def test_a_merge_key_is_a_key_like_any_other():
    """`<<` merges nothing; the alias behind it is what is reported."""
    node, findings = parse(b"a: {x: 1}\nb:\n  <<: *a\n", "f.yml", "service")
    assert [(f.place.line, f.rule) for f in findings] == [(3, "yaml-alias")]
    assert bare(node) == {"a": {"x": 1}, "b": {"<<": None}}


def test_a_bomb_of_aliases_does_not_go_off():
    """Nine levels of nine aliases are nine levels of findings, and no value is copied."""
    lines = ["a0: &a0 [x, x]"] + [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 9)]
    found = problems("\n".join(lines))
    assert len(found) == 9 + 8 * 9
    assert {rule for _, _, rule, _ in found} == {"yaml-alias"}


def test_a_key_that_stands_twice_is_refused_at_the_second():
    """The finding stands at the second key, names the line of the first, and the first value counts."""
    node, findings = parse(b"a: 1\nb: 2\na: 3\n", "f.yml", "service")
    message = "the key `a` stands twice in this block; the first is in line 1"
    assert findings == [
        Finding(Place("f.yml", 3, 1, "service"), "duplicate-key", "error", message, "keep one of the two")
    ]
    assert bare(node) == {"a": 1, "b": 2}


def test_the_same_key_in_two_blocks_is_no_duplicate():
    """Only keys of one block meet."""
    assert bare(tree("- a: 1\n- a: 2\n")) == [{"a": 1}, {"a": 2}]


@pytest.mark.parametrize("text", ["", "# nothing but words\n", "\n\n  \n"])
def test_an_empty_file_holds_nothing(text):
    """No text and comments alone are an empty file."""
    assert problems(text) == [(1, 1, "empty-file", "the file holds nothing")]


def test_a_list_on_top_is_a_tree_too():
    """What may stand on top is for the loader to say."""
    assert bare(tree("- a\n- b\n")) == ["a", "b"]


# Sentences about syntax


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("a:\n\tb: 1\n", 2, 1, "a tab cannot indent YAML"),
        ("a:\n  b: 1\n\tc: 2\n", 3, 1, "a tab cannot indent YAML"),
        ("- \ta: 1\n", 1, 3, "a tab cannot indent YAML"),
        ("a: b: c\n", 1, 5, "a second colon in one line"),
        ("a: x\ty: z\n", 1, 7, "a second colon in one line"),
        ("a: 1\nword\nb: 2\n", 2, 1, "a key without a colon"),
        ('a: 1\nb: "open\nc: 2\n', 2, 4, 'the " that opens here is never closed'),
        ("a: 'open", 1, 4, "the ' that opens here is never closed"),
        ("a: [1, 2\n", 1, 4, "the [ that opens here is never closed"),
        ("a: 1\nb: {x: [1, 2],\n\n", 2, 4, "the { that opens here is never closed"),
        ("{", 1, 1, "the { that opens here is never closed"),
        ("a: @home\n", 1, 4, "a text cannot start with @"),
        ("a: `b`\n", 1, 4, "a text cannot start with `"),
        ("a: 5\nb: % x\n", 2, 4, "a text cannot start with %"),
        ("a: {product} reads\n", 1, 14, "a text cannot start with {"),
        ("- x\n- {product} reads\n", 2, 13, "a text cannot start with {"),
        ("a: **bold**\n", 1, 5, "a text cannot start with * or &"),
        ('a: "C:\\data"\n', 1, 7, "a backslash between double quotes starts an escape"),
        ("a:\n    b: 1\n  c: 2\n", 3, 3, "the structure breaks off here (did not find expected key)"),
        ("a: [1, 2\nb: 3\n", 2, 2, "the structure breaks off here (did not find expected ',' or ']')"),
    ],
)
def test_syntax_is_explained_where_it_breaks(text, line, column, message):
    """Each common slip has a sentence of its own, at the right place."""
    assert problems(text) == [(line, column, "yaml-syntax", message)]


def test_a_tab_inside_a_text_is_no_problem():
    """Only indentation cannot be a tab."""
    assert bare(tree("a: x\ty\nb:\tz\n")) == {"a": "x\ty", "b": "z"}


# Encodings and invisible characters


@pytest.mark.parametrize(
    ("data", "line", "column", "byte"),
    [
        ("a: 1\n".encode("utf-16"), 1, 1, "ff"),
        ("a: 1\nb: é\n".encode("latin-1"), 2, 4, "e9"),
        (b"a: \xc3\xa9\xff\n", 1, 5, "ff"),
        (b"a: \xed\xa0\x80\n", 1, 4, "ed"),
    ],
)
def test_other_encodings_are_refused_at_the_first_byte(data, line, column, byte):
    """The finding names the byte, and its column counts characters before it."""
    assert problems(data) == [(line, column, "not-utf8", f"byte 0x{byte} is not UTF-8")]


@pytest.mark.parametrize(
    "code",
    [
        *[0x00, 0x07, 0x0B, 0x0C, 0x1B, 0x7F, 0x85, 0x9B, 0xAD, 0x61C, 0x200B, 0x200E, 0x2028, 0x202E, 0x2060],
        *[0x2066, 0x3164, 0xFEFF, 0xFFFE, 0xFFFF, 0xE0041],
    ],
)
def test_hidden_characters_are_found_where_they_are(code):
    """Controls, zero-width, direction and tag characters are reported with place and number, and taken out."""
    node, findings = parse(f"a: 1\nb: x{chr(code)}y\n".encode(), "f.yml", "service")
    assert [(f.place.line, f.place.column, f.rule, f.message) for f in findings] == [
        (2, 5, "hidden-character", f"invisible or control character U+{code:04X}")
    ]
    assert bare(node) == {"a": 1, "b": "x y"}


@pytest.mark.parametrize(
    "escape", ["\\u202e", "\\x00", "\\0", "\\e", "\\N", "\\L", "\\u200b", "\\ufeff", "\\U000E0041"]
)
def test_escapes_of_hidden_characters_are_found(escape):
    """What cannot be typed cannot be smuggled in by its number either, neither in values nor in keys."""
    found = [(1, 4, "hidden-character", "an escape for an invisible character")]
    assert problems(f'a: "x{escape}y"\n') == found
    assert problems(f'{{ "x{escape}": 1 }}\n') == [(1, 3, *found[0][2:])]


def test_letters_of_all_scripts_stay():
    """Joiners of Hindi and Persian, narrow spaces of French and emoji are text."""
    text = "क्\u200dष می\u200cخواهم 1\u202f000\u00a0€ 👩‍🔧"
    assert bare(tree(f"a: {text}\n")) == {"a": text}


def test_single_quotes_hold_no_escapes():
    """A backslash between single quotes is a backslash."""
    assert bare(tree("a: 'x\\u202ey'\n")) == {"a": "x\\u202ey"}


# Limits


def test_sixty_four_levels_are_read_and_sixty_five_are_not():
    """The limit of depth is exact, and the finding stands at the bracket too many."""
    assert tree("[" * 64 + "]" * 64).place.line == 1
    assert problems("[" * 65 + "]" * 65) == [(1, 66, "file-too-complex", "nested deeper than 64 levels")]


def test_an_unfinished_file_can_be_deep_too():
    """Fifty thousand brackets end at the limit."""
    assert problems("[" * 50_000) == [(1, 66, "file-too-complex", "nested deeper than 64 levels")]


def test_more_than_two_hundred_thousand_parts_are_refused():
    """The number of parts is limited."""
    assert problems("[" + "1," * 200_001 + "]")[0][2:] == ("file-too-complex", "more than 200,000 parts")


def test_two_megabytes_are_read_and_one_byte_more_is_not():
    """The limit of size is exact."""
    assert bare(tree("a: " + "x" * (2_000_000 - 3))) == {"a": "x" * (2_000_000 - 3)}
    assert problems("a: " + "x" * (2_000_001 - 3)) == [(1, 1, "file-too-large", "the file is larger than 2 MB")]


def test_after_a_hundred_problems_reading_ends():
    """Nobody reads more than a hundred problems of one file, and the last finding says that there are more."""
    found = problems("a: 1\n" * 500)
    assert len(found) == 102
    assert found[-1][2:] == ("file-too-complex", "more than 100 problems; the rest is not shown")


# Files


def test_a_file_is_read_under_its_name(tmp_path: Path):
    """The name given is the name in places, whatever the path is."""
    (tmp_path / "x.yml").write_text("a: 1\n")
    node, findings = read(tmp_path / "x.yml", "services/x.yml", "suite")
    assert findings == []
    assert node is not None
    assert node.value["a"].place == Place("services/x.yml", 1, 4, "suite")


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("missing.yml", "No such file or directory"),
        ("folder", "it is a folder or a device"),
        ("pipe", "it is a folder or a device"),
        ("loop", "Too many levels of symbolic links"),
        ("x" * 300, "File name too long"),
    ],
)
def test_what_cannot_be_read_is_a_finding(tmp_path: Path, name, reason):
    """A file that is missing, a folder, a pipe nobody writes to, or a link to itself gives a finding at its start."""
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to("loop")
    node, findings = read(tmp_path / name, "f.yml", "service")
    assert node is None
    assert [(f.where, f.rule, f.message) for f in findings] == [
        ("f.yml:1:1", "unreadable-file", f"cannot read the file: {reason}")
    ]


def test_a_file_without_permission_is_a_finding(tmp_path: Path):
    """A file that this user may not read is a finding; root may read everything, and is somebody else for a moment."""
    path = tmp_path / "f.yml"
    path.write_text("a: 1\n")
    path.chmod(0)
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    try:
        node, findings = read(path, "f.yml", "service")
    finally:
        os.seteuid(user)
    assert node is None
    assert [(f.rule, f.message) for f in findings] == [("unreadable-file", "cannot read the file: Permission denied")]


@settings(max_examples=200)
@given(st.binary(max_size=200))
def test_bytes_never_raise(data):
    """Whatever the bytes are, there is a tree or a finding, and every place is in the file."""
    node, findings = parse(data, "f.yml", "service")
    assert node is not None or findings
    assert all(f.place.line >= 1 and f.place.column >= 1 for f in findings)


@settings(max_examples=200)
@given(st.text(st.sampled_from(list("ab01 \t\n\r:-?,[]{}#&*!|>'\"%@`\\~<=.é\x00\x85\u200b\u2028\ufeff")), max_size=60))
def test_text_made_of_signs_never_raises(text):
    """Whatever the signs are, there is a tree or a finding, and every place is a line of the text."""
    node, findings = parse(text.encode(), "f.yml", "service")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert node is not None or findings
    assert all(1 <= f.place.line <= len(lines) for f in findings)


@settings(max_examples=200)
@given(TREES, st.booleans())
def test_what_a_program_wrote_comes_back(data, flow):
    """A tree that a YAML writer wrote comes back equal: texts that look like something else stand in quotes."""
    text = yaml.safe_dump(data, default_flow_style=flow, allow_unicode=True, width=40)
    node, findings = parse(text.encode(), "f.yml", "service")
    assert findings == []
    assert bare(node) == data
