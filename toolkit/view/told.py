"""A deployment in, every sentence out that its readers are told: what is translated, what is hashed, what is posted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from typing import Any, NamedTuple

from toolkit.model import Deployment

KEYS = ("id", "ref", "kind")
#: What readers are told in words, as paths; a star stands for the id of a record.
SENTENCES = (
    "name",
    "place.name",
    "place.entrances.*.name",
    "place.cameras.*.place",
    "place.cameras.*.sees.*.what",
    "place.cameras.*.mask",
    "purpose",
    "benefits",
    "risks",
    "items.*",
    "not_collected",
    "kept.*.name",
    "kept.*.purpose",
    "kept.*.retention.event",
    "kept.*.retention.starts",
    "kept.*.retention.condition",
    "kept.*.access",
    "kept.*.secondary_use",
    "kept.*.recipients.*.who",
    "kept.*.recipients.*.why",
    "oversight.statement",
    "oversight.intervention",
    "oversight.correction_path",
    "choices.*.offer",
    "choices.*.how",
    "choices.*.cost",
    "controller.contacts.*.value",
    "controller.privacy_contact",
    "feedback.*.how",
    "feedback.*.owner",
    "consent.freely_given",
    "consent.alternative_without",
    "consent.withdraw.how",
    "consent.withdraw.effect",
    "law.basis_text",
    "law.interest",
    "law.authority.name",
    "law.authority.contact",
    "law.transfers",
    "law.obligation",
    "law.logic",
    "notices.*.text",
    "statements.*.title",
    "statements.*.text",
    "signs.*.headline",
    "signs.*.lead",
    "signs.*.accessible_form.said_by",
    "signs.*.accessible_form.felt",
    "questions.*.question",
    "questions.*.answer",
)
#: What readers are told besides: names, numbers and choices from a list.
FIGURES = (
    "controller.name",
    "controller.address",
    "place.cameras.*.view_degrees",
    "place.cameras.*.view_metres",
    "kept.*.category",
    "kept.*.form",
    "kept.*.retention.kind",
    "kept.*.retention.value",
    "kept.*.retention.unit",
    "kept.*.retention.default.value",
    "kept.*.retention.default.unit",
    "kept.*.sharing_consent",
    "oversight.level",
    "feedback.*.kind",
    "feedback.*.response_days",
    "feedback.*.anonymous",
    "law.basis",
    "law.rights",
    "signs.*.statements",
    "signs.*.accessible_form.call",
    "signs.*.pictogram",
    "statements.*.item",
    "statements.*.pictogram",
)
#: Which of the ten disclosure items a part of the message tells of; a star stands for the rest.
ITEMS = {
    "kept.*.retention.*": "retention",
    "kept.*.recipients.*": "access",
    "kept.*.access": "access",
    "kept.*.purpose": "purpose",
    "kept.*.name": "collected",
    "not_collected": "collected",
    "purpose": "purpose",
    "benefits": "benefits",
    "controller.*": "contact",
    "oversight.*": "automated_decision",
}
#: Contacts that are the same in every language.
AS_THEY_ARE = frozenset({"telephone", "email", "web", "post"})


def _one(patterns: Iterable[str]) -> re.Pattern[str]:
    """All *patterns* as one, where a star is a part of a path without dots."""
    return re.compile("|".join(re.escape(pattern).replace(r"\*", "[^.]*") for pattern in patterns))


IN_WORDS, IN_FIGURES = _one(SENTENCES), _one(FIGURES)


class Sentence(NamedTuple):
    """A text with its path: records of a list by their id, entries of a list of texts by the path of the list."""

    path: str
    text: str


def sentences(deployment: Deployment) -> tuple[Sentence, ...]:
    """Everything readers are told in words, in the order of the metadata, each once."""
    found = (Sentence(path, text) for path, text in _walk(_bare(deployment)) if IN_WORDS.fullmatch(path))
    return tuple(dict.fromkeys(s for s in found if isinstance(s.text, str) and not _fixed(s.path)))


def item_of(path: str) -> str | None:
    """The disclosure item that the part at *path* tells of, None where it tells of none."""
    start, _, rest = path.partition(".")
    return rest if start == "items" else next((item for part, item in ITEMS.items() if fnmatchcase(path, part)), None)


def message(deployment: Deployment) -> dict[str, Any]:
    """What readers are told, by path: without evidence, dates, versions and codes."""
    told: dict[str, Any] = {}
    for path, value in _walk(_bare(deployment)):
        if IN_WORDS.fullmatch(path) or IN_FIGURES.fullmatch(path):
            known = told.get(path)
            told[path] = value if known is None else [*(known if isinstance(known, list) else [known]), value]
    return told


def _bare(deployment: Deployment) -> dict[str, Any]:
    return deployment.model_dump(mode="json", by_alias=True, exclude_none=True)


def _walk(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for key, child in value.items():
            yield from _walk(child, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for child in value:
            key = next((child[key] for key in KEYS if key in child), "") if isinstance(child, dict) else ""
            yield from _walk(child, f"{path}.{key}" if isinstance(child, dict) else path)
    else:
        yield path, value


def _fixed(path: str) -> bool:
    steps = path.split(".")
    return steps[:2] == ["controller", "contacts"] and steps[2] in AS_THEY_ARE
