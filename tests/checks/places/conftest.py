"""Places with translations."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import ModuleType

import pytest

from toolkit.checks import run
from toolkit.view.place import PlaceView

Translated = Callable[..., PlaceView]


@pytest.fixture
def translated(place_of: Callable[..., PlaceView]) -> Translated:
    """The view of the smallest place with YAML above it and .po files, given as {language: entries}."""

    def build(top: str, files: Mapping[str, str], **other: object) -> PlaceView:
        more = {f"deployments/desk/locale/{language}.po": text for language, text in files.items()}
        return place_of(top, more=more, **other)

    return build


@pytest.fixture
def judged(translated: Translated) -> Callable[..., list[tuple[str, str, str, str]]]:
    """What one rule finds there: `file:line:column`, the severity in an example and in force, the sentence."""

    def find(rule: ModuleType, top: str, files: Mapping[str, str]) -> list[tuple[str, str, str, str]]:
        seen = translated(top, files)
        found = zip(run(rule, seen, "example"), run(rule, seen, "in_force"), strict=True)
        return [
            (one.where.removeprefix("deployments/desk/"), one.severity, other.severity, one.message)
            for (_, one), (_, other) in found
        ]

    return find
