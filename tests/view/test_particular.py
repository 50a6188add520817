"""What a service adds to a document that it inherits."""

from __future__ import annotations

import pytest
from reading import of_page, words
from samples import MINIMAL

from toolkit.render import note
from toolkit.render.environment import Templates
from toolkit.view.particular import Particular

FILES = {
    "services/suites/city.yml": """\
schema_version: "1.0"
id: city
name: City services
description: What the city runs.
defaults:
  data:
    items:
      - {id: log, name: Log of calls, category: ordinary, purpose: To find faults., retention: {kind: none}}
    roles: {provider: The city runs it.}
  oversight: {level: in_the_loop, statement: A clerk looks at it.}
""",
    "services/parent/service.yml": MINIMAL.replace("id: example", "id: parent").replace("Form reader", "Parent reader"),
}
CHILD = """\
extends: suites/city.yml
identity:
  parent: parent
  documents:
    - {kind: transparency-note}
    - {kind: data-privacy-security, state: inherited}
    - {kind: integration-and-responsible-use, state: inherited}
"""


@pytest.fixture
def child(view_of):
    return view_of(CHILD, files=FILES)


def test_pages(child):
    """An inherited document has a page for what is added to it, of the sections with something added; else none."""
    found = {page.kind: (page.particular, page.sections) for page in child.pages if page.state == "inherited"}
    assert found == {
        "data-privacy-security": ("data-privacy-security.md", ("data-items", "retention", "controls")),
        "integration-and-responsible-use": (
            "",
            ("principles", "guidelines", "oversight", "people", "duties", "feedback"),
        ),
    }


def test_only_what_the_service_wrote(child):
    """Lists lose what is inherited, single parts that are inherited are gone, and names stay."""
    seen = Particular(child)
    assert [entry.fact.id for entry in child.entries("data.items")] == ["log", "scan"]
    assert [entry.fact.id for entry in seen.entries("data.items")] == ["scan"]
    assert [item.id for item in seen.service.data.items] == ["scan"]
    assert (child.service.data.roles is None, seen.service.data.roles) == (False, None)
    assert (seen.service.oversight, seen.name) == (None, "Form reader")


def test_the_page(child):
    """The page names whose document holds, links to it, and shows the additions only."""
    files = {file.path: of_page(file.data) for file in note.write(child, Templates())}
    assert sorted(files) == ["notes/example/data-privacy-security.md", "notes/example/transparency-note.md"]
    text = words(files["notes/example/data-privacy-security.md"])
    assert "The scanned form" in text
    assert "Log of calls" not in text
    assert "The city runs it" not in text


def test_link_to_the_parent(view_of):
    """Where the parent has the document, the page leads to it."""
    parent = MINIMAL.replace("id: example,", "id: parent, documents: [{kind: data-privacy-security}],")
    files = FILES | {"services/parent/service.yml": parent.replace("Form reader", "Parent reader")}
    pages = {file.path: file.data.decode() for file in note.write(view_of(CHILD, files=files), Templates())}
    page = pages["notes/example/data-privacy-security.md"]
    link = "[Data, privacy and security of Parent reader](../parent/data-privacy-security.md) holds here too."
    assert link in page
