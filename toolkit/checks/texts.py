"""A record in, every text and every record in it out, each with its path: one walk that all rules share."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Annotated, Any, NamedTuple, get_args, get_origin

from pydantic import BaseModel, StringConstraints

from toolkit.model.base import Address, PlainLanguage, Record
from toolkit.source import Path_
from toolkit.view import View

IS_ADDRESS = get_args(Address)[-1]


class Text(NamedTuple):
    """A text that somebody wrote: `plain` where affected people read it, `address` where it is a link."""

    path: Path_
    text: str
    plain: bool
    address: bool


class Walk(NamedTuple):
    """Texts and records in the order in which they were written; `lower` is all texts in lower case, one a line."""

    texts: tuple[Text, ...]
    records: tuple[tuple[Path_, Any], ...]
    lower: str


class _Field(NamedTuple):
    attribute: str
    key: str
    plain: bool
    address: bool


def walk(view: View) -> Walk:
    """Everything in the service of *view*; walked once and kept with the view."""
    found: Walk | None = view.__dict__.get("_walk")
    if found is None:
        found = view.__dict__["_walk"] = walk_record(view.service)
    return found


def walk_record(record: Record) -> Walk:
    """Everything in *record* that was written or inherited; defaults of the model are nobody's words."""
    texts: list[Text] = []
    records: list[tuple[Path_, Any]] = []
    _walk(record, (), texts, records)
    return Walk(tuple(texts), tuple(records), "\n".join(text.text for text in texts).lower())


def facts(view: View) -> Iterator[tuple[Path_, Any, tuple[str, ...]]]:
    """The records that can name sources: path, record, ids of the sources."""
    for path, record in walk(view).records:
        if "source" in record.__dict__:
            yield path, record, ids(record.source)


def ids(value: Any) -> tuple[str, ...]:
    """One id, several or none as a tuple."""
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else tuple(value)


def list_of(path: Path_) -> str:
    """The list that *path* lies in, as people write it: `data.items.retention`."""
    return ".".join(step for step in path if isinstance(step, str))


def _walk(record: BaseModel, path: Path_, texts: list[Text], records: list[tuple[Path_, Any]]) -> None:
    records.append((path, record))
    written, values = record.__pydantic_fields_set__, record.__dict__
    for field in _fields(type(record)):
        value = values[field.attribute]
        if value and field.attribute in written:
            _take(value, (*path, field.key), field, texts, records)


def _take(value: Any, path: Path_, field: _Field, texts: list[Text], records: list[tuple[Path_, Any]]) -> None:
    if isinstance(value, str):
        texts.append(Text(path, value, field.plain, field.address))
    elif isinstance(value, tuple):
        for index, part in enumerate(value):
            _take(part, (*path, index), field, texts, records)
    elif isinstance(value, dict):
        for key, part in value.items():
            _take(key, (*path, key), field, texts, records)
            _take(part, (*path, key), field, texts, records)
    elif isinstance(value, BaseModel):
        _walk(value, path, texts, records)


@lru_cache(maxsize=256)
def _fields(model: type[BaseModel]) -> tuple[_Field, ...]:
    """The fields of *model* that hold texts or records; ids, numbers, dates and choices are left out."""
    found = []
    for name, field in model.model_fields.items():
        leaves = list(_leaves(field.annotation, tuple(field.metadata)))
        if any(_holds_text(*leaf) for leaf in leaves):
            marks = [mark for _, metadata in leaves for mark in metadata]
            plain = any(isinstance(mark, PlainLanguage) for mark in marks)
            found.append(_Field(name, field.alias or name, plain, IS_ADDRESS in marks))
    return tuple(found)


def _leaves(annotation: Any, metadata: tuple[Any, ...]) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    """The plain types inside an annotation, each with its metadata."""
    if get_origin(annotation) is Annotated:
        inner, *more = get_args(annotation)
        yield from _leaves(inner, (*metadata, *more))
    elif isinstance(annotation, type) and not get_args(annotation):
        yield annotation, metadata
    else:
        for part in get_args(annotation):
            yield from _leaves(part, metadata)


def _holds_text(leaf: Any, metadata: tuple[Any, ...]) -> bool:
    if leaf is str:
        return not any(isinstance(mark, StringConstraints) and mark.pattern for mark in metadata)
    return isinstance(leaf, type) and issubclass(leaf, BaseModel)
