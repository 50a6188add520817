"""What the organisation or the suite prohibits stays prohibited in every service below.

A service may prohibit more, and may add a reason of its own. It may not give an inherited prohibition another stance,
put another use in its place, or remove it. Where the prohibition is wrong, change it where it was written.

Pass:

    # services/suites/city.yml
    schema_version: "1.0"
    id: city
    name: City services
    description: What the city runs.
    defaults:
      uses: {considerations: [{id: faces, stance: prohibited, use: Finding people., reason: It is against the law.}]}
    # services/example/service.yml
    extends: suites/city.yml
    uses: {considerations: [{id: faces, reason: It is against the law and hits bystanders.}]}

Fail:

    # services/suites/city.yml
    schema_version: "1.0"
    id: city
    name: City services
    description: What the city runs.
    defaults:
      uses: {considerations: [{id: faces, stance: prohibited, use: Finding people., reason: It is against the law.}]}
    # services/example/service.yml
    extends: suites/city.yml
    uses: {considerations: [{id: faces, stance: careful}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.checks.problem import ALWAYS, Problem
from toolkit.source import Node
from toolkit.view import View

ID = "prohibited-weakened"
ERROR_IN = ALWAYS
PATH = ("uses", "considerations")


def check(view: View) -> Iterator[Problem]:
    """Inherited prohibitions that are weaker, other or gone here."""
    nodes = view.document.node(PATH).value
    for index, node in enumerate(nodes if isinstance(nodes, list) else ()):
        above = _prohibition(node)
        if above is None:
            continue
        advice = f"leave `stance: prohibited`; it was written in {above.place.file}"
        if _value(node, "stance") != "prohibited":
            message = f"`{_value(node, 'id')}` is prohibited above this service and weaker here"
            yield Problem((*PATH, index, "stance"), message, advice)
        if _value(node, "use") != _value(above, "use"):
            message = f"another use is put in the place of the prohibited `{_value(node, 'id')}`"
            yield Problem((*PATH, index, "use"), message, "delete this line, and add a consideration with its own id")
    for path, inherited, removal in view.document.removed:
        if path == PATH and "prohibited" in (_value(inherited, "stance"), _value(_prohibition(inherited), "stance")):
            message = f"`{_value(inherited, 'id')}` is prohibited above this service and removed here"
            yield Problem(PATH, message, f"delete the removal; it was written in {inherited.place.file}", node=removal)


def _prohibition(node: Node) -> Node | None:
    """The inherited record below *node* that prohibits, None where there is none."""
    below = node.base
    while below is not None:
        if _value(below, "stance") == "prohibited":
            return below
        below = below.base
    return None


def _value(node: Node | None, key: str) -> object:
    child = node.value.get(key) if node is not None and isinstance(node.value, dict) else None
    return child.value if child else None
