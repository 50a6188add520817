"""The walk that all rules share."""

from __future__ import annotations

from toolkit.checks.texts import facts, list_of, walk

EVERYWHERE = """\
variables: {product: Reader}
sources: [{id: manual, title: Manual, url: "https://city.example/?a=1", as_of: 2026-01-31}]
summary: {purpose: It reads {product} forms., audience: clerks}
metrics:
  - {id: precision, worked_example: {counts: {TP: 99, FP: 1}, value: 99, unit: percent}}
disclosure: {not_collected: [It does not look for faces.]}
data:
  items: []
  flows: [{id: send, from: Desk, to: Server, items: [], diagram_text: The desk sends the form.}]
"""


def test_texts(view_of):
    """Every text is found with its path as YAML spells it: aliases, keys of dictionaries, single texts of lists."""
    fragment = EVERYWHERE.replace("It reads {product} forms.", '"It reads {product} forms."')
    texts = {text.path: text for text in walk(view_of(fragment)).texts}
    assert texts["summary", "purpose"].text == "It reads Reader forms."
    assert texts["summary", "audience", 0].text == "clerks"
    assert texts["data", "flows", 0, "from"].text == "Desk"
    assert texts["metrics", 0, "worked_example", "counts", "TP"].text == "TP"
    assert texts["variables", "product"].text == "Reader"


def test_marks(view_of):
    """Texts for affected people and addresses are marked."""
    fragment = EVERYWHERE.replace("It reads {product} forms.", "It reads forms.")
    texts = {text.path: text for text in walk(view_of(fragment)).texts}
    assert texts["summary", "purpose"].plain
    assert texts["limitations", 0, "effect"].plain
    assert texts["data", "flows", 0, "diagram_text"].plain
    assert texts["disclosure", "not_collected", 0].plain
    assert not texts["uses", "considerations", 0, "reason"].plain
    assert [path for path, text in texts.items() if text.address] == [("sources", 0, "url")]


def test_nothing_that_nobody_wrote(view_of):
    """Ids, dates and defaults of the model are not texts."""
    walked = walk(view_of())
    assert {text.text for text in walked.texts}.isdisjoint({"example", "none", "en", "draft", "handwriting"})
    assert ("access",) not in dict(walked.records)


def test_walked_once(view_of):
    """The walk is kept with the view."""
    view = view_of()
    assert walk(view) is walk(view)


def test_facts(view_of):
    """Facts are all records that can name sources, with the ids as a tuple however they were written."""
    fragment = """\
sources: [{id: manual, title: Manual, as_of: 2026-01-31}]
identity: {lifecycle: {status: legacy, notice: Use the new one., source: manual}}
summary: {source: [manual]}
"""
    sources = {list_of(path): ids for path, _, ids in facts(view_of(fragment))}
    assert sources["identity.lifecycle"] == ("manual",)
    assert sources["summary"] == ("manual",)
    assert sources["limitations"] == ()
    assert "identity" not in sources
