"""Tables of answers, written and read back."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from surveyed import ONE, STUDY

from toolkit.errors import UsageError
from toolkit.study.table import Row, lines, read_csv, rows, write_csv, write_json, write_wide


def test_rows():
    """A row for each answer by person, with what it shows; what was only shown has none."""
    table = rows(
        STUDY,
        [
            ONE,
            ONE._replace(item="notice", answer=None),
            ONE._replace(item="sus-1", answer=4, seconds=None),
            ONE._replace(participant="a", answer=None, quotes=False),
            ONE._replace(participant="a", item="say", answer="=1+1; one day", codes=(("x", "likely"), ("y", "likely"))),
            ONE._replace(participant="a", item="kept", wave="continued", answer=("always",)),
        ],
    )
    shown = [(r.participant, r.wave, r.item, r.kind, r.point, r.form, r.answer, r.correct, r.critical) for r in table]
    assert shown == [
        ("a", "first", "kept", "understanding", "how-long", "choice", "", "0", "0"),
        ("a", "first", "say", "understanding", "checked", "text", "=1+1; one day", "1", "0"),
        ("a", "continued", "kept", "understanding", "how-long", "choice", "always", "0", "1"),
        ("b", "first", "kept", "understanding", "how-long", "choice", "day", "1", "0"),
        ("b", "first", "sus-1", "usability", "", "scale", "4", "", ""),
    ]
    assert [(r.code, r.codes, r.seconds, r.quotes) for r in table[1:4]] == [
        ("likely", "x:likely;y:likely", "12.5", "1"),
        ("", "", "12.5", "1"),
        ("", "", "12.5", "1"),
    ]


def test_no_formula():
    """A spreadsheet finds no formula in what somebody wrote."""
    table = rows(STUDY, [ONE._replace(item="say", answer='=HYPERLINK("http://a.example")')])
    assert b'"\'=HYPERLINK(""http://a.example"")"' in write_csv(table)
    assert lines(["a"], [["@x"], ["'x"], ["x"]]) == b"\xef\xbb\xbfa\r\n'@x\r\n''x\r\nx\r\n"


@given(st.lists(st.lists(st.text(st.characters(codec="utf-8")), min_size=24, max_size=24), max_size=5))
def test_read_back(cells):
    """What is read is what was written, whatever people wrote."""
    table = [Row(*each) for each in cells]
    assert read_csv(write_csv(table)) == table


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"\xff\xfe", "data.csv is no text in UTF-8 (byte 0)"),
        (b"", "data.csv:1 lacks the columns participant, use"),
        (b"participant,use\r\n", "data.csv:1 lacks the columns state, excluded"),
        (write_csv([])[3:] + b"a,b\r\n", "data.csv:2 has 2 cells, the first line has 24"),
        (write_csv([])[3:] + b'"a', "data.csv:2 cannot be read: unexpected end of data"),
    ],
)
def test_unreadable(data, sentence):
    """Which line is wrong, and what to do."""
    with pytest.raises(UsageError) as error:
        read_csv(data)
    assert str(error.value).startswith(sentence)
    assert error.value.help == "export it again with `disclose study export`"


def test_json():
    """An object for each answer."""
    assert json.loads(write_json(rows(STUDY, [ONE])))[0]["answer"] == "day"


def test_wide():
    """A line for each person and wave, with every answer and every point."""
    table = rows(STUDY, [ONE, ONE._replace(item="say", answer="One day", code="certain")])
    heading, line = write_wide(STUDY, table).decode("utf-8-sig").splitlines()
    assert (
        heading
        == "participant,use,state,excluded,channel,language,arm,wave,quotes,kept,say,expected,fine,point.how-long,point.checked"
    )
    assert line == "b,real,complete,,html,en,sign,first,1,day,One day,,,1,1"
