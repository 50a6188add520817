"""A finding: what is wrong, where, and what to do; and its four spellings (text, JSON, GitHub, SARIF)."""

from __future__ import annotations

import json
import os
import unicodedata
from collections.abc import Callable, Iterable
from typing import Literal, NamedTuple
from urllib.parse import quote

from toolkit import __version__

Severity = Literal["error", "warning"]


class Place(NamedTuple):
    """A position in a file: lines and columns count from 1; `level` says who wrote it."""

    file: str
    line: int = 1
    column: int = 1
    level: str = ""


class Finding(NamedTuple):
    """One problem, as a value: equal findings are one."""

    place: Place
    rule: str
    severity: Severity
    message: str
    help: str = ""

    @property
    def where(self) -> str:
        return f"{self.place.file}:{self.place.line}:{self.place.column}"


#: Reads one line of a file for the report; empty where the file cannot be read.
LineReader = Callable[[str, int], str]


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """The findings once each, by file and line, errors before warnings of the same place."""
    return sorted(set(findings), key=lambda f: (f.place[:3], f.severity, *f[1:], f.place.level))


def _paint(text: str, code: str, *, colour: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if colour else text


def _printable(text: str) -> str:
    """*text* with tabs and all kinds of space as spaces; everything else that moves the cursor or hides is shown."""

    def shown(c: str) -> str:
        return " " if c == "\t" or unicodedata.category(c) == "Zs" else "\N{REPLACEMENT CHARACTER}"

    return "".join(c if c.isprintable() else shown(c) for c in text)


def _cells(text: str, at_least: int) -> int:
    """How many cells of a terminal *text* takes: two for wide letters, none for marks above others."""
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    marks = sum(unicodedata.combining(character) > 0 for character in text)
    return max(len(text), at_least) + wide - marks


def as_text(findings: Iterable[Finding], line_of: LineReader, *, colour: bool = False, width: int = 100) -> str:
    """For people: place, sentence, the offending line with a caret, and what to do."""
    blocks = []
    for finding in findings:
        tone = "31" if finding.severity == "error" else "33"
        where = _paint(_printable(finding.where), "1", colour=colour)
        severity = _paint(finding.severity, f"1;{tone}", colour=colour)
        lines = [f"{where}: {severity}[{finding.rule}] {_printable(finding.message)}"]
        source = line_of(finding.place.file, finding.place.line).rstrip("\r\n")
        if source.strip():
            before = finding.place.column - 1
            start = max(0, min(before + 1 - width // 2, len(source) - width))
            shown = _printable(source[start : start + width])
            indent = " " * _cells(shown[: before - start], before - start)
            lines.append(f"  {finding.place.line:>5} | {shown}")
            lines.append(f"        | {indent}{_paint('^', tone, colour=colour)}")
        if finding.help:
            lines.append(f"        = {_printable(finding.help)}")
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def as_json(findings: Iterable[Finding]) -> str:
    """For programs: a list of objects."""
    rows = [
        {
            "file": f.place.file,
            "line": f.place.line,
            "column": f.place.column,
            "level": f.place.level,
            "rule": f.rule,
            "severity": f.severity,
            "message": f.message,
            "help": f.help,
        }
        for f in findings
    ]
    return json.dumps(rows, indent=2, ensure_ascii=False)


def _github_escape(text: str, *, of_property: bool = False) -> str:
    """Escapes of workflow commands: percent and line ends, in properties also colon and comma."""
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if of_property else text


def as_github(findings: Iterable[Finding]) -> str:
    """For GitHub: workflow commands that annotate the changed lines."""
    return "\n".join(
        f"::{f.severity} file={_github_escape(f.place.file, of_property=True)},line={f.place.line},"
        f"col={f.place.column},title={_github_escape(f.rule, of_property=True)}::"
        + _github_escape(f"{f.message}. {f.help}" if f.help else f.message)
        for f in findings
    )


def as_sarif(findings: Iterable[Finding]) -> str:
    """For code scanning: SARIF 2.1.0 (OASIS)."""
    found = list(findings)
    rules = sorted({f.rule for f in found})
    driver = {"name": "disclose", "version": __version__, "rules": [{"id": rule} for rule in rules]}
    results = [
        {
            "ruleId": f.rule,
            "ruleIndex": rules.index(f.rule),
            "level": f.severity,
            "message": {"text": f"{f.message}. {f.help}" if f.help else f.message},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": quote(os.fsencode(f.place.file))},
                        "region": {"startLine": f.place.line, "startColumn": f.place.column},
                    }
                }
            ],
        }
        for f in found
    ]
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}],
    }
    return json.dumps(log, indent=2, ensure_ascii=False)
