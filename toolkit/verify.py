"""Whether a sign still holds: a code, a PDF or a frozen file in, a verdict with its reasons out."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal, NamedTuple

from toolkit.errors import UsageError
from toolkit.i18n import day
from toolkit.label import Label, read_label
from toolkit.load import load
from toolkit.load.posted import parse_posted, posted
from toolkit.model.posted import Posted, message_hash
from toolkit.paths import Project
from toolkit.posted import compare, file_hash, signs, views
from toolkit.view.place import PlaceView
from toolkit.view.posted import Standing

#: A code, with the short hash of a version or without, also as the address on a sign.
SPELLING = re.compile(r"(?:.*/n/)?([a-hjkmnp-z2-9]{4,8})(?:[-/]([0-9a-f]{4,64}))?/?", re.IGNORECASE)
State = Literal["holds", "changed", "unknown"]
#: The worst of several sheets decides.
WORST: tuple[State, ...] = ("changed", "unknown", "holds")


ADVICE = "name a sign's PDF, a file of posted/, or a code such as k7m2"
STATES: dict[str, State] = {"holds": "holds", "changed": "changed", "gone": "changed", "unknown": "unknown"}
SENTENCES = {
    "holds": "what stands on it is what today's sign says.",
    "changed": "it does not hold any more.",
    "gone": "it should not hang any more.",
    "unknown": "nobody can tell, because its place cannot be read; `disclose check` says why.",
}


class Verdict(NamedTuple):
    """Whether it holds, and in sentences why."""

    state: State
    subject: str
    reasons: tuple[str, ...]


def verify(project: Project, asked: str, today: dt.date) -> Verdict:
    """Whether the sign with the code *asked*, or the file of that name, still says what is true.

    Raises UsageError where *asked* is neither a code nor a file that can be read.
    """
    path = Path(asked)
    if path.suffix.lower() == ".pdf" or path.suffix.lower() == ".json":
        if not path.is_file():
            raise UsageError(
                f"there is no file {asked}", "name a sign's PDF, a file of posted/, or a code such as k7m2"
            )
        return _of_pdf(project, path, today) if path.suffix.lower() == ".pdf" else _of_frozen(project, path, today)
    spelled = SPELLING.fullmatch(asked.strip())
    if not spelled:
        raise UsageError(f"{asked!r} is no code", "a code has four to eight letters and digits, such as k7m2")
    return _of_code(project, Label(spelled[1].lower(), (spelled[2] or "").lower()), today)


def _of_code(project: Project, label: Label, today: dt.date) -> Verdict:
    """All versions of a code that hang, or the one that *label* names."""
    known, records = views(project, load(project), today), _records(project)
    asked = [each for each in records if each.code == label.code and each.sign_hash.startswith(label.short)]
    named = f"{label.code}-{label.short}" if label.short else label.code
    if asked:
        hanging = asked if label.short else [each for each in asked if each.hanging] or asked
        verdicts = [_of_record(each, compare(project, known, each, today)) for each in hanging]
        state = next(state for state in WORST if state in {each.state for each in verdicts})
        return Verdict(state, named, tuple(reason for each in verdicts for reason in each.reasons))
    return _of_today(known, label, named)


def _of_today(known: Mapping[str, PlaceView], label: Label, named: str) -> Verdict:
    """A code of which nothing that fits was posted: all there is to compare with is the sign as it is now."""
    found = signs(known).get(label.code)
    if found is None:
        return Verdict("unknown", named, ("No sign of this project has this code.",))
    digest = message_hash(found.message)
    now = found.view.version(found.sign)
    sign = f"{found.view.id}, sign {found.sign.id}"
    if not label.short:
        return Verdict("unknown", named, (f"Nothing was posted under this code ({sign}). Today's version is {now}.",))
    if digest.startswith(label.short):
        return Verdict("holds", named, (f"This is today's version ({sign}).",))
    reason = f"Today's version is {now} ({sign}). What {named} said was not frozen."
    return Verdict("changed", named, (reason, "Run `disclose posted add` whenever a sign is hung."))


def _of_frozen(project: Project, path: Path, today: dt.date) -> Verdict:
    record, findings = parse_posted(path, str(path))
    if record is None:
        found = findings[0]
        return Verdict("unknown", str(path), (f"{found.where}: {found.message}.",))
    same = next((each for each in _records(project) if each.version == record.version), None)
    if same is None or same.message != record.message:
        return Verdict("unknown", str(path), (f"This project has not posted {record.version}.",))
    now = compare(project, views(project, load(project), today), same, today)
    return _of_record(same, now)._replace(subject=str(path))


def _of_pdf(project: Project, path: Path, today: dt.date) -> Verdict:
    label = read_label(path)
    if label is None:
        return Verdict("unknown", str(path), ("This PDF does not say which sign it is.",))
    verdict = _of_code(project, label, today)
    origin = _origin(project, file_hash(path))
    if not origin and verdict.state == "holds":
        reason = "But this very file was neither built nor posted here, so nobody can tell what it says."
        return Verdict("unknown", str(path), (*verdict.reasons, reason))
    return Verdict(verdict.state, str(path), (*origin, *verdict.reasons))


def _origin(project: Project, digest: str) -> tuple[str, ...]:
    """Where the very same file is known from."""
    for record in _records(project):
        for hung in record.hung:
            if hung.file == digest:
                return (f"This file was posted on {day(hung.posted_on)} at: {hung.place}.",)
    built = any(file_hash(path) == digest for path in sorted(project.docs.glob("notices/*/sign-*.pdf")))
    return ("This file is one that was built here.",) if built else ()


def _of_record(record: Posted, now: Standing) -> Verdict:
    return Verdict(STATES[now.state], record.version, tuple(_reasons(record, now)))


def _reasons(record: Posted, now: Standing) -> Iterator[str]:
    """What to say of one version: whether it holds, what is different, and where it does not hang any more."""
    yield f"{record.version}: {SENTENCES[now.state]}"
    yield from (f"  {change}" for change in now.on_sign)
    if now.behind:
        yield "  In the notice behind it:" if now.state == "changed" else "  The notice behind it changed:"
        yield from (f"    {change}" for change in now.behind)
    for hung in record.hung:
        if hung.taken_down:
            yield f"  Taken down on {day(hung.taken_down)} at: {hung.place}."


def _records(project: Project) -> list[Posted]:
    """All frozen files that can be relied on; `disclose posted` names the others."""
    return [record for records in posted(project)[0].values() for record in records]
