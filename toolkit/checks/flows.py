"""The drawing of where data goes can be read as sentences, and leaves no data out.

Who cannot see the drawing reads `diagram_text:`, so it is a sentence that says who sends what to whom, not the names
of the boxes over again. Where a document on data is promised, each data item travels in at least one flow.

Pass:

    identity: {documents: [{kind: data-privacy-security}]}
    data:
      flows:
        - {id: read, from: Scanner, to: Reader, items: [scan], diagram_text: The scanner sends the form to the reader.}

Fail:

    identity: {documents: [{kind: data-privacy-security}]}
    data:
      flows:
        - {id: read, from: Scanner, to: Reader, items: [], diagram_text: From scanner to reader}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.checks.problem import PUBLISHED, Problem
from toolkit.model.data import Flow
from toolkit.view import View

ID = "flows"
ERROR_IN = PUBLISHED
FEWEST_WORDS = 4
ARROWS = {"from", "to", "into", "and", "the", "a"}


def check(view: View) -> Iterator[Problem]:
    """Flows without a sentence, and in one problem all data that no flow carries."""
    for index, flow in enumerate(view.service.data.flows):
        if _is_no_sentence(flow):
            message = f"the text of the flow `{flow.id}` says no more than its boxes"
            advice = "write a sentence: who sends what to whom, and how it is protected"
            yield Problem(("data", "flows", index, "diagram_text"), message, advice)
    yield from _left_out(view)


def _is_no_sentence(flow: Flow) -> bool:
    words = re.findall(r"\w+", flow.diagram_text.lower())
    boxes = re.findall(r"\w+", f"{flow.from_} {flow.to}".lower())
    return len(words) < FEWEST_WORDS or set(words) <= {*boxes, *ARROWS}


def _left_out(view: View) -> Iterator[Problem]:
    promised = {promise.kind for promise in view.service.identity.documents if promise.state in {"own", "merged"}}
    flows = view.service.data.flows
    if "data-privacy-security" not in promised or not flows:
        return
    travelling = {id for flow in flows for id in flow.items}
    missing = [(index, item) for index, item in enumerate(view.service.data.items) if item.id not in travelling]
    if missing:
        names = ", ".join(f"`{item.id}`" for _, item in missing)
        message = f"no flow carries {names}"
        yield Problem(("data", "items", missing[0][0]), message, "name it under `items:` of a flow, or add a flow")
