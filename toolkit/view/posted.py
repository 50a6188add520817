"""A sign in, what stands on it and its code out; and whether a sign that hangs still says what is true."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from fnmatch import fnmatchcase
from typing import Any, Literal, NamedTuple, get_args

from toolkit.i18n import lower_first
from toolkit.model import Deployment, Organisation
from toolkit.model.data import DataItem, Unit
from toolkit.model.posted import Frozen, Message, Posted, message_hash, short
from toolkit.model.sign import Sign
from toolkit.view.changes import Change, changes
from toolkit.view.durations import Length, known, length, lengths_in, same
from toolkit.view.phrases import retention
from toolkit.view.told import message

#: Letters and digits that nobody takes for one another: no i, l, o, 0, 1.
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
LETTERS = 5
#: The kinds of contact that a sign has room for; the others stand in the notice behind it.
ON_SIGNS = ("person", "telephone", "email")
#: What a sign prints of the message: on each, of the sign itself, of each statement on it.
ON_EVERY_SIGN = ("controller.name", *(f"controller.contacts.{kind}.value" for kind in ON_SIGNS))
OF_THE_SIGN = ("headline", "lead", "pictogram", "statements", "accessible_form.*")
OF_A_STATEMENT = ("title", "text", "pictogram")
#: Statuses that are printed on the sign; in force, nothing is.
MARKED = ("example", "draft", "pilot")


class Standing(NamedTuple):
    """How a posted version compares with today: `gone` where nothing follows it, `unknown` where nobody can tell."""

    state: Literal["holds", "changed", "gone", "unknown"]
    on_sign: tuple[Change, ...] = ()
    behind: tuple[Change, ...] = ()
    """What changed in the notice behind the sign and does not stand on the sign."""


def code_of(deployment: str, sign: Sign) -> str:
    """What stands behind `/n/` for *sign*: its own code, else five letters made of the ids."""
    if sign.code:
        return sign.code
    number = int.from_bytes(hashlib.sha256(f"{deployment}/{sign.id}".encode()).digest())
    letters = []
    for _ in range(LETTERS):
        number, rest = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[rest])
    return "".join(letters)


def owners(deployments: Iterable[Deployment], posted: Iterable[Posted] = ()) -> dict[str, set[tuple[str, str]]]:
    """Who uses each code: pairs of deployment and sign. More than one means that a code leads to the wrong notice."""
    pairs = [(code_of(place.id, sign), (place.id, sign.id)) for place in deployments for sign in place.signs]
    pairs += [(record.code, (record.deployment, record.sign)) for record in posted]
    found: dict[str, set[tuple[str, str]]] = {}
    for code, owner in pairs:
        found.setdefault(code, set()).add(owner)
    return found


def address_of(deployment: Deployment, organisation: Organisation) -> str:
    """Where the notices of a place are published; empty where nobody said so."""
    return (deployment.notice_address or organisation.public_url or "").rstrip("/")


def sign_message(deployment: Deployment, sign: Sign, address: str) -> dict[str, Any]:
    """What stands on this one sign, by path: the part of the message that it prints, its status, code and *address*.

    A change elsewhere in the notice leaves it as it is, so that no paper is printed again for it.
    """
    patterns = [*ON_EVERY_SIGN, *(f"signs.{sign.id}.{name}" for name in OF_THE_SIGN)]
    patterns += [f"statements.{fact}.{name}" for fact in sign.statements for name in OF_A_STATEMENT]
    told = {path: value for path, value in message(deployment).items() if _any(path, patterns)}
    told["code"] = code_of(deployment.id, sign)
    if address:
        told["notice_address"] = address
    if deployment.status in MARKED:
        told["status"] = deployment.status
    if deployment.status == "pilot" and deployment.status_until:
        told["status_until"] = deployment.status_until.isoformat()
    return told


def _any(path: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(path, pattern) for pattern in patterns)


def frozen(told: Mapping[str, Any]) -> Message:
    """A message as it is kept: lists become tuples."""
    return {path: tuple(value) if isinstance(value, list) else value for path, value in told.items()}


def translated(told: Message, sentences: Container[str], say: Callable[[str, str], str]) -> Message:
    """What stands on a sign in one of its languages: those of its parts that are *sentences*, as *say* words them."""
    return {
        path: tuple(say(path, str(each)) for each in value) if isinstance(value, tuple) else say(path, str(value))
        for path, value in told.items()
        if path in sentences
    }


def freeze(deployment: Deployment, sign: Sign, address: str) -> Frozen:
    """A sign as it is told now."""
    told, whole = sign_message(deployment, sign, address), message(deployment)
    return Frozen(
        schema_version="1.0",
        code=told["code"],
        deployment=deployment.id,
        sign=sign.id,
        status=deployment.status,
        sign_hash=message_hash(told),
        message_hash=message_hash(whole),
        sign_message=frozen(told),
        message=frozen(whole),
    )


def label(code: str, sign_hash: str) -> str:
    """What a sign's PDF carries among its keywords, so that the file can be compared with today."""
    return f"disclose:{code}:{short(sign_hash)}"


def standing(record: Frozen, deployment: Deployment | None, address: str, today: dt.date) -> Standing:
    """Whether what was posted still holds. *deployment* is the place as it is today, None where it is no more."""
    sign = next((each for each in deployment.signs if each.id == record.sign), None) if deployment else None
    ended = _ended(record, deployment, sign, today)
    if deployment is None or sign is None or ended:
        return Standing("gone", (ended,) if ended else ())
    now, told = frozen(sign_message(deployment, sign, address)), frozen(message(deployment))
    untrue = tuple(_untrue(record, deployment, sign))
    holds = message_hash(now) == record.sign_hash and not untrue
    seen = () if holds else (*changes(record.sign_message, now), *untrue)
    behind = changes(_without_signs(record.message), _without_signs(told))
    return Standing("holds" if holds else "changed", seen, tuple(change for change in behind if change not in seen))


def _without_signs(told: Message) -> Message:
    """The notice behind a sign: what stands on signs only is no part of it."""
    return {path: value for path, value in told.items() if not path.startswith("signs.")}


def _untrue(record: Frozen, deployment: Deployment, sign: Sign) -> Iterator[Change]:
    """Times that a fact of the sign names in words, and that what it shortens was kept then and is not now."""
    for fact in (each for each in deployment.statements if each.id in sign.statements):
        for item in (each for each in deployment.kept if each.id in fact.of):
            then, now = _then(record.message, item.id), known(item)
            for span, words in lengths_in(f"{fact.title}. {fact.text}"):
                if then and same(span, then) and not any(same(span, other) for other in now):
                    yield Change(f"{fact.title.rstrip('.')}, how long", words, f"{item.name}: {_time(item)}")


def _time(item: DataItem) -> str:
    """How long an item is kept, without from when and on what condition."""
    kept = item.retention.model_copy(update={"starts": None, "condition": None}) if item.retention else None
    return lower_first(retention(kept))


def _then(told: Message, item: str) -> Length | None:
    """How long an item was kept, None where no fixed time was told."""
    value, unit = (told.get(f"kept.{item}.retention.{key}") for key in ("value", "unit"))
    if isinstance(value, (int, float)) and isinstance(unit, str) and unit in get_args(Unit):
        return length(value, unit)
    return None


def _ended(record: Frozen, deployment: Deployment | None, sign: Sign | None, today: dt.date) -> Change | None:
    """Why nothing follows a posted sign, None where something does."""
    if deployment is None:
        return Change("The place", record.deployment, "")
    if sign is None:
        return Change("The sign", record.sign, "")
    if deployment.status == "retired":
        return Change("Status", record.status.replace("_", " "), "retired")
    if deployment.status == "pilot" and deployment.status_until and deployment.status_until < today:
        return Change("The pilot", f"until {deployment.status_until.isoformat()}", "ended")
    return None
