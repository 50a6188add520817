from __future__ import annotations

import json
import random

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit import __version__
from toolkit.finding import Finding, Place, as_github, as_json, as_sarif, as_text, in_order

ERROR = Finding(Place("services/desk/service.yml", 2, 8, "service"), "bad-id", "error", "`id` cannot be x", "write y")
WARNING = Finding(Place("services/desk/service.yml", 3, 1), "unused-source", "warning", "nobody uses it")


def line_of(text: str):
    """A reader of lines that gives *text* for every line."""
    return lambda _file, _line: text


def pointed(text: str, column: int, width: int = 100) -> tuple[str, str]:
    """The line and the pointer below it, without the numbers in the margin."""
    finding = Finding(Place("f.yml", 7, column), "a", "error", "b")
    _, source, pointer = as_text([finding], line_of(text), width=width).split("\n")
    assert (source[:10], pointer[:10]) == ("      7 | ", "        | ")
    return source[10:], pointer[10:]


# Text


def test_text_shows_place_sentence_line_and_advice():
    """A finding is four lines: what is wrong where, the line, a caret below the column, and what to do."""
    assert as_text([ERROR], line_of("  id: x\n")) == (
        "services/desk/service.yml:2:8: error[bad-id] `id` cannot be x\n"
        "      2 |   id: x\n"
        "        |        ^\n"
        "        = write y"
    )


def test_findings_are_parted_by_an_empty_line():
    """Without a line of the file and without advice only the sentence is left."""
    assert as_text([WARNING, WARNING], line_of("")) == (
        "services/desk/service.yml:3:1: warning[unused-source] nobody uses it\n"
        "\n"
        "services/desk/service.yml:3:1: warning[unused-source] nobody uses it"
    )
    assert as_text([], line_of("x")) == ""


def test_a_line_of_spaces_is_not_shown():
    """There is nothing to see in it."""
    assert as_text([WARNING], line_of("   \n")).count("\n") == 0


def test_colour_marks_place_severity_and_caret():
    """Errors are red, warnings yellow, and without colour there is no escape at all."""
    assert as_text([ERROR], line_of("  id: x"), colour=True) == (
        "\x1b[1mservices/desk/service.yml:2:8\x1b[0m: \x1b[1;31merror\x1b[0m[bad-id] `id` cannot be x\n"
        "      2 |   id: x\n"
        "        |        \x1b[31m^\x1b[0m\n"
        "        = write y"
    )
    assert "\x1b[1;33mwarning\x1b[0m" in as_text([WARNING], line_of("x"), colour=True)
    assert "\x1b" not in as_text([ERROR, WARNING], line_of("x"))


@pytest.mark.parametrize(
    ("text", "column", "source", "pointer"),
    [
        ("a: b", 1, "a: b", "^"),
        ("a: b", 4, "a: b", "   ^"),
        ("a:", 3, "a:", "  ^"),
        ("a:", 9, "a:", "        ^"),
        ("a:\tb", 4, "a: b", "   ^"),
        ("\ta: b", 2, " a: b", " ^"),
        ("1\u202f000\u00a0: b", 8, "1 000 : b", "       ^"),
        ("a: b\r", 4, "a: b", "   ^"),
        ("名: b", 4, "名: b", "    ^"),
        ("e\u0301: b", 5, "e\u0301: b", "   ^"),
        ("a\x1b[2J: b", 8, "a�[2J: b", "       ^"),
        ("a\u202e: b", 5, "a�: b", "    ^"),
        ("a\x07\x00b", 4, "a��b", "   ^"),
    ],
)
def test_the_caret_stands_below_the_column(text, column, source, pointer):
    """Tabs are one cell wide, wide letters two; what would move the cursor or hide is made visible."""
    assert pointed(text, column) == (source, pointer)


@pytest.mark.parametrize(
    ("column", "source", "pointer"),
    [
        (1, "0123456789" * 2, "^"),
        (11, "1234567890" * 2, " " * 9 + "^"),
        (500, "0123456789" * 2, " " * 9 + "^"),
        (1000, "0123456789" * 2, " " * 19 + "^"),
    ],
)
def test_a_long_line_is_cut_around_the_caret(column, source, pointer):
    """Of a line that is too long the part around the column is shown, and the caret stays below it."""
    text = "0123456789" * 100
    shown, below = pointed(text, column, width=20)
    assert below == pointer
    assert shown[len(below) - 1] == text[column - 1]
    assert shown == source


def test_a_line_as_wide_as_the_window_is_shown_whole():
    """Only a longer line is cut."""
    assert pointed("x" * 20, 20, width=20) == ("x" * 20, " " * 19 + "^")


def test_a_very_long_line_costs_no_more_than_its_window():
    """A hundred findings in a line of two megabytes are shown at once."""
    findings = [Finding(Place("f.yml", 1, column), "a", "error", "b") for column in range(1, 2_000_000, 20_000)]
    assert len(as_text(findings, line_of("x" * 2_000_000))) < 30_000


@pytest.mark.parametrize("part", ["file", "message", "help"])
def test_nothing_of_a_finding_reaches_the_terminal_raw(part):
    """Names of files and words of messages cannot paint, move or hide either."""
    evil = "x\x1b[2J\u202e\x9b\r\n\udcff"
    finding = Finding(Place("f.yml"), "a", "error", "b", "c")
    finding = finding._replace(place=Place(evil)) if part == "file" else finding._replace(**{part: evil})
    text = as_text([finding], line_of(""))
    assert "x�[2J�����" in text
    assert set(text) & set(evil) <= set("x[2J\n")
    assert text.count("\n") == 1
    text.encode()


@given(st.text(), st.integers(1, 300), st.text(), st.integers(1, 120))
def test_any_line_can_be_shown(text, column, message, width):
    """Whatever the line and the message are, the result is printable lines."""
    finding = Finding(Place("f.yml", 1, column), "a", "error", message, "c")
    result = as_text([finding], line_of(text), width=width)
    assert all(line.isprintable() for line in result.split("\n"))
    assert len(result.split("\n")) in (2, 4)


# Order


def test_findings_stand_once_each_in_order_of_file_and_place():
    """By file, line and column; errors before warnings of one place; equal findings once."""
    expected = [
        Finding(Place("a.yml", 2, 1), "z", "error", "m"),
        Finding(Place("a.yml", 10, 1), "b", "error", "m"),
        Finding(Place("a.yml", 10, 1), "a", "warning", "m"),
        Finding(Place("a.yml", 10, 2), "a", "error", "m", "help 1"),
        Finding(Place("a.yml", 10, 2), "a", "error", "m", "help 2"),
        Finding(Place("a.yml", 10, 2, "service"), "a", "error", "m", "help 2"),
        Finding(Place("b.yml", 1, 1), "a", "error", "m"),
    ]
    for seed in range(20):
        shuffled = [*expected, *expected]
        random.Random(seed).shuffle(shuffled)
        assert in_order(shuffled) == expected


# JSON


def test_json_is_a_list_of_objects():
    """Programs get every part of a finding by name."""
    assert json.loads(as_json([ERROR, WARNING])) == [
        {
            "file": "services/desk/service.yml",
            "line": 2,
            "column": 8,
            "level": "service",
            "rule": "bad-id",
            "severity": "error",
            "message": "`id` cannot be x",
            "help": "write y",
        },
        {
            "file": "services/desk/service.yml",
            "line": 3,
            "column": 1,
            "level": "",
            "rule": "unused-source",
            "severity": "warning",
            "message": "nobody uses it",
            "help": "",
        },
    ]
    assert json.loads(as_json([])) == []


# GitHub


def test_github_gets_a_command_for_each_finding():
    """Workflow commands name file, line, column and rule; the advice follows the sentence."""
    assert as_github([ERROR, WARNING]) == (
        "::error file=services/desk/service.yml,line=2,col=8,title=bad-id::`id` cannot be x. write y\n"
        "::warning file=services/desk/service.yml,line=3,col=1,title=unused-source::nobody uses it"
    )
    assert as_github([]) == ""


def test_nothing_breaks_out_of_a_command():
    """Percent signs and line ends are escaped, in properties also colons and commas."""
    finding = Finding(Place("a:b,c%d\ne\rf.yml", 1, 1), "r", "error", "50% of: a, b\r\n::error::no", "x\ny")
    assert as_github([finding]) == (
        "::error file=a%3Ab%2Cc%25d%0Ae%0Df.yml,line=1,col=1,title=r::50%25 of: a, b%0D%0A::error::no. x%0Ay"
    )


@given(st.text(), st.text(), st.text())
def test_a_command_is_one_line(file, message, help):
    """Whatever stands in a finding, its command is one line, and only the ends of its parts part it."""
    text = as_github([Finding(Place(file), "rule", "error", message, help)])
    assert "\n" not in text
    assert "\r" not in text
    head, _, rest = text[2:].partition("::")
    assert head.count(",") == 3
    assert head.count(":") == 0
    assert head.startswith("error file=")
    assert rest.replace("%25", "").count("%") == rest.count("%0A") + rest.count("%0D")


# SARIF

#: What SARIF 2.1.0 (OASIS) asks of the parts that are written here; its own schema has 3,000 lines.
SARIF = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["tool"],
                "additionalProperties": False,
                "properties": {
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "type": "object",
                                "required": ["name"],
                                "properties": {
                                    "name": {"type": "string"},
                                    "version": {"type": "string"},
                                    "rules": {
                                        "type": "array",
                                        "uniqueItems": True,
                                        "items": {
                                            "type": "object",
                                            "required": ["id"],
                                            "properties": {"id": {"type": "string"}},
                                        },
                                    },
                                },
                            }
                        },
                    },
                    "results": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["message"],
                            "additionalProperties": False,
                            "properties": {
                                "ruleId": {"type": "string"},
                                "ruleIndex": {"type": "integer", "minimum": 0},
                                "level": {"enum": ["none", "note", "warning", "error"]},
                                "message": {
                                    "type": "object",
                                    "required": ["text"],
                                    "properties": {"text": {"type": "string"}},
                                },
                                "locations": {
                                    "type": "array",
                                    "items": {
                                        "type": "object",
                                        "additionalProperties": False,
                                        "properties": {
                                            "physicalLocation": {
                                                "type": "object",
                                                "additionalProperties": False,
                                                "properties": {
                                                    "artifactLocation": {
                                                        "type": "object",
                                                        "properties": {
                                                            "uri": {
                                                                "type": "string",
                                                                "pattern": "^[A-Za-z0-9._~/%-]*$",
                                                            }
                                                        },
                                                    },
                                                    "region": {
                                                        "type": "object",
                                                        "properties": {
                                                            "startLine": {"type": "integer", "minimum": 1},
                                                            "startColumn": {"type": "integer", "minimum": 1},
                                                        },
                                                    },
                                                },
                                            }
                                        },
                                    },
                                },
                            },
                        },
                    },
                },
            },
        },
    },
}


def test_sarif_holds_rules_and_results():
    """Each rule stands once, and each result names its rule, level, sentence and place."""
    log = json.loads(as_sarif([ERROR, WARNING, ERROR._replace(help="")]))
    jsonschema.validate(log, SARIF)
    [run] = log["runs"]
    assert run["tool"]["driver"] == {
        "name": "disclose",
        "version": __version__,
        "rules": [{"id": "bad-id"}, {"id": "unused-source"}],
    }
    assert [
        (result["ruleId"], result["ruleIndex"], result["level"], result["message"]) for result in run["results"]
    ] == [
        ("bad-id", 0, "error", {"text": "`id` cannot be x. write y"}),
        ("unused-source", 1, "warning", {"text": "nobody uses it"}),
        ("bad-id", 0, "error", {"text": "`id` cannot be x"}),
    ]
    assert run["results"][0]["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "services/desk/service.yml"},
                "region": {"startLine": 2, "startColumn": 8},
            }
        }
    ]


def test_sarif_without_findings_is_a_run_without_results():
    """Code scanning closes what it knew when a run has no results."""
    log = json.loads(as_sarif([]))
    jsonschema.validate(log, SARIF)
    assert log["runs"][0]["results"] == []


@given(st.text(), st.text())
def test_sarif_is_right_for_any_name_of_a_file(file, message):
    """A name with spaces, colons or umlauts becomes an address."""
    jsonschema.validate(json.loads(as_sarif([Finding(Place(file), "a", "error", message)])), SARIF)


def test_an_address_keeps_its_slashes():
    """Only what an address cannot hold is escaped."""
    [run] = json.loads(as_sarif([Finding(Place("a b/ü:c.yml"), "a", "error", "m")]))["runs"]
    uri = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "a%20b/%C3%BC%3Ac.yml"
