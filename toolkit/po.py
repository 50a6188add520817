"""The text of a .po file in, its entries out, each with its line; and the way back.

Babel's own reader forgets which text a fuzzy translation was made of, drops the second of two entries for the same
text without a word, and stops at the first fault. Here every fault is a finding, and nothing that people wrote is lost.
The format is that of GNU gettext (manual, section "The Format of PO Files").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import count
from typing import NamedTuple

from toolkit.finding import Finding, Place
from toolkit.source import HIDDEN, MAX_BYTES, MAX_PROBLEMS, TOO_MANY, error_at

MAX_ENTRIES = 20_000
#: A text of the metadata is at most 8,000 characters long, and each may be written as an escape.
MAX_LINE = 20_000
LONGEST_TEXT = 10_000
KEYWORD = re.compile(r"(?P<old>\|\s*)?(?P<word>(?:msgctxt|msgid_plural|msgid|msgstr(?:\[[0-5]\])?)(?=[\s\"]))?\s*")
STRING = re.compile(r'"([^"\\]*(?:\\.[^"\\]*)*)"')
ESCAPE = re.compile(r"\\(.)")
ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\"}
#: Marks that steer the direction of a text; what is opened must be closed.
STEERING = re.compile("[\u200e\u200f\u2066-\u2069]")
CLOSING = "\N{POP DIRECTIONAL ISOLATE}"


class Entry(NamedTuple):
    """A text and its translation. `line` is where the translation stands, 0 for an entry of no file."""

    context: str
    id: str
    texts: tuple[str, ...] = ("",)
    """The translation, or one for each plural form."""
    plural: str = ""
    comments: tuple[str, ...] = ()
    """What people wrote."""
    hints: tuple[str, ...] = ()
    """What the toolkit tells translators."""
    flags: tuple[str, ...] = ()
    previous: str = ""
    """The text that a fuzzy translation was made of."""
    obsolete: bool = False
    line: int = 0

    @property
    def key(self) -> tuple[str, str]:
        return self.context, self.id

    @property
    def fuzzy(self) -> bool:
        return "fuzzy" in self.flags

    @property
    def done(self) -> bool:
        """Whether every form has a translation that was made for this text."""
        return all(self.texts) and not self.fuzzy


class _Line(NamedTuple):
    """A line that means something: `kind` is a keyword, the sign of a comment, or nothing where a text goes on."""

    number: int
    column: int
    kind: str
    text: str = ""
    gone: bool = False


def parse(data: bytes, name: str) -> tuple[list[Entry], list[Finding]]:
    """The entries of the file *name*, less those that have a fault; and every fault."""
    start = Place(name, 1, 1, "translation")
    if len(data) > MAX_BYTES:
        return [], [error_at(start, "file-too-large", "the file is larger than 2 MB", "take out what is gone")]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = start._replace(line=data.count(b"\n", 0, error.start) + 1)
        message = f"byte 0x{data[error.start]:02x} is not UTF-8"
        return [], [error_at(place, "not-utf8", message, "save the file in the encoding UTF-8")]
    faults = _Faults(start)
    entries: list[Entry] = []
    live: set[tuple[str, str]] = set()
    for group in _groups(text.replace("\r\n", "\n").split("\n"), faults):
        entry = _entry(group, faults)
        if entry is not None and len(entries) == MAX_ENTRIES:
            faults.add(entry.line, 1, "more than 20,000 entries", "take out what is gone", "file-too-complex")
            break
        if entry is not None and entry.key in live and not entry.obsolete:  # of what is gone, there may be several
            faults.add(entry.line, 1, "this text has an entry already", "keep one of the two")
        elif entry is not None:
            entries.append(entry)
            live.update(() if entry.obsolete else (entry.key,))
    return entries, faults.found


class _Faults:
    """What is wrong with a file, as far as anybody reads it."""

    def __init__(self, start: Place) -> None:
        self.start = start
        self.found: list[Finding] = []

    @property
    def many(self) -> bool:
        return len(self.found) > MAX_PROBLEMS

    def add(self, line: int, column: int, message: str, help: str, rule: str = "po-syntax") -> None:
        if len(self.found) == MAX_PROBLEMS:
            message, help, rule = *TOO_MANY, "file-too-complex"
        if not self.many:
            self.found.append(error_at(self.start._replace(line=line, column=column), rule, message, help))


def _groups(lines: Iterable[str], faults: _Faults) -> Iterator[list[_Line]]:
    """The lines of each entry."""
    group: list[_Line] = []
    whole = False
    for number, text in enumerate(lines, 1):
        if faults.many:
            return
        line = _line(number, text, faults)
        if whole and (line is None or not (line.kind in {"", "?"} or line.kind.startswith("msgstr"))):
            yield group
            group, whole = [], False
        if line is not None:
            group.append(line)
            whole = whole or line.kind.startswith("msgstr")
    if group:
        yield group


def _line(number: int, text: str, faults: _Faults) -> _Line | None:
    """What a line means, None for an empty one. What cannot be read has the kind `?`."""
    column = len(text) - len(text.lstrip()) + 1
    text = text.strip()
    if len(text) > MAX_LINE:
        faults.add(number, column, "this line is longer than 20,000 characters", "part the text over several lines")
        return _Line(number, column, "?")
    gone = text.startswith("#~")
    rest = text[2:].strip() if gone else text.removeprefix("#") if text.startswith("#|") else text
    if rest.startswith("#"):
        sign = rest[1] if rest[1:2] in {".", ",", ":"} else "#"
        return _Line(number, column, sign, rest.removeprefix(f"#{sign}").removeprefix("#").strip())
    return _string(_Line(number, column, "", rest, gone), faults) if rest else None


def _string(line: _Line, faults: _Faults) -> _Line:
    """*line* with its keyword as the kind and its text without quotes and escapes."""
    word = KEYWORD.match(line.text)
    text = STRING.fullmatch(line.text, word.end()) if word else None
    if word is None or text is None:
        advice = 'write msgid or msgstr, then a text in double quotes; \\" is a quotation mark inside it'
        faults.add(line.number, line.column, f"this is no line of a .po file: {line.text[:40]}", advice)
        return line._replace(kind="?")
    unknown = next((found[0] for found in ESCAPE.finditer(text[1]) if found[1] not in ESCAPES), None)
    if unknown:
        faults.add(line.number, line.column, f"the escape {unknown} is not supported", "write the character itself")
        return line._replace(kind="?")
    kind = f"{'|' if word['old'] else ''}{word['word']}" if word["word"] else ""
    return line._replace(kind=kind, text=ESCAPE.sub(lambda found: ESCAPES[found[1]], text[1]))


def _entry(group: list[_Line], faults: _Faults) -> Entry | None:
    """The entry that the lines of *group* make; None where they make none."""
    remarks: dict[str, list[str]] = {"#": [], ".": [], ",": [], ":": []}
    parts: dict[str, list[str]] = {}
    kind = ""
    if any(line.kind == "?" for line in group):
        return None
    for line in group:
        if line.kind in remarks:
            remarks[line.kind].append(line.text)
            continue
        if not (line.kind or kind) or line.kind in parts:
            faults.add(line.number, line.column, "a text in the wrong place", "write each keyword once, then its text")
            return None
        kind = line.kind or kind
        parts.setdefault(kind, []).append(line.text)
    if not parts:
        return None
    texts = {kind: "".join(texts) for kind, texts in parts.items()}
    strings = _strings(texts)
    told = next((line for line in group if line.kind.startswith("msgstr")), group[-1])
    if "msgid" not in texts or not strings:
        faults.add(told.number, told.column, "an entry without msgid or msgstr", "write both; msgstr may be empty")
        return None
    return _shown(
        Entry(
            context=texts.get("msgctxt", ""),
            id=texts["msgid"],
            texts=strings,
            plural=texts.get("msgid_plural", ""),
            comments=tuple(remarks["#"]),
            hints=tuple(remarks["."]),
            flags=tuple(flag.strip() for flags in remarks[","] for flag in flags.split(",") if flag.strip()),
            previous=texts.get("|msgid", ""),
            obsolete=any(line.gone for line in group),
            line=told.number,
        ),
        faults,
    )


def _strings(texts: dict[str, str]) -> tuple[str, ...]:
    if "msgstr" in texts:
        return (texts["msgstr"],)
    forms = (f"msgstr[{form}]" for form in count())
    found: list[str] = []
    for form in forms:
        if form not in texts:
            return tuple(found)
        found.append(texts[form])
    return ()


def _shown(entry: Entry, faults: _Faults) -> Entry | None:
    """*entry*, unless a translation holds what readers cannot see."""
    for text in entry.texts if entry.key != ("", "") else ():
        if len(text) > LONGEST_TEXT:
            faults.add(entry.line, 8, "this text is longer than 10,000 characters", "shorten it", "too-long")
            return None
        hidden = HIDDEN.search(STEERING.sub("", text))
        alone = _without_partner(text)
        if hidden:
            message = f"invisible or control character U+{ord(hidden[0]):04X}"
            faults.add(entry.line, 8, message, "delete it: readers cannot see it", "hidden-character")
            return None
        if alone:
            message = f"the mark U+{ord(alone):04X} has no partner"
            advice = "close each U+2066 with U+2069, or delete both"
            faults.add(entry.line, 8, message, advice, "hidden-character")
            return None
    return entry


def _without_partner(text: str) -> str:
    """An isolate that is opened and not closed, or closed and not opened; empty where there is none."""
    opened: list[str] = []
    for mark in STEERING.findall(text):
        if mark == CLOSING and not opened:
            return CLOSING
        if mark == CLOSING:
            opened.pop()
        elif mark not in "\u200e\u200f":
            opened.append(mark)
    return opened[-1] if opened else ""


def write(entries: Iterable[Entry]) -> bytes:
    """The file that holds *entries*, in their order."""
    return "\n".join("\n".join(_lines(entry)) + "\n" for entry in entries).encode()


def _lines(entry: Entry) -> Iterator[str]:
    gone = "#~ " if entry.obsolete else ""
    yield from (f"# {comment}".rstrip() for comment in entry.comments)
    yield from (f"#. {hint}" for hint in entry.hints)
    if entry.flags:
        yield f"#, {', '.join(entry.flags)}"
    if entry.previous:
        yield f"{'#~' if gone else '#'}| msgid {_quoted(entry.previous)}"
    if entry.context:
        yield f"{gone}msgctxt {_quoted(entry.context)}"
    yield f"{gone}msgid {_quoted(entry.id)}"
    if entry.plural:
        yield f"{gone}msgid_plural {_quoted(entry.plural)}"
        yield from (f"{gone}msgstr[{form}] {_quoted(text)}" for form, text in enumerate(entry.texts))
    elif entry.id or entry.context:
        yield f"{gone}msgstr {_quoted(entry.texts[0])}"
    else:
        yield 'msgstr ""'
        yield from (_quoted(f"{line}\n") for line in entry.texts[0].rstrip("\n").split("\n"))


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'
