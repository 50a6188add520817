"""What a rule is, and the book of rules that holds for one kind of view."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from toolkit.checks.problem import Problem
from toolkit.source import Document
from toolkit.view import House


class Checked(Protocol):
    """What the views of services and of places have in common."""

    document: Document
    house: House


V = TypeVar("V", bound=Checked)


class Rule(Protocol[V]):
    """What a rule module holds; its docstring is its documentation, with examples that the tests run."""

    ID: str
    ERROR_IN: frozenset[str]
    check: Callable[[V], Iterator[Problem]]


class Book(NamedTuple, Generic[V]):
    """All rules for one kind of view, in the order in which findings are given."""

    rules: dict[str, Rule[V]]
    firm: frozenset[str]
    """Ids of rules whose findings nobody can accept."""
    level: str
    """The level that a record of this kind speaks for, such as `service`."""


def table(*modules: ModuleType) -> dict[str, Any]:
    """Rules by their ids."""
    return {module.ID: module for module in modules}
