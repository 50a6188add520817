"""Two services side by side, as a page and for programs."""

from __future__ import annotations

import json

from toolkit.render.artefact import Artefact
from toolkit.render.environment import Templates
from toolkit.view.compare import Comparison, Side
from toolkit.view.house import beside


def page(comparison: Comparison, templates: Templates) -> Artefact:
    """`notes/compare/<one>--<other>.md`, the ids in alphabetical order."""
    path = beside(comparison.one[0], comparison.other[0])
    return Artefact(f"notes/compare/{path}", templates.render("site/compare.md.j2", comparison=comparison))


def as_json(comparison: Comparison) -> str:
    """The comparison for programs: the two services, and rows with topic, what, the texts of both, and `differs`."""
    sides = [{**row._asdict(), "differs": row.differs} for row in _in_order(comparison)]
    services = [{"id": id, "name": name} for id, name in (comparison.one, comparison.other)]
    return json.dumps({"services": services, "rows": sides}, ensure_ascii=False, indent=2)


def _in_order(comparison: Comparison) -> list[Side]:
    return [row for _, topics in comparison.parts for _, some in topics for row in some]
