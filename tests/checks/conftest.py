"""Views of a small service with a fragment laid over it, through the real loader."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

import pytest
from conftest import WriteTree
from samples import MINIMAL, ORGANISATION
from trees import laid_over

from toolkit.checks import RULES, run
from toolkit.finding import Finding
from toolkit.load import load
from toolkit.paths import Project
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
        files[SERVICE] = laid_over(MINIMAL, files.get(SERVICE) or "{}")
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
