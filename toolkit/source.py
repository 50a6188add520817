"""YAML text in, a tree out in which every value knows its file, line, column and level.

Reading is one pass over the parser's events with limits on size, depth and number, because composing a hostile file
first would let it exhaust the machine before anybody looked (the C composer dies of 50,000 nested brackets).
The YAML is the plain part of the language: no anchors, aliases, tags or merge keys; `no`, `on`, dates and numbers
with a leading zero stay text, as in the JSON schema of YAML 1.2.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple, Self

import yaml

from toolkit.finding import Finding, Place

MAX_BYTES = 2_000_000
MAX_DEPTH = 64
MAX_EVENTS = 200_000
#: More problems of one file than anybody reads at once; the rest is not shown.
MAX_PROBLEMS = 100
TOO_MANY = (f"more than {MAX_PROBLEMS} problems; the rest is not shown", "put these right, then look again")

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# Controls (also U+0085: YAML ends a line there and editors do not), soft hyphen, zero-width and format characters,
# bidirectional overrides and isolates, tags, and what no text may hold. Joiners (U+200C, U+200D) stay: Hindi and
# Persian are written with them.
HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f\ud800-\udfff]"
)
INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,14})")
# Decimals as programs write them; an exponent carries its sign, so that a version such as `1e3` stays text.
DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]{0,15})(\.[0-9]{1,20}([eE][-+][0-9]{1,3})?|[eE][-+][0-9]{1,3})")
DIRECTIVE = re.compile(r"^%(?:TAG|YAML)\b", re.MULTILINE)
TAB = re.compile(r"[ -]*\t")
VARIABLE_FIRST = re.compile(r"[:-] +\{[\w-]+\} *$")
#: Parts of the parser's sentences, what they mean to somebody who writes a file, and what to do.
SYNTAX = {
    "mapping values are not allowed": (
        "a second colon in one line",
        "put the text in quotes, or on its own lines after `>-`",
    ),
    "could not find expected ':'": ("a key without a colon", "write `key: value`"),
    "escape": ("a backslash between double quotes starts an escape", "write two, or use single quotes"),
    "alphabetic or numeric": ("a text cannot start with * or &", "put the text in quotes"),
    "where a key should": (
        "a list or a block stands where a key should",
        "write a simple key; put braces that are text in quotes",
    ),
}
WORDS = {"": None, "~": None, "null": None, "true": True, "false": False}

Path_ = tuple[str | int, ...]
#: More columns than a line can have, so that line and column fit into one number.
COLUMNS = MAX_BYTES + 2


class Origin(NamedTuple):
    """A file and the level that it speaks for; one for all nodes of the file."""

    file: str
    level: str


@lru_cache(maxsize=1024)
def _origin(file: str, level: str) -> Origin:
    return Origin(file, level)


class _Packed(NamedTuple):
    value: Any
    at: int
    key_at: int
    origin: Origin
    base: Node | None = None


class Node(_Packed):
    """A value with its place; `key` is the place of its key, `base` the inherited value that it overrides.

    A thousand services are a few million nodes, so lines and columns are kept packed into one number.
    """

    __slots__ = ()

    def __new__(cls, value: Any, place: Place, key: Place, base: Node | None = None) -> Self:
        """From whole places."""
        packed = (value, _packed(place.line, place.column), _packed(key.line, key.column))
        return cls._make((*packed, _origin(place.file, place.level), base))

    @property
    def place(self) -> Place:
        return self._place(self.at)

    @property
    def key(self) -> Place:
        return self._place(self.key_at)

    def _place(self, packed: int) -> Place:
        line, column = divmod(packed, COLUMNS)
        return Place(self.origin.file, line, column, self.origin.level)


def _packed(line: int, column: int) -> int:
    return line * COLUMNS + column


class Document(NamedTuple):
    """A tree of nodes, and the inherited records that were taken out of it with a reason."""

    root: Node
    removed: tuple[tuple[Path_, Node, Node], ...] = ()

    def node(self, path: Path_) -> Node:
        """The deepest node on *path*. Steps that are not in the tree are passed over: a missing key points at
        its parent, and the names that validation inserts for alternatives are ignored.
        """
        return self.walk(path)[1]

    def walk(self, path: Path_) -> tuple[Path_, Node]:
        """As `node`, with the steps that are in the tree."""
        taken: list[str | int] = []
        node = self.root
        for step in path:
            children = node.value
            known = range(len(children)) if isinstance(children, list) else children
            if isinstance(known, (dict, range)) and step in known:
                node = children[step]
                taken.append(step)
        return tuple(taken), node

    def place(self, path: Path_) -> Place:
        """Where the value at *path* was written."""
        return self.node(path).place

    def level(self, path: Path_) -> str:
        """Which level wrote the value at *path*: organisation, suite, service, deployment."""
        return self.node(path).place.level


def read(path: Path, name: str, level: str) -> tuple[Node | None, list[Finding]]:
    """Read a file. Gives the tree (None where there is none) and every problem found on the way."""
    try:
        if path.exists() and not path.is_file():
            return None, [_unreadable(Place(name, 1, 1, level), "it is a folder or a device")]
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        return None, [_unreadable(Place(name, 1, 1, level), error.strerror or "it cannot be opened")]
    return parse(data, name, level)


def parse(data: bytes, name: str, level: str) -> tuple[Node | None, list[Finding]]:
    """As `read`, from bytes."""
    start = Place(name, 1, 1, level)
    if len(data) > MAX_BYTES:
        size = "the file is larger than 2 MB"
        return None, [error_at(start, "file-too-large", size, "split it: one service or deployment per file")]
    text, problem = _decode(data, start)
    if problem:
        return None, [problem]
    directive = DIRECTIVE.search(text)
    if directive:
        message, advice = f"the directive {directive[0]} is not supported", "delete the line"
        return None, [error_at(_at(text, directive.start(), start), "yaml-tag", message, advice)]
    findings = [_hidden(text, match, start) for match in islice(HIDDEN.finditer(text), MAX_PROBLEMS + 1)]
    builder = _Builder(name, level, findings)
    try:
        root = builder.build(HIDDEN.sub(" ", text))
    except yaml.MarkedYAMLError as error:
        findings.append(_syntax(error, text, builder.stack[-1][1] if builder.stack else start))
        return None, findings
    return root, findings


def error_at(place: Place, rule: str, message: str, help: str = "") -> Finding:
    """A finding that is an error whatever the status of the service."""
    return Finding(place, rule, "error", message, help)


def _unreadable(place: Place, reason: str) -> Finding:
    advice = "check that it is a file and that you may read it"
    return error_at(place, "unreadable-file", f"cannot read the file: {reason}", advice)


def _at(text: str, index: int, start: Place) -> Place:
    """The place of the character at *index*."""
    return start._replace(line=text.count("\n", 0, index) + 1, column=index - text.rfind("\n", 0, index))


def _decode(data: bytes, start: Place) -> tuple[str, Finding | None]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
        return "", error_at(
            start._replace(line=line, column=column),
            "not-utf8",
            f"byte 0x{data[error.start]:02x} is not UTF-8",
            "save the file in the encoding UTF-8",
        )
    return text.replace("\r\n", "\n").replace("\r", "\n"), None


def _hidden(text: str, match: re.Match[str], start: Place) -> Finding:
    return error_at(
        _at(text, match.start(), start),
        "hidden-character",
        f"invisible or control character U+{ord(match[0]):04X}",
        "delete it: readers cannot see it, and it can make a text say something else than it shows",
    )


def _syntax(error: yaml.MarkedYAMLError, text: str, opened: Place) -> Finding:
    """What a parser's error means; *opened* is where the innermost list or block begins."""
    problem, context = error.problem or "it cannot be read", error.context or ""
    lines = text.rstrip("\n").split("\n")
    mark = error.problem_mark or error.context_mark
    at_end = mark is not None and (mark.line, mark.column) >= (len(lines) - 1, len(lines[-1]))
    unclosed = at_end and ("flow" in context or "quoted" in context)
    if unclosed or "could not find expected ':'" in problem:
        mark = error.context_mark
    place = opened
    if mark is not None and not (unclosed and "flow" in context):
        line = min(mark.line, len(lines) - 1)
        place = opened._replace(line=line + 1, column=min(mark.column, len(lines[line])) + 1)
    before, after = lines[place.line - 1][: place.column - 1], lines[place.line - 1][place.column - 1 :]
    if unclosed:
        told = f"the {after[:1]} that opens here is never closed", "close it, or put it in quotes where it is text"
    elif TAB.match(before + after[:1]):
        told = "a tab cannot indent YAML", "replace tabs by spaces"
    elif "cannot start any token" in problem:
        told = f"a text cannot start with {after[:1]}", "put the text in quotes"
    elif VARIABLE_FIRST.search(before):
        told = "a text cannot start with {", "put the text in quotes"
    else:
        broken = f"the structure breaks off here ({problem})" if "did not find" in problem else problem
        advice = "look at the indentation, the quotes and the colons of this line and the one above"
        told = next((words for part, words in SYNTAX.items() if part in problem), (broken, advice))
    return error_at(place, "yaml-syntax", *told)


class _Builder:
    """Turns events into nodes; refuses what the plain part of YAML does not have."""

    def __init__(self, name: str, level: str, findings: list[Finding]) -> None:
        self.name, self.level, self.findings = name, level, findings
        self.stack: list[tuple[Any, Place, Place]] = []  # children, place, place of its key
        self.keys: list[tuple[str, Place] | None] = []  # the key that waits for its value, one per mapping
        self.root: Node | None = None

    def build(self, text: str) -> Node | None:
        start = Place(self.name, 1, 1, self.level)
        documents = 0
        for count, event in enumerate(yaml.parse(text, Loader=LOADER)):
            excess = self.excess(count)
            if excess:
                self.report(self.place(event), "file-too-complex", *excess)
                return None
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    advice = "keep one document per file; remove the line `---`"
                    self.report(self.place(event), "yaml-syntax", "a second document in one file", advice)
                    return self.root
            else:
                self.take(event)
        if self.root is None:
            self.report(start, "empty-file", "the file holds nothing", "write at least the required keys")
        return self.root

    def excess(self, count: int) -> tuple[str, str] | None:
        """What there is too much of, and what to do about it."""
        advice = "split the file, or look for a stray bracket"
        if count > MAX_EVENTS:
            return "more than 200,000 parts", advice
        if len(self.stack) > MAX_DEPTH:
            return "nested deeper than 64 levels", advice
        if len(self.findings) > MAX_PROBLEMS:
            return TOO_MANY
        return None

    def place(self, event: Any) -> Place:
        mark = event.start_mark
        return Place(self.name, mark.line + 1, mark.column + 1, self.level)

    def report(self, place: Place, rule: str, message: str, help: str) -> None:
        self.findings.append(error_at(place, rule, message, help))

    def take(self, event: Any) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self.refuse_extras(event)
            if self.expects_key():
                self.keys[-1] = (self.visible(event), self.place(event))
            else:
                self.add(self.scalar(event), self.place(event))
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            self.refuse_extras(event)
            self.open(event)
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            children, place, key = self.stack.pop()
            if isinstance(children, dict):
                self.keys.pop()
            self.put(Node(children, place, key))
        elif isinstance(event, yaml.AliasEvent):
            advice = "write the value out, or inherit it from the suite or the organisation"
            message = f"the alias *{str(event.anchor)[:40]} is not supported"
            self.report(self.place(event), "yaml-alias", message, advice)
            if self.expects_key():
                self.keys[-1] = ("", self.place(event))
            else:
                self.add(None, self.place(event))

    def refuse_extras(self, event: Any) -> None:
        if event.anchor:
            advice = "write the value out where it is needed"
            self.report(self.place(event), "yaml-alias", f"the anchor &{event.anchor[:40]} is not supported", advice)
        if event.tag and event.tag != "!":
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")[:40]
            self.report(self.place(event), "yaml-tag", f"the tag {tag} is not supported", "remove it")

    def expects_key(self) -> bool:
        return bool(self.stack) and isinstance(self.stack[-1][0], dict) and self.keys[-1] is None

    def visible(self, event: Any) -> str:
        """The text of a scalar, without invisible characters that were written as escapes."""
        text: str = event.value
        if event.style == '"' and HIDDEN.search(text):
            advice = "delete the escape: readers cannot see this character"
            self.report(self.place(event), "hidden-character", "an escape for an invisible character", advice)
            return HIDDEN.sub(" ", text)
        return text

    def scalar(self, event: Any) -> Any:
        text = self.visible(event)
        if event.style or event.tag:
            return text
        if text in WORDS:
            return WORDS[text]
        if INTEGER.fullmatch(text):
            return int(text)
        number = float(text) if DECIMAL.fullmatch(text) else math.inf
        return number if math.isfinite(number) else text

    def open(self, event: Any) -> None:
        place = self.place(event)
        if self.expects_key():
            raise yaml.MarkedYAMLError(problem="stands where a key should", problem_mark=event.start_mark)
        key = self.waiting_key(place)
        if isinstance(event, yaml.MappingStartEvent):
            self.stack.append(({}, place, key))
            self.keys.append(None)
        else:
            self.stack.append(([], place, key))

    def waiting_key(self, place: Place) -> Place:
        inside_mapping = self.stack and isinstance(self.stack[-1][0], dict)
        key = self.keys[-1] if inside_mapping else None
        return key[1] if key else place

    def add(self, value: Any, place: Place) -> None:
        self.put(Node(value, place, self.waiting_key(place)))

    def put(self, node: Node) -> None:
        if not self.stack:
            self.root = node
            return
        children = self.stack[-1][0]
        if isinstance(children, list):
            children.append(node)
            return
        key, place = self.keys[-1] or ("", node.place)
        self.keys[-1] = None
        if key in children:
            first = children[key].key.line
            message = f"the key `{key[:40]}` stands twice in this block; the first is in line {first}"
            self.report(place, "duplicate-key", message, "keep one of the two")
        else:
            children[key] = node
