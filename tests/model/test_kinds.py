from __future__ import annotations

from pathlib import Path

import pytest

from toolkit.load.validate import field_of, model_at
from toolkit.model import KINDS, Service

SECTIONS = Path(__file__).resolve().parents[2] / "templates/note/sections"


def test_there_are_ten_kinds_of_document():
    """Each has a title of its own and says what it answers."""
    assert len(KINDS) == 10
    assert len({kind.title for kind in KINDS.values()}) == 10
    assert all(kind.answers and kind.sections and kind.needs for kind in KINDS.values())


@pytest.mark.parametrize("id", KINDS)
def test_every_section_has_a_template(id):
    """Each section that a kind names is a file that a designer may change."""
    assert [name for name in KINDS[id].sections if not (SECTIONS / f"{name}.md.j2").is_file()] == []


@pytest.mark.parametrize(("id", "path"), [(id, path) for id, kind in KINDS.items() for path in kind.needs])
def test_every_need_is_a_part_of_a_service(id, path):
    """What a kind needs can be written in a service."""
    *above, last = path.split(".")
    owner = model_at(Service, tuple(above))
    assert owner is not None
    assert field_of(owner, last) is not None
