"""Two messages in, what is different for the reader out: in the reader's words, what matters most first."""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatchcase
from functools import lru_cache
from typing import Any, NamedTuple

from pydantic import ValidationError

from toolkit.i18n import DATA_CATEGORIES, DATA_FORMS, OVERSIGHT, number, upper_first
from toolkit.model.data import Retention
from toolkit.model.posted import Message, Scalar
from toolkit.view import phrases

#: What each part of a message is about, what matters most first. A star stands for the id of a record.
ABOUT = {
    "kept.*.retention": "how long it is kept",
    "kept.*.retention.starts": "from when the time counts",
    "kept.*.retention.condition": "what else holds for the time",
    "items.retention": "How long data is kept",
    "kept.*.recipients.*.who": "who else gets it",
    "kept.*.recipients.*.why": "why others get it",
    "kept.*.sharing_consent": "whether it is passed on",
    "not_collected": "What is not recorded",
    "controller.name": "Who is responsible",
    "controller.contacts.*.value": "How to reach them",
    "controller.privacy_contact": "Whom to ask about data protection",
    "controller.address": "Address",
    "items.contact": "Whom to ask",
    "purpose": "What it is for",
    "items.purpose": "What data is for",
    "kept.*.purpose": "what it is for",
    "kept.*.secondary_use": "other uses",
    "items.collected": "What is collected",
    "items.method": "How it is collected",
    "kept.*.name": "name of data kept here",
    "kept.*.category": "kind of data",
    "kept.*.form": "form of the data",
    "items.access": "Who can see it",
    "items.access_reason": "Why they can see it",
    "kept.*.access": "who can see it",
    "items.automated_decision": "What a machine decides",
    "oversight.level": "When a person decides",
    "oversight.statement": "Who decides",
    "oversight.intervention": "How a person steps in",
    "oversight.correction_path": "How a mistake is put right",
    "choices.*.offer": "what you may do instead",
    "choices.*.how": "how to do it",
    "choices.*.cost": "what it costs you",
    "consent.freely_given": "Free choice to agree",
    "consent.alternative_without": "What you get if you do not agree",
    "consent.withdraw.how": "How to take back that you agreed",
    "consent.withdraw.effect": "What follows if you take it back",
    "law.basis": "Ground in law",
    "law.basis_text": "Ground in law, in words",
    "law.interest": "Interest behind it",
    "law.rights": "Your rights",
    "law.authority.name": "Where to complain",
    "law.authority.contact": "How to complain",
    "law.transfers": "Data in other countries",
    "law.obligation": "Whether you must give data",
    "law.logic": "How a machine decides",
    "items.protection": "How data is protected",
    "risks": "What can go wrong",
    "benefits": "What people gain",
    "items.benefits": "What it brings",
    "feedback.*.how": "how to give feedback",
    "feedback.*.owner": "who answers feedback",
    "feedback.*.response_days": "days until an answer",
    "feedback.*.anonymous": "feedback without a name",
    "feedback.*.kind": "kind of feedback",
    "place.name": "The place",
    "place.entrances.*.name": "Entrance",
    "place.cameras.*.place": "where the camera is",
    "place.cameras.*.sees.*.what": "what the camera sees",
    "place.cameras.*.mask": "what is hidden from the camera",
    "place.cameras.*.view_degrees": "how wide the camera sees, in degrees",
    "place.cameras.*.view_metres": "how far the camera sees, in metres",
    "status": "Status",
    "status_until": "End of the pilot",
    "notice_address": "Address of the full notice",
    "code": "Code of the sign",
    "statements.*.title": "heading of a fact",
    "statements.*.text": "in words",
    "statements.*.item": "what the fact is about",
    "statements.*.pictogram": "pictogram",
    "signs.*.headline": "headline",
    "signs.*.lead": "first sentence",
    "signs.*.statements": "facts on it",
    "signs.*.pictogram": "pictogram",
    "signs.*.accessible_form.said_by": "who reads it out",
    "signs.*.accessible_form.felt": "where to feel it",
    "signs.*.accessible_form.call": "number to call to hear it",
    "notices.*.text": "text of the notice",
    "questions.*.question": "question",
    "questions.*.answer": "answer",
    "name": "Name",
}
RANK = {pattern: rank for rank, pattern in enumerate(ABOUT)}
#: Parts with several entries, of which each comes and goes by itself.
ENTRIES = {
    "not_collected",
    "benefits",
    "risks",
    "law.rights",
    "kept.*.access",
    "kept.*.recipients.*.who",
    "kept.*.recipients.*.why",
    "signs.*.statements",
}
#: Parts whose value is one of a list of choices.
CHOSEN = {
    "kept.*.category",
    "kept.*.form",
    "kept.*.sharing_consent",
    "oversight.level",
    "law.basis",
    "law.rights",
    "feedback.*.kind",
    "statements.*.item",
    "status",
}
CHOICES = {**OVERSIGHT, **DATA_FORMS, **DATA_CATEGORIES}


class _Kind(NamedTuple):
    """Records that come and go as a whole: what one is called, the parts that tell it, the part that names it."""

    word: str
    tells: tuple[str, ...]
    name: str = ""


RECORDS = {
    "kept": _Kind("Data kept here", ("name", "retention"), "name"),
    "choices": _Kind("Choice", ("offer", "how"), "offer"),
    "statements": _Kind("Fact", ("title", "text"), "title"),
    "signs": _Kind("Sign", ("headline",)),
    "feedback": _Kind("Feedback", ("how",)),
    "notices": _Kind("Notice", ("text",)),
    "questions": _Kind("Question", ("question", "answer"), "question"),
    "place.cameras": _Kind("Camera", ("place",)),
}
Facts = dict[str, tuple[str, ...]]


class Change(NamedTuple):
    """What something is about, what it said and what it says: nothing was there before, or nothing is there now."""

    about: str
    was: str
    now: str

    def __str__(self) -> str:
        if not self.was:
            return f"new: {self.about}: {self.now}"
        return f"{self.about}: {self.was} -> {self.now}" if self.now else f"gone: {self.about}: {self.was}"


def changes(old: Message, new: Message) -> list[Change]:
    """What is different in *new*, what matters most first; nothing where both tell the same."""
    before, after = _facts(old), _facts(new)
    come, gone = _records(after) - _records(before), _records(before) - _records(after)
    whole = come | gone
    found = [(_rank(record), _whole(record, before, after)) for record in (*sorted(come), *sorted(gone))]
    for path in sorted(before.keys() | after.keys()):
        if _record(path) not in whole:
            found += [(_rank(path), change) for change in _parts(path, before, after, whole)]
    return [change for _, change in sorted(found, key=lambda pair: pair[0])]


def _facts(message: Message) -> Facts:
    """The texts of each part of *message*; what says how long something is kept becomes one sentence."""
    found: Facts = {}
    times: dict[str, dict[str, Any]] = {}
    for path, value in message.items():
        top, inside, part = path.partition(".retention.")
        if inside and part not in {"starts", "condition"}:
            times.setdefault(f"{top}.retention", {})[part] = value
        else:
            values = value if isinstance(value, tuple) else (value,)
            found[path] = tuple(_words(path, each) for each in values)
    return found | {path: (_time(parts),) for path, parts in times.items()}


def _time(parts: dict[str, Any]) -> str:
    """How long something is kept, as a sentence; the bare values where they fit no sentence."""
    lengths = {key.removeprefix("default."): value for key, value in parts.items() if key.startswith("default.")}
    given = {key: value for key, value in parts.items() if not key.startswith("default.")}
    try:
        return phrases.retention(Retention.model_validate(given | ({"default": lengths} if lengths else {})))
    except ValidationError:
        return " ".join(str(value) for value in parts.values())


def _words(path: str, value: Scalar) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (int, float)):
        return number(value)
    return CHOICES.get(value, value.replace("_", " ")) if _pattern(path) in CHOSEN else value


@lru_cache(maxsize=4096)
def _pattern(path: str) -> str:
    """The entry of the table that *path* falls under; the path itself where there is none."""
    steps = path.count(".")
    return next((each for each in ABOUT if each.count(".") == steps and fnmatchcase(path, each)), path)


def _rank(path: str) -> int:
    """How soon a part is told; a whole record as soon as the first of its parts."""
    kind = RECORDS.get(_group(path)) if _record(path) == path else None
    first = f"{_group(path)}.*.{kind.tells[-1]}" if kind else _pattern(path)
    return RANK.get(first, len(RANK))


def _group(path: str) -> str:
    """The list that *path* lies in, where its records come and go as a whole."""
    return next((group for group in RECORDS if path.startswith(f"{group}.")), "")


def _record(path: str) -> str:
    """The record that *path* lies in, such as `kept.scan`; empty outside of records."""
    group = _group(path)
    return f"{group}.{path[len(group) + 1 :].partition('.')[0]}" if group else ""


def _records(facts: Facts) -> set[str]:
    return {_record(path) for path in facts} - {""}


def _whole(record: str, before: Facts, after: Facts) -> Change:
    """A record that came or went."""
    kind = RECORDS[_group(record)]
    new = record in _records(after)
    texts = [text for part in kind.tells for text in (after if new else before).get(f"{record}.{part}", ())]
    told = ". ".join(text.rstrip(".") for text in texts) or _id(record)
    return Change(kind.word, "", told) if new else Change(kind.word, told, "")


def _parts(path: str, before: Facts, after: Facts, whole: set[str]) -> Iterator[Change]:
    """What is different in one part."""
    was, now = before.get(path, ()), after.get(path, ())
    if was == now:
        return
    about, pattern = _about(path, after if path in after else before), _pattern(path)
    if pattern == "signs.*.statements":
        was, now = _titles(was, before, whole), _titles(now, after, whole)
    if len(was) < 2 and len(now) < 2 and pattern not in ENTRIES:
        yield Change(about, "".join(was), "".join(now))
        return
    come, gone = [text for text in now if text not in was], [text for text in was if text not in now]
    yield from (Change(about, "", text) for text in come)
    yield from (Change(about, text, "") for text in gone)
    if not come and not gone and was != now:
        yield Change(f"{about}, in another order", "; ".join(was), "; ".join(now))


def _titles(ids: tuple[str, ...], facts: Facts, whole: set[str]) -> tuple[str, ...]:
    """Facts of a sign by their headings, without those that are told as a whole."""
    left = (id for id in ids if f"statements.{id}" not in whole)
    return tuple("".join(facts.get(f"statements.{id}.title", (id,))) for id in left)


def _about(path: str, facts: Facts) -> str:
    """What a part is about, with the name of the record that it belongs to."""
    label = ABOUT.get(_pattern(path), path.replace(".", " ").replace("_", " "))
    record, kind = _record(path), RECORDS.get(_group(path))
    if path.startswith("controller.contacts."):
        return f"{label} ({path.split('.')[2]})"
    if kind is None or path == f"{record}.{kind.name}":
        return upper_first(label)
    name = "".join(facts.get(f"{record}.{kind.name}", ())) if kind.name else f"{kind.word} {_id(record)}"
    return f"{name.rstrip('.') or _id(record)}, {label}"


def _id(record: str) -> str:
    return record.rpartition(".")[2]
