"""Views of a small service with a fragment laid over it, through the real loader."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from conftest import WriteTree
from samples import MINIMAL, ORGANISATION

from toolkit.checks import RULES, run
from toolkit.finding import Finding
from toolkit.load import load
from toolkit.paths import Project
from toolkit.source import Node, parse
from toolkit.view import House, View, card, view

TODAY = dt.date(2026, 11, 20)
SERVICE = "services/example/service.yml"
HEADER = re.compile(r"^# (services/\S+)\n", re.MULTILINE)

ViewOf = Callable[..., View]
Problems = Callable[..., list[Finding]]


@pytest.fixture
def view_of(write_tree: WriteTree) -> ViewOf:
    """The view of the smallest service with a fragment of YAML laid over it: blocks are merged, lists replaced.

    A comment with a path, such as `# services/suites/city.yml`, starts another file of the project.
    """

    def build(fragment: str = "", today: dt.date = TODAY) -> View:
        files = {"services/organisation.yml": ORGANISATION, **_files(fragment)}
        files[SERVICE] = json.dumps(_over(_data(MINIMAL), _data(files.get(SERVICE) or "{}")), indent=1)
        content = load(Project(write_tree(files).resolve()))
        assert content.findings == []
        assert content.organisation is not None
        house = House(
            organisation=content.organisation.record,
            catalogue=content.catalogue,
            services={id: card(loaded.record, content.suites) for id, loaded in content.services.items()},
            evidence=content.evidence,
            suites=content.suites,
            today=today,
        )
        return view(content.services["example"], house)

    return build


@pytest.fixture
def problems(view_of: ViewOf) -> Problems:
    """What one rule finds in the smallest service with a fragment laid over it."""

    def find(rule: str, fragment: str = "", today: dt.date = TODAY) -> list[Finding]:
        return [finding for _, finding in run(RULES[rule], view_of(fragment, today))]

    return find


@pytest.fixture
def said(problems: Problems) -> Callable[..., list[str]]:
    """As `problems`, only the sentences."""

    def messages(rule: str, fragment: str = "", today: dt.date = TODAY) -> list[str]:
        return [finding.message for finding in problems(rule, fragment, today)]

    return messages


def _files(fragment: str) -> dict[str, str]:
    """The files of a fragment; what stands before the first path belongs to the service."""
    first, *rest = HEADER.split(fragment)
    return {SERVICE: first, **dict(zip(rest[::2], rest[1::2], strict=True))}


def _data(text: str) -> Any:
    node, findings = parse(text.encode(), "fragment", "service")
    assert not findings, findings
    return _plain(node) if node else {}


def _plain(node: Node) -> Any:
    if isinstance(node.value, dict):
        return {key: _plain(child) for key, child in node.value.items()}
    return [_plain(child) for child in node.value] if isinstance(node.value, list) else node.value


def _over(base: Any, own: Any) -> Any:
    if isinstance(base, dict) and isinstance(own, dict):
        return {**base, **{key: _over(base.get(key), value) for key, value in own.items()}}
    return own
