"""Where data goes, in words."""

from __future__ import annotations

import json

import pytest
from samples import DAY, item

FLOW = "{id: %s, from: Desk, to: Server room, items: [%s], diagram_text: %s}"


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Desk to server room", True),
        ("Encrypted line", True),
        ("Desk, room, server, desk", True),
        ("The desk sends the form to the server room.", False),
    ],
)
def test_flow_text(text, bare, said):
    """A flow is told in a sentence, not in the names of its boxes."""
    found = said("flows", f"data: {{flows: [{FLOW % ('a', 'scan', json.dumps(text))}]}}")
    assert found == (["the text of the flow `a` says no more than its boxes"] if bare else [])


def test_flows_carry_all_data(said):
    """Where a document on data is promised, no data is left out of the drawing; the rest is named at once."""
    fragment = f"""\
identity: {{documents: [{{kind: data-privacy-security}}]}}
data:
  items: [{item(DAY)}, {item(DAY, id="b", name="B")}, {item(DAY, id="c", name="C")}]
  flows: [{FLOW % ("a", "scan", "The desk sends the form to the server room.")}]
"""
    assert said("flows", fragment) == ["no flow carries `b`, `c`"]
    assert said("flows", fragment.replace("data-privacy-security", "transparency-note")) == []
