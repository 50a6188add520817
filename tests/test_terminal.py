"""Findings at a terminal: what is printed in each form, and the code that follows."""

from __future__ import annotations

import json
import os

import pytest
import typer
from projects import write

from toolkit.finding import Finding, Place
from toolkit.paths import Project
from toolkit.terminal import Format, counted, finish


def finding(severity, line=2):
    return Finding(Place("a.yml", line, 3, "service"), "some-rule", severity, "it is so", "do it")


@pytest.fixture
def project(tmp_path):
    write(tmp_path, "a.yml", "one: 1\ntwo: 2\n")
    return Project(tmp_path)


def left(project, findings, format=Format.text, *, strict=False):
    """With which code the command leaves; 0 where it goes on."""
    try:
        finish(project, findings, format, strict=strict)
    except typer.Exit as end:
        return end.exit_code
    return 0


@pytest.mark.parametrize("format", Format)
@pytest.mark.parametrize(
    ("severities", "strict", "code"),
    [
        ([], False, 0),
        ([], True, 0),
        (["warning"], False, 0),
        (["warning"], True, 1),
        (["error"], False, 1),
        (["error", "warning"], True, 1),
    ],
)
def test_code(project, format, severities, strict, code):
    """Errors fail, warnings only where that is asked for, in every form."""
    assert left(project, [finding(each) for each in severities], format, strict=strict) == code


def test_text(project, capsys):
    """The place, the sentence, the line with a mark below it, what to do, and the count."""
    left(project, [finding("warning")])
    assert capsys.readouterr().out == (
        "a.yml:2:3: warning[some-rule] it is so\n      2 | two: 2\n        |   ^\n        = do it\n0 errors, 1 warning\n"
    )


def test_nothing_found(project, capsys):
    """The count alone as text; for programs an empty list."""
    left(project, [])
    assert capsys.readouterr().out == "0 errors, 0 warnings\n"
    left(project, [], Format.json)
    assert json.loads(capsys.readouterr().out) == []


@pytest.mark.parametrize("format", [Format.json, Format.sarif])
def test_programs_get_no_count(project, capsys, format):
    """What is printed is JSON from the first letter to the last."""
    left(project, [finding("error")], format)
    assert json.loads(capsys.readouterr().out)


@pytest.mark.parametrize(("line", "shown"), [(1, "one: 1"), (2, "two: 2"), (0, None), (3, None), (10**9, None)])
def test_a_line_that_is_not_there_is_not_shown(project, capsys, line, shown):
    left(project, [finding("warning", line)])
    out = capsys.readouterr().out
    assert (f" | {shown}\n" in out) if shown else " | " not in out


def test_a_file_that_went_meanwhile_is_not_shown(project, capsys):
    (project.root / "a.yml").unlink()
    left(project, [finding("warning")])
    assert capsys.readouterr().out.startswith("a.yml:2:3: warning[some-rule] it is so\n        = do it\n")


def test_a_file_that_is_no_text_is_shown_with_marks(project, capsys):
    (project.root / "a.yml").write_bytes(b"one\n\xff\xfe two\n")
    left(project, [finding("warning")])
    assert "2 | \ufffd\ufffd two" in capsys.readouterr().out


def test_a_pipe_is_not_read(project, capsys):
    """Reading it would wait for ever."""
    (project.root / "a.yml").unlink()
    os.mkfifo(project.root / "a.yml")
    left(project, [finding("warning")])
    assert " | " not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("count", "what", "said"), [(0, "error", "0 errors"), (1, "error", "1 error"), (2, "place", "2 places")]
)
def test_counted(count, what, said):
    assert counted(count, what) == said
