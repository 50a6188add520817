"""The .po file of a deployment in, its translations out: each with its state, so that nothing old is shown as new."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Literal, NamedTuple

from toolkit.finding import Finding, Place
from toolkit.paths import Project
from toolkit.po import Entry, parse
from toolkit.source import MAX_BYTES, Node, error_at
from toolkit.words import SOURCE, reviewed, words

State = Literal["source", "reviewed", "unreviewed", "stale", "missing"]


class Said(NamedTuple):
    """A text with its language. `stale` and `missing` texts are those of the source, in its language."""

    text: str
    language: str
    state: State


class Translations:
    """What one .po file holds: `of` gives a sentence by its path and its source."""

    def __init__(self, language: str, file: str = "", entries: Iterable[Entry] = (), source: str = SOURCE) -> None:
        self.language = language
        self.file = file
        self.source = source
        self._entries = {entry.key: entry for entry in entries if not entry.obsolete and entry.context}
        self._paths = {entry.context for entry in self._entries.values() if any(entry.texts) and entry.id}

    def of(self, path: str, source: str) -> Said:
        """The sentence at *path* that reads *source* in the metadata; numbers in it kept in order."""
        if self.language == self.source:
            return Said(source, self.source, "source")
        entry = self._entries.get((path, source))
        if entry is not None and entry.done:
            state: State = "reviewed" if reviewed(entry) else "unreviewed"
            return Said(words(self.language).isolated(entry.texts[0]), self.language, state)
        old = path in self._paths if entry is None else entry.fuzzy
        return Said(source, self.source, "stale" if old else "missing")

    def node(self, path: str, source: str) -> Node | None:
        """Where the translation of a sentence stands, or an older one of the same path; None where there is none."""
        entry = self._entries.get((path, source)) or next(
            (e for e in self._entries.values() if e.context == path), None
        )
        if entry is None:
            return None
        place = Place(self.file, entry.line, len("msgstr ") + 1, "translation")
        return Node(entry.texts[0], place, place)


def read(project: Project, path: Path, language: str, source: str = SOURCE) -> tuple[Translations, list[Finding]]:
    """The translations into *language* in *path*; none where there is no file. Never raises for what the file holds:
    each fault is a finding, and a sentence whose entry has one counts as not translated.
    """
    entries, findings = entries_of(project, path, language)
    return Translations(language, _name(project, path), entries, source), findings


def entries_of(project: Project, path: Path, language: str) -> tuple[list[Entry], list[Finding]]:
    """The entries of a .po file as they stand, and every fault."""
    name = _name(project, path)
    start = Place(name, 1, 1, "translation")
    data, problem = _bytes(project, path)
    if problem:
        return [], [error_at(start, *problem)]
    entries, findings = parse(data, name)
    misled = _header(entries, language, start)
    return [] if misled else entries, [*findings, *misled]


def _name(project: Project, path: Path) -> str:
    return path.relative_to(project.root).as_posix() if path.is_relative_to(project.root) else path.as_posix()


def _bytes(project: Project, path: Path) -> tuple[bytes, tuple[str, str, str] | None]:
    """What a file holds, nothing where there is none; else rule, sentence and advice."""
    if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(project.root)):
        return b"", ("outside-project", "this file leads out of the project", "put a copy here in place of the link")
    if not os.path.lexists(path):
        return b"", None
    advice = "check that it is a file and that you may read it"
    if not path.is_file():
        return b"", ("unreadable-file", "cannot read the file: it is a folder, a device or a link to nothing", advice)
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1), None
    except OSError as error:
        return b"", ("unreadable-file", f"cannot read the file: {error.strerror or 'it cannot be opened'}", advice)


def file_of(project: Project, id: str, language: str) -> Path:
    """Where the translations of the deployment *id* into *language* stand."""
    return project.deployments / id / "locale" / f"{language}.po"


def study_file_of(project: Project, id: str, language: str) -> Path:
    """Where the translations of the study of the deployment *id* into *language* stand."""
    return project.deployments / id / "locale" / "study" / f"{language}.po"


def _header(entries: Iterable[Entry], language: str, start: Place) -> list[Finding]:
    """What the header says that cannot be."""
    header = next((entry for entry in entries if entry.key == ("", "")), None)
    lines = [line.partition(":") for line in header.texts[0].split("\n")] if header else []
    said = {key.strip().lower(): value.strip() for key, _, value in lines}
    place = start._replace(line=header.line if header else 1)
    findings = []
    told = said.get("language", "").replace("_", "-")
    if told and told.lower() != language.lower():
        message = f"the header names the language {told[:40]!r}, the file is for {language!r}"
        findings.append(error_at(place, "po-language", message, "rename the file, or put the header right"))
    charset = said.get("content-type", "").lower().partition("charset=")[2]
    if charset not in {"", "utf-8", "charset"}:
        message = f"the header names the encoding {charset[:40]}"
        findings.append(error_at(place, "not-utf8", message, "save the file in UTF-8 and write charset=UTF-8"))
    return findings
